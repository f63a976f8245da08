//! Telephone numbers that an update corrects: changed through the door once the import is live.

use engine::{Actor, ContactId, Number};
use std::collections::BTreeMap;
use store::{Import, ImportProblem, RecordError, Store, StoreError};

/// One number of a known contact that the file has otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Corrected {
    pub contact: ContactId,
    pub line: u64,
    pub column: String,
    pub field: String,
    /// As the field had it.
    pub old: String,
    pub new: Number,
}

/// Changes the numbers; gives those that could not be changed, whose field is put back so that
/// the next update finds them again.
pub(crate) fn apply(
    store: &Store,
    import: &Import,
    corrected: &[Corrected],
) -> Result<Vec<ImportProblem>, StoreError> {
    let mut problems = Vec::new();
    for one in corrected {
        let digits = one.old.trim_start_matches('+').parse::<u64>().ok();
        let old = digits.and_then(|digits| Number::new(digits).ok());
        let pairs = vec![(old, Some(one.new))];
        match store.replace_numbers(import.list, one.contact, pairs, Actor::Import) {
            Ok(_) => {}
            Err(RecordError::Store(error)) => return Err(error),
            Err(refused) => {
                put_back(store, import, one)?;
                problems.push(ImportProblem {
                    line: one.line,
                    column: one.column.clone(),
                    value: one.new.to_string(),
                    reason: format!("could not be changed: {refused}; import it again"),
                });
            }
        }
    }
    Ok(problems)
}

fn put_back(store: &Store, import: &Import, one: &Corrected) -> Result<(), StoreError> {
    let field = BTreeMap::from([(one.field.clone(), one.old.clone())]);
    match store.edit(import.list, one.contact, field, Actor::Import) {
        Err(RecordError::Store(error)) => Err(error),
        Ok(_) | Err(_) => Ok(()),
    }
}
