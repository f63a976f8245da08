//! Empty databases of both kinds, gone after the test.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use store::Address;
use store::conn::{Access, Conn, open};

/// Runs a test on an empty SQLite file, then on an empty PostgreSQL database.
pub fn on_both(test: impl Fn(&mut dyn Conn)) {
    for database in [Database::sqlite(), Database::postgres()] {
        let mut conn = database.open(Access::Create);
        println!("on {}", conn.engine().name());
        test(conn.as_mut());
    }
}

/// The same for tests that need several connections.
pub fn with_both(test: impl Fn(&Database)) {
    for database in [Database::sqlite(), Database::postgres()] {
        println!("on {}", database.address.engine().name());
        test(&database);
    }
}

pub struct Database {
    pub address: Address,
    _owner: Owner,
}

impl Database {
    pub fn sqlite() -> Database {
        let directory = std::env::temp_dir().join(format!("dispo-test-{}", unique_name()));
        std::fs::create_dir(&directory).unwrap();
        let address = format!("sqlite:{}", directory.join("test.db").display());
        Database {
            address: address.parse().unwrap(),
            _owner: Owner::Directory(directory),
        }
    }

    pub fn postgres() -> Database {
        let owner = postgres_url();
        Database {
            address: owner.url.parse().unwrap(),
            _owner: Owner::Server(owner),
        }
    }

    pub fn open(&self, access: Access) -> Box<dyn Conn> {
        open(&self.address, access).unwrap()
    }
}

/// Address of a PostgreSQL database for other clients than ours.
pub fn server_of(database: &Database) -> String {
    match &database._owner {
        Owner::Server(server) => server.url.clone(),
        Owner::Directory(_) => panic!("this one is on SQLite"),
    }
}

/// Exists for its `Drop`.
#[allow(dead_code)]
enum Owner {
    Directory(PathBuf),
    Server(PostgresDatabase),
}

impl Drop for Owner {
    fn drop(&mut self) {
        if let Owner::Directory(directory) = self {
            let _ = std::fs::remove_dir_all(directory);
        }
    }
}

pub struct PostgresDatabase {
    pub url: String,
    name: String,
}

/// A new, empty database on the server of the tests.
pub fn postgres_url() -> PostgresDatabase {
    let server = server();
    let name = format!("dispo_test_{}", unique_name());
    administrate(&format!("CREATE DATABASE {name}"));
    let (place, _) = server.rsplit_once('/').expect("a database in the URL");
    PostgresDatabase {
        url: format!("{place}/{name}"),
        name,
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        administrate(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

/// A missing server fails the test: skipping it would hide that nothing was tested.
fn server() -> String {
    std::env::var("DISPO_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!(
            "DISPO_TEST_POSTGRES is not set: run the tests as \
             `scripts/postgres-for-tests cargo nextest run -p store`, or set it to \
             postgres://superuser@host:port/postgres of a server that may be written to"
        )
    })
}

pub fn administrate(sql: &str) {
    let address: Address = server().parse().unwrap();
    let mut conn = open(&address, Access::Write).unwrap();
    conn.batch(sql).unwrap();
}

fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{}_{number}", std::process::id())
}
