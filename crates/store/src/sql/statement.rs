//! One SQL statement with its name.

use crate::dialect::Engine;

/// Declared as a `static`: its address is what prepared statements are remembered by.
///
/// Parameters are `$1…$n`, first appearing in this order: SQLite takes `$2` for a name
/// and numbers names as they come.
#[derive(Debug)]
pub struct Statement {
    pub name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Statement {
    pub const fn new(name: &'static str, sql: &'static str) -> Statement {
        Statement::apart(name, sql, sql)
    }

    /// For the few that cannot share one text, such as those that skip locked rows.
    pub const fn apart(
        name: &'static str,
        sqlite: &'static str,
        postgres: &'static str,
    ) -> Statement {
        Statement {
            name,
            sqlite,
            postgres,
        }
    }

    pub fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}
