//! The session with the server, and values on their way to and from it.

use std::collections::HashMap;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Error, NoTls, Statement};

use super::errors;
use crate::address::PostgresAddress;
use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};

pub type Parameter<'a> = &'a (dyn ToSql + Sync);

/// Waiting for another program's locks ends as it does on SQLite.
const SET_UP: &str = "SET lock_timeout = '5s'; SET client_min_messages = warning";
/// Everything a writer does goes by keys. Before a grown table has been analysed the planner
/// would rather read it whole, and keep to that plan.
const BY_KEYS: &str = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; \
     SET jit = off";
const READ_ONLY: &str = "SET default_transaction_read_only = on";

pub struct Session {
    runtime: Runtime,
    client: Client,
    place: PostgresAddress,
    /// By the address of the declaration and the number of rows.
    prepared: HashMap<(usize, usize), Statement>,
}

impl Session {
    pub fn open(place: &PostgresAddress, read_only: bool) -> Result<Session> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::other("open", error.to_string()))?;
        let client = runtime
            .block_on(connect(place, read_only))
            .map_err(|error| errors::opening(&error, place))?;
        let mut session = Session {
            runtime,
            client,
            place: place.clone(),
            prepared: HashMap::new(),
        };
        session.check_encoding()?;
        Ok(session)
    }

    /// Any other encoding refuses or mangles some names.
    fn check_encoding(&mut self) -> Result<()> {
        let found = self.wait("open", |client| {
            client.query_one("SELECT current_setting('server_encoding')", &[])
        })?;
        match found.try_get::<_, String>(0).as_deref() {
            Ok("UTF8") => Ok(()),
            _ => Err(StoreError::Unavailable {
                address: self.place.to_string(),
                reason: "the database is not encoded in UTF-8".to_owned(),
                remedy: "create it anew: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
                    .to_owned(),
            }),
        }
    }

    /// Blocks until the server has answered.
    pub fn wait<'a, T, F>(
        &'a self,
        name: &'static str,
        ask: impl FnOnce(&'a Client) -> F,
    ) -> Result<T>
    where
        F: Future<Output = std::result::Result<T, Error>>,
    {
        self.runtime
            .block_on(ask(&self.client))
            .map_err(|error| errors::running(&error, name, &self.place))
    }

    pub fn batch(&self, name: &'static str, sql: &str) -> Result<()> {
        self.wait(name, |client| client.batch_execute(sql))
    }

    pub fn prepare<D>(
        &mut self,
        name: &'static str,
        declared: &'static D,
        size: usize,
        text: impl FnOnce() -> String,
    ) -> Result<Statement> {
        let key = (std::ptr::from_ref(declared).addr(), size);
        if let Some(statement) = self.prepared.get(&key) {
            return Ok(statement.clone());
        }
        let text = text();
        let statement = self.wait(name, |client| client.prepare(&text))?;
        self.prepared.insert(key, statement.clone());
        Ok(statement)
    }

    pub fn rows(
        &self,
        name: &'static str,
        prepared: &Statement,
        parameters: Vec<Parameter<'_>>,
    ) -> Result<Vec<Row>> {
        let found = self.wait(name, |client| client.query(prepared, &parameters))?;
        found.iter().map(|found| row(name, found)).collect()
    }
}

async fn connect(place: &PostgresAddress, read_only: bool) -> std::result::Result<Client, Error> {
    let mut config = place.config.clone();
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(10));
    }
    if config.get_application_name().is_none() {
        config.application_name("dispo");
    }
    let (client, connection) = config.connect(NoTls).await?;
    // Its errors reach whoever waits for an answer.
    tokio::spawn(async move {
        let _ = connection.await;
    });
    client.batch_execute(SET_UP).await?;
    client
        .batch_execute(if read_only { READ_ONLY } else { BY_KEYS })
        .await?;
    Ok(client)
}

/// NULL has to be of the type the server expects; the others are checked when encoded.
pub fn parameter<'a>(kind: &Type, value: &'a Value) -> Parameter<'a> {
    match value {
        Value::Null if *kind == Type::TEXT => &None::<&str>,
        Value::Null => &None::<i64>,
        Value::Int(number) => number,
        Value::Text(text) => text,
    }
}

pub fn row(name: &'static str, found: &tokio_postgres::Row) -> Result<Row> {
    let mut values = Vec::with_capacity(found.len());
    for (position, column) in found.columns().iter().enumerate() {
        let value = if *column.type_() == Type::INT8 {
            found.try_get::<_, Option<i64>>(position).map(Value::from)
        } else {
            found
                .try_get::<_, Option<String>>(position)
                .map(Value::from)
        };
        values.push(value.map_err(|error| StoreError::Corrupt {
            table: format!("result of {name}"),
            column: column.name().to_owned(),
            row: "unknown".to_owned(),
            problem: error.to_string(),
        })?);
    }
    Ok(Row::new(name, values))
}
