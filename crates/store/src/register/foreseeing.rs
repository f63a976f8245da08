//! What a file would do to a register, before it does.

use super::held::Held;
use super::merge::{Merge, Moved};
use super::{NewRegister, RegisterChange, RegisterRefusal, RegisterTaken, by_name};
use crate::store::Store;
use engine::Number;

impl Store {
    /// As [`import_register`](Store::import_register) would do, of which nothing is written.
    /// The numbers stand in rising order, each once.
    pub fn foresee_register(
        &self,
        new: &NewRegister,
        change: RegisterChange,
        numbers: &[Number],
    ) -> std::result::Result<RegisterTaken, RegisterRefusal> {
        let there = self.read(|conn| by_name(conn, &new.name))?;
        self.may_take(new, change, there.as_ref())?;
        let named = numbers.iter().map(|number| number.digits());
        let mut moved = Moved::default();
        let Some(found) = there else {
            let added = numbers.len() as u64;
            return Ok(RegisterTaken {
                numbers: added,
                added,
                removed: 0,
            });
        };
        let mut failed = None;
        let held = Held::new(self, &found, &mut failed);
        let count = Merge::new(held, named, change, &mut moved).count() as u64;
        match failed {
            Some(error) => Err(error.into()),
            None => Ok(RegisterTaken {
                numbers: count,
                added: moved.added,
                removed: moved.removed,
            }),
        }
    }
}
