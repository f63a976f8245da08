//! PostgreSQL's errors in the store's words. Never its details: they quote values.

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use crate::address::{PostgresAddress, with_causes};
use crate::error::StoreError;

pub fn opening(error: &Error, place: &PostgresAddress) -> StoreError {
    let remedy = match error.code() {
        Some(&SqlState::INVALID_CATALOG_NAME) => "create the database first, such as by createdb",
        Some(&SqlState::INVALID_PASSWORD | &SqlState::INVALID_AUTHORIZATION_SPECIFICATION) => {
            "check the user, the password and the server's pg_hba.conf"
        }
        Some(&SqlState::TOO_MANY_CONNECTIONS) => {
            "close other programs or raise the server's max_connections"
        }
        Some(&SqlState::CANNOT_CONNECT_NOW) => "wait until the server has started",
        Some(_) => "check the address and the rights of the user",
        None => "check host and port, and that PostgreSQL is running and listens there",
    };
    unavailable(place, reason(error), remedy)
}

pub fn running(error: &Error, statement: &'static str, place: &PostgresAddress) -> StoreError {
    let Some(code) = error.code() else {
        return match error.is_closed() || is_broken(error) {
            true => lost(error, statement, place),
            false => StoreError::other(statement, with_causes(error)),
        };
    };
    let reason = reason(error);
    match *code {
        SqlState::UNIQUE_VIOLATION => StoreError::Unique {
            statement,
            constraint: constraint(error),
        },
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
            StoreError::Serialization { statement, reason }
        }
        SqlState::LOCK_NOT_AVAILABLE => StoreError::Busy { statement },
        SqlState::DISK_FULL => StoreError::Full { statement, reason },
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => StoreError::Corrupt {
            table: place.to_string(),
            column: "all columns".to_owned(),
            row: format!("read by {statement}"),
            problem: reason,
        },
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => {
            lost(error, statement, place)
        }
        _ => StoreError::other(statement, reason),
    }
}

fn lost(error: &Error, statement: &'static str, place: &PostgresAddress) -> StoreError {
    unavailable(
        place,
        format!("{statement}: the connection was lost: {}", reason(error)),
        "check that PostgreSQL is running, then connect again",
    )
}

fn is_broken(error: &Error) -> bool {
    let cause = std::error::Error::source(error);
    cause.is_some_and(|cause| cause.is::<std::io::Error>())
}

fn unavailable(place: &PostgresAddress, reason: String, remedy: &str) -> StoreError {
    StoreError::Unavailable {
        address: place.to_string(),
        reason,
        remedy: remedy.to_owned(),
    }
}

fn constraint(error: &Error) -> String {
    let name = error.as_db_error().and_then(|error| error.constraint());
    name.unwrap_or("unnamed").to_owned()
}

fn reason(error: &Error) -> String {
    match error.as_db_error() {
        Some(error) => format!("{} ({})", error.message(), error.code().code()),
        None => with_causes(error),
    }
}
