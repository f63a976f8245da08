//! What becomes of events when something breaks on the way.

use crate::centre::Centre;
use crate::support::{Database, administrate, with_both};
use engine::{Actor, AgentId, Command, ContactId, ListId};
use store::conn::Access;
use store::sql::Statement;
use store::{Entry, RecordError};

fn assign(list: ListId, contact: ContactId, owner: i64) -> Entry {
    let command = Command::Assign {
        owner: Some(AgentId(owner)),
    };
    Entry::command(list, contact, Actor::System, command)
}

/// Several calls that reach the writer together, one of which is refused and one of which
/// breaks: an agent cannot have two contacts.
#[test]
fn what_is_refused_or_breaks_takes_nothing_along() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(6);
        let ada = centre.agents[0];
        let held = centre.offer(ada).unwrap();
        let calls = [
            assign(centre.list, ids[1], 7),
            Entry::command(centre.list, ids[2], Actor::System, Command::Conclude),
            // No database takes this character.
            assign(centre.list, ids[3], 7).with_note("\0"),
            assign(centre.list, ContactId(999), 7),
            assign(centre.list, ids[4], 7),
        ];
        let answers = calls.map(|entry| centre.store.send_record(centre.list, vec![entry]));
        let [first, refused, broken, missing, last] = answers.map(|answer| {
            answer
                .blocking_recv()
                .unwrap()
                .map(|mut answers| answers.remove(0))
        });
        assert!(first.unwrap().is_ok());
        assert!(matches!(
            refused.unwrap(),
            Err(RecordError::Refused(engine::Refusal::NotInHand))
        ));
        assert!(broken.unwrap_err().to_string().contains("NUL"));
        assert!(matches!(
            missing.unwrap(),
            Err(RecordError::NotFound { .. })
        ));
        assert!(last.unwrap().is_ok());
        assert_eq!(centre.contact(ids[3]).owner, None);
        assert_eq!(centre.contact(held).hand.unwrap().agent, ada);
        centre.is_sound();
    });
}

#[test]
fn an_event_is_kept_though_nobody_waits_for_the_answer() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        drop(
            centre
                .store
                .send_record(centre.list, vec![assign(centre.list, id, 7)]),
        );
        let next = centre.store.record(assign(centre.list, id, 8)).unwrap();
        assert_eq!(next.seq, 2);
        centre.is_sound();
    });
}

static SEQ: Statement = Statement::new("test.seq", "SELECT seq FROM contact WHERE id = $1");

#[test]
fn an_answer_comes_after_the_commit() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let mut elsewhere = database.open(Access::Read);
        for owner in 1..=20 {
            let said = centre
                .store
                .record(assign(centre.list, id, owner))
                .unwrap()
                .seq;
            let rows = elsewhere.rows(&SEQ, &[id.0.into()]).unwrap();
            assert_eq!((rows[0].int(0).unwrap(), said), (owner, owner));
        }
    });
}

/// Ends every other session of the database, as a restart of the server would.
const CUT: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";

#[test]
fn connections_that_are_lost_while_idle_are_opened_anew() {
    let database = Database::postgres();
    let centre = Centre::open(&database, 1);
    let id = centre.import(1)[0];
    centre.contact(id);
    for owner in 1..=2 {
        database.open(Access::Write).batch(CUT).unwrap();
        assert_eq!(
            centre.contact(id).owner.map_or(0, |owner| owner.0),
            owner - 1
        );
        let recorded = centre.store.record(assign(centre.list, id, owner)).unwrap();
        assert_eq!(recorded.seq, owner);
    }
    assert_eq!(
        centre
            .store
            .add_campaign("Other", store::CampaignState::Running)
            .unwrap()
            .0,
        2
    );
    centre.is_sound();
}

#[test]
fn an_event_whose_connection_is_lost_before_the_commit_is_recorded_once() {
    let database = Database::postgres();
    let centre = Centre::open(&database, 1);
    let id = centre.import(1)[0];
    // The writer has begun, and waits for the contact.
    let mut holder = database.open(Access::Write);
    holder.begin().unwrap();
    holder.batch("SELECT 1 FROM contact FOR UPDATE").unwrap();
    let answer = centre
        .store
        .send_record(centre.list, vec![assign(centre.list, id, 7)]);
    wait_until_somebody_waits(&database);
    let waiting = CUT.replace("pid <> pg_backend_pid()", "wait_event_type = 'Lock'");
    database.open(Access::Write).batch(&waiting).unwrap();
    holder.rollback().unwrap();
    let answers = answer.blocking_recv().unwrap();
    match answers {
        // Either it was repeated on a new connection, or it says that it was not recorded.
        Ok(mut answers) => assert_eq!(answers.remove(0).unwrap().seq, 1),
        Err(error) => panic!("{error}"),
    }
    assert_eq!(centre.store.history(centre.list, id).unwrap().len(), 1);
    centre.is_sound();
}

static WAITING: Statement = Statement::new(
    "test.waiting",
    "SELECT count(*) AS n FROM pg_stat_activity \
     WHERE datname = current_database() AND wait_event_type = 'Lock'",
);

fn wait_until_somebody_waits(database: &Database) {
    let mut conn = database.open(Access::Read);
    for _ in 0..400 {
        if conn.rows(&WAITING, &[]).unwrap()[0].int(0).unwrap() > 0 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("nobody waits");
}

#[test]
fn a_server_that_is_away_is_said_to_be_and_served_again_when_it_is_back() {
    let database = Database::postgres();
    let centre = Centre::open(&database, 1);
    let id = centre.import(1)[0];
    let name = database.address.to_string();
    let name = name.rsplit_once('/').unwrap().1;
    let allow = |yes: bool| administrate(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {yes}"));
    let mut conn = database.open(Access::Write);
    allow(false);
    conn.batch(CUT).unwrap();
    drop(conn);
    for _ in 0..2 {
        let error = centre
            .store
            .record(assign(centre.list, id, 1))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("not currently accepting connections"),
            "{error}"
        );
        let error = centre
            .store
            .contact(centre.list, id)
            .unwrap_err()
            .to_string();
        assert!(error.contains("check the address"), "{error}");
        assert!(centre.store.offer(centre.agents[0]).is_err());
    }
    allow(true);
    assert_eq!(
        centre.store.record(assign(centre.list, id, 1)).unwrap().seq,
        1
    );
    assert_eq!(centre.offer(centre.agents[0]), Some(id));
    centre.is_sound();
}
