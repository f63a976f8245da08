//! One declaration, many rows: the same result on both databases whatever the number.

use store::StoreError;
use store::conn::{Access, Conn, Value};
use store::sql::{Bulk, Fetch, Many, Shape, Statement, int, text};

use crate::support::{on_both, with_both};

const TABLE: &str = "CREATE TABLE item (
    list {int} NOT NULL, name {text} NOT NULL, version {int} NOT NULL, note {text},
    PRIMARY KEY (list, name)
) {strict}";

static INSERT: Many = Many {
    name: "item.insert",
    table: "item",
    columns: &[int("list"), text("name"), int("version"), text("note")],
    shape: Shape::Insert { conflict: "" },
};
static INSERT_NEW: Many = Many {
    name: "item.insert_new",
    table: "item",
    columns: &[int("list"), text("name"), int("version"), text("note")],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (list, name) DO UPDATE SET version = item.version + excluded.version",
    },
};
static REVISE: Many = Many {
    name: "item.revise",
    table: "item",
    columns: &[text("name"), int("seen"), text("note")],
    shape: Shape::Update {
        set: "note = v.note, version = v.seen + 1",
        filter: "item.list = 1 AND item.name = v.name AND item.version = v.seen",
    },
};
static REMOVE: Many = Many {
    name: "item.remove",
    table: "item",
    columns: &[int("list"), text("name")],
    shape: Shape::Delete {
        filter: "item.list = v.list AND item.name = v.name",
    },
};
static LOAD: Fetch = Fetch {
    name: "item.load",
    keys: &[int("list"), text("name")],
    select: "item.list AS list, item.name AS name, item.version AS version, item.note AS note",
    from: "item",
    filter: "item.list = v.list AND item.name = v.name",
};
static FILL: Bulk = Bulk {
    name: "item.fill",
    table: "item",
    columns: &[int("list"), text("name"), int("version"), text("note")],
};
static COUNT: Statement = Statement::new(
    "item.count",
    "SELECT count(*) AS items, CAST(coalesce(sum(version), 0) AS bigint) AS versions,
     count(note) AS notes FROM item",
);

fn with_table(conn: &mut dyn Conn) {
    let ddl = conn.engine().ddl(TABLE);
    conn.batch(&ddl).unwrap();
}

fn count(conn: &mut dyn Conn) -> [i64; 3] {
    let row = conn.rows(&COUNT, &[]).unwrap().remove(0);
    [0, 1, 2].map(|column| row.int(column).unwrap())
}

fn item(number: usize) -> Vec<Value> {
    let note = number.is_multiple_of(2).then(|| format!("nº {number}"));
    vec![
        1.into(),
        format!("name {number}").into(),
        Value::Int(number as i64),
        note.into(),
    ]
}

fn items(count: usize) -> Vec<Vec<Value>> {
    (0..count).map(item).collect()
}

#[test]
fn many_writes_every_number_of_rows_once() {
    for size in [0, 1, 2, 3, 63, 64, 65, 1000] {
        on_both(|conn| {
            with_table(conn);
            let rows = items(size);
            assert_eq!(conn.many(&INSERT, &rows).unwrap(), size as u64);
            let sum = size * size.saturating_sub(1) / 2;
            let even = size.div_ceil(2);
            assert_eq!(count(conn), [size, sum, even].map(|n| n as i64));

            let keys: Vec<Vec<Value>> = rows.iter().map(|row| row[..2].to_vec()).collect();
            let mut found: Vec<Vec<Value>> = conn
                .many_rows(&LOAD, &keys)
                .unwrap()
                .into_iter()
                .map(|row| row.into_values())
                .collect();
            found.sort_by_key(|row| row[2].clone());
            assert_eq!(found, rows);

            let revisions: Vec<Vec<Value>> = (0..size)
                .map(|n| {
                    vec![
                        format!("name {n}").into(),
                        Value::Int(n as i64),
                        Value::Null,
                    ]
                })
                .collect();
            assert_eq!(conn.many(&REVISE, &revisions).unwrap(), size as u64);
            assert_eq!(count(conn), [size, sum + size, 0].map(|n| n as i64));
            // The versions have moved on, so the same revisions find nothing.
            assert_eq!(conn.many(&REVISE, &revisions).unwrap(), 0);

            assert_eq!(conn.many(&REMOVE, &keys).unwrap(), size as u64);
            assert_eq!(count(conn), [0, 0, 0]);
        });
    }
}

#[test]
fn many_updates_on_conflict() {
    on_both(|conn| {
        with_table(conn);
        assert_eq!(conn.many(&INSERT, &items(3)).unwrap(), 3);
        assert_eq!(conn.many(&INSERT_NEW, &items(5)).unwrap(), 5);
        // 0 + 1 + 2 doubled, then 3 + 4.
        assert_eq!(count(conn), [5, 13, 3]);
    });
}

#[test]
fn keys_that_are_missing_or_given_twice() {
    on_both(|conn| {
        with_table(conn);
        conn.many(&INSERT, &items(2)).unwrap();
        let key = |name: &str| vec![Value::Int(1), name.into()];
        let keys = [key("name 1"), key("nobody"), key("name 1")];
        let found = conn.many_rows(&LOAD, &keys).unwrap();
        let versions: Vec<i64> = found.iter().map(|row| row.int(2).unwrap()).collect();
        assert_eq!(versions, [1, 1]);
    });
}

#[test]
fn many_is_all_or_nothing() {
    on_both(|conn| {
        with_table(conn);
        let mut rows = items(200);
        rows.push(item(150));
        let error = conn.many(&INSERT, &rows).unwrap_err();
        assert!(matches!(error, StoreError::Unique { .. }), "{error:?}");
        assert!(!conn.in_transaction());
        assert_eq!(count(conn), [0, 0, 0]);
    });
}

#[test]
fn rows_that_do_not_fit_are_refused() {
    on_both(|conn| {
        with_table(conn);
        let wrong = [
            vec![Value::Null, "a".into(), 1.into(), Value::Null],
            vec![1.into(), "a".into(), 1.into()],
            vec![1.into(), "a".into(), "1".into(), Value::Null],
            vec![1.into(), 2.into(), 1.into(), Value::Null],
            vec![1.into(), "a".into(), 1.into(), "\0".into()],
        ];
        for row in wrong {
            let rows = [item(1), row];
            let error = conn.many(&INSERT, &rows).unwrap_err();
            assert!(matches!(error, StoreError::Other { .. }), "{error:?}");
        }
        assert_eq!(count(conn), [0, 0, 0]);
    });
}

#[test]
fn bulk_writes_ten_thousand_rows() {
    on_both(|conn| {
        with_table(conn);
        let written = conn.bulk(&FILL, &mut (0..10_000).map(item)).unwrap();
        assert_eq!(written, 10_000);
        assert_eq!(count(conn), [10_000, 49_995_000, 5_000]);
        assert_eq!(conn.bulk(&FILL, &mut std::iter::empty()).unwrap(), 0);
        let keys = [vec![Value::Int(1), "name 4242".into()]];
        let found = conn.many_rows(&LOAD, &keys).unwrap();
        assert_eq!(found[0].values(), item(4242));
    });
}

#[test]
fn bulk_is_all_or_nothing() {
    on_both(|conn| {
        with_table(conn);
        let twice = (0..2_000).chain(7..8).map(item);
        let error = conn.bulk(&FILL, &mut { twice }).unwrap_err();
        assert!(matches!(error, StoreError::Unique { .. }), "{error:?}");
        let wrong = (0..2_000).map(item).chain([vec![1.into()]]);
        conn.bulk(&FILL, &mut { wrong }).unwrap_err();
        assert_eq!(count(conn), [0, 0, 0]);

        conn.begin().unwrap();
        conn.bulk(&FILL, &mut (0..10).map(item)).unwrap();
        conn.rollback().unwrap();
        assert_eq!(count(conn), [0, 0, 0]);
    });
}

/// Rows may come from another connection while they are written.
#[test]
fn bulk_copies_between_connections() {
    with_both(|database| {
        let mut source = database.open(Access::Create);
        with_table(source.as_mut());
        source.many(&INSERT, &items(3)).unwrap();
        on_both(|target| {
            with_table(target);
            let mut reader = database.open(Access::Read);
            let mut rows = (0..3).map(|number| {
                let key = [vec![Value::Int(1), format!("name {number}").into()]];
                reader
                    .many_rows(&LOAD, &key)
                    .unwrap()
                    .remove(0)
                    .into_values()
            });
            assert_eq!(target.bulk(&FILL, &mut rows).unwrap(), 3);
            assert_eq!(count(target), [3, 3, 2]);
        });
    });
}
