//! A database is brought forward once, whole, and never by a program that is too old.

use jiff::Timestamp;
use store::conn::{Access, Conn};
use store::migrate::{MIGRATIONS, Migration, migrate};
use store::sql::{Statement, migration};

use crate::support::{on_both, with_both};

const ONE: Migration = Migration {
    number: 1,
    name: "one",
    sql: "CREATE TABLE one (id {id}, words {text}) {strict}; CREATE INDEX one_words ON one (words);",
};
const TWO: Migration = Migration {
    number: 2,
    name: "two",
    sql: "-- A comment; with a semicolon\nALTER TABLE one ADD COLUMN number {int};",
};
const BROKEN: Migration = Migration {
    number: 3,
    name: "broken",
    sql: "CREATE TABLE three (id {id}); CREATE TABL four;",
};

static APPLIED_AT: Statement = Statement::new(
    "test.applied_at",
    "SELECT number, applied_at FROM migration ORDER BY number",
);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn applied(conn: &mut dyn Conn) -> Vec<(i64, i64)> {
    let rows = conn.rows(&APPLIED_AT, &[]).unwrap();
    let pair = rows
        .iter()
        .map(|row| (row.int(0).unwrap(), row.int(1).unwrap()));
    pair.collect()
}

#[test]
fn the_program_s_own_migrations_apply_once() {
    on_both(|conn| {
        let numbers: Vec<i64> = MIGRATIONS.iter().map(|step| step.number).collect();
        assert_eq!(migrate(conn, MIGRATIONS, at(1)).unwrap(), numbers);
        assert_eq!(migrate(conn, MIGRATIONS, at(2)).unwrap(), [0_i64; 0]);
        assert_eq!(
            conn.rows(&migration::APPLIED, &[]).unwrap().len(),
            numbers.len()
        );
    });
}

#[test]
fn the_program_s_own_migrations_are_numbered_upwards() {
    for pair in MIGRATIONS.windows(2) {
        assert!(pair[0].number < pair[1].number, "{}", pair[1].name);
    }
}

static SUPPRESSED: Statement = Statement::new(
    "test.suppressed",
    "SELECT number, extent, scope_id, until_at, meant FROM suppression ORDER BY number, extent",
);

/// Before there were advertisers an advertiser's suppression named a campaign.
#[test]
fn an_advertiser_s_suppression_goes_on_holding_in_its_campaign() {
    on_both(|conn| {
        let before: Vec<Migration> = MIGRATIONS[..16].to_vec();
        migrate(conn, &before, at(1)).unwrap();
        conn.batch(
            "INSERT INTO suppression (number, extent, scope_id, source, reason, added_at, until_at) \
             VALUES (7, 'advertiser', 3, 'a', 'b', 1, NULL), (8, 'advertiser', 3, 'a', 'b', 1, 90), \
                    (8, 'campaign', 3, 'a', 'b', 1, 50), (9, 'everywhere', 0, 'a', 'b', 1, 50)",
        )
        .unwrap();
        migrate(conn, MIGRATIONS, at(2)).unwrap();
        let rows = conn.rows(&SUPPRESSED, &[]).unwrap();
        let told = rows.iter().map(|row| {
            (
                row.int(0).unwrap(),
                row.text(1).unwrap().to_owned(),
                row.int(2).unwrap(),
                row.maybe_int(3).unwrap(),
                row.maybe_text(4).unwrap().map(str::to_owned),
            )
        });
        let meant = Some("advertiser".to_owned());
        let expected = [
            (7, "campaign".to_owned(), 3, None, meant),
            (8, "campaign".to_owned(), 3, Some(90), None),
            (9, "everywhere".to_owned(), 0, Some(50), None),
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    });
}

#[test]
fn what_is_missing_is_applied_in_order() {
    on_both(|conn| {
        assert_eq!(migrate(conn, &[ONE], at(1)).unwrap(), [1]);
        assert_eq!(migrate(conn, &[ONE, TWO], at(2)).unwrap(), [2]);
        assert_eq!(migrate(conn, &[ONE, TWO], at(3)).unwrap(), [0_i64; 0]);
        assert_eq!(applied(conn), [(1, 1_000_000), (2, 2_000_000)]);
        conn.batch("INSERT INTO one (words, number) VALUES ('a', 1)")
            .unwrap();
    });
}

#[test]
fn a_broken_migration_leaves_nothing_behind() {
    on_both(|conn| {
        migrate(conn, &[ONE], at(1)).unwrap();
        let error = migrate(conn, &[ONE, TWO, BROKEN], at(2)).unwrap_err();
        assert!(
            error.to_string().contains("migration 3 (broken)"),
            "{error}"
        );
        assert_eq!(applied(conn), [(1, 1_000_000)]);
        conn.batch("INSERT INTO one (words, number) VALUES ('a', 1)")
            .unwrap_err();
        assert_eq!(migrate(conn, &[ONE, TWO], at(3)).unwrap(), [2]);
    });
}

#[test]
fn an_older_program_refuses_a_newer_database() {
    on_both(|conn| {
        migrate(conn, &[ONE, TWO], at(1)).unwrap();
        let error = migrate(conn, &[ONE], at(2)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "migrate: the database has had migration 2 (two), this program knows them up to 1; \
             use a newer dispo"
        );
        let other = Migration { name: "uno", ..ONE };
        let error = migrate(conn, &[other, TWO], at(2)).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("1 (one) where this program has 1 (uno)"),
            "{error}"
        );
    });
}

#[test]
fn four_programs_at_once_apply_it_once() {
    with_both(|database| {
        // The file's journal is set up by the first that opens it.
        drop(database.open(Access::Create));
        let mut numbers: Vec<Vec<i64>> = std::thread::scope(|scope| {
            let programs: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        let mut conn = database.open(Access::Write);
                        migrate(conn.as_mut(), &[ONE, TWO], at(1)).unwrap()
                    })
                })
                .collect();
            programs
                .into_iter()
                .map(|program| program.join().unwrap())
                .collect()
        });
        numbers.sort();
        assert_eq!(numbers, [vec![], vec![], vec![], vec![1, 2]]);
    });
}
