//! Who is behind contacts: a person is known by an e-mail address, a company by its domain.
//!
//! Nothing of an address is kept for this but a mark: a figure below 0, so that it never is a
//! telephone number, drawn from the address in small letters. Whoever has the same address has
//! the same mark, and a mark says nothing once the address is erased. See decision 26.

mod backlog;
mod shared;

pub(crate) use backlog::catch_up;

use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::record::row::first_eight;
use crate::sql::person as sql;
use engine::{ContactId, ListId, Number};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Whom a suppression is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Number(Number),
    /// Whoever has an e-mail address.
    Person(Mark),
    /// All addresses of a domain, and of those below it.
    Domain(Mark, String),
}

/// The figure by which an address or a domain is known. Never made of anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(i64);

/// Marks lie between this and 0.
const LOWEST: i64 = -(1 << 59);

impl Mark {
    fn of(kind: &str, name: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(kind.as_bytes());
        hash.update([0]);
        hash.update(name.as_bytes());
        let drawn = first_eight(&hash.finalize()).rem_euclid(LOWEST.unsigned_abs().cast_signed());
        Self(drawn.saturating_neg().saturating_sub(1))
    }
}

impl Subject {
    /// The person with an e-mail address; none where that is no address.
    pub fn person(address: &str) -> Option<Self> {
        let address = Email::read(address)?;
        Some(Self::Person(address.person()))
    }

    /// A domain; none where that is none, or one in which many people have an address of theirs.
    pub fn domain(name: &str) -> Option<Self> {
        let name = name.trim().trim_start_matches('@').to_lowercase();
        (is_domain(&name) && !shared::is_shared(&name))
            .then(|| Self::Domain(Mark::of("domain", &name), name))
    }

    /// How it is kept: digits, or a mark.
    pub fn key(&self) -> i64 {
        match self {
            Self::Number(number) => i64::try_from(number.digits()).unwrap_or(i64::MAX),
            Self::Person(mark) | Self::Domain(mark, _) => mark.0,
        }
    }

    pub(crate) fn kept(key: i64, named: Option<&str>) -> Option<Self> {
        match (key, named) {
            (..0, Some(name)) => Some(Self::Domain(Mark(key), name.to_owned())),
            (..0, None) => Some(Self::Person(Mark(key))),
            _ => Number::new(key.unsigned_abs()).ok().map(Self::Number),
        }
    }

    pub(crate) fn named(&self) -> Option<&str> {
        match self {
            Self::Domain(_, name) => Some(name),
            Self::Number(_) | Self::Person(_) => None,
        }
    }

    /// By its key, of a number or a person. A domain's name cannot be told from its key.
    pub fn of_key(key: i64) -> Option<Self> {
        (key >= LOWEST).then(|| Self::kept(key, None)).flatten()
    }

    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Person(_) | Self::Domain(..) => None,
        }
    }

    /// A stable word for what it is.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Person(_) => "person",
            Self::Domain(..) => "domain",
        }
    }

    /// The lowest key a subject can have.
    pub const LOWEST: i64 = LOWEST;
}

impl From<Number> for Subject {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Person(_) => f.write_str("…@…"),
            Self::Domain(_, name) => f.write_str(name),
        }
    }
}

/// An e-mail address in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Email {
    whole: String,
    at: usize,
}

impl Email {
    /// A text that is one address and nothing else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let whole = text.trim().to_lowercase();
        let at = whole.find('@')?;
        let (local, domain) = (whole.get(..at)?, whole.get(at.saturating_add(1)..)?);
        let is_local = !local.is_empty()
            && !local
                .contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
        (is_local && is_domain(domain)).then_some(Self { whole, at })
    }

    fn domain(&self) -> &str {
        self.whole
            .get(self.at.saturating_add(1)..)
            .unwrap_or_default()
    }

    fn person(&self) -> Mark {
        Mark::of("person", &self.whole)
    }

    /// Of the person, of the domain and of those above it, as far as they are somebody's.
    pub(crate) fn marks(&self) -> Vec<i64> {
        let mut all = vec![self.person().0];
        let mut domain = self.domain();
        while let Some((_, above)) = domain.split_once('.') {
            if !shared::is_shared(domain) {
                all.push(Mark::of("domain", domain).0);
            }
            domain = above;
        }
        all
    }

    /// The domain as the subject of a suppression; the person where the domain is many people's.
    pub(crate) fn domain_or_person(&self) -> Subject {
        Subject::domain(self.domain()).unwrap_or_else(|| Subject::Person(self.person()))
    }

    pub(crate) fn as_person(&self) -> Subject {
        Subject::Person(self.person())
    }
}

fn is_domain(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    name.len() <= 253 && name.contains('.') && name.split('.').all(is_label)
}

/// The addresses among a contact's fields: whatever is one. Evidence of an opt-in may name
/// somebody else.
pub(crate) fn addresses<'f>(fields: impl Iterator<Item = (&'f str, &'f str)>) -> BTreeSet<Email> {
    fields
        .filter(|(name, _)| !name.starts_with("optin_"))
        .filter_map(|(_, value)| Email::read(value))
        .collect()
}

/// Whether an address to write to is among a contact's fields.
#[must_use]
pub fn is_mailable(fields: &BTreeMap<String, String>) -> bool {
    let fields = fields.iter();
    !addresses(fields.map(|(name, value)| (name.as_str(), value.as_str()))).is_empty()
}

/// The same of fields as they are kept.
pub(crate) fn addresses_in(fields: &str) -> BTreeSet<Email> {
    if !fields.contains('@') {
        return BTreeSet::new();
    }
    let fields: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(fields).unwrap_or_default();
    addresses(
        fields
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))),
    )
}

/// Rows that say by what contacts are known.
pub(crate) fn mark_rows(list: ListId, contact: i64, fields: &str) -> Vec<Vec<Value>> {
    let marks: BTreeSet<i64> = addresses_in(fields).iter().flat_map(Email::marks).collect();
    marks
        .into_iter()
        .map(|mark| vec![list.0.into(), contact.into(), mark.into()])
        .collect()
}

/// Adds marks; those that are there already stay.
pub(crate) fn put(conn: &mut dyn Conn, rows: &[Vec<Value>]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    conn.many(&sql::PUT, rows).map(|_| ())
}

/// What a contact is known by is that alone from now on.
pub(crate) fn replace(
    conn: &mut dyn Conn,
    (list, contact): (ListId, ContactId),
    fields: &str,
) -> Result<()> {
    conn.exec(&sql::DROP, &[list.0.into(), contact.0.into()])?;
    put(conn, &mark_rows(list, contact.0, fields))
}

/// Of contacts, all together.
pub(crate) fn marks_of(
    conn: &mut dyn Conn,
    contacts: impl Iterator<Item = (ListId, ContactId)>,
) -> Result<BTreeSet<i64>> {
    let keys: Vec<Vec<Value>> = contacts
        .map(|(list, contact)| vec![list.0.into(), contact.0.into()])
        .collect();
    if keys.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = conn.many_rows(&sql::OF, &keys)?;
    rows.iter().map(|row| row.int(0)).collect()
}

/// The addresses of a contact as it stands.
pub(crate) fn addresses_of(
    conn: &mut dyn Conn,
    list: ListId,
    contact: ContactId,
) -> Result<BTreeSet<Email>> {
    let rows = conn.rows(
        &crate::sql::hand::FIELDS,
        &[list.0.into(), contact.0.into()],
    )?;
    let fields = rows.first().map(|row| row.maybe_text(1)).transpose()?;
    Ok(fields.flatten().map(addresses_in).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_by_the_address_however_it_is_written() {
        let one = Subject::person("Ada.Byron@Example.org ");
        assert!(one.is_some());
        assert_eq!(one, Subject::person("ada.byron@example.org"));
        assert_ne!(one, Subject::person("ada@example.org"));
        for wrong in [
            "",
            "ada",
            "@example.org",
            "ada@",
            "ada@example",
            "a b@example.org",
            "a@b@example.org",
            "a@-x.org",
        ] {
            assert_eq!(Subject::person(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_domain_is_known_with_what_lies_below_it() {
        let marks = |address: &str| Email::read(address).unwrap().marks();
        let domain = Subject::domain(" @Example.org").unwrap().key();
        assert!(marks("ada@example.org").contains(&domain));
        assert!(marks("ada@post.example.org").contains(&domain));
        assert!(!marks("ada@notexample.org").contains(&domain));
        assert_eq!(marks("ada@post.example.org").len(), 3);
        assert_eq!(Subject::domain("org"), None);
    }

    #[test]
    fn a_domain_of_many_people_is_nobodys() {
        assert_eq!(Subject::domain("gmail.com"), None);
        let ada = Email::read("ada@gmail.com").unwrap();
        assert_eq!(ada.marks().len(), 1);
        assert_eq!(
            Some(ada.domain_or_person()),
            Subject::person("ada@gmail.com")
        );
    }

    #[test]
    fn marks_are_no_numbers_and_lie_in_their_bounds() {
        for n in 0..1_000 {
            let key = Subject::person(&format!("a{n}@example.org")).unwrap().key();
            assert!((LOWEST..0).contains(&key));
        }
    }

    #[test]
    fn addresses_are_found_among_fields_but_not_in_evidence() {
        let fields = r#"{"name":"Ada","mail":"ada@example.org","note":"mail ada@x.org","optin_source":"bea@example.org","n":5}"#;
        let found: Vec<String> = addresses_in(fields).into_iter().map(|a| a.whole).collect();
        assert_eq!(found, ["ada@example.org"]);
        assert_eq!(addresses_in("no json @").len(), 0);
    }
}
