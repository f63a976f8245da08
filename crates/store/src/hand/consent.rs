//! The evidence of an opt-in that came with a contact, from the fields that carry it.

use super::alter::values;
use crate::error::Result;
use crate::sql::hand as sql;
use crate::store::Store;
use engine::{ContactId, ListId};

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
}
