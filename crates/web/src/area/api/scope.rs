//! What a token may do.

/// One permission of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    ReadLists,
    ReadContacts,
    WriteContacts,
    ReadCampaigns,
    ReadSuppressions,
    WriteSuppressions,
}

impl Scope {
    pub const ALL: [Self; 6] = [
        Self::ReadLists,
        Self::ReadContacts,
        Self::WriteContacts,
        Self::ReadCampaigns,
        Self::ReadSuppressions,
        Self::WriteSuppressions,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::ReadLists => "read:lists",
            Self::ReadContacts => "read:contacts",
            Self::WriteContacts => "write:contacts",
            Self::ReadCampaigns => "read:campaigns",
            Self::ReadSuppressions => "read:suppressions",
            Self::WriteSuppressions => "write:suppressions",
        }
    }

    /// The text that says what it allows.
    pub fn key(self) -> &'static str {
        match self {
            Self::ReadLists => "scope-read-lists",
            Self::ReadContacts => "scope-read-contacts",
            Self::WriteContacts => "scope-write-contacts",
            Self::ReadCampaigns => "scope-read-campaigns",
            Self::ReadSuppressions => "scope-read-suppressions",
            Self::WriteSuppressions => "scope-write-suppressions",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }
}
