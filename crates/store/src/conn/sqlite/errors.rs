//! SQLite's errors in the store's words.

use std::path::Path;

use rusqlite::{ErrorCode, ffi};

use crate::error::StoreError;

/// While a statement runs, either the driver or our own checks may object.
pub enum Failure {
    Driver(rusqlite::Error),
    Ours(StoreError),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Failure {
        Failure::Driver(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Ours(error)
    }
}

pub fn opening(error: rusqlite::Error, file: &Path) -> StoreError {
    let remedy = match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen) if file.is_dir() => "name a file, not a directory",
        Some(ErrorCode::CannotOpen) if !file.exists() => {
            "check the path; a command that creates the database makes the file, not its directory"
        }
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "make the file and its directory writable for this user"
        }
        Some(ErrorCode::NotADatabase) => "name another file, this one is not a SQLite database",
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another process holds it; try again, or end that process"
        }
        Some(ErrorCode::DatabaseCorrupt) => "restore it from a backup",
        _ => "check the path and the disk",
    };
    unavailable(file, reason(&error), remedy)
}

pub fn unavailable(file: &Path, reason: String, remedy: &str) -> StoreError {
    StoreError::Unavailable {
        address: format!("sqlite:{}", file.display()),
        reason,
        remedy: remedy.to_owned(),
    }
}

pub fn running(error: rusqlite::Error, statement: &'static str, file: &Path) -> StoreError {
    let rusqlite::Error::SqliteFailure(code, _) = &error else {
        return StoreError::other(statement, reason(&error));
    };
    match (code.code, code.extended_code) {
        (
            ErrorCode::ConstraintViolation,
            ffi::SQLITE_CONSTRAINT_UNIQUE
            | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | ffi::SQLITE_CONSTRAINT_ROWID,
        ) => StoreError::Unique {
            statement,
            constraint: constraint(&reason(&error)),
        },
        (_, ffi::SQLITE_BUSY_SNAPSHOT) => StoreError::Serialization {
            statement,
            reason: reason(&error),
        },
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreError::Busy { statement },
        // The shared part of the log could not grow.
        (ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE) => StoreError::Full {
            statement,
            reason: reason(&error),
        },
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => StoreError::Corrupt {
            table: format!("sqlite:{}", file.display()),
            column: "all columns".to_owned(),
            row: format!("read by {statement}"),
            problem: reason(&error),
        },
        (ErrorCode::CannotOpen | ErrorCode::SystemIoFailure, _) => unavailable(
            file,
            format!("{statement}: {}", reason(&error)),
            "check the disk and the rights of the file",
        ),
        _ => StoreError::other(statement, reason(&error)),
    }
}

/// `UNIQUE constraint failed: contact.list_id, contact.id` → `contact.list_id, contact.id`
fn constraint(message: &str) -> String {
    let (_, columns) = message.rsplit_once(": ").unwrap_or(("", message));
    columns.to_owned()
}

/// Without the text of the statement, which rusqlite adds to errors of syntax.
fn reason(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(code, None) => code.to_string(),
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    }
}
