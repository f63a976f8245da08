//! What a token may do.

/// One permission of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    ReadLists,
    WriteLists,
    ReadContacts,
    WriteContacts,
    WriteDispositions,
    ReadCampaigns,
    WriteCampaigns,
    ReadSuppressions,
    WriteSuppressions,
    ReadCatalogues,
    WriteCatalogues,
    EraseContacts,
    ReadAudit,
    ReadRecordings,
    WriteRecordings,
    ReadMetrics,
}

impl Scope {
    pub const ALL: [Self; 16] = [
        Self::ReadLists,
        Self::WriteLists,
        Self::ReadContacts,
        Self::WriteContacts,
        Self::WriteDispositions,
        Self::ReadCampaigns,
        Self::WriteCampaigns,
        Self::ReadSuppressions,
        Self::WriteSuppressions,
        Self::ReadCatalogues,
        Self::WriteCatalogues,
        Self::EraseContacts,
        Self::ReadAudit,
        Self::ReadRecordings,
        Self::WriteRecordings,
        Self::ReadMetrics,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::ReadLists => "read:lists",
            Self::WriteLists => "write:lists",
            Self::ReadContacts => "read:contacts",
            Self::WriteContacts => "write:contacts",
            Self::WriteDispositions => "write:dispositions",
            Self::ReadCampaigns => "read:campaigns",
            Self::WriteCampaigns => "write:campaigns",
            Self::ReadSuppressions => "read:suppressions",
            Self::WriteSuppressions => "write:suppressions",
            Self::ReadCatalogues => "read:catalogues",
            Self::WriteCatalogues => "write:catalogues",
            Self::EraseContacts => "erase:contacts",
            Self::ReadAudit => "read:audit",
            Self::ReadRecordings => "read:recordings",
            Self::WriteRecordings => "write:recordings",
            Self::ReadMetrics => "read:metrics",
        }
    }

    /// The text that says what it allows.
    pub fn key(self) -> &'static str {
        match self {
            Self::ReadLists => "scope-read-lists",
            Self::WriteLists => "scope-write-lists",
            Self::ReadContacts => "scope-read-contacts",
            Self::WriteContacts => "scope-write-contacts",
            Self::WriteDispositions => "scope-write-dispositions",
            Self::ReadCampaigns => "scope-read-campaigns",
            Self::WriteCampaigns => "scope-write-campaigns",
            Self::ReadSuppressions => "scope-read-suppressions",
            Self::WriteSuppressions => "scope-write-suppressions",
            Self::ReadCatalogues => "scope-read-catalogues",
            Self::WriteCatalogues => "scope-write-catalogues",
            Self::EraseContacts => "scope-erase-contacts",
            Self::ReadAudit => "scope-read-audit",
            Self::ReadRecordings => "scope-read-recordings",
            Self::WriteRecordings => "scope-write-recordings",
            Self::ReadMetrics => "scope-read-metrics",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }
}
