//! What a transaction keeps, what it forgets, and how two of them meet.

use store::StoreError;
use store::conn::{Access, Conn, Row};
use store::sql::Statement;

use crate::support::{Database, on_both, with_both};

static PUT: Statement = Statement::new("pair.put", "INSERT INTO pair (a, b) VALUES ($1, $2)");
static CHANGE: Statement = Statement::new("pair.change", "UPDATE pair SET b = $1 WHERE a = $2");
static ALL: Statement = Statement::new("pair.all", "SELECT a, b FROM pair ORDER BY a");

fn with_table(conn: &mut dyn Conn) {
    let ddl = "CREATE TABLE pair (a {int} NOT NULL PRIMARY KEY, b {int} NOT NULL) {strict}";
    let ddl = conn.engine().ddl(ddl);
    conn.batch(&ddl).unwrap();
}

fn pairs(conn: &mut dyn Conn) -> Vec<(i64, i64)> {
    let pair = |row: &Row| (row.int(0).unwrap(), row.int(1).unwrap());
    conn.rows(&ALL, &[]).unwrap().iter().map(pair).collect()
}

#[test]
fn commit_keeps_and_rollback_forgets() {
    with_both(|database| {
        let mut conn = database.open(Access::Create);
        let mut other = database.open(Access::Write);
        with_table(conn.as_mut());
        conn.begin().unwrap();
        conn.exec(&PUT, &[1.into(), 10.into()]).unwrap();
        assert!(conn.in_transaction());
        assert_eq!(pairs(other.as_mut()), []);
        conn.commit().unwrap();
        assert_eq!(pairs(other.as_mut()), [(1, 10)]);

        conn.begin().unwrap();
        conn.exec(&PUT, &[2.into(), 20.into()]).unwrap();
        conn.rollback().unwrap();
        assert!(!conn.in_transaction());
        assert_eq!(pairs(conn.as_mut()), [(1, 10)]);
    });
}

#[test]
fn a_key_that_exists_is_named() {
    on_both(|conn| {
        with_table(conn);
        conn.exec(&PUT, &[1.into(), 10.into()]).unwrap();
        match conn.exec(&PUT, &[1.into(), 11.into()]).unwrap_err() {
            StoreError::Unique {
                statement,
                constraint,
            } => {
                assert_eq!(statement, "pair.put");
                assert!(constraint.contains("pair"), "{constraint}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(pairs(conn), [(1, 10)]);
    });
}

#[test]
fn a_failed_transaction_cannot_be_committed() {
    on_both(|conn| {
        with_table(conn);
        conn.begin().unwrap();
        conn.exec(&PUT, &[1.into(), 10.into()]).unwrap();
        conn.exec(&PUT, &[1.into(), 11.into()]).unwrap_err();
        let error = conn.commit().unwrap_err();
        assert!(error.to_string().contains("rolled back"), "{error}");
        assert!(!conn.in_transaction());
        assert_eq!(pairs(conn), []);
        conn.exec(&PUT, &[1.into(), 12.into()]).unwrap();
        assert_eq!(pairs(conn), [(1, 12)]);
    });
}

#[test]
fn transactions_are_neither_nested_nor_ended_twice() {
    on_both(|conn| {
        with_table(conn);
        conn.commit().unwrap_err();
        conn.rollback().unwrap();
        conn.begin().unwrap();
        conn.begin().unwrap_err();
        conn.exec(&PUT, &[1.into(), 10.into()]).unwrap();
        conn.commit().unwrap();
        conn.commit().unwrap_err();
        assert_eq!(pairs(conn), [(1, 10)]);
    });
}

#[test]
fn a_reader_sees_one_moment() {
    with_both(|database| {
        let mut writer = database.open(Access::Create);
        with_table(writer.as_mut());
        let mut reader = database.open(Access::Read);
        reader.begin().unwrap();
        assert_eq!(pairs(reader.as_mut()), []);
        writer.exec(&PUT, &[1.into(), 10.into()]).unwrap();
        assert_eq!(pairs(reader.as_mut()), []);
        reader.commit().unwrap();
        assert_eq!(pairs(reader.as_mut()), [(1, 10)]);
    });
}

// Two tests, as each waits its five seconds.
#[test]
fn a_writer_that_waits_too_long_is_busy_on_sqlite() {
    a_writer_that_waits_too_long_is_busy(&Database::sqlite());
}

#[test]
fn a_writer_that_waits_too_long_is_busy_on_postgres() {
    a_writer_that_waits_too_long_is_busy(&Database::postgres());
}

fn a_writer_that_waits_too_long_is_busy(database: &Database) {
    let mut one = database.open(Access::Create);
    let mut two = database.open(Access::Write);
    with_table(one.as_mut());
    one.exec(&PUT, &[1.into(), 10.into()]).unwrap();
    one.begin().unwrap();
    one.exec(&CHANGE, &[11.into(), 1.into()]).unwrap();
    let begun = two.begin();
    let error = begun
        .and_then(|()| two.exec(&CHANGE, &[12.into(), 1.into()]))
        .unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
    assert!(error.is_worth_repeating());
    two.rollback().unwrap();
    one.commit().unwrap();
    two.exec(&CHANGE, &[13.into(), 1.into()]).unwrap();
    assert_eq!(pairs(one.as_mut()), [(1, 13)]);
}

/// SQLite can be told that its disk is small; a server's disk cannot be filled here.
#[test]
fn a_full_disk_loses_the_transaction_and_nothing_else() {
    let database = Database::sqlite();
    let mut conn = database.open(Access::Create);
    with_table(conn.as_mut());
    conn.exec(&PUT, &[0.into(), 0.into()]).unwrap();
    conn.batch("PRAGMA max_page_count = 10").unwrap();
    conn.begin().unwrap();
    let error = (1..100_000)
        .find_map(|a: i64| conn.exec(&PUT, &[a.into(), i64::MAX.into()]).err())
        .unwrap();
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    conn.commit().unwrap_err();
    assert_eq!(pairs(conn.as_mut()), [(0, 0)]);
    conn.batch("PRAGMA max_page_count = 1000").unwrap();
    conn.exec(&PUT, &[1.into(), 1.into()]).unwrap();
    assert_eq!(pairs(conn.as_mut()), [(0, 0), (1, 1)]);
}

/// Each holds what the other wants. SQLite lets only one begin.
#[test]
fn of_two_that_wait_for_each_other_one_gives_way() {
    let database = Database::postgres();
    let mut one = database.open(Access::Create);
    let mut two = database.open(Access::Write);
    with_table(one.as_mut());
    one.exec(&PUT, &[1.into(), 0.into()]).unwrap();
    one.exec(&PUT, &[2.into(), 0.into()]).unwrap();
    one.begin().unwrap();
    two.begin().unwrap();
    one.exec(&CHANGE, &[1.into(), 1.into()]).unwrap();
    two.exec(&CHANGE, &[2.into(), 2.into()]).unwrap();
    let results = std::thread::scope(|scope| {
        let crossing = scope.spawn(|| one.exec(&CHANGE, &[1.into(), 2.into()]));
        let other = two.exec(&CHANGE, &[2.into(), 1.into()]);
        // Whoever lost has to let go before the other can go on.
        if other.is_err() {
            two.rollback().unwrap();
        }
        [crossing.join().unwrap(), other]
    });
    let lost: Vec<&StoreError> = results.iter().filter_map(|r| r.as_ref().err()).collect();
    assert_eq!(lost.len(), 1, "{results:?}");
    assert!(
        matches!(lost[0], StoreError::Serialization { .. }),
        "{lost:?}"
    );
}
