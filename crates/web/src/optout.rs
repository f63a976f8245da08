//! Links by which somebody says: do not call me. Each is signed with a key of the house and says
//! whom it is about, where it holds, until when it works, and in which language.
//!
//! A link is short and of small letters, so that it also fits before the @ of an address, where
//! 64 letters are allowed and nobody keeps capitals.

mod letters;

use crate::secret;
use crate::words::Language;
use engine::catalogue::Extent;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use letters::{base32, figure, written};
use sha2::Sha256;
use std::collections::BTreeMap;
use store::{AuditActor, AuditEntry, AuditWord, Store, StoreError, Subject, Suppression};

/// What a link is about.
#[derive(Debug, Clone, PartialEq)]
pub struct OptOut {
    /// A number or a person: a domain speaks for more than whoever holds the link.
    pub subject: Subject,
    pub extent: Extent,
    pub scope: i64,
    pub language: Language,
    /// The last day on which the link works, counted from 1970.
    pub last_day: i64,
}

/// Why a link is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLink {
    /// It is none of ours, or a part of it was lost.
    Broken,
    Old,
}

/// What opting out did.
#[derive(Debug, Clone, PartialEq)]
pub struct OptedOut {
    /// It was not suppressed there before.
    pub added: bool,
    /// Open contacts that were closed.
    pub closed: usize,
}

const KEY: &str = "opt-out links";
/// Letters of a signature: 128 bits.
const SIGNATURE: usize = 26;
const SECONDS_OF_DAY: i64 = 86_400;
/// How long a link works unless somebody says otherwise.
pub const USUAL_DAYS: u32 = 730;

impl OptOut {
    /// From now on for so many days.
    #[must_use]
    pub fn lasting(self, now: Timestamp, days: u32) -> Self {
        let today = now.as_second().div_euclid(SECONDS_OF_DAY);
        Self {
            last_day: today.saturating_add(i64::from(days)),
            ..self
        }
    }

    pub fn expires_at(&self) -> Timestamp {
        let end = self
            .last_day
            .saturating_add(1)
            .saturating_mul(SECONDS_OF_DAY);
        Timestamp::from_second(end).unwrap_or(Timestamp::MAX)
    }

    /// The headers of a message that offers the link: RFC 2369 and RFC 8058.
    pub fn headers(link: &str) -> BTreeMap<&'static str, String> {
        BTreeMap::from([
            ("List-Unsubscribe", format!("<{link}>")),
            (
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            ),
        ])
    }

    /// The link's own part of the address.
    pub fn sign(&self, store: &Store) -> Result<String, StoreError> {
        let drawn = secret::new().map_err(|failure| StoreError::Other {
            statement: "opt-out link",
            reason: failure.to_string(),
        })?;
        let key = store.house_secret(KEY, &drawn)?;
        let said = self.said();
        let signature = signature(&key, &said);
        Ok(format!("{said}-{signature}"))
    }

    /// What a link says, if this house has signed it and it has not expired.
    pub fn read(token: &str, store: &Store) -> Result<Result<Self, BadLink>, StoreError> {
        let Some(key) = store.known_secret(KEY)? else {
            return Ok(Err(BadLink::Broken));
        };
        let now = store.clock().now();
        Ok(checked(&token.to_ascii_lowercase(), &key, now))
    }

    /// Suppresses at once, closes open contacts, and notes by which door it was said.
    pub fn carry_out(&self, store: &Store, door: &'static str) -> Result<OptedOut, StoreError> {
        let now = store.clock().now();
        let new = Suppression {
            extent: self.extent,
            scope: self.scope,
            reason: "opt-out".to_owned(),
            ..Suppression::everywhere(self.subject.clone(), door, now)
        };
        let added = store.suppress(vec![new.clone()])? > 0;
        let closed = store.close_covered(&[new])?;
        let entry = AuditEntry::about(AuditActor::System, AuditWord::Changed, "suppression", None);
        store.audit(entry.told("door", door).told("closed", closed))?;
        Ok(OptedOut { added, closed })
    }

    fn said(&self) -> String {
        let key = self.subject.key();
        let whom = match key {
            ..0 => format!("p{}", written(key.unsigned_abs())),
            _ => format!("n{}", written(key.unsigned_abs())),
        };
        let scope = written(self.scope.unsigned_abs());
        let place = match self.extent {
            Extent::Everywhere => "e".to_owned(),
            Extent::Advertiser => format!("a{scope}"),
            Extent::Campaign => format!("c{scope}"),
        };
        let language = match self.language {
            Language::English => 'e',
            Language::Dutch => 'n',
            Language::German => 'd',
            Language::Hungarian => 'h',
        };
        let day = written(self.last_day.unsigned_abs());
        format!("{whom}-{place}-{language}{day}")
    }
}

fn signature(key: &str, said: &str) -> String {
    // A key of any length will do.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
        return String::new();
    };
    mac.update(b"opt-out 1 ");
    mac.update(said.as_bytes());
    let mut letters = base32(&mac.finalize().into_bytes());
    letters.truncate(SIGNATURE);
    letters
}

fn checked(token: &str, key: &str, now: Timestamp) -> Result<OptOut, BadLink> {
    let (said, signed) = token.rsplit_once('-').ok_or(BadLink::Broken)?;
    if !same(signature(key, said).as_bytes(), signed.as_bytes()) {
        return Err(BadLink::Broken);
    }
    let link = parsed(said).ok_or(BadLink::Broken)?;
    match link.expires_at() > now {
        true => Ok(link),
        false => Err(BadLink::Old),
    }
}

/// In a time that says nothing of where they differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    let differ = a.iter().zip(b).fold(0, |all, (a, b)| all | (a ^ b));
    a.len() == SIGNATURE && b.len() == SIGNATURE && differ == 0
}

fn parsed(said: &str) -> Option<OptOut> {
    let mut parts = said.split('-');
    let (whom, place, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let subject = match whom.split_at_checked(1)? {
        ("n", digits) => Subject::of_key(figure(digits)?),
        ("p", mark) => Subject::of_key(figure(mark)?.checked_neg()?),
        _ => None,
    }?;
    let (extent, scope) = match place.split_at_checked(1)? {
        ("e", "") => (Extent::Everywhere, 0),
        ("a", scope) => (Extent::Advertiser, figure(scope)?),
        ("c", scope) => (Extent::Campaign, figure(scope)?),
        _ => return None,
    };
    let (language, day) = rest.split_at_checked(1)?;
    let language = match language {
        "e" => Language::English,
        "n" => Language::Dutch,
        "d" => Language::German,
        "h" => Language::Hungarian,
        _ => return None,
    };
    Some(OptOut {
        subject,
        extent,
        scope,
        language,
        last_day: figure(day)?,
    })
}

#[cfg(test)]
mod tests;
