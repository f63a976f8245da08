//! SQLite: one file, statements prepared once per connection.

mod errors;
mod folding;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql, params_from_iter};

use super::scope::Scope;
use super::{Access, Conn, Row, Value, all_or_nothing, check_args, check_row, check_types};
use crate::dialect::Engine;
use crate::error::{Result, StoreError};
use crate::sql::{Bulk, Fetch, Many, Statement};
use errors::Failure;
use folding::Folding;

/// More than there are statements, so that none is prepared twice.
const PREPARED: usize = 1024;

/// How long a writer waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);

pub struct SqliteConn {
    connection: Connection,
    file: PathBuf,
    access: Access,
    scope: Scope,
    /// One-row texts by the address of their declaration.
    texts: HashMap<usize, Arc<str>>,
    folding: Option<Folding>,
}

impl Drop for SqliteConn {
    fn drop(&mut self) {
        if let Some(folding) = &mut self.folding {
            folding.end(&mut self.connection);
        }
    }
}

impl SqliteConn {
    pub fn open(file: &Path, access: Access) -> Result<SqliteConn> {
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        if access == Access::Create {
            flags |= OpenFlags::SQLITE_OPEN_CREATE;
        }
        let mut connection = Connection::open_with_flags(file, flags)
            .and_then(|connection| set_up(&connection, access).map(|()| connection))
            .map_err(|error| errors::opening(error, file))?;
        check_journal(&connection, file)?;
        let folding = match access {
            Access::Write => Folding::beside(&mut connection, file).map(Some),
            Access::Create | Access::Read => Ok(None),
        };
        Ok(SqliteConn {
            folding: folding.map_err(|error| errors::opening(error, file))?,
            connection,
            file: file.to_owned(),
            access,
            scope: Scope::Closed,
            texts: HashMap::new(),
        })
    }

    fn run<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce(&Connection) -> std::result::Result<T, Failure>,
    ) -> Result<T> {
        let result = work(&self.connection).map_err(|failure| match failure {
            Failure::Driver(error) => errors::running(error, name, &self.file),
            Failure::Ours(error) => error,
        });
        self.scope.note(result)
    }

    fn control(&mut self, name: &'static str, sql: &str) -> Result<()> {
        self.run(name, |connection| {
            connection.prepare_cached(sql)?.execute([])?;
            Ok(())
        })
    }

    fn text<D>(&mut self, declared: &'static D, make: impl FnOnce(&D) -> String) -> Arc<str> {
        let key = std::ptr::from_ref(declared).addr();
        let text = self.texts.entry(key);
        Arc::clone(text.or_insert_with(|| make(declared).into()))
    }
}

impl Conn for SqliteConn {
    fn engine(&self) -> Engine {
        Engine::Sqlite
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.run("batch", |connection| Ok(connection.execute_batch(sql)?))
    }

    /// The pages are blank already; the log is emptied.
    fn leave_no_trace(&mut self) -> Result<()> {
        self.run("leave_no_trace", |connection| {
            Ok(folding::empty(connection)?)
        })
    }

    fn exec(&mut self, statement: &'static Statement, args: &[Value]) -> Result<u64> {
        self.run(statement.name, |connection| {
            let mut prepared = connection.prepare_cached(statement.text(Engine::Sqlite))?;
            check_args(statement.name, prepared.parameter_count(), args)?;
            Ok(prepared.execute(params_from_iter(args))? as u64)
        })
    }

    fn rows(&mut self, statement: &'static Statement, args: &[Value]) -> Result<Vec<Row>> {
        let mut all = Vec::new();
        self.each(statement, args, &mut |row| {
            all.push(row);
            Ok(())
        })?;
        Ok(all)
    }

    fn each(
        &mut self,
        statement: &'static Statement,
        args: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        self.run(statement.name, |connection| {
            let mut prepared = connection.prepare_cached(statement.text(Engine::Sqlite))?;
            check_args(statement.name, prepared.parameter_count(), args)?;
            hand_over(&mut prepared, statement.name, args, take)
        })
    }

    fn many(&mut self, many: &'static Many, rows: &[Vec<Value>]) -> Result<u64> {
        if rows.is_empty() {
            return Ok(0);
        }
        let text = self.text(many, Many::one_row);
        all_or_nothing(self, |conn| {
            conn.run(many.name, |connection| {
                let mut prepared = connection.prepare_cached(&text)?;
                let mut touched = 0;
                for row in rows {
                    check_row(many.name, many.columns, row)?;
                    touched += prepared.execute(params_from_iter(row))? as u64;
                }
                Ok(touched)
            })
        })
    }

    fn many_rows(&mut self, fetch: &'static Fetch, keys: &[Vec<Value>]) -> Result<Vec<Row>> {
        let text = self.text(fetch, Fetch::one_row);
        self.run(fetch.name, |connection| {
            let mut prepared = connection.prepare_cached(&text)?;
            let mut all = Vec::with_capacity(keys.len());
            for key in keys {
                check_row(fetch.name, fetch.keys, key)?;
                hand_over(&mut prepared, fetch.name, key, &mut |row| {
                    all.push(row);
                    Ok(())
                })?;
            }
            Ok(all)
        })
    }

    fn bulk(
        &mut self,
        bulk: &'static Bulk,
        rows: &mut dyn Iterator<Item = Vec<Value>>,
    ) -> Result<u64> {
        let text = self.text(bulk, Bulk::one_row);
        all_or_nothing(self, |conn| {
            conn.run(bulk.name, |connection| {
                let mut prepared = connection.prepare_cached(&text)?;
                let mut written = 0;
                for row in rows {
                    check_types(bulk.name, bulk.columns, &row)?;
                    written += prepared.execute(params_from_iter(&row))? as u64;
                }
                Ok(written)
            })
        })
    }

    fn begin(&mut self) -> Result<()> {
        self.scope.may_begin()?;
        self.control(
            "begin",
            match self.access {
                Access::Read => Engine::Sqlite.begin_reading(),
                Access::Create | Access::Write => Engine::Sqlite.begin_writing(),
            },
        )?;
        self.scope = Scope::Open;
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        let committed = self
            .scope
            .may_commit()
            .and_then(|()| self.control("commit", "COMMIT"));
        if committed.is_err() {
            // The reason that the commit failed is the one to report.
            let _ = self.rollback();
        }
        self.scope = Scope::Closed;
        committed
    }

    fn rollback(&mut self) -> Result<()> {
        self.scope = Scope::Closed;
        // A full disk makes SQLite roll back by itself.
        match self.connection.is_autocommit() {
            true => Ok(()),
            false => self.control("rollback", "ROLLBACK"),
        }
    }

    fn in_transaction(&self) -> bool {
        self.scope != Scope::Closed
    }
}

fn set_up(connection: &Connection, access: Access) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(PREPARED);
    connection.busy_timeout(PATIENCE)?;
    // Without it a statement may be planned anew for each value it is run with.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A checkpoint every 1,000 pages, the default, halves the throughput; beside the writer it is
    // done by another thread. What is deleted is written over with zeros, so that what was erased
    // is in no page.
    connection.execute_batch(match access {
        // Truly read-only files would need a writable neighbour to share the log all the same.
        Access::Read => "PRAGMA query_only = ON",
        Access::Create | Access::Write => {
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA wal_autocheckpoint = 10000;
             PRAGMA secure_delete = ON;
             PRAGMA foreign_keys = ON"
        }
    })?;
    // The writer keeps the indexes of a large import in memory.
    connection.execute_batch(match access {
        Access::Read => "PRAGMA cache_size = -32768",
        Access::Create | Access::Write => "PRAGMA cache_size = -131072",
    })
}

/// Without the write-ahead log, readers and the writer would lock each other out.
fn check_journal(connection: &Connection, file: &Path) -> Result<()> {
    let mode: String = connection
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .map_err(|error| errors::opening(error, file))?;
    match mode.as_str() {
        "wal" => Ok(()),
        _ => Err(errors::unavailable(
            file,
            format!("its journal is {mode}, not wal"),
            "open it once for writing, on a local disk rather than a network share",
        )),
    }
}

fn hand_over(
    prepared: &mut rusqlite::Statement<'_>,
    name: &'static str,
    args: &[Value],
    take: &mut dyn FnMut(Row) -> Result<()>,
) -> std::result::Result<(), Failure> {
    let width = prepared.column_count();
    let mut found = prepared.query(params_from_iter(args))?;
    while let Some(row) = found.next()? {
        let mut values = Vec::with_capacity(width);
        for column in 0..width {
            values.push(value(name, column, row.get_ref(column)?)?);
        }
        take(Row::new(name, values))?;
    }
    Ok(())
}

fn value(name: &'static str, column: usize, found: ValueRef<'_>) -> Result<Value> {
    let problem = match found {
        ValueRef::Null => return Ok(Value::Null),
        ValueRef::Integer(number) => return Ok(Value::Int(number)),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => return Ok(Value::Text(text.to_owned())),
            Err(_) => "the text is not UTF-8",
        },
        ValueRef::Real(_) => "a number with a fraction was found",
        ValueRef::Blob(_) => "bytes were found instead of a text",
    };
    Err(StoreError::Corrupt {
        table: format!("result of {name}"),
        column: format!("column {}", column.saturating_add(1)),
        row: "unknown".to_owned(),
        problem: problem.to_owned(),
    })
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}
