//! Agents' phones: on what an agent talks.

use crate::error::{Result, StoreError};
use crate::sql::phone as sql;
use crate::store::Store;
use engine::AgentId;
use std::fmt;
use std::str::FromStr;

/// An account on the exchange (`a1001`), or a number anywhere (`+31201234567`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneProblem {
    #[error(
        "a phone is an account on the exchange (letters, digits, dot, dash, underscore; 40 at \
         most) or a number with its plus and 7 to 15 digits"
    )]
    Unreadable,
    #[error("this phone is another agent's")]
    Taken,
}

impl Phone {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A number that has to be dialled, rather than an account on the exchange.
    pub fn is_number(&self) -> bool {
        self.0.starts_with('+')
    }
}

impl FromStr for Phone {
    type Err = PhoneProblem;

    fn from_str(text: &str) -> std::result::Result<Self, PhoneProblem> {
        let is_good = match text.strip_prefix('+') {
            Some(digits) => {
                (7..=15).contains(&digits.len())
                    && digits.bytes().all(|sign| sign.is_ascii_digit())
                    && !digits.starts_with('0')
            }
            None => {
                let plain = |sign: u8| sign.is_ascii_alphanumeric() || b"._-".contains(&sign);
                (1..=40).contains(&text.len()) && text.bytes().all(plain)
            }
        };
        if is_good {
            Ok(Self(text.to_owned()))
        } else {
            Err(PhoneProblem::Unreadable)
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Store {
    pub fn phone(&self, agent: AgentId) -> Result<Option<Phone>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::PHONE, &[agent.0.into()])?;
            let text = rows.first().map(|row| row.maybe_text(0)).transpose()?;
            let phone = text.flatten().map(Phone::from_str).transpose();
            phone.map_err(|problem| StoreError::Corrupt {
                table: "agent".into(),
                column: "phone".into(),
                row: agent.0.to_string(),
                problem: problem.to_string(),
            })
        })
    }

    /// Agents who are ready and have no contact in hand, by name, and whether they have a phone.
    pub fn ready_and_free(&self) -> Result<Vec<(AgentId, bool)>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::READY, &[])?;
            rows.iter()
                .map(|row| Ok((AgentId(row.int(0)?), row.int(1)? == 1)))
                .collect()
        })
    }

    /// Gives an agent a phone, or takes it away.
    pub fn set_phone(
        &self,
        agent: AgentId,
        phone: Option<Phone>,
    ) -> Result<std::result::Result<(), PhoneProblem>> {
        self.write(move |conn, _| {
            let text = phone.as_ref().map(|phone| phone.as_str().to_owned());
            let args = [text.clone().into(), agent.0.into()];
            if !conn.rows(&sql::OTHERS_PHONE, &args)?.is_empty() {
                return Ok(Err(PhoneProblem::Taken));
            }
            conn.exec(&sql::SET_PHONE, &args)?;
            Ok(Ok(()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_or_a_number() {
        for (text, is_number) in [("a1001", false), ("w-2.b_c", false), ("+4930231251", true)] {
            assert_eq!(text.parse::<Phone>().unwrap().is_number(), is_number);
        }
        for text in [
            "",
            "a b",
            "a@b",
            "PJSIP/a1",
            "+49",
            "+0493023125",
            "+49 30",
            "ä",
        ] {
            assert_eq!(
                text.parse::<Phone>(),
                Err(PhoneProblem::Unreadable),
                "{text}"
            );
        }
    }
}
