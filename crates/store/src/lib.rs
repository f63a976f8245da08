//! Remembers what was decided, one transaction per event, on SQLite or PostgreSQL.

pub mod address;
pub mod conn;
pub mod dialect;
pub mod error;
pub mod migrate;
pub mod sql;

pub use address::Address;
pub use error::{Result, StoreError};
