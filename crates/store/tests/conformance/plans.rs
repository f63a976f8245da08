//! Nothing is scanned: how both databases find the next contact, by their own account.

use crate::centre::Centre;
use crate::support::{Database, server_of};
use store::conn::Access;
use store::dialect::Engine;
use store::sql::{Statement, contact, desk, house, offer};

/// What is sought on the way to an offer and may not be read from end to end.
const SOUGHT: [&Statement; 9] = [
    &desk::OWN_CALLBACKS,
    &desk::LIST_CALLBACKS,
    &offer::FIRST,
    &offer::FIRST_MEMBER,
    &offer::WANTED,
    &offer::POOL_EMPTY,
    &house::AGENT,
    &contact::FIND_ID,
    &contact::FIND_KEY,
];

/// Tables that grow with the lists.
const LARGE: [&str; 4] = ["contact", "member", "number", "journal"];

#[test]
fn sqlite_seeks_what_is_offered() {
    let database = Database::sqlite();
    let centre = Centre::open(&database, 1);
    centre.import(20);
    let file = database.address.to_string();
    let conn = rusqlite::Connection::open(file.strip_prefix("sqlite:").unwrap()).unwrap();
    for statement in SOUGHT {
        let text = statement.text(Engine::Sqlite);
        let mut explained = conn.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
        let mut rows = explained.raw_query();
        let mut plan = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            plan.push(row.get::<_, String>(3).unwrap());
        }
        for line in &plan {
            let scans = |table: &&&str| line.starts_with(&format!("SCAN {table}"));
            assert!(
                LARGE.iter().find(scans).is_none(),
                "{}: {plan:?}",
                statement.name
            );
            assert!(
                !line.contains("TEMP B-TREE") || statement.name.starts_with("contact.find"),
                "{}: {plan:?}",
                statement.name
            );
        }
        match statement.name {
            "offer.first" => assert!(
                plan[0].contains(
                    "contact_offer (list_id=? AND pool=? AND holder=? AND band=? AND priority>?)"
                ),
                "{plan:?}"
            ),
            "offer.first_member" => assert!(
                plan[0].contains(
                    "member_offer (link_id=? AND pool=? AND holder=? AND band=? AND priority>?)"
                ),
                "{plan:?}"
            ),
            _ => {}
        }
    }
}

#[test]
fn postgres_seeks_what_is_offered() {
    let database = Database::postgres();
    let centre = Centre::open(&database, 1);
    centre.import(2_000);
    database.open(Access::Write).batch("ANALYZE").unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let (client, connection) = runtime
        .block_on(tokio_postgres::connect(
            &server_of(&database),
            tokio_postgres::NoTls,
        ))
        .unwrap();
    runtime.spawn(connection);
    for statement in SOUGHT {
        let text = statement.text(Engine::Postgres);
        // Small tables are scanned because that is faster; what is asked is whether they must be.
        let ask = format!(
            "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; PREPARE asked AS {text}"
        );
        runtime.block_on(client.batch_execute(&ask)).unwrap();
        let parameters = (0..text.matches('$').count())
            .map(|_| "NULL")
            .collect::<Vec<_>>()
            .join(", ");
        let rows = runtime
            .block_on(client.query(&format!("EXPLAIN EXECUTE asked({parameters})"), &[]))
            .unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
        for table in LARGE {
            let scan = format!("Seq Scan on {table}");
            assert!(
                !plan.iter().any(|line| line.contains(&scan)),
                "{}: {plan:#?}",
                statement.name
            );
        }
        let index = match statement.name {
            "offer.first" => "contact_offer",
            "offer.first_member" => "member_offer",
            _ => "Index",
        };
        assert!(
            plan.iter().any(|line| line.contains(index)),
            "{}: {plan:#?}",
            statement.name
        );
        if statement.name.starts_with("offer.first") {
            assert!(!plan.iter().any(|line| line.contains("Sort")), "{plan:#?}");
        }
        runtime
            .block_on(client.batch_execute("DEALLOCATE asked"))
            .unwrap();
    }
}
