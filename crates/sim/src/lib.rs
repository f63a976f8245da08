//! Plays whole working days with seeded chance: for tests, for `dispo simulate`, for the demo.
//!
//! Everything that happens goes through the real store and engine; only the exchange and the
//! people are made up. Agents log in, take what they are offered, dial, talk and choose
//! dispositions; the keeper goes its rounds.
//!
//! [`play`] plays days in one go, its clock jumping from one happening to the next. A
//! [`Living`] centre is the same paced by the clock of the house, with others at work in it.

mod acts;
mod agenda;
mod bell;
mod callers;
mod calls;
mod chance;
mod choice;
mod desk;
mod door;
mod error;
mod faults;
mod laws;
mod living;
mod names;
mod opening;
mod opting;
mod people;
mod plan;
mod play;
mod shift;
mod summary;
mod wishes;
mod world;

pub use error::SimError;
pub use faults::Faults;
pub use laws::{Laws, Seen};
pub use living::Living;
pub use opening::{first_opening, morning_before};
pub use people::far_end;
pub use plan::Plan;
pub use summary::{CodeFigures, StockAt, Summary};

use store::{Address, Durability, Store};

/// A simulation that is over.
#[derive(Debug)]
pub struct Played {
    pub summary: Summary,
    /// What was seen on the way, and what law was broken.
    pub laws: Laws,
}

/// Plays the plan on a database.
pub fn play(address: &Address, durability: Durability, plan: &Plan) -> Result<Played, SimError> {
    play_watched(address, durability, plan, &mut |_, _| {})
}

/// The same, for somebody who wants to look in after each simulated hour.
pub fn play_watched(
    address: &Address,
    durability: Durability,
    plan: &Plan,
    watch: &mut dyn FnMut(&Store, &Laws),
) -> Result<Played, SimError> {
    play::Play::open(address, durability, plan)?.run(watch)
}
