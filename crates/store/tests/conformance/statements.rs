//! Every statement of the store, prepared on both databases after the program's migrations.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;
use store::conn::Access;
use store::dialect::Engine;
use store::migrate::{MIGRATIONS, migrate};
use store::sql::{Bulk, Fetch, LARGEST, LISTS, List, Many, Shape, Statement, int, text};
use tokio_postgres::NoTls;

use crate::support::{Database, PostgresDatabase, postgres_url};

/// Parameters (names on SQLite, types on PostgreSQL) and names of columns.
type Prepared = (Vec<String>, Vec<String>);

struct Both {
    sqlite: rusqlite::Connection,
    postgres: tokio_postgres::Client,
    runtime: tokio::runtime::Runtime,
    problems: Vec<String>,
    // Dropped last: the databases go with them.
    _files: Database,
    _server: PostgresDatabase,
}

impl Both {
    fn migrated() -> Both {
        let files = Database::sqlite();
        let server = postgres_url();
        for address in [files.address.clone(), server.url.parse().unwrap()] {
            let mut conn = store::conn::open(&address, Access::Create).unwrap();
            migrate(conn.as_mut(), MIGRATIONS, Timestamp::UNIX_EPOCH).unwrap();
        }
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let (client, connection) = runtime
            .block_on(tokio_postgres::connect(&server.url, NoTls))
            .unwrap();
        runtime.spawn(connection);
        let file = files.address.to_string();
        Both {
            sqlite: rusqlite::Connection::open(file.strip_prefix("sqlite:").unwrap()).unwrap(),
            postgres: client,
            runtime,
            problems: Vec::new(),
            _files: files,
            _server: server,
        }
    }

    fn sqlite(&mut self, name: &str, sql: &str) -> Prepared {
        match self.sqlite.prepare(sql) {
            Ok(prepared) => {
                let parameters = (1..=prepared.parameter_count())
                    .map(|number| prepared.parameter_name(number).unwrap_or("?").to_owned());
                let columns = prepared.column_names().map(str::to_owned);
                (parameters.collect(), columns.collect())
            }
            Err(error) => {
                self.problems.push(format!("{name}: SQLite: {error}"));
                Prepared::default()
            }
        }
    }

    fn postgres(&mut self, name: &str, sql: &str) -> Prepared {
        let prepared = match self.runtime.block_on(self.postgres.prepare(sql)) {
            Ok(prepared) => prepared,
            Err(error) => {
                let why = error.as_db_error().map(|error| error.message().to_owned());
                self.problems
                    .push(format!("{name}: PostgreSQL: {why:?}\n{sql}"));
                return Prepared::default();
            }
        };
        let parameters: Vec<String> = prepared
            .params()
            .iter()
            .map(|kind| kind.name().to_owned())
            .collect();
        let columns = prepared.columns();
        let types = columns.iter().map(|column| column.type_().name());
        for kind in types.chain(parameters.iter().map(String::as_str)) {
            if !["int8", "text"].contains(&kind) {
                self.problems
                    .push(format!("{name}: {kind} is neither int8 nor text"));
            }
        }
        let columns = columns
            .iter()
            .map(|column| column.name().to_owned())
            .collect();
        (parameters, columns)
    }

    fn check(&mut self, holds: bool, name: &str, problem: String) {
        if !holds {
            self.problems.push(format!("{name}: {problem}"));
        }
    }
}

#[test]
fn every_statement_means_the_same_on_both() {
    let problems = problems(LISTS);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn problems(lists: &[&List]) -> Vec<String> {
    let mut both = Both::migrated();
    for statement in lists.iter().flat_map(|list| list.statements) {
        let name = statement.name;
        let (names, columns) = both.sqlite(name, statement.text(Engine::Sqlite));
        let (types, others) = both.postgres(name, statement.text(Engine::Postgres));
        let ascending = (1..=types.len()).map(|number| format!("${number}"));
        let ascending: Vec<String> = ascending.collect();
        both.check(
            names == ascending,
            name,
            format!("{names:?} is not {ascending:?}"),
        );
        both.check(
            columns == others,
            name,
            format!("{columns:?} is not {others:?}"),
        );
    }
    for many in lists.iter().flat_map(|list| list.many) {
        check_sizes(
            &mut both,
            many.name,
            many.columns.len(),
            &many.one_row(),
            &|size| many.rows(size),
        );
    }
    for fetch in lists.iter().flat_map(|list| list.fetch) {
        check_sizes(
            &mut both,
            fetch.name,
            fetch.keys.len(),
            &fetch.one_row(),
            &|size| fetch.rows(size),
        );
    }
    for bulk in lists.iter().flat_map(|list| list.bulk) {
        let (names, _) = both.sqlite(bulk.name, &bulk.one_row());
        both.check(
            names.len() == bulk.columns.len(),
            bulk.name,
            format!("{names:?}"),
        );
        // COPY cannot be prepared; this asks for the same columns.
        let columns: Vec<&str> = bulk.columns.iter().map(|column| column.name).collect();
        both.postgres(
            bulk.name,
            &format!("SELECT {} FROM {}", columns.join(", "), bulk.table),
        );
    }
    both.problems
}

fn check_sizes(
    both: &mut Both,
    name: &str,
    width: usize,
    one_row: &str,
    rows: &dyn Fn(usize) -> String,
) {
    let (names, columns) = both.sqlite(name, one_row);
    both.check(
        names.len() == width,
        name,
        format!("{width} columns, but {names:?}"),
    );
    let mut size = 1;
    while size <= LARGEST {
        let (types, others) = both.postgres(name, &rows(size));
        both.check(
            types.len() == width * size,
            name,
            format!("{} parameters", types.len()),
        );
        both.check(
            columns == others,
            name,
            format!("{columns:?} is not {others:?}"),
        );
        size *= 2;
    }
}

#[test]
fn what_is_right_passes_and_what_is_wrong_is_found() {
    assert_eq!(problems(&[&RIGHT]), [""; 0]);
    let found = problems(&[&WRONG]);
    for part in [
        r#"swapped: ["$2", "$1"] is not ["$1", "$2"]"#,
        r#"unnamed: ["count(*)"] is not ["count"]"#,
        "number: int4 is neither int8 nor text",
        "sum: numeric is neither int8 nor text",
        "only_sqlite: PostgreSQL: ",
        "only_postgres: SQLite: ",
        "many: PostgreSQL: ",
        "fetch: SQLite: ",
        "bulk: PostgreSQL: ",
    ] {
        assert!(
            found.iter().any(|line| line.starts_with(part)),
            "{part}: {found:#?}"
        );
    }
}

static RIGHT: List = List {
    statements: &[],
    many: &[
        &Many {
            name: "insert",
            table: "migration",
            columns: &[int("number"), text("name"), int("applied_at")],
            shape: Shape::Insert {
                conflict: "ON CONFLICT (number) DO NOTHING",
            },
        },
        &Many {
            name: "update",
            table: "migration",
            columns: &[int("number"), text("name")],
            shape: Shape::Update {
                set: "name = v.name",
                filter: "migration.number = v.number",
            },
        },
        &Many {
            name: "delete",
            table: "migration",
            columns: &[text("name")],
            shape: Shape::Delete {
                filter: "migration.name = v.name",
            },
        },
    ],
    fetch: &[&Fetch {
        name: "fetch",
        keys: &[text("name")],
        select: "m.number AS number, m.name AS name, o.name AS before",
        from: "migration m LEFT JOIN migration o ON o.number = m.number - 1",
        filter: "m.name = v.name",
    }],
    bulk: &[&Bulk {
        name: "bulk",
        table: "migration",
        columns: &[int("number"), text("name"), int("applied_at")],
    }],
};

static WRONG: List = List {
    statements: &[
        &Statement::new(
            "swapped",
            "SELECT name FROM migration WHERE name = $2 AND number = $1",
        ),
        &Statement::new("unnamed", "SELECT count(*) FROM migration"),
        &Statement::new("number", "SELECT 1 AS number"),
        &Statement::new("sum", "SELECT sum(number) AS sum FROM migration"),
        &Statement::new(
            "only_sqlite",
            "SELECT max(number, 1) AS number FROM migration",
        ),
        &Statement::new(
            "only_postgres",
            "SELECT number FROM migration FOR UPDATE SKIP LOCKED",
        ),
    ],
    many: &[&Many {
        name: "many",
        table: "migration",
        columns: &[text("number")],
        shape: Shape::Delete {
            filter: "migration.number = v.number",
        },
    }],
    fetch: &[&Fetch {
        name: "fetch",
        keys: &[int("number")],
        select: "number",
        from: "migration",
        filter: "migration.number = v.nummer",
    }],
    bulk: &[&Bulk {
        name: "bulk",
        table: "migration",
        columns: &[int("nummer")],
    }],
};

#[test]
fn names_are_given_once() {
    let mut seen = BTreeSet::new();
    for name in names() {
        assert!(seen.insert(name), "{name} is given twice");
    }
}

/// A statement that is declared but not listed would escape the test above.
#[test]
fn every_declared_statement_is_listed() {
    let listed: BTreeSet<&str> = names().collect();
    let mut declared = 0;
    for file in rust_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/sql"))) {
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for declaration in text.split("pub static ").skip(1) {
            let (_, kind) = declaration.split_once(": ").unwrap();
            let is = |name: &str| kind.starts_with(&format!("{name} ="));
            if !["Statement", "Many", "Fetch", "Bulk"].into_iter().any(is) {
                continue;
            }
            declared += 1;
            let name = declaration.split('"').nth(1).unwrap();
            assert!(
                listed.contains(name),
                "{} lacks {name} in its LIST",
                file.display()
            );
        }
    }
    assert_eq!(declared, listed.len());
}

fn names() -> impl Iterator<Item = &'static str> {
    LISTS.iter().flat_map(|list| {
        let statements = list.statements.iter().map(|statement| statement.name);
        let many = list.many.iter().map(|many| many.name);
        let fetch = list.fetch.iter().map(|fetch| fetch.name);
        let bulk = list.bulk.iter().map(|bulk| bulk.name);
        statements.chain(many).chain(fetch).chain(bulk)
    })
}

fn rust_files(directory: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(directory).unwrap();
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files.extend(rust_files(&path)),
            false => files.push(path),
        }
    }
    files.sort();
    files
}
