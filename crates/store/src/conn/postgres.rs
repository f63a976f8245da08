//! PostgreSQL: one session, driven by a small runtime of its own while a call waits.

mod copy;
mod errors;
mod session;

use std::pin::Pin;

use futures_util::TryStreamExt;
use tokio_postgres::RowStream;
use tokio_postgres::types::Type;

use super::scope::Scope;
use super::{Access, Conn, Row, Value, all_or_nothing, check_args, check_row, check_types};
use crate::address::PostgresAddress;
use crate::dialect::Engine;
use crate::error::Result;
use crate::sql::{Bulk, Column, Fetch, LARGEST, Many, Statement, size_for};
use session::{Parameter, Session};

/// Rows that travel between two waits, so that `take` and iterators run outside of one:
/// they may use another connection.
const AT_ONCE: usize = 512;

pub struct PostgresConn {
    session: Session,
    access: Access,
    scope: Scope,
}

impl PostgresConn {
    pub fn open(place: &PostgresAddress, access: Access) -> Result<PostgresConn> {
        Ok(PostgresConn {
            session: Session::open(place, access == Access::Read)?,
            access,
            scope: Scope::Closed,
        })
    }

    fn run<T>(&mut self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        let result = work(&mut self.session);
        self.scope.note(result)
    }
}

impl Conn for PostgresConn {
    fn engine(&self) -> Engine {
        Engine::Postgres
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.run(|session| session.batch("batch", sql))
    }

    /// Frees the rows; what is free is written over in time.
    fn leave_no_trace(&mut self) -> Result<()> {
        self.batch(
            "VACUUM number, mark, personal, note, contact, dial, import_problem, idempotency, message, bulk, upload, kept_evidence",
        )
    }

    fn exec(&mut self, statement: &'static Statement, args: &[Value]) -> Result<u64> {
        self.run(|session| {
            let prepared = session.prepare(statement.name, statement, 0, || {
                statement.text(Engine::Postgres).to_owned()
            })?;
            check_args(statement.name, prepared.params().len(), args)?;
            let parameters = typed(prepared.params(), args);
            session.wait(statement.name, |client| {
                client.execute_raw(&prepared, parameters)
            })
        })
    }

    fn rows(&mut self, statement: &'static Statement, args: &[Value]) -> Result<Vec<Row>> {
        self.run(|session| {
            let prepared = session.prepare(statement.name, statement, 0, || {
                statement.text(Engine::Postgres).to_owned()
            })?;
            check_args(statement.name, prepared.params().len(), args)?;
            let parameters = typed(prepared.params(), args);
            session.rows(statement.name, &prepared, parameters)
        })
    }

    fn each(
        &mut self,
        statement: &'static Statement,
        args: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        self.run(|session| {
            let name = statement.name;
            let prepared = session.prepare(name, statement, 0, || {
                statement.text(Engine::Postgres).to_owned()
            })?;
            check_args(name, prepared.params().len(), args)?;
            let parameters = typed(prepared.params(), args);
            let stream = session.wait(name, |client| client.query_raw(&prepared, parameters))?;
            let mut stream = Box::pin(stream);
            loop {
                let some = session.wait(name, |_| next_rows(&mut stream))?;
                // A stream that has ended must not be asked again.
                let ended = some.len() < AT_ONCE;
                for row in some {
                    take(session::row(name, &row)?)?;
                }
                if ended {
                    return Ok(());
                }
            }
        })
    }

    fn many(&mut self, many: &'static Many, rows: &[Vec<Value>]) -> Result<u64> {
        if rows.len() <= LARGEST {
            return self.run(|session| chunk(session, many, rows));
        }
        all_or_nothing(self, |conn| {
            conn.run(|session| {
                let chunks = rows.chunks(LARGEST);
                let touched = chunks.map(|rows| chunk(session, many, rows));
                touched.sum()
            })
        })
    }

    fn many_rows(&mut self, fetch: &'static Fetch, keys: &[Vec<Value>]) -> Result<Vec<Row>> {
        self.run(|session| {
            let mut all = Vec::with_capacity(keys.len());
            for keys in keys.chunks(LARGEST) {
                check_rows(fetch.name, fetch.keys, keys)?;
                let size = size_for(keys.len());
                let prepared = session.prepare(fetch.name, fetch, size, || fetch.rows(size))?;
                let parameters = padded(prepared.params(), keys);
                all.append(&mut session.rows(fetch.name, &prepared, parameters)?);
            }
            Ok(all)
        })
    }

    fn bulk(
        &mut self,
        bulk: &'static Bulk,
        rows: &mut dyn Iterator<Item = Vec<Value>>,
    ) -> Result<u64> {
        self.run(|session| {
            let mut rows = rows.map(|row| {
                check_types(bulk.name, bulk.columns, &row)?;
                Ok(row)
            });
            copy::copy(session, bulk, &mut rows)
        })
    }

    fn begin(&mut self) -> Result<()> {
        self.scope.may_begin()?;
        let begin = match self.access {
            Access::Read => Engine::Postgres.begin_reading(),
            Access::Create | Access::Write => Engine::Postgres.begin_writing(),
        };
        self.session.batch("begin", begin)?;
        self.scope = Scope::Open;
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        let committed = self
            .scope
            .may_commit()
            .and_then(|()| self.session.batch("commit", "COMMIT"));
        if committed.is_err() {
            // The reason that the commit failed is the one to report.
            let _ = self.rollback();
        }
        self.scope = Scope::Closed;
        committed
    }

    fn rollback(&mut self) -> Result<()> {
        match std::mem::take(&mut self.scope) {
            Scope::Closed => Ok(()),
            Scope::Open | Scope::Failed => self.session.batch("rollback", "ROLLBACK"),
        }
    }

    fn in_transaction(&self) -> bool {
        self.scope != Scope::Closed
    }
}

async fn next_rows(
    stream: &mut Pin<Box<RowStream>>,
) -> std::result::Result<Vec<tokio_postgres::Row>, tokio_postgres::Error> {
    let mut rows = Vec::with_capacity(AT_ONCE);
    while rows.len() < AT_ONCE {
        match stream.try_next().await? {
            Some(row) => rows.push(row),
            None => break,
        }
    }
    Ok(rows)
}

/// One statement for at most [`LARGEST`] rows.
fn chunk(session: &mut Session, many: &'static Many, rows: &[Vec<Value>]) -> Result<u64> {
    if rows.is_empty() {
        return Ok(0);
    }
    check_rows(many.name, many.columns, rows)?;
    let size = size_for(rows.len());
    let prepared = session.prepare(many.name, many, size, || many.rows(size))?;
    let parameters = padded(prepared.params(), rows);
    session.wait(many.name, |client| {
        client.execute_raw(&prepared, parameters)
    })
}

fn check_rows(name: &'static str, columns: &[Column], rows: &[Vec<Value>]) -> Result<()> {
    rows.iter()
        .try_for_each(|row| check_row(name, columns, row))
}

fn typed<'a>(types: &[Type], args: &'a [Value]) -> Vec<Parameter<'a>> {
    types
        .iter()
        .zip(args)
        .map(|(kind, value)| session::parameter(kind, value))
        .collect()
}

/// The values of all rows in one go, and NULLs up to the size of the statement.
fn padded<'a>(types: &[Type], rows: &'a [Vec<Value>]) -> Vec<Parameter<'a>> {
    let values = rows.iter().flatten().chain(std::iter::repeat(&Value::Null));
    types
        .iter()
        .zip(values)
        .map(|(kind, value)| session::parameter(kind, value))
        .collect()
}
