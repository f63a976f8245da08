//! Whom nobody may call, as a file names them: numbers, persons by their e-mail addresses,
//! domains.
//!
//! A file is read to its end before anything of it is written. What becomes of those it names is
//! said by an [`Aim`]: each is suppressed, or the numbers go into a register.

mod aim;
mod columns;
mod foresee;
mod gather;
mod meter;
mod take;

pub use aim::{Aim, Alike};
pub use columns::{Names, is_headed, named_by};
pub use foresee::{Foresight, foresee};
pub use gather::{Gathered, WhomFile};
pub use meter::Meter;
pub use take::{TakeFailure, WhomTaken, take};
