//! Speaks the file formats in which call lists travel.
//!
//! A file becomes a stream of records (`sheet`), a saved or recognised `definition` says what its
//! columns mean, `row` checks each record against it and turns what people write into numbers
//! (`phone`), and `export` writes the same shapes back. No database, no clock.

pub mod country;
pub mod definition;
pub mod export;
pub mod fault;
pub mod filter;
mod folding;
pub mod kind;
mod neutral;
pub mod phone;
mod problem;
pub mod row;
pub mod sheet;
mod value;

pub use country::Country;
pub use definition::Definition;
pub use kind::ContactKind;
pub use problem::Problem;
