//! The countries whose lists Dispo reads: how numbers are written there and which clock they keep.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A country whose national ways of writing a number are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    Nl,
    De,
    Ch,
    Hu,
    Gb,
    Us,
}

/// A text that names none of the countries.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a country Dispo knows: write one of NL, DE, CH, HU, GB, US")]
pub struct UnknownCountry(String);

impl Country {
    pub const ALL: [Self; 6] = [Self::Nl, Self::De, Self::Ch, Self::Hu, Self::Gb, Self::Us];

    /// The two letters of ISO 3166.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "NL",
            Self::De => "DE",
            Self::Ch => "CH",
            Self::Hu => "HU",
            Self::Gb => "GB",
            Self::Us => "US",
        }
    }

    /// The clock a list of this country keeps unless it says otherwise.
    pub fn zone(self) -> &'static str {
        match self {
            Self::Nl => "Europe/Amsterdam",
            Self::De => "Europe/Berlin",
            Self::Ch => "Europe/Zurich",
            Self::Hu => "Europe/Budapest",
            Self::Gb => "Europe/London",
            Self::Us => "America/New_York",
        }
    }

    /// Whether one zone serves every number of the country.
    pub fn has_one_zone(self) -> bool {
        self != Self::Us
    }

    /// The country as people write it in a column: code or name, in nl, en, de or hu.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|country| country.names().contains(&text.as_str()))
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nl => &[
                "nl",
                "nld",
                "nederland",
                "netherlands",
                "the netherlands",
                "holland",
                "niederlande",
                "hollandia",
            ],
            Self::De => &[
                "de",
                "deu",
                "d",
                "duitsland",
                "germany",
                "deutschland",
                "németország",
            ],
            Self::Ch => &[
                "ch",
                "che",
                "zwitserland",
                "switzerland",
                "schweiz",
                "suisse",
                "svájc",
            ],
            Self::Hu => &[
                "hu",
                "hun",
                "h",
                "hongarije",
                "hungary",
                "ungarn",
                "magyarország",
            ],
            Self::Gb => &[
                "gb",
                "gbr",
                "uk",
                "verenigd koninkrijk",
                "united kingdom",
                "great britain",
                "england",
                "vereinigtes königreich",
                "großbritannien",
                "egyesült királyság",
            ],
            Self::Us => &[
                "us",
                "usa",
                "verenigde staten",
                "united states",
                "united states of america",
                "vereinigte staaten",
                "egyesült államok",
            ],
        }
    }

    /// The country calling code.
    pub(crate) fn calling_code(self) -> u16 {
        match self {
            Self::Nl => 31,
            Self::De => 49,
            Self::Ch => 41,
            Self::Hu => 36,
            Self::Gb => 44,
            Self::Us => 1,
        }
    }

    /// The calling code as it is written.
    pub(crate) fn calling_digits(self) -> &'static [u8] {
        match self {
            Self::Nl => b"31",
            Self::De => b"49",
            Self::Ch => b"41",
            Self::Hu => b"36",
            Self::Gb => b"44",
            Self::Us => b"1",
        }
    }

    /// What is dialled before the area code inside the country.
    pub(crate) fn trunk(self) -> &'static [u8] {
        match self {
            Self::Nl | Self::De | Self::Ch | Self::Gb => b"0",
            Self::Hu => b"06",
            Self::Us => b"1",
        }
    }

    /// What is dialled before a foreign country code.
    pub(crate) fn dial_out(self) -> &'static [u8] {
        match self {
            Self::Us => b"011",
            _ => b"00",
        }
    }

    /// Fewest digits after which a number without its trunk prefix cannot be a local number that
    /// lacks its area code. Where lengths are fixed the plan itself tells the two apart.
    pub(crate) fn shortest_without_trunk(self) -> usize {
        match self {
            Self::De => 10,
            _ => 0,
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        Self::ALL
            .into_iter()
            .find(|country| country.code().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| UnknownCountry(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_found_by_its_name_in_four_languages() {
        for (text, country) in [
            ("Nederland", Country::Nl),
            (" nl ", Country::Nl),
            ("Duitsland", Country::De),
            ("Schweiz", Country::Ch),
            ("MAGYARORSZÁG", Country::Hu),
            ("UK", Country::Gb),
            ("Vereinigte Staaten", Country::Us),
        ] {
            assert_eq!(Country::named(text), Some(country), "{text}");
        }
        assert_eq!(Country::named("België"), None);
        assert_eq!(Country::named(""), None);
    }

    #[test]
    fn every_zone_is_one_the_time_zone_database_knows() {
        for country in Country::ALL {
            assert!(jiff::tz::TimeZone::get(country.zone()).is_ok(), "{country}");
        }
    }

    #[test]
    fn only_the_code_is_accepted_as_an_option() {
        assert_eq!("de".parse(), Ok(Country::De));
        let refused = "Deutschland".parse::<Country>().unwrap_err();
        assert_eq!(
            refused.to_string(),
            "`Deutschland` is not a country Dispo knows: write one of NL, DE, CH, HU, GB, US"
        );
    }
}
