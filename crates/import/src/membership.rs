//! Filtered links: which contacts of a list a filter means, and those that come later.

use crate::schema::definition_of;
use engine::{ContactId, ListId};
use lists::definition::{Field, FieldType};
use lists::fault::{Fault, Faults};
use lists::filter::{Filter, Test};
use std::collections::BTreeMap;
use store::{ContactRow, Import, List, ListLink, Store, StoreError};

/// States that may be asked for, in the words of the store.
const STATES: [&str; 6] = [
    "new",
    "unreached",
    "callback",
    "suspended",
    "closed",
    "in_hand",
];

/// Columns that every contact has beside the fields of its list.
pub const COLUMNS: [&str; 5] = ["key", "state", "code", "attempts", "unreached_run"];

/// A filter bound to the fields of a list.
pub struct Judge {
    test: Test,
    fields: Vec<Field>,
    /// How many of the fields are the list's own.
    own: usize,
}

impl Judge {
    pub fn new(list: &List, filter: &Filter) -> Result<Self, Faults> {
        let fields = fields(list);
        Ok(Self {
            test: filter.test(&fields, country(list))?,
            own: list.fields.len(),
            fields,
        })
    }

    /// The filter of a link, as it is kept.
    pub fn parse(list: &List, text: &str) -> Result<Self, Faults> {
        Filter::parse(text).and_then(|filter| Self::new(list, &filter))
    }

    /// Whether it means the contact. One whose fields cannot be read is not meant.
    pub fn keeps(&self, contact: &ContactRow) -> bool {
        let Ok(values) = serde_json::from_str::<BTreeMap<String, String>>(&contact.fields) else {
            return false;
        };
        let (attempts, run) = (
            contact.attempts.to_string(),
            contact.unreached_run.to_string(),
        );
        self.test.passes(&|place| {
            let Some(field) = self.fields.get(place) else {
                return "";
            };
            if place < self.own {
                return values.get(&field.name).map_or("", String::as_str);
            }
            match field.name.as_str() {
                "key" => contact.key.as_deref().unwrap_or_default(),
                "state" => &contact.state,
                "code" => contact.code.as_str(),
                "attempts" => &attempts,
                _ => &run,
            }
        })
    }
}

/// What may be asked for: the list's fields, of the types the list says, and the columns that
/// every contact has. A field of the same name goes before a column.
pub fn fields(list: &List) -> Vec<Field> {
    // Whoever asks for a field does not fill it in.
    let own = definition_of(&list.fields)
        .fields
        .into_iter()
        .map(|field| Field {
            required: false,
            ..field
        });
    let mut fields: Vec<Field> = own.collect();
    for name in COLUMNS {
        if fields.iter().any(|field| field.name == name) {
            continue;
        }
        fields.push(match name {
            "attempts" | "unreached_run" => Field::new(name, name, FieldType::Integer),
            "state" => Field {
                choices: STATES.into_iter().map(str::to_owned).collect(),
                ..Field::new(name, name, FieldType::Choice)
            },
            _ => Field::new(name, name, FieldType::Text),
        });
    }
    fields
}

fn country(list: &List) -> lists::Country {
    list.country.parse().unwrap_or(lists::Country::Nl)
}

/// Judges contacts that came, or were changed, by every filter of their list: they join the
/// links that mean them now, and leave the others.
pub fn judge(store: &Store, list: &List, contacts: &[ContactRow]) -> Result<(), StoreError> {
    for (link, judge) in filtered(store, list)? {
        let (kept, others): (Vec<&ContactRow>, Vec<&ContactRow>) = contacts
            .iter()
            .partition(|contact| judge.as_ref().is_some_and(|judge| judge.keeps(contact)));
        let ids = |rows: Vec<&ContactRow>| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        store.add_members(link.id, &ids(kept))?;
        store.remove_members(link.id, &ids(others))?;
    }
    Ok(())
}

/// The same for one contact, as it stands now.
pub fn judge_one(store: &Store, list: ListId, contact: ContactId) -> Result<(), StoreError> {
    let Some(there) = store.list(list)? else {
        return Ok(());
    };
    match store.card(list, contact)? {
        Some(row) => judge(store, &there, &[row]),
        None => Ok(()),
    }
}

/// Judges all contacts of a list anew, such as after some came from another one.
pub fn judge_list(store: &Store, list: ListId) -> Result<(), StoreError> {
    let Some(there) = store.list(list)? else {
        return Ok(());
    };
    for (link, judge) in filtered(store, &there)? {
        let text = link.filter.unwrap_or_default();
        let keeps = move |row: &ContactRow| judge.as_ref().is_some_and(|judge| judge.keeps(row));
        store.filter_link(link.id, &text, keeps)?;
    }
    Ok(())
}

/// Judges what an import brings, before anybody sees it.
pub(crate) fn judge_import(store: &Store, import: &Import) -> Result<(), StoreError> {
    let Some(list) = store.list(import.list)? else {
        return Ok(());
    };
    if filtered(store, &list)?.is_empty() {
        return Ok(());
    }
    let mut after = ContactId(0);
    loop {
        let rows = store.brought(import, after)?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = last.id;
        judge(store, &list, &rows)?;
    }
}

/// A filter that can be read no longer, say because its field is gone, means nobody.
fn filtered(store: &Store, list: &List) -> Result<Vec<(ListLink, Option<Judge>)>, StoreError> {
    let links = store.links(list.id)?.into_iter();
    Ok(links
        .filter_map(|link| {
            let judge = Judge::parse(list, link.filter.as_deref()?).ok();
            Some((link, judge))
        })
        .collect())
}

/// What is wrong with one condition, by the part of it.
pub fn faults_of(list: &List, filter: &Filter) -> Vec<Fault> {
    match Judge::new(list, filter) {
        Ok(_) => Vec::new(),
        Err(Faults(faults)) => faults,
    }
}
