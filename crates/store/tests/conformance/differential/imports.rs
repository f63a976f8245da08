//! Imports in the oracle: what is staged and not live is seen by nobody.

use super::Said;
use super::oracle::{Kept, Oracle, said};
use engine::{ContactId, History, ListId, Origin};
use store::NewContact;

impl Oracle {
    pub fn import(&mut self, list: ListId, rows: &[NewContact], live: bool) -> Said {
        self.imports.push(if live { "live" } else { "cancelled" });
        for row in rows {
            let id = ContactId(self.next_id);
            self.next_id += 1;
            let numbers = row.numbers.len() as u8;
            let (zone, kind, trigger) = (row.zone.clone(), row.kind, row.arrival);
            let origin = Origin {
                zone,
                kind,
                numbers,
                consent: None,
                trigger,
                at: self.now,
            };
            let (contact, _) = origin.contact(list, id, &self.rules[&list]);
            let (at, numbers) = (self.now, row.numbers.clone());
            let import = self.imports.len() - 1;
            self.contacts.insert(
                (list, id),
                Kept {
                    history: History::begin(contact.clone()),
                    contact,
                    at,
                    seq: 0,
                    import,
                    numbers,
                },
            );
        }
        let verb = if live { "import" } else { "cancel" };
        said(verb, "done", self.imports.len().to_string())
    }

    pub fn undo(&mut self, import: i64) -> Said {
        let index = import as usize - 1;
        match self.imports.get_mut(index) {
            Some(state) if *state == "live" => *state = "undone",
            _ => return said("undo_import", "wrong_state", ""),
        }
        let touched = self
            .contacts
            .values()
            .filter(|kept| kept.import == index && kept.seq > 0);
        said("undo_import", "done", touched.count().to_string())
    }
}
