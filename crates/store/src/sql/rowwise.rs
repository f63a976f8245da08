//! Statements that do the same for many rows, declared once for both databases.
//!
//! SQLite is fastest with a prepared statement of one row in a loop, PostgreSQL with one
//! statement over a list of rows. Both texts are made from the same declaration, which
//! speaks of the values of a row as `v.column`.

/// The most rows that one PostgreSQL statement takes.
pub const LARGEST: usize = 64;

/// The size of statement that takes so many rows. Few sizes keep few statements prepared.
pub fn size_for(rows: usize) -> usize {
    rows.next_power_of_two().min(LARGEST)
}

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    sql_type: &'static str,
}

pub const fn int(name: &'static str) -> Column {
    Column {
        name,
        sql_type: "bigint",
    }
}

pub const fn text(name: &'static str) -> Column {
    Column {
        name,
        sql_type: "text",
    }
}

impl Column {
    pub(crate) fn is_int(&self) -> bool {
        self.sql_type == "bigint"
    }
}

/// Writes many rows. The first column is never NULL: NULL there marks the padding.
#[derive(Debug)]
pub struct Many {
    pub name: &'static str,
    pub table: &'static str,
    pub columns: &'static [Column],
    pub shape: Shape,
}

#[derive(Debug)]
pub enum Shape {
    /// `conflict` is empty or an `ON CONFLICT …` clause, which says `excluded.column`.
    /// With `DO UPDATE` no two rows may have the same key: PostgreSQL refuses them.
    Insert {
        conflict: &'static str,
    },
    Update {
        set: &'static str,
        filter: &'static str,
    },
    Delete {
        filter: &'static str,
    },
}

impl Many {
    pub fn one_row(&self) -> String {
        let table = self.table;
        let text = match &self.shape {
            Shape::Insert { conflict } => {
                let (names, values) = (names(self.columns), prefixed(self.columns));
                format!("INSERT INTO {table} ({names}) VALUES ({values}) {conflict}")
            }
            Shape::Update { set, filter } => format!("UPDATE {table} SET {set} WHERE {filter}"),
            Shape::Delete { filter } => format!("DELETE FROM {table} WHERE {filter}"),
        };
        with_parameters(&text, self.columns)
    }

    pub fn rows(&self, size: usize) -> String {
        let (table, v) = (self.table, v(self.columns, size));
        match &self.shape {
            Shape::Insert { conflict } => {
                let (names, values) = (names(self.columns), prefixed(self.columns));
                format!("{v} INSERT INTO {table} ({names}) SELECT {values} FROM v {conflict}")
            }
            Shape::Update { set, filter } => {
                format!("{v} UPDATE {table} SET {set} FROM v WHERE {filter}")
            }
            Shape::Delete { filter } => format!("{v} DELETE FROM {table} USING v WHERE {filter}"),
        }
    }
}

/// Reads the rows that belong to many keys, in no particular order: select the key too.
/// The first column of the key is never NULL.
#[derive(Debug)]
pub struct Fetch {
    pub name: &'static str,
    pub keys: &'static [Column],
    pub select: &'static str,
    pub from: &'static str,
    pub filter: &'static str,
}

impl Fetch {
    pub fn one_row(&self) -> String {
        let Fetch {
            select,
            from,
            filter,
            ..
        } = self;
        with_parameters(
            &format!("SELECT {select} FROM {from} WHERE {filter}"),
            self.keys,
        )
    }

    pub fn rows(&self, size: usize) -> String {
        let Fetch {
            select,
            from,
            filter,
            ..
        } = self;
        let v = v(self.keys, size);
        format!("{v} SELECT {select} FROM v CROSS JOIN {from} WHERE {filter}")
    }
}

/// Fills a table with rows by the thousand.
#[derive(Debug)]
pub struct Bulk {
    pub name: &'static str,
    pub table: &'static str,
    pub columns: &'static [Column],
}

impl Bulk {
    pub fn one_row(&self) -> String {
        let (table, names) = (self.table, names(self.columns));
        let values = prefixed(self.columns);
        with_parameters(
            &format!("INSERT INTO {table} ({names}) VALUES ({values})"),
            self.columns,
        )
    }

    pub fn copy(&self) -> String {
        let (table, names) = (self.table, names(self.columns));
        format!("COPY {table} ({names}) FROM STDIN (FORMAT binary)")
    }
}

fn names(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    names.join(", ")
}

fn prefixed(columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(|c| format!("v.{}", c.name)).collect();
    names.join(", ")
}

/// The rows as a table `v`, without the padding. The casts of its first row hold for all.
fn v(columns: &[Column], size: usize) -> String {
    let mut number = 0;
    let rows: Vec<String> = (0..size)
        .map(|row| {
            let cells: Vec<String> = columns
                .iter()
                .map(|column| {
                    number += 1;
                    match row {
                        0 => format!("CAST(${number} AS {})", column.sql_type),
                        _ => format!("${number}"),
                    }
                })
                .collect();
            format!("({})", cells.join(", "))
        })
        .collect();
    let (names, rows) = (names(columns), rows.join(", "));
    let first = columns.first().map_or("", |column| column.name);
    format!("WITH v AS (SELECT * FROM (VALUES {rows}) AS p ({names}) WHERE p.{first} IS NOT NULL)")
}

/// Puts `?1…?n` for `v.column`. Unlike `$1` these may stand in any order and repeat.
/// A column that `v` does not have is left alone: preparing the statement reports it.
fn with_parameters(text: &str, columns: &[Column]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let starts_a_word = !(before.is_alphanumeric() || before == '_' || before == '.');
        let name = rest.strip_prefix("v.").filter(|_| starts_a_word).map(word);
        let found = name.and_then(|name| columns.iter().position(|c| c.name == name));
        let taken = match (found, name) {
            (Some(position), Some(name)) => {
                out.push_str(&format!("?{}", position.saturating_add(1)));
                name.len().saturating_add(2)
            }
            _ => {
                out.push(letter);
                letter.len_utf8()
            }
        };
        before = letter;
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

fn word(text: &str) -> &str {
    let end = text
        .find(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    static CLOSE: Many = Many {
        name: "contact.close",
        table: "contact",
        columns: &[int("id"), text("id_text")],
        shape: Shape::Update {
            set: "code = v.id_text, seen = contact.seen + 1",
            filter: "contact.id = v.id AND xv.id = 1",
        },
    };

    #[test]
    fn one_row_puts_numbered_parameters_for_whole_words_only() {
        assert_eq!(
            CLOSE.one_row(),
            "UPDATE contact SET code = ?2, seen = contact.seen + 1 \
             WHERE contact.id = ?1 AND xv.id = 1"
        );
    }

    #[test]
    fn many_rows_become_a_table_without_its_padding() {
        assert_eq!(
            CLOSE.rows(2),
            "WITH v AS (SELECT * FROM (VALUES (CAST($1 AS bigint), CAST($2 AS text)), ($3, $4)) \
             AS p (id, id_text) WHERE p.id IS NOT NULL) \
             UPDATE contact SET code = v.id_text, seen = contact.seen + 1 \
             FROM v WHERE contact.id = v.id AND xv.id = 1"
        );
    }

    #[test]
    fn sizes_are_powers_of_two_up_to_the_largest() {
        let sizes: Vec<usize> = [1, 2, 3, 5, 33, 64, 65, 1000].map(size_for).to_vec();
        assert_eq!(sizes, [1, 2, 4, 8, 64, 64, 64, 64]);
    }
}
