//! The doctor finds what was changed by hand, and where.

use crate::centre::Centre;
use crate::support::{Database, with_both};
use engine::{AgentCommand, CallbackChoice, Outcome};
use jiff::SignedDuration;
use store::conn::Access;
use store::{Difference, Examination};

/// A house with some history: one contact busy, one closed, one called back, one untouched.
fn house(database: &Database) -> Centre {
    let centre = Centre::open(database, 1);
    let ada = centre.agents[0];
    centre.import(4);
    let busy = centre.offer(ada).unwrap();
    centre.call(busy, ada, Outcome::Busy);
    let closed = centre.offer(ada).unwrap();
    centre.call(closed, ada, Outcome::Answered);
    centre.dispose(closed, ada, "500", None).unwrap();
    let back = centre.offer(ada).unwrap();
    centre.call(back, ada, Outcome::Answered);
    let at = Some(centre.clock.now() + SignedDuration::from_hours(2));
    let choice = CallbackChoice {
        at,
        ..CallbackChoice::default()
    };
    centre.dispose(back, ada, "310", Some(choice)).unwrap();
    let pause = AgentCommand::Break {
        kind: "lunch".into(),
    };
    centre.store.agent_command(ada, pause).unwrap().unwrap();
    centre
}

/// What the doctor says of a house in which somebody has done this.
fn examined(database: &Database, done: &str) -> Examination {
    let centre = house(database);
    centre.is_sound();
    database.open(Access::Write).batch(done).unwrap();
    centre.store.doctor().unwrap()
}

/// At least one difference, of this subject, number and field. Gives all.
fn found(database: &Database, done: &str, subject: &str, seq: i64, field: &str) -> Vec<Difference> {
    let found = examined(database, done).differences;
    let is_it =
        |it: &Difference| (it.subject.as_str(), it.seq, it.field.as_str()) == (subject, seq, field);
    assert!(
        found.iter().any(is_it),
        "{done}: {subject} {seq} {field} is not among {found:#?}"
    );
    assert!(found.iter().all(|it| it.journal != it.row), "{found:#?}");
    found
}

fn finds(done: &str, subject: &str, seq: i64, field: &str) {
    with_both(|database| drop(found(database, done, subject, seq, field)));
}

/// The same, and nothing else is blamed.
fn finds_only(done: &str, subject: &str, seq: i64, field: &str) {
    with_both(|database| {
        let found = found(database, done, subject, seq, field);
        assert!(found.iter().all(|it| it.subject == subject), "{found:#?}");
    });
}

#[test]
fn a_sound_house_has_no_differences_and_all_is_counted() {
    with_both(|database| {
        let found = house(database).store.doctor().unwrap();
        assert_eq!(found.differences, []);
        // Claimed, dialled, busy; claimed, dialled, answered, ended, coded; the same again.
        assert_eq!((found.contacts, found.events), (4, 3 + 5 + 5));
    });
}

#[test]
fn a_due_time_that_was_moved_is_found() {
    let done = "UPDATE contact SET due_at = due_at + 1 WHERE id = 1";
    finds_only(done, "list 1 contact 1", 3, "due_at");
    let done = "UPDATE contact SET due_at = due_at + 1 WHERE id = 4";
    finds_only(done, "list 1 contact 4", 0, "due_at");
}

#[test]
fn an_instant_of_the_journal_that_was_moved_is_found() {
    let at = |whose: &str, seq: i64| {
        format!(
            "UPDATE journal SET at = at + 1 WHERE subject = '{whose}' AND subject_id = 1 AND seq = {seq}"
        )
    };
    for seq in 1..=3 {
        finds_only(&at("contact", seq), "list 1 contact 1", seq, "digest");
    }
    finds_only(&at("agent", 2), "agent 1", 2, "digest");
    finds_only(&at("import", 1), "list 1 import 1", 1, "at");
    let happened = "UPDATE journal SET happened_at = happened_at - 1 WHERE subject = 'contact' AND subject_id = 1 AND seq = 2";
    finds_only(happened, "list 1 contact 1", 2, "digest");
}

#[test]
fn a_journal_row_that_is_gone_is_found() {
    let gone = |whose: &str, id: i64, seq: i64| {
        format!(
            "DELETE FROM journal WHERE subject = '{whose}' AND subject_id = {id} AND seq = {seq}"
        )
    };
    finds_only(&gone("contact", 2, 1), "list 1 contact 2", 1, "journal");
    finds_only(&gone("contact", 2, 3), "list 1 contact 2", 3, "journal");
    finds_only(&gone("contact", 2, 5), "list 1 contact 2", 4, "seq");
    finds_only(&gone("agent", 1, 1), "agent 1", 1, "journal");
    finds_only(&gone("agent", 1, 3), "agent 1", 2, "seq");
    finds(&gone("import", 1, 1), "list 1 contact 1", 0, "contact");
    finds_only(
        "DELETE FROM journal WHERE subject = 'contact' AND subject_id = 1",
        "list 1 contact 1",
        0,
        "seq",
    );
}

#[test]
fn what_a_journal_row_says_is_covered() {
    for (column, field) in [
        ("body", "digest"),
        ("actor", "digest"),
        ("because", "because"),
        ("word", "word"),
    ] {
        let value = match column {
            "body" => "replace(body, 'busy', 'no_answer')",
            "actor" => r#"'{"actor":"keeper"}'"#,
            "because" => "'[]'",
            _ => "'claim'",
        };
        let done = format!(
            "UPDATE journal SET {column} = {value} WHERE subject = 'contact' AND subject_id = 1 AND seq = 3"
        );
        finds_only(&done, "list 1 contact 1", 3, field);
    }
    let unreadable =
        "UPDATE journal SET body = '{' WHERE subject = 'contact' AND subject_id = 1 AND seq = 2";
    finds_only(unreadable, "list 1 contact 1", 2, "body");
}

#[test]
fn every_column_that_says_where_a_contact_stands_is_compared() {
    for (column, value, field) in [
        ("code", "'120'", "code"),
        ("state", "'new'", "state"),
        ("offer_at", "offer_at + 1", "offer_at"),
        ("holder", "7", "holder"),
        ("priority", "priority + 1", "priority"),
        ("attempts", "0", "attempts"),
        ("seq", "9", "seq"),
        ("at", "at + 1", "at"),
        ("body", "replace(body, '130', '120')", "body"),
    ] {
        let done = format!("UPDATE contact SET {column} = {value} WHERE id = 1");
        finds_only(&done, "list 1 contact 1", 3, field);
    }
}

#[test]
fn how_a_contact_began_is_covered() {
    let zone = "UPDATE contact SET zone = 'Europe/Berlin' WHERE id";
    finds(&format!("{zone} = 1"), "list 1 contact 1", 1, "digest");
    finds(&format!("{zone} = 4"), "list 1 contact 4", 0, "digest");
    finds(&format!("{zone} = 4"), "list 1 import 1", 0, "origins");
    finds(
        "UPDATE contact SET zone = 'Nowhere/Land' WHERE id = 4",
        "list 1 contact 4",
        0,
        "origin",
    );
}

#[test]
fn a_contact_too_many_or_too_few_is_found() {
    let columns = "list_id, import_id, line, zone, kind, numbers, seq, at, digest, state, code, due_at, pool, \
                   holder, band, priority, offer_at, attempts, unreached_run";
    let extra = format!(
        "INSERT INTO contact (id, {columns}) SELECT 99, {columns} FROM contact WHERE id = 4"
    );
    finds(&extra, "list 1 contact 99", 0, "contact");
    finds(
        "DELETE FROM contact WHERE id = 4",
        "list 1 contact 4",
        0,
        "contact",
    );
    finds(
        "DELETE FROM contact WHERE id = 1",
        "list 1 contact 1",
        1,
        "contact",
    );
}

#[test]
fn attempts_and_dials_are_compared_with_what_led_to_them() {
    let of_one = "WHERE contact_id = 1";
    finds_only(
        &format!("UPDATE attempt SET code = '120' {of_one}"),
        "list 1 contact 1",
        3,
        "attempt 1",
    );
    finds_only(
        &format!("DELETE FROM attempt {of_one}"),
        "list 1 contact 1",
        3,
        "attempt 1",
    );
    finds_only(
        &format!("DELETE FROM dial {of_one}"),
        "list 1 contact 1",
        3,
        "dial 1",
    );
    finds_only(
        &format!("UPDATE dial SET at = at + 1 {of_one}"),
        "list 1 contact 1",
        3,
        "dial 1",
    );
}

/// The whole history and the row of a contact put back to the import, as if nothing had
/// happened: row and journal agree, the dial and the attempt do not.
#[test]
fn taking_back_an_event_in_journal_and_row_alike_is_found() {
    let done = "DELETE FROM journal WHERE subject = 'contact' AND subject_id = 1; \
                UPDATE contact SET (seq, at, state, code, due_at, pool, holder, band, priority, offer_at, \
                  attempts, unreached_run, last_attempt_at, body) = (SELECT c.seq, c.at, c.state, c.code, \
                  c.due_at, c.pool, c.holder, c.band, c.priority, c.offer_at, c.attempts, c.unreached_run, \
                  c.last_attempt_at, c.body FROM contact c WHERE c.id = 4) WHERE id = 1";
    finds_only(done, "list 1 contact 1", 0, "dial 1");
    finds_only(done, "list 1 contact 1", 0, "attempt 1");
}
