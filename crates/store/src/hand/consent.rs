//! The evidence of an opt-in that came with a contact, from the fields that carry it.

use super::alter::{Values, consent_in, values};
use crate::conn::Conn;
use crate::error::Result;
use crate::import::{Import, Mode};
use crate::record::Entry;
use crate::sql::hand as sql;
use crate::store::Store;
use engine::{Actor, Command, ConsentChange, ContactId, EVIDENCE, ListId};

/// Contacts that are looked at between two commits.
const AT_ONCE: i64 = 500;

/// What is known of the opt-in, as the client handed it over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Consent {
    /// Who gave it; often whoever is called.
    pub who: Option<String>,
    /// How and where it was given.
    pub source: Option<String>,
    /// When, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Under which id another system keeps it.
    pub id: Option<String>,
    /// Everything else, in the client's words.
    pub description: Option<String>,
}

impl Store {
    /// What is known of a contact's opt-in; nothing where no field says anything of one.
    pub fn consent_of(&self, list: ListId, contact: ContactId) -> Result<Option<Consent>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::FIELDS, &[list.0.into(), contact.0.into()])?;
            let Some(row) = rows.first() else {
                return Ok(None);
            };
            let mut fields = values(row.maybe_text(1)?.unwrap_or("{}"), list, contact)?;
            let mut take = |name: &str| fields.remove(name).filter(|value| !value.is_empty());
            let consent = Consent {
                who: take("optin_who"),
                source: take("optin_source"),
                date: take("optin_date"),
                id: take("optin_id"),
                description: take("optin_description"),
            };
            Ok(Some(consent).filter(|consent| *consent != Consent::default()))
        })
    }

    /// Lets the contacts that an import gave other fields be called on the ground those speak
    /// of, each by an event of its own. It may be done again; gives how many changed.
    pub fn settle_consents(&self, import: &Import) -> Result<usize> {
        // Only updates change fields; a large list is not searched for nothing.
        if import.mode != Mode::Update.word() && import.mode != Mode::Sync.word() {
            return Ok(0);
        }
        let (mut last, mut settled) = (0_i64, 0_usize);
        loop {
            let args = [
                import.list.0.into(),
                import.id.into(),
                last.into(),
                AT_ONCE.into(),
            ];
            let changed = self.read(|conn| {
                let rows = conn.rows(&sql::CHANGED_BY, &args)?;
                rows.iter()
                    .map(|row| row.int(0))
                    .collect::<Result<Vec<i64>>>()
            })?;
            let Some(newest) = changed.last() else {
                return Ok(settled);
            };
            last = *newest;
            let mut entries = Vec::new();
            for contact in changed {
                entries.extend(self.unsettled(import.list, ContactId(contact))?);
            }
            let answers = self.record_all(entries)?;
            settled = settled.saturating_add(answers.iter().filter(|it| it.is_ok()).count());
        }
    }

    /// What is to be recorded where the fields speak of another ground than the contact knows.
    fn unsettled(&self, list: ListId, contact: ContactId) -> Result<Option<Entry>> {
        let Some(there) = self.contact(list, contact)? else {
            return Ok(None);
        };
        let seen = self.read(|conn| fields_of(conn, list, contact))?;
        let Some((version, fields)) = seen else {
            return Ok(None);
        };
        let is = consent_in(&fields);
        if is == there.consent {
            return Ok(None);
        }
        let carries = |name: &&str| fields.contains_key(*name);
        let command = Command::Edit {
            fields: EVIDENCE
                .into_iter()
                .filter(carries)
                .map(str::to_owned)
                .collect(),
            version,
            consent: Some(is.map_or(ConsentChange::Gone, ConsentChange::Now)),
        };
        Ok(Some(Entry::command(list, contact, Actor::Import, command)))
    }
}

/// The fields that are seen, and the newest version of them.
fn fields_of(
    conn: &mut dyn Conn,
    list: ListId,
    contact: ContactId,
) -> Result<Option<(i64, Values)>> {
    let rows = conn.rows(&sql::FIELDS, &[list.0.into(), contact.0.into()])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let fields = values(row.maybe_text(1)?.unwrap_or("{}"), list, contact)?;
    Ok(Some((row.maybe_int(0)?.unwrap_or(1), fields)))
}
