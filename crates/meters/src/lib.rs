//! Counts what the program does, for whoever watches over it.
//!
//! A [`Meter`] says how long things took. [`Text`] writes numbers down as Prometheus reads them.

mod meter;
mod text;

pub use meter::Meter;
pub use text::{Family, Text};
