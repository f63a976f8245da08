//! The words of a catalogue's file for what a disposition may be.

use super::{Extent, Kind, Setter, SuppressSubject};

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unreached => "unreached",
            Self::Callback => "callback",
            Self::Final => "final",
            Self::Suspended => "suspended",
            Self::Returned => "returned",
            Self::AttemptOnly => "attempt_only",
        }
    }
}

impl Setter {
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Agent => "agent",
            Self::Import => "import",
            Self::Update => "update",
            Self::Script => "script",
            Self::Supervisor => "supervisor",
            Self::Adviser => "adviser",
            Self::Ivr => "ivr",
            Self::Mail => "mail",
        }
    }
}

impl SuppressSubject {
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Person => "person",
            Self::Domain => "domain",
        }
    }
}

impl Extent {
    pub fn word(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Advertiser => "advertiser",
            Self::Everywhere => "everywhere",
        }
    }
}
