//! A connection whose statements are counted, for whoever wants to know what the database is
//! asked. The beginnings and ends of transactions are not: they come with every question.

use super::{Conn, Row, Value};
use crate::dialect::Engine;
use crate::error::Result;
use crate::sql::{Bulk, Fetch, Many, Statement};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Shared by all connections of a store.
#[derive(Debug, Clone, Default)]
pub struct Count(Arc<AtomicU64>);

impl Count {
    pub fn so_far(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub fn on(&self, conn: Box<dyn Conn>) -> Box<dyn Conn> {
        Box::new(Counted {
            conn,
            count: self.clone(),
        })
    }

    fn one(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

struct Counted {
    conn: Box<dyn Conn>,
    count: Count,
}

impl Conn for Counted {
    fn engine(&self) -> Engine {
        self.conn.engine()
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.count.one();
        self.conn.batch(sql)
    }

    fn leave_no_trace(&mut self) -> Result<()> {
        self.count.one();
        self.conn.leave_no_trace()
    }

    fn exec(&mut self, statement: &'static Statement, args: &[Value]) -> Result<u64> {
        self.count.one();
        self.conn.exec(statement, args)
    }

    fn rows(&mut self, statement: &'static Statement, args: &[Value]) -> Result<Vec<Row>> {
        self.count.one();
        self.conn.rows(statement, args)
    }

    fn each(
        &mut self,
        statement: &'static Statement,
        args: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        self.count.one();
        self.conn.each(statement, args, take)
    }

    fn many(&mut self, many: &'static Many, rows: &[Vec<Value>]) -> Result<u64> {
        self.count.one();
        self.conn.many(many, rows)
    }

    fn many_rows(&mut self, fetch: &'static Fetch, keys: &[Vec<Value>]) -> Result<Vec<Row>> {
        self.count.one();
        self.conn.many_rows(fetch, keys)
    }

    fn bulk(
        &mut self,
        bulk: &'static Bulk,
        rows: &mut dyn Iterator<Item = Vec<Value>>,
    ) -> Result<u64> {
        self.count.one();
        self.conn.bulk(bulk, rows)
    }

    fn begin(&mut self) -> Result<()> {
        self.conn.begin()
    }

    fn commit(&mut self) -> Result<()> {
        self.conn.commit()
    }

    fn rollback(&mut self) -> Result<()> {
        self.conn.rollback()
    }

    fn in_transaction(&self) -> bool {
        self.conn.in_transaction()
    }
}
