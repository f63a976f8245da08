//! Keeps sounds encrypted on disk: one file each, sealed piece by piece, so that any stretch of it
//! can be heard without opening the rest, and any change is seen.
//!
//! A file begins with a head (`sealing`), then come pieces of one size, the last one shorter. Keys
//! lie in a file of the administrator (`keys`); a head says which one its file was sealed with.

mod folder;
mod keys;
mod problem;
mod reader;
mod sealing;
mod writer;

pub use folder::Vault;
pub use keys::Keys;
pub use problem::VaultProblem;
pub use reader::Reader;
pub use writer::{Sealed, Writer};

#[cfg(test)]
mod tests;
