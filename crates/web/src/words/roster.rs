//! Rosters in the visitor's own names of weekdays: `ma-vr 14:00-`.

use super::Words;
use engine::roster::{Roster, RosterError};
use jiff::civil::Weekday;

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mo"),
    (Weekday::Tuesday, "tu"),
    (Weekday::Wednesday, "we"),
    (Weekday::Thursday, "th"),
    (Weekday::Friday, "fr"),
    (Weekday::Saturday, "sa"),
    (Weekday::Sunday, "su"),
];

impl Words {
    /// The roster as it would be typed.
    pub fn roster(&self, roster: &Roster) -> String {
        let own = DAYS.map(|(day, word)| (word.to_owned(), self.weekday(day)));
        exchanged(&roster.to_string(), &own)
    }

    /// Reads a roster; days may have their names in the visitor's language, or the short
    /// English ones.
    pub fn read_roster(&self, text: &str) -> Result<Roster, RosterError> {
        let own = DAYS.map(|(day, word)| (self.weekday(day).to_lowercase(), word.to_owned()));
        Roster::parse(&exchanged(&text.to_lowercase(), &own))
    }
}

/// The text with whole words exchanged.
fn exchanged(text: &str, words: &[(String, String)]) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for sign in text.chars().chain(['\0']) {
        if sign.is_alphabetic() {
            word.push(sign);
            continue;
        }
        let found = words.iter().find(|(from, _)| *from == word);
        out.push_str(found.map_or(&word, |(_, to)| to));
        word.clear();
        if sign != '\0' {
            out.push(sign);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use engine::Zone;

    #[test]
    fn a_roster_is_read_back_as_it_is_written_in_every_language() {
        let roster = Roster::parse("mo-we,sa 14:00-; th-fr -12:00; su 10:00-11:30").unwrap();
        for language in Language::ALL {
            let words = Words::new(language, Zone::UTC);
            let text = words.roster(&roster);
            assert_eq!(words.read_roster(&text), Ok(roster), "{text}");
        }
        let dutch = Words::new(Language::Dutch, Zone::UTC);
        assert!(dutch.roster(&roster).starts_with("ma-wo,za 14:00-"));
        assert!(dutch.read_roster("mo-fr 9:00-12:00").is_ok());
        assert!(dutch.read_roster("ooit").is_err());
    }
}
