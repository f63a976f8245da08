//! Where the database is: `sqlite:FILE` or `postgres://user:password@host:port/database`.
//!
//! An address is shown without its password.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use tokio_postgres::config::SslMode;

use crate::dialect::Engine;
use crate::error::StoreError;

#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(Box<PostgresAddress>),
}

#[derive(Clone, PartialEq, Eq)]
pub struct PostgresAddress {
    pub(crate) config: tokio_postgres::Config,
    shown: String,
}

impl Address {
    pub fn engine(&self) -> Engine {
        match self {
            Address::Sqlite(_) => Engine::Sqlite,
            Address::Postgres(_) => Engine::Postgres,
        }
    }
}

impl FromStr for Address {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Address, StoreError> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            return sqlite(text, file);
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return postgres(text);
        }
        Err(refused(
            text,
            "this is no address of a database",
            "write sqlite:FILE or postgres://user:password@host:5432/database",
        ))
    }
}

fn sqlite(text: &str, file: &str) -> Result<Address, StoreError> {
    // `sqlite:///data/x.db` is how other programs write `sqlite:/data/x.db`.
    let file = file.strip_prefix("//").unwrap_or(file);
    if file.is_empty() || file.contains('\0') {
        return Err(refused(
            text,
            "the file is missing",
            "name it, such as sqlite:dispo.db",
        ));
    }
    if file.starts_with(":memory:") {
        return Err(refused(
            text,
            "a database in memory forgets everything at once",
            "name a file, such as sqlite:dispo.db",
        ));
    }
    Ok(Address::Sqlite(PathBuf::from(file)))
}

fn postgres(text: &str) -> Result<Address, StoreError> {
    let config: tokio_postgres::Config = text.parse().map_err(|error| {
        refused(
            text,
            &with_causes(&error),
            "write postgres://user:password@host:5432/database, special characters as %XX",
        )
    })?;
    if config.get_ssl_mode() == SslMode::Require {
        return Err(refused(
            text,
            "encrypted connections to PostgreSQL are not supported",
            "use a local socket, a private network or a tunnel, and drop sslmode=require",
        ));
    }
    if config.get_dbname().is_none() {
        return Err(refused(
            text,
            "the name of the database is missing",
            "add it at the end, such as postgres://host/dispo",
        ));
    }
    Ok(Address::Postgres(Box::new(PostgresAddress {
        config,
        shown: without_password(text),
    })))
}

fn refused(text: &str, reason: &str, remedy: &str) -> StoreError {
    StoreError::Unavailable {
        address: without_password(text),
        reason: reason.to_owned(),
        remedy: remedy.to_owned(),
    }
}

/// An error with its sources: the drivers put the interesting part last.
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let words = inner.to_string();
        if !text.contains(&words) {
            text = format!("{text}: {words}");
        }
        cause = inner.source();
    }
    text
}

/// Hides what stands between the user and the last `@`, and all parameters that might be
/// secret. Works on wrong addresses too, since those are shown as well.
fn without_password(text: &str) -> String {
    let (main, parameters) = match text.split_once('?') {
        Some((main, parameters)) => (main, Some(parameters)),
        None => (text, None),
    };
    let main = match main.split_once("://") {
        Some((scheme, rest)) => match rest.rsplit_once('@') {
            Some((who, place)) => {
                let user = who.split_once(':').map_or(who, |(user, _)| user);
                format!("{scheme}://{user}@{place}")
            }
            None => main.to_owned(),
        },
        None => main.to_owned(),
    };
    // A password with a bare `?` or `@` in it leaves its end among the parameters.
    match parameters {
        Some(_) => format!("{main}?…"),
        None => main,
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Sqlite(file) => write!(out, "sqlite:{}", file.display()),
            Address::Postgres(place) => place.fmt(out),
        }
    }
}

impl fmt::Display for PostgresAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.shown)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match text.parse::<Address>() {
            Ok(address) => address.to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn both_kinds_are_recognised() {
        assert_eq!(shown("sqlite:floor/dispo.db"), "sqlite:floor/dispo.db");
        assert_eq!(shown("sqlite:///srv/dispo.db"), "sqlite:/srv/dispo.db");
        assert_eq!(
            shown("postgres://anna@db.example:5433/dispo"),
            "postgres://anna@db.example:5433/dispo"
        );
        assert_eq!(
            "sqlite:a.db".parse::<Address>().unwrap().engine(),
            Engine::Sqlite
        );
        assert_eq!(
            "postgresql://h/d".parse::<Address>().unwrap().engine(),
            Engine::Postgres
        );
    }

    #[test]
    fn a_password_is_never_shown() {
        for secret in [
            "postgres://anna:hush@db/dispo",
            "postgres://anna:hush@db:99999999/dispo",
            "postgres://anna:hu@hush@db/dispo",
            "postgres://anna@db/dispo?password=hush",
            "postgres://anna:x?hush@db/dispo",
            "postgres://anna:x#hush@db/dispo?sslmode=require",
            "mysql://anna:hush@db/dispo",
        ] {
            let shown = shown(secret);
            assert!(!shown.contains("hush"), "{secret} is shown as {shown}");
        }
        let address: Address = "postgres://anna:hush@db/dispo".parse().unwrap();
        assert_eq!(address.to_string(), "postgres://anna@db/dispo");
        assert_eq!(format!("{address:?}"), "postgres://anna@db/dispo");
    }

    #[test]
    fn a_wrong_address_is_refused_with_its_remedy() {
        for (text, says) in [
            ("dispo.db", "sqlite:FILE"),
            ("sqlite:", "sqlite:dispo.db"),
            ("sqlite::memory:", "name a file"),
            ("postgres://db:port/dispo", "special characters"),
            ("postgres://db", "name of the database is missing"),
            ("postgres://db/dispo?sslmode=require", "tunnel"),
        ] {
            let error = text.parse::<Address>().unwrap_err().to_string();
            assert!(error.contains(says), "{text}: {error}");
        }
    }
}
