//! Takes files of others in: a call list, every row checked, staged in batches, made live by one
//! commit; or whom nobody may call.
//!
//! A [`Source`] is opened and checked against its definition before anything is written. A
//! planner turns rows into batches on one thread while the store writes them on another.
//! Nothing here knows of a command line or of a browser.

mod absent;
mod batch;
mod check;
mod digest;
mod duplicates;
mod failure;
mod fields;
mod kind;
pub mod membership;
mod order;
mod owners;
mod plan;
mod renumber;
mod report;
mod run;
mod schema;
mod shipped;
mod source;
mod update;
pub mod whom;
mod zones;

pub use check::{Of, Outlook, Told, check};
pub use failure::ImportFailure;
pub use kind::ProblemKind;
pub use order::{ABSENT_MOST, Handling, Order};
pub use report::ImportReport;
pub use run::{Ended, Progress, fields_of, run};
pub use schema::{definition_of, kept};
pub use shipped::{CATALOGUES, catalogue, rules_of};
pub use source::{Source, recognised};
