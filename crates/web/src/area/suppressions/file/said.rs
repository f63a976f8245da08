//! What somebody says of a file: what its columns name, and what is to become of those.

use super::super::asked;
use engine::Zone;
use import::whom::{Aim, Alike, Names};
use jiff::Timestamp;
use lists::Country;
use serde::{Deserialize, Serialize};
use store::{NewRegister, RegisterChange};

/// As it is kept with the upload: what was typed, and the instants it meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// `each`, or what the file is to a register: `full`, `add`, `remove`.
    pub becomes: String,
    pub register: String,
    /// Empty, or what it holds in: `campaign-3`, `advertiser-1`.
    pub place: String,
    pub source: String,
    pub reason: String,
    pub as_of: String,
    pub from: String,
    pub until: String,
    pub country: Option<Country>,
    /// What the columns name; nothing where nobody has said it yet.
    pub columns: Vec<Names>,
    as_of_at: Option<Timestamp>,
    from_at: Option<Timestamp>,
    until_at: Option<Timestamp>,
}

/// What is wrong with it, each a text beside its field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wrong {
    pub register: Option<&'static str>,
    pub as_of: Option<&'static str>,
    pub from: Option<&'static str>,
    pub until: Option<&'static str>,
    pub columns: Option<&'static str>,
}

impl Wrong {
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// More of a text is not kept.
const LONGEST: usize = 500;
const SOURCE_LONGEST: usize = 100;
const REGISTER_LONGEST: usize = 80;

impl Said {
    /// Takes what a browser sent.
    pub fn take(&mut self, pairs: &[(String, String)]) {
        let mut columns: Vec<(usize, Names)> = Vec::new();
        for (name, value) in pairs {
            let value = value.trim();
            let clipped = |most| value.chars().take(most).collect::<String>();
            match name.as_str() {
                "becomes" => self.becomes = value.to_owned(),
                "register" => self.register = clipped(REGISTER_LONGEST + 1),
                "place" => self.place = clipped(LONGEST),
                "source" => self.source = clipped(SOURCE_LONGEST),
                "reason" => self.reason = clipped(LONGEST),
                "as_of" => self.as_of = clipped(LONGEST),
                "from" => self.from = clipped(LONGEST),
                "until" => self.until = clipped(LONGEST),
                "country" => self.country = value.parse().ok().or(self.country),
                _ => columns.extend(column(name, value)),
            }
        }
        if !columns.is_empty() {
            columns.sort_by_key(|(index, _)| *index);
            self.columns = columns.into_iter().map(|(_, names)| names).collect();
        }
    }

    /// Finds all that is wrong at once, and keeps what the days mean.
    pub fn check(&mut self, zone: &Zone, now: Timestamp, registers: &[String]) -> Wrong {
        let from = asked::beginning(&self.from, zone);
        let begins = from.ok().flatten().map_or(now, |from| from.max(now));
        let until = asked::end(&self.until, zone, begins);
        let as_of = asked::beginning(&self.as_of, zone);
        let is_to_come = as_of.ok().flatten().is_some_and(|as_of| as_of > now);
        self.from_at = from.ok().flatten();
        self.until_at = until.ok().flatten();
        self.as_of_at = as_of.ok().flatten();
        let named = registers.contains(&self.register);
        let length = self.register.chars().count();
        Wrong {
            register: match self.change() {
                None => None,
                Some(_) if length == 0 || length > REGISTER_LONGEST => {
                    Some("suppressions-file-register-empty")
                }
                Some(RegisterChange::Full) => None,
                Some(_) => (!named).then_some("suppressions-file-register-unknown"),
            },
            as_of: match self.change() {
                Some(_) if as_of.is_err() || is_to_come => Some("suppressions-file-as-of-wrong"),
                _ => None,
            },
            from: from.is_err().then_some("suppressions-from-wrong"),
            until: until.is_err().then_some("suppressions-until-wrong"),
            columns: self.columns_wrong(),
        }
    }

    fn columns_wrong(&self) -> Option<&'static str> {
        let names = |wanted: &[Names]| self.columns.iter().any(|names| wanted.contains(names));
        let fits = match self.change() {
            Some(_) => names(&[Names::Number, Names::Any]),
            None => self.columns.iter().any(|names| *names != Names::Nothing),
        };
        (!fits).then_some("suppressions-file-columns-none")
    }

    /// What the file is to a register, if it is for one.
    pub fn change(&self) -> Option<RegisterChange> {
        match self.becomes.as_str() {
            "full" => Some(RegisterChange::Full),
            "add" => Some(RegisterChange::Add),
            "remove" => Some(RegisterChange::Remove),
            _ => None,
        }
    }

    /// What is to be done with whom the file names.
    pub fn aim(&self, file: &str, handed_in: Timestamp) -> Option<Aim> {
        let (extent, scope) = asked::place(&self.place)?;
        let source = match self.source.as_str() {
            "" => file.chars().take(SOURCE_LONGEST).collect(),
            said => said.to_owned(),
        };
        let (from_at, until_at) = (self.from_at, self.until_at);
        Some(match self.change() {
            Some(change) => {
                let new = NewRegister {
                    name: self.register.clone(),
                    extent,
                    scope,
                    source,
                    as_of: self.as_of_at.unwrap_or(handed_in),
                    from_at,
                    until_at,
                };
                Aim::Register(new, change)
            }
            None => Aim::Each(Alike {
                extent,
                scope,
                source,
                reason: self.reason.clone(),
                from_at,
                until_at,
            }),
        })
    }
}

/// `names-3=number`.
fn column(name: &str, value: &str) -> Option<(usize, Names)> {
    let index = name.strip_prefix("names-")?.parse().ok()?;
    let mut all = Names::ALL.into_iter();
    let names = all.find(|names| names.word() == value)?;
    Some((index, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Said {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let pairs: Vec<(String, String)> = pairs.iter().map(owned).collect();
        let mut said = Said::default();
        said.take(&pairs);
        said
    }

    fn check(said: &mut Said) -> Wrong {
        let now: Timestamp = "2026-06-10T12:00:00Z".parse().unwrap();
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        said.check(&zone, now, &["tps".to_owned()])
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let mut wrong = said(&[
            ("becomes", "add"),
            ("register", "nobody's"),
            ("as_of", "2026-06-11"),
            ("from", "soon"),
            ("until", "2026-06-09"),
            ("names-0", "person"),
        ]);
        let found = check(&mut wrong);
        assert_eq!(
            [found.register, found.as_of, found.from, found.until],
            [
                Some("suppressions-file-register-unknown"),
                Some("suppressions-file-as-of-wrong"),
                Some("suppressions-from-wrong"),
                Some("suppressions-until-wrong")
            ]
        );
        assert_eq!(found.columns, Some("suppressions-file-columns-none"));
    }

    #[test]
    fn a_register_takes_the_day_it_is_of() {
        let mut right = said(&[
            ("becomes", "full"),
            ("register", "new"),
            ("as_of", "2026-06-10"),
            ("place", "campaign-3"),
            ("names-1", "number"),
            ("names-0", "nothing"),
        ]);
        assert!(check(&mut right).is_none());
        let at = Timestamp::UNIX_EPOCH;
        let Some(Aim::Register(new, RegisterChange::Full)) = right.aim("f.csv", at) else {
            panic!("it is for a register");
        };
        assert_eq!(new.as_of.to_string(), "2026-06-09T22:00:00Z");
        assert_eq!((new.scope, new.source.as_str()), (3, "f.csv"));
        assert_eq!(right.columns, [Names::Nothing, Names::Number]);
    }
}
