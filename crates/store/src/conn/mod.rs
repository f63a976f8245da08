//! A connection to either database, as small as the work of the store allows.
//!
//! A connection belongs to one thread at a time. It must not be used or dropped on a thread
//! that runs async tasks: it blocks. After an error inside a transaction only `rollback`
//! makes sense; `commit` then rolls back and says so, on both databases alike.

mod counted;
mod postgres;
mod scope;
mod sqlite;
mod value;

use crate::address::Address;
use crate::dialect::Engine;
use crate::error::{Result, StoreError};
use crate::sql::{Bulk, Column, Fetch, Many, Statement};

pub use counted::Count;
pub use value::{Row, Value};

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Writes, and makes the SQLite file if there is none.
    Create,
    /// Writes to what is there.
    Write,
    /// Cannot write. A transaction sees one moment of the database.
    Read,
}

pub fn open(address: &Address, access: Access) -> Result<Box<dyn Conn>> {
    Ok(match address {
        Address::Sqlite(file) => Box::new(sqlite::SqliteConn::open(file, access)?),
        Address::Postgres(place) => Box::new(postgres::PostgresConn::open(place, access)?),
    })
}

pub trait Conn: Send {
    fn engine(&self) -> Engine;

    /// Several statements without parameters.
    fn batch(&mut self, sql: &str) -> Result<()>;

    /// Outside a transaction: writes over what was deleted, as far as the database can be told to.
    fn leave_no_trace(&mut self) -> Result<()>;

    /// One statement that gives no rows; says how many rows it touched.
    fn exec(&mut self, statement: &'static Statement, args: &[Value]) -> Result<u64>;

    fn rows(&mut self, statement: &'static Statement, args: &[Value]) -> Result<Vec<Row>>;

    /// Hands over the rows one by one, however many there are. An error of `take` ends it.
    fn each(
        &mut self,
        statement: &'static Statement,
        args: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()>;

    /// The same change for many rows, all or none; says how many rows it touched.
    fn many(&mut self, many: &'static Many, rows: &[Vec<Value>]) -> Result<u64>;

    /// The rows that belong to many keys, in no particular order.
    fn many_rows(&mut self, fetch: &'static Fetch, keys: &[Vec<Value>]) -> Result<Vec<Row>>;

    /// Fills a table, all or nothing; says how many rows it wrote.
    fn bulk(
        &mut self,
        bulk: &'static Bulk,
        rows: &mut dyn Iterator<Item = Vec<Value>>,
    ) -> Result<u64>;

    fn begin(&mut self) -> Result<()>;

    /// Whether it succeeds or not, no transaction is open afterwards.
    fn commit(&mut self) -> Result<()>;

    /// Does nothing where no transaction is open.
    fn rollback(&mut self) -> Result<()>;

    fn in_transaction(&self) -> bool;
}

/// Runs `work` in the transaction that is open, or in one of its own.
fn all_or_nothing<C: Conn>(conn: &mut C, work: impl FnOnce(&mut C) -> Result<u64>) -> Result<u64> {
    if conn.in_transaction() {
        return work(conn);
    }
    conn.begin()?;
    match work(conn) {
        Ok(touched) => conn.commit().map(|()| touched),
        Err(error) => {
            // The first error is the one to report, whatever becomes of the rollback.
            let _ = conn.rollback();
            Err(error)
        }
    }
}

/// Finds what one database would take and the other would not.
fn check_args(statement: &'static str, wanted: usize, args: &[Value]) -> Result<()> {
    if args.len() != wanted {
        let reason = format!("{} values were given for {wanted} parameters", args.len());
        return Err(StoreError::other(statement, reason));
    }
    let has_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    match args.iter().position(has_nul) {
        Some(position) => Err(StoreError::other(
            statement,
            format!(
                "value {} contains a NUL character; remove it",
                position.saturating_add(1)
            ),
        )),
        None => Ok(()),
    }
}

fn check_types(statement: &'static str, columns: &[Column], row: &[Value]) -> Result<()> {
    check_args(statement, columns.len(), row)?;
    for (column, value) in columns.iter().zip(row) {
        let fits = match value {
            Value::Null => true,
            Value::Int(_) => column.is_int(),
            Value::Text(_) => !column.is_int(),
        };
        if !fits {
            let reason = format!("the value for {} is of the wrong type", column.name);
            return Err(StoreError::other(statement, reason));
        }
    }
    Ok(())
}

/// NULL in the first column marks padding, so no real row may have it.
fn check_row(statement: &'static str, columns: &[Column], row: &[Value]) -> Result<()> {
    check_types(statement, columns, row)?;
    match row.first() {
        Some(Value::Null) | None => Err(StoreError::other(
            statement,
            "the first value of a row must not be NULL",
        )),
        Some(_) => Ok(()),
    }
}
