//! Who is called, as the law asks: a consumer, a sole trader or a company.

use serde::{Deserialize, Serialize};

/// Unknown counts as consumer, who is protected best.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    #[default]
    Consumer,
    SoleTrader,
    Company,
}

const CONSUMER: &[&str] = &[
    "consumer",
    "private",
    "b2c",
    "consument",
    "particulier",
    "prive",
    "privepersoon",
    "verbraucher",
    "privat",
    "privatperson",
    "konsument",
    "privatkunde",
    "maganszemely",
    "fogyaszto",
    "lakossagi",
];

const SOLE_TRADER: &[&str] = &[
    "soletrader",
    "soleproprietor",
    "selfemployed",
    "freelancer",
    "zzp",
    "zzper",
    "eenmanszaak",
    "zelfstandige",
    "einzelunternehmer",
    "einzelunternehmen",
    "einzelfirma",
    "freiberufler",
    "selbstandig",
    "selbstandiger",
    "egyenivallalkozo",
    "ev",
];

const COMPANY: &[&str] = &[
    "company",
    "business",
    "b2b",
    "organisation",
    "organization",
    "ltd",
    "inc",
    "bedrijf",
    "zakelijk",
    "organisatie",
    "bv",
    "nv",
    "vof",
    "stichting",
    "unternehmen",
    "firma",
    "geschaftlich",
    "gewerblich",
    "firmenkunde",
    "gmbh",
    "ag",
    "ceg",
    "ceges",
    "vallalat",
    "vallalkozas",
    "kft",
    "zrt",
    "bt",
];

impl ContactKind {
    pub const ALL: [Self; 3] = [Self::Consumer, Self::SoleTrader, Self::Company];

    pub fn code(self) -> &'static str {
        match self {
            Self::Consumer => "consumer",
            Self::SoleTrader => "sole_trader",
            Self::Company => "company",
        }
    }

    /// The kind as people write it in a column, in nl, en, de or hu.
    pub fn named(text: &str) -> Option<Self> {
        let folded = crate::folding::folded(text);
        Self::ALL.into_iter().find(|kind| {
            let names = match kind {
                Self::Consumer => CONSUMER,
                Self::SoleTrader => SOLE_TRADER,
                Self::Company => COMPANY,
            };
            names.contains(&folded.as_str())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_recognised_in_four_languages() {
        for (text, kind) in [
            ("sole_trader", ContactKind::SoleTrader),
            ("ZZP'er", ContactKind::SoleTrader),
            ("Selbständig", ContactKind::SoleTrader),
            ("egyéni vállalkozó", ContactKind::SoleTrader),
            ("B.V.", ContactKind::Company),
            ("cég", ContactKind::Company),
            ("geschäftlich", ContactKind::Company),
            ("Particulier", ContactKind::Consumer),
            ("magánszemély", ContactKind::Consumer),
        ] {
            assert_eq!(ContactKind::named(text), Some(kind), "{text}");
        }
        assert_eq!(ContactKind::named("vriend"), None);
        assert_eq!(ContactKind::default(), ContactKind::Consumer);
    }
}
