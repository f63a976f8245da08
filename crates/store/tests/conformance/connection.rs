//! Values on their way in and out, addresses that lead nowhere, long results.

use store::conn::{Access, Conn, Value, open};
use store::sql::Statement;
use store::{Address, StoreError};

use crate::support::{Database, on_both, with_both};

const TABLE: &str = "CREATE TABLE thing (id {id}, number {int}, words {text}) {strict}";

static PUT: Statement = Statement::new(
    "thing.put",
    "INSERT INTO thing (id, number, words) VALUES ($1, $2, $3)",
);
static ADD: Statement = Statement::new(
    "thing.add",
    "INSERT INTO thing (words) VALUES ($1) RETURNING id",
);
static ALL: Statement = Statement::new(
    "thing.all",
    "SELECT id, number, words FROM thing ORDER BY id",
);
static WORDS: Statement = Statement::new("thing.words", "SELECT words FROM thing ORDER BY words");
static RAISE: Statement = Statement::new(
    "thing.raise",
    "UPDATE thing SET number = number + 1 WHERE number >= $1",
);

fn with_table(conn: &mut dyn Conn) {
    let ddl = conn.engine().ddl(TABLE);
    conn.batch(&ddl).unwrap();
}

#[test]
fn values_come_back_as_they_went_in() {
    on_both(|conn| {
        with_table(conn);
        let values = [
            (Value::Int(i64::MIN), Value::from("")),
            (
                Value::Int(i64::MAX),
                Value::from("Ödön Őry, 's-Gravenhage, 日本, 👩🏽‍💻"),
            ),
            (Value::Int(0), Value::from("' \" $1 ?1 \\ % \r\n\t\u{1}")),
            (Value::Null, Value::Null),
            (Value::from(Some(-1)), Value::from("x".repeat(300_000))),
        ];
        for (id, (number, words)) in values.iter().enumerate() {
            let args = [Value::Int(id as i64), number.clone(), words.clone()];
            assert_eq!(conn.exec(&PUT, &args).unwrap(), 1);
        }
        let rows = conn.rows(&ALL, &[]).unwrap();
        assert_eq!(rows.len(), values.len());
        for (row, (number, words)) in rows.iter().zip(&values) {
            assert_eq!(&row.values()[1..], [number.clone(), words.clone()]);
        }
        assert_eq!(rows[0].int(1).unwrap(), i64::MIN);
        assert_eq!(rows[3].maybe_int(1).unwrap(), None);
        assert_eq!(rows[3].maybe_text(2).unwrap(), None);
        assert_eq!(rows[0].maybe_text(2).unwrap(), Some(""));
    });
}

#[test]
fn a_value_of_another_type_is_corrupt_and_not_quoted() {
    on_both(|conn| {
        with_table(conn);
        conn.exec(&PUT, &[7.into(), Value::Null, "Erika".into()])
            .unwrap();
        let row = conn.rows(&ALL, &[]).unwrap().remove(0);
        let error = row.int(2).unwrap_err();
        assert_eq!(
            error.to_string(),
            "result of thing.all, column 3, row (7, –, …): \
             an integer was expected, a text was found; run `dispo doctor`"
        );
        assert!(matches!(row.text(1), Err(StoreError::Corrupt { .. })));
        assert!(matches!(row.int(3), Err(StoreError::Corrupt { .. })));
    });
}

#[test]
fn the_database_gives_ids_and_counts_touched_rows() {
    on_both(|conn| {
        with_table(conn);
        let first = conn.rows(&ADD, &["a".into()]).unwrap()[0].int(0).unwrap();
        let second = conn.rows(&ADD, &["b".into()]).unwrap()[0].int(0).unwrap();
        assert_eq!((first, second), (1, 2));
        conn.batch("UPDATE thing SET number = 5; UPDATE thing SET number = 6 WHERE id = 2")
            .unwrap();
        assert_eq!(conn.exec(&RAISE, &[5.into()]).unwrap(), 2);
        assert_eq!(conn.exec(&RAISE, &[7.into()]).unwrap(), 1);
        assert_eq!(conn.exec(&RAISE, &[9.into()]).unwrap(), 0);
    });
}

#[test]
fn texts_are_ordered_by_their_bytes() {
    on_both(|conn| {
        with_table(conn);
        for word in ["b", "é", "B", "a", "_", "A1", "A-1"] {
            conn.rows(&ADD, &[word.into()]).unwrap();
        }
        let rows = conn.rows(&WORDS, &[]).unwrap();
        let words: Vec<&str> = rows.iter().map(|row| row.text(0).unwrap()).collect();
        assert_eq!(words, ["A-1", "A1", "B", "_", "a", "b", "é"]);
    });
}

#[test]
fn arguments_that_do_not_fit_are_refused_on_both() {
    on_both(|conn| {
        with_table(conn);
        let wrong: [&[Value]; 4] = [
            &[1.into(), 2.into()],
            &[1.into(), 2.into(), "a".into(), "b".into()],
            &[1.into(), 2.into(), "a\0b".into()],
            &["one".into(), 2.into(), "a".into()],
        ];
        for args in wrong {
            let error = conn.exec(&PUT, args).unwrap_err();
            assert!(matches!(error, StoreError::Other { .. }), "{error:?}");
            assert!(error.to_string().starts_with("thing.put: "), "{error}");
        }
        assert_eq!(conn.rows(&ALL, &[]).unwrap(), []);
    });
}

static SERIES: Statement = Statement::new(
    "series",
    "WITH RECURSIVE series(n) AS (
         SELECT CAST(1 AS bigint) UNION ALL SELECT n + 1 FROM series WHERE n < $1
     ) SELECT n FROM series",
);

static FIRST: Statement = Statement::new(
    "first",
    "WITH RECURSIVE series(n) AS (
         SELECT CAST(1 AS bigint) UNION ALL SELECT n + 1 FROM series WHERE n < 2000
     ) SELECT n FROM series WHERE n <= $1",
);

#[test]
fn each_hands_over_a_hundred_thousand_rows_and_stops_on_demand() {
    with_both(|database| {
        let mut conn = database.open(Access::Create);
        let mut other = database.open(Access::Read);
        let (mut count, mut sum) = (0, 0);
        conn.each(&SERIES, &[100_000.into()], &mut |row| {
            count += 1;
            sum += row.int(0)?;
            // Another connection may be used meanwhile.
            if count % 50_000 == 0 {
                assert_eq!(other.rows(&SERIES, &[2.into()])?.len(), 2);
            }
            Ok(())
        })
        .unwrap();
        assert_eq!((count, sum), (100_000, 5_000_050_000));

        let stop = StoreError::Conflict {
            statement: "enough",
        };
        let mut seen = 0;
        let ended = conn.each(&SERIES, &[100_000.into()], &mut |_| {
            seen += 1;
            match seen {
                10 => Err(stop.clone()),
                _ => Ok(()),
            }
        });
        assert_eq!(ended, Err(stop.clone()));
        assert_eq!(seen, 10);
        assert_eq!(conn.rows(&SERIES, &[3.into()]).unwrap().len(), 3);

        // Lengths that the rows' way in portions might get wrong.
        for length in [0, 1, 511, 512, 513, 1024] {
            let mut rows = 0;
            conn.each(&FIRST, &[length.into()], &mut |_| {
                rows += 1;
                Ok(())
            })
            .unwrap();
            assert_eq!(rows, length);
        }
    });
}

#[test]
fn a_reading_connection_cannot_write() {
    with_both(|database| {
        let mut writer = database.open(Access::Create);
        with_table(writer.as_mut());
        let mut reader = database.open(Access::Read);
        let args = [1.into(), 1.into(), "a".into()];
        reader.exec(&PUT, &args).unwrap_err();
        assert_eq!(writer.rows(&ALL, &[]).unwrap(), []);
    });
}

fn refusal(address: &str, access: Access) -> String {
    let address: Address = address.parse().unwrap();
    match open(&address, access) {
        Ok(_) => panic!("{address} was opened"),
        Err(error) => {
            assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
            error.to_string()
        }
    }
}

#[test]
fn a_file_that_cannot_be_opened_says_why() {
    let database = Database::sqlite();
    let address = database.address.to_string();
    let file = std::path::PathBuf::from(address.strip_prefix("sqlite:").unwrap());
    for access in [Access::Read, Access::Write] {
        let error = refusal(&address, access);
        assert!(
            error.contains(&address) && error.contains("check the path"),
            "{error}"
        );
        assert!(!file.exists(), "{access:?} made the file");
    }
    std::fs::write(
        &file,
        "number;name\n1;this is a list, not a database\n".repeat(100),
    )
    .unwrap();
    let error = refusal(&address, Access::Create);
    assert!(error.contains("not a SQLite database"), "{error}");
    let directory = format!("sqlite:{}", file.parent().unwrap().display());
    let error = refusal(&directory, Access::Create);
    assert!(error.contains("not a directory"), "{error}");
}

#[test]
fn a_server_that_cannot_be_reached_says_why() {
    // Port 1 is the port multiplexer, which nobody runs.
    let error = refusal("postgres://anna:hush@127.0.0.1:1/dispo", Access::Write);
    assert!(
        error.starts_with("postgres://anna@127.0.0.1:1/dispo: "),
        "{error}"
    );
    assert!(error.contains("check host and port"), "{error}");
    assert!(!error.contains("hush"), "{error}");

    let database = Database::postgres();
    let missing = format!("{}_missing", database.address);
    let error = refusal(&missing, Access::Write);
    assert!(error.contains("create the database first"), "{error}");
}

#[test]
fn a_lost_server_connection_is_unavailable() {
    static KILL: Statement = Statement::new(
        "kill",
        "SELECT CAST(count(pg_terminate_backend(pid)) AS bigint) AS killed
         FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    let database = Database::postgres();
    let mut victim = database.open(Access::Write);
    let mut killer = database.open(Access::Write);
    victim.begin().unwrap();
    let killed = killer.rows(&KILL, &[]).unwrap()[0].int(0).unwrap();
    assert_eq!(killed, 1);
    for _ in 0..2 {
        let error = victim.rows(&SERIES, &[1.into()]).unwrap_err();
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
    }
    victim.commit().unwrap_err();
}
