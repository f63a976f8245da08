//! Reads what stands in the address: parts of the path, and the question after it.

use super::entry::fault_of;
use super::problem::{Fault, Problem};
use axum::extract::{FromRequestParts, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use engine::Number;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The question of a request, taken apart member by member.
pub struct Question {
    members: BTreeMap<String, String>,
    faults: Vec<Fault>,
}

/// Rows of one page.
const USUAL_LIMIT: i64 = 100;
pub const MOST: i64 = 200;

impl<S: Send + Sync> FromRequestParts<S> for Question {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(pairs) = Query::<Vec<(String, String)>>::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::of(StatusCode::BAD_REQUEST))?;
        let mut question = Self {
            members: BTreeMap::new(),
            faults: Vec::new(),
        };
        for (name, value) in pairs {
            if question.members.contains_key(&name) {
                question.fault(&name, "repeated", "stands twice: say it once");
            }
            question.members.insert(name, value);
        }
        Ok(question)
    }
}

impl Question {
    /// How many rows are wanted.
    pub fn limit(&mut self) -> i64 {
        let Some(text) = self.members.remove("limit") else {
            return USUAL_LIMIT;
        };
        match text.parse() {
            Ok(limit) if (1..=MOST).contains(&limit) => limit,
            _ => {
                self.fault("limit", "out_of_range", format!("must be from 1 to {MOST}"));
                USUAL_LIMIT
            }
        }
    }

    /// Where the page before ended, as `next` of that page said it: so many whole numbers.
    pub fn after<const N: usize>(&mut self) -> Option<[i64; N]> {
        let text = self.members.remove("after")?;
        let parts: Option<Vec<i64>> = text.split('.').map(|part| part.parse().ok()).collect();
        let cursor = parts.and_then(|parts| <[i64; N]>::try_from(parts).ok());
        if cursor.is_none() {
            self.fault(
                "after",
                "invalid",
                "must be what `next` of the page before says",
            );
        }
        cursor
    }

    pub fn text(&mut self, name: &str, most: usize) -> Option<String> {
        let text = self.members.remove(name)?;
        if text.is_empty() {
            self.fault(name, "required", "is empty: fill it in or leave it out");
            return None;
        }
        match fault_of(&text, most) {
            None => Some(text),
            Some((code, detail)) => {
                self.fault(name, code, detail);
                None
            }
        }
    }

    pub fn number(&mut self, name: &str) -> Option<Number> {
        let text = self.text(name, 32)?;
        // A plus that was not encoded arrives as a space.
        let number = e164(text.trim());
        if number.is_none() {
            self.fault(name, "invalid", E164);
        }
        number
    }

    pub fn instant(&mut self, name: &str) -> Option<Timestamp> {
        let text = self.text(name, 64)?;
        match text.parse() {
            Ok(at) => Some(at),
            Err(_) => {
                self.fault(name, "invalid", INSTANT);
                None
            }
        }
    }

    /// An id, such as a list's.
    pub fn id(&mut self, name: &str) -> Option<i64> {
        let text = self.text(name, 32)?;
        let id = text.parse().ok().filter(|id: &i64| *id > 0);
        if id.is_none() {
            self.fault(name, "wrong_type", "must be a whole number from 1 on");
        }
        id
    }

    /// One of a closed list, by its word.
    pub fn one_of<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        word: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(name, 100)?;
        match worded(&text, all, word) {
            Ok(found) => Some(found),
            Err(detail) => {
                self.fault(name, "unknown", detail);
                None
            }
        }
    }

    pub fn fault(&mut self, field: &str, code: &'static str, detail: impl Into<String>) {
        let field: String = field.chars().take(100).collect();
        self.faults.push(Fault::new(field, code, detail));
    }

    /// Everything has been asked for: what is left over is unknown.
    pub fn finish(mut self) -> Result<(), Problem> {
        for name in std::mem::take(&mut self.members).into_keys() {
            self.fault(&name, "unknown", "is not known here: leave it out");
        }
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(Problem::invalid(self.faults))
        }
    }
}

pub const E164: &str = "must be a number with country code, such as +493023125014";
pub const DAY: &str = "must be a day, such as 2026-11-24";
pub const INSTANT: &str = "must be an instant, such as 2026-11-24T14:30:00Z";

/// A number as it is written between programs: country code and digits, plus or not.
pub fn e164(text: &str) -> Option<Number> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let plain = (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits
        .parse()
        .ok()
        .filter(|_| plain && !digits.starts_with('0'))?;
    Number::new(number).ok()
}

/// What a word of a closed list stands for, or which words there are.
pub fn worded<T: Copy>(
    text: &str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Result<T, String> {
    let found = all.iter().copied().find(|one| word(*one) == text);
    found.ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
        format!("must be one of {}", words.join(", "))
    })
}

/// An id in the path. What is no id leads nowhere.
pub fn id(text: &str, what: &str) -> Result<i64, Problem> {
    let id = text.parse().ok().filter(|id: &i64| *id > 0);
    id.ok_or_else(|| Problem::not_found(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_between_programs_have_a_country_code() {
        let number = Number::new(493_023_125_014).ok();
        assert_eq!(e164("+493023125014"), number);
        assert_eq!(e164("493023125014"), number);
        for wrong in [
            "",
            "+",
            "030 23125014",
            "03023125014",
            "+49x",
            "+1234567890123456",
        ] {
            assert_eq!(e164(wrong), None, "{wrong}");
        }
    }
}
