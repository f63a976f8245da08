//! Registers: numbers by the million that must not be called, kept in blocks of text.
//!
//! A version is built beside the one that holds and switched to by one small commit, so that an
//! import that is stopped leaves what held before.

mod block;
mod closing;
mod find;
mod foreseeing;
mod held;
mod merge;
mod prune;
mod withdrawing;

pub use find::{Register, Registered};
pub(crate) use find::{as_of, hits, of_number};
pub use merge::RegisterChange;

use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::sql::register as sql;
use crate::store::Store;
use engine::Number;
use engine::catalogue::Extent;
use held::Held;
use jiff::Timestamp;
use merge::{Merge, Moved};

/// What is said of a register with each file.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRegister {
    pub name: String,
    pub extent: Extent,
    /// The campaign it holds in, or the advertiser in whose campaigns; 0 where it holds everywhere.
    pub scope: i64,
    pub source: String,
    /// The moment of which the file says that it is complete.
    pub as_of: Timestamp,
    pub from_at: Option<Timestamp>,
    pub until_at: Option<Timestamp>,
}

impl NewRegister {
    fn campaign(&self) -> i64 {
        match self.extent {
            Extent::Campaign => self.scope,
            Extent::Everywhere | Extent::Advertiser => 0,
        }
    }

    fn advertiser(&self) -> Option<i64> {
        (self.extent == Extent::Advertiser).then_some(self.scope)
    }
}

/// A register of an advertiser is kept as one of campaigns, with the advertiser beside it.
fn kept_extent(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Campaign | Extent::Advertiser => "campaign",
    }
}

/// What a file did to a register.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterTaken {
    /// Numbers in it now.
    pub numbers: u64,
    pub added: u64,
    pub removed: u64,
}

/// Why a file was not taken into a register.
#[derive(Debug, thiserror::Error)]
pub enum RegisterRefusal {
    #[error("there is no register `{0}`: import all of it first")]
    Unknown(String),
    #[error("`{name}` is of {held} already, and this file is older")]
    Older { name: String, held: Timestamp },
    #[error("a file cannot be of {0}: that is still to come")]
    ToCome(Timestamp),
    #[error("`{0}` is being imported by somebody else since; this import was given up")]
    Overtaken(String),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Blocks of one commit: half a million numbers.
const AT_ONCE: usize = 2_000;

/// A register as an import finds it.
struct Found {
    id: i64,
    version: i64,
    building: i64,
    as_of: Option<Timestamp>,
}

impl Store {
    /// Takes a file into a register; tells on the way how many numbers were written. Until it
    /// has succeeded the register is what it was. Numbers of open contacts are closed later:
    /// see [`close_registered`](Store::close_registered).
    pub fn import_register(
        &self,
        new: &NewRegister,
        change: RegisterChange,
        mut numbers: Vec<Number>,
        progress: &mut dyn FnMut(u64),
    ) -> std::result::Result<RegisterTaken, RegisterRefusal> {
        let found = self.begin_building(new, change)?;
        self.prune_register(&found)?;
        numbers.sort_unstable();
        numbers.dedup();
        let mut moved = Moved::default();
        let written = self.build(&found, change, &numbers, &mut moved, progress)?;
        drop(numbers);
        self.switch_to(new, change, &found, written)?;
        self.hints().tell(Hint::Suppressions);
        self.prune_register(&Found {
            version: found.building,
            ..found
        })?;
        Ok(RegisterTaken {
            numbers: written,
            added: moved.added,
            removed: moved.removed,
        })
    }

    fn may_take(
        &self,
        new: &NewRegister,
        change: RegisterChange,
        there: Option<&Found>,
    ) -> std::result::Result<(), RegisterRefusal> {
        let name = || new.name.clone();
        match there.and_then(|found| found.as_of) {
            _ if new.as_of > self.clock().now() => Err(RegisterRefusal::ToCome(new.as_of)),
            Some(held) if held > new.as_of => Err(RegisterRefusal::Older { name: name(), held }),
            None if change != RegisterChange::Full => Err(RegisterRefusal::Unknown(name())),
            Some(_) | None => Ok(()),
        }
    }

    fn begin_building(
        &self,
        new: &NewRegister,
        change: RegisterChange,
    ) -> std::result::Result<Found, RegisterRefusal> {
        let own = new.clone();
        let there = self.read(|conn| by_name(conn, &new.name))?;
        self.may_take(new, change, there.as_ref())?;
        let found = self.write(move |conn, now| {
            if by_name(conn, &own.name)?.is_none() {
                conn.exec(
                    &sql::ADD,
                    &[
                        own.name.as_str().into(),
                        kept_extent(own.extent).into(),
                        Value::from(own.campaign()),
                        own.source.as_str().into(),
                        now.as_microsecond().into(),
                    ],
                )?;
            }
            let Some(found) = by_name(conn, &own.name)? else {
                return Err(StoreError::other("register.add", "it was not added"));
            };
            conn.exec(&sql::BUILD, &[found.id.into()])?;
            Ok(Found {
                building: found.building.saturating_add(1),
                ..found
            })
        })?;
        Ok(found)
    }

    fn build(
        &self,
        found: &Found,
        change: RegisterChange,
        numbers: &[Number],
        moved: &mut Moved,
        progress: &mut dyn FnMut(u64),
    ) -> Result<u64> {
        let mut failed = None;
        let held = Held::new(self, found, &mut failed);
        let named = numbers.iter().map(|number| number.digits());
        let mut all = Merge::new(held, named, change, moved);
        let mut written = 0_u64;
        loop {
            let some: Vec<u64> = all.by_ref().take(block::LONGEST * AT_ONCE).collect();
            if some.is_empty() {
                break;
            }
            written += some.len() as u64;
            self.fill(found, &some)?;
            progress(written);
        }
        drop(all);
        failed.map_or(Ok(written), Err)
    }

    fn fill(&self, found: &Found, numbers: &[u64]) -> Result<()> {
        let (id, version) = (found.id, found.building);
        let rows: Vec<Vec<Value>> = numbers
            .chunks(block::LONGEST)
            .map(|some| {
                let first = some.first().copied().unwrap_or(0);
                let first = i64::try_from(first).unwrap_or(i64::MAX);
                let body = block::write(some);
                vec![id.into(), version.into(), first.into(), body.into()]
            })
            .collect();
        self.write(move |conn, _| conn.bulk(&sql::FILL, &mut rows.into_iter()).map(|_| ()))
    }

    fn switch_to(
        &self,
        new: &NewRegister,
        change: RegisterChange,
        found: &Found,
        written: u64,
    ) -> std::result::Result<(), RegisterRefusal> {
        let at = |instant: Option<Timestamp>| Value::from(instant.map(Timestamp::as_microsecond));
        let (from_at, until_at) = (at(new.from_at), at(new.until_at));
        let (id, version) = (found.id, found.building);
        let (own, grows) = (new.clone(), change != RegisterChange::Remove);
        let switched = self.write(move |conn, now| {
            let lock = conn.engine().lock_registers();
            if !lock.is_empty() {
                conn.batch(lock)?;
            }
            conn.exec(
                &sql::SWITCH,
                &[
                    kept_extent(own.extent).into(),
                    Value::from(own.campaign()),
                    own.source.as_str().into(),
                    own.as_of.as_microsecond().into(),
                    now.as_microsecond().into(),
                    i64::try_from(written).unwrap_or(i64::MAX).into(),
                    from_at,
                    until_at,
                    version.into(),
                    i64::from(grows).into(),
                    own.advertiser().into(),
                    id.into(),
                    version.into(),
                ],
            )
        })?;
        if switched == 0 {
            return Err(RegisterRefusal::Overtaken(new.name.clone()));
        }
        Ok(())
    }
}

fn by_name(conn: &mut dyn Conn, name: &str) -> Result<Option<Found>> {
    let rows = conn.rows(&sql::BY_NAME, &[name.into()])?;
    rows.first().map(found).transpose()
}

fn found(row: &Row) -> Result<Found> {
    Ok(Found {
        id: row.int(0)?,
        version: row.int(1)?,
        building: row.int(2)?,
        as_of: row.maybe_int(3)?.map(crate::clock::instant),
    })
}
