//! Runs the loops: intake of reports, dialler, outbox couriers, keeper (due, rescue, prune).
//!
//! Each loop is a plain step that does what is due and says how much it did; threads and
//! waiting are for whoever calls it.

mod courier;
mod intake;
mod keeper;

pub use courier::Courier;
pub use intake::{deliver, entry, event_id};
pub use keeper::{Done, Keeper, OpenCall};
