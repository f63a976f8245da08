//! How codes are written: each in its own words, or in those of another catalogue.

use engine::catalogue::Disposition;
use engine::crosswalk::{counterpart, counterpart_of_call};
use engine::{Catalogue, Code, ContactId};
use std::collections::HashMap;
use std::sync::Arc;
use store::{List, Store, StoreError};

/// A code as it is written, with its kind.
pub(crate) struct Coded {
    pub code: String,
    pub kind: String,
}

pub(crate) struct Codes {
    by_code: HashMap<String, Arc<Coded>>,
    /// Contacts whose lines said more than their codes.
    by_contact: HashMap<ContactId, Arc<Coded>>,
}

impl Codes {
    pub fn own(own: &Catalogue) -> Self {
        let all = own.dispositions().iter();
        Self {
            by_code: all.map(|it| (it.code.to_string(), coded(it))).collect(),
            by_contact: HashMap::new(),
        }
    }

    /// In the words of another catalogue; where it has none, the own one stands behind "no code".
    pub fn translated(
        store: &Store,
        list: &List,
        (own, there): (&Catalogue, &Catalogue),
    ) -> Result<Self, StoreError> {
        let translated = |code: &Disposition| match counterpart(code, there) {
            Some(found) => coded(found.disposition),
            None => Arc::new(Coded {
                code: format!("no code ({})", code.code),
                kind: kind(code),
            }),
        };
        let all = own.dispositions().iter();
        let by_code: HashMap<_, _> = all
            .map(|it| (it.code.to_string(), translated(it)))
            .collect();
        let (mut by_contact, mut told) = (HashMap::new(), HashMap::new());
        store.each_giver(list.id, &mut |contact, attempt| {
            let Some(found) = counterpart_of_call(&attempt, own, there) else {
                return;
            };
            let usual = by_code.get(attempt.code.as_str());
            let code = found.disposition.code.as_str();
            if usual.is_none_or(|usual| usual.code != code) {
                let one = told.entry(code.to_owned());
                let one = one.or_insert_with(|| coded(found.disposition));
                by_contact.insert(contact, Arc::clone(one));
            }
        })?;
        Ok(Self {
            by_code,
            by_contact,
        })
    }

    pub fn of(&self, contact: ContactId, code: &Code) -> Option<&Coded> {
        let by_call = self.by_contact.get(&contact);
        let found = by_call.or_else(|| self.by_code.get(code.as_str()));
        found.map(AsRef::as_ref)
    }
}

fn coded(there: &Disposition) -> Arc<Coded> {
    Arc::new(Coded {
        code: there.code.to_string(),
        kind: kind(there),
    })
}

/// The kind as it is written in the file of a catalogue.
pub fn kind(disposition: &Disposition) -> String {
    disposition.kind.word().to_owned()
}
