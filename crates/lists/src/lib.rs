//! Speaks the file formats in which call lists travel.
//!
//! A file becomes a stream of records (`sheet`), a saved or recognised `definition` says what its
//! columns mean, `row` checks each record against it and turns what people write into numbers
//! (`phone`), and `export` writes the same shapes back. No database, no clock.

pub mod country;
pub mod phone;
mod problem;

pub use country::Country;
pub use problem::Problem;
