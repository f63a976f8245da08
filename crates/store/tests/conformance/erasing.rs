//! What is erased is in no table and in no file; what was counted stays.

use crate::centre::{Centre, contact, rules};
use crate::support::{Database, with_both};
use engine::{ContactId, ListId, Number, Outcome, Settings};
use std::collections::BTreeSet;
use std::path::Path;
use store::conn::Access;
use store::{
    Address, AuditActor, Batch, Entry, Erasing, Erasure, ImportProblem, Mode, NewList,
    NewRecording, NewRules, RecordError, RecordingConsent, RecordingOf, Suppression,
};

const NUMBER: u64 = 497_315_846_209;
const OTHER: u64 = 497_315_846_333;
/// Values that stand nowhere else.
const VALUES: [&str; 6] = [
    "Xyloquartz",
    "xq@vexwold.example",
    "KEY-90817",
    "whispered pumpernickel",
    "Grimblethorpe",
    "97315846209",
];

const ERASING: Erasing = Erasing {
    by: AuditActor::Program,
    only_look: false,
    evidence_too: false,
};

/// A house in which one contact has left its traces everywhere.
fn house(database: &Database) -> (Centre, ContactId) {
    let centre = Centre::open(database, 1);
    let ada = centre.agents[0];
    let mut person = contact(1, &[NUMBER]);
    person.key = Some("KEY-90817".into());
    person.fields =
        r#"{"name":"Xyloquartz","email":"xq@vexwold.example","town":"Grimblethorpe"}"#.into();
    let ids = centre.import_all(vec![person]);
    assert_eq!(centre.offer(ada), Some(ids[0]));
    centre.call(ids[0], ada, Outcome::Answered);
    let code = engine::Command::Dispose {
        code: engine::Code::new("500"),
        callback: None,
    };
    let entry = Entry::command(centre.list, ids[0], engine::Actor::Agent(ada), code);
    centre
        .store
        .record(entry.with_note("whispered pumpernickel"))
        .unwrap();
    texts(&centre);
    centre.import_all(
        (2..40)
            .map(|n| contact(n, &[OTHER + u64::from(n)]))
            .collect(),
    );
    (centre, ids[0])
}

/// Texts that name it beside its own rows.
fn texts(centre: &Centre) {
    let store = &centre.store;
    let problem = ImportProblem {
        line: 7,
        column: "phone".into(),
        value: "0731 584 6209".into(),
        reason: "`Xyloquartz` stands twice".into(),
    };
    let import = store
        .begin_import(centre.list, Mode::Append, "two", "two")
        .unwrap();
    let batch = Batch {
        problems: vec![problem],
        lines_done: 7,
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
    store.idempotent_begin(1, "again", "digest").unwrap();
    let body = r#"{"fields":{"name":"Xyloquartz"},"numbers":["+497315846209"]}"#;
    store.idempotent_finish(1, "again", 200, body).unwrap();
    suppressions(centre);
    refusal(centre);
    let ada: BTreeSet<_> = centre.agents.iter().copied().collect();
    store
        .send_message(
            &ada,
            "Sue",
            "call Mr Xyloquartz in Grimblethorpe back",
            store::UserId(1),
        )
        .unwrap();
}

/// It does not want to be recorded, which is kept by number.
fn refusal(centre: &Centre) {
    let of = RecordingOf {
        list: centre.list,
        contact: ContactId(1),
        attempt: 1,
    };
    let new = NewRecording {
        of,
        agent: centre.agents[0],
        campaign: None,
        consent: RecordingConsent::Awaited,
        kept_days: 30,
        by_agent: false,
    };
    let (store, by) = (&centre.store, AuditActor::Program);
    store.add_recording(new).unwrap();
    store.refuse_recording(of, by).unwrap();
    let over = centre.clock.now() + engine::UNDO_WITHIN;
    centre.clock.advance_to(over);
    store.destroy_refused().unwrap();
    let since = store.refuses_recording(centre.list, of.contact).unwrap();
    assert!(since.is_some());
}

/// Somebody else's suppressions, of which two quote it, one of them lifted.
fn suppressions(centre: &Centre) {
    let store = &centre.store;
    let number = |n: u64| Number::new(OTHER + 1_000 + n).unwrap();
    let new = |n, source: &str, reason: &str| Suppression {
        reason: reason.into(),
        ..Suppression::everywhere(number(n), source, centre.clock.now())
    };
    let all = vec![
        new(1, "letter of Xyloquartz", "asked, for Grimblethorpe, too"),
        new(2, "house", "wrote from xq@vexwold.example"),
        new(3, "house", "asked by letter"),
    ];
    store.suppress(all).unwrap();
    let everywhere = (engine::catalogue::Extent::Everywhere, 0);
    let why = "0731 584 6209 is not hers, says Xyloquartz";
    assert!(
        store
            .lift(&number(2).into(), everywhere, "Sue", why)
            .unwrap()
    );
}

fn erase(centre: &Centre, contact: ContactId, how: Erasing) -> Erasure {
    centre.store.erase(&[(centre.list, contact)], how).unwrap()
}

/// Where one of the values is still to be found.
fn traces(database: &Database) -> Vec<String> {
    match &database.address {
        Address::Sqlite(file) => VALUES
            .iter()
            .flat_map(|value| in_files(file.parent().unwrap(), value))
            .collect(),
        Address::Postgres(_) => VALUES
            .iter()
            .filter_map(|value| in_tables(database, value))
            .collect(),
    }
}

/// Every byte of the database, its log and its index of the log.
fn in_files(folder: &Path, value: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let mut wanted = vec![value.as_bytes().to_vec()];
        if value.chars().all(|c| c.is_ascii_digit()) {
            // As SQLite writes an integer of this size.
            wanted.push(NUMBER.to_be_bytes()[2..].to_vec());
        }
        for wanted in wanted {
            if bytes.windows(wanted.len()).any(|window| window == wanted) {
                found.push(format!("{value} in {}", path.display()));
            }
        }
    }
    found
}

fn in_tables(database: &Database, value: &str) -> Option<String> {
    let sql = format!(
        "DO $$ DECLARE t text; n bigint; BEGIN \
         FOR t IN SELECT table_name FROM information_schema.tables \
           WHERE table_schema = 'public' AND table_type = 'BASE TABLE' LOOP \
           EXECUTE format('SELECT count(*) FROM %I x WHERE x::text LIKE ''%%{value}%%''', t) INTO n; \
           IF n > 0 THEN RAISE EXCEPTION 'found in %', t; END IF; \
         END LOOP; END $$"
    );
    let found = database.open(Access::Write).batch(&sql);
    found.err().map(|error| format!("{value}: {error}"))
}

#[test]
fn nothing_of_it_is_found_in_any_table_or_file() {
    with_both(|database| {
        let (centre, contact) = house(database);
        let before = traces(database);
        assert!(before.len() >= VALUES.len(), "{before:?}");
        let gone = erase(&centre, contact, ERASING);
        assert_eq!((gone.contacts, gone.numbers, gone.notes), (1, 1, 1));
        // Two more of a suppression, two of one that was lifted.
        assert_eq!((gone.problems, gone.texts, gone.dials), (1, 7, 1));
        let there = centre.store.suppressions(i64::MIN, 9).unwrap();
        let said: Vec<(&str, &str)> = there
            .iter()
            .map(|one| (one.source.as_str(), one.reason.as_str()))
            .collect();
        assert_eq!(said, [("…", "…"), ("house", "asked by letter")]);
        assert_eq!(traces(database), [""; 0]);
        centre.is_sound();
        drop(centre);
        assert_eq!(traces(database), [""; 0]);
    });
}

#[test]
fn figures_and_the_trail_stay() {
    with_both(|database| {
        let (centre, contact) = house(database);
        let before = centre.store.report(centre.list).unwrap();
        erase(&centre, contact, ERASING);
        assert_eq!(centre.store.report(centre.list).unwrap(), before);
        let there = centre.contact(contact);
        assert_eq!(there.erased_at, Some(centre.clock.now()));
        assert_eq!(there.code.as_str(), "500");
        let lines = centre.store.audit_lines(&store::AuditSearch {
            word: Some("erased".into()),
            limit: 5,
            ..Default::default()
        });
        assert_eq!(lines.unwrap().len(), 1);
        assert_eq!(centre.store.audit_verify(None).unwrap().fault, None);
        // Once more finds nothing.
        let again = erase(&centre, contact, ERASING);
        assert_eq!((again.numbers, again.fields, again.notes), (0, 0, 0));
        centre.is_sound();
    });
}

#[test]
fn looking_first_counts_and_takes_nothing() {
    with_both(|database| {
        let (centre, contact) = house(database);
        let before = traces(database);
        let look = Erasing {
            only_look: true,
            ..ERASING
        };
        let seen = erase(&centre, contact, look);
        assert_eq!((seen.contacts, seen.numbers, seen.fields), (1, 1, 1));
        assert_eq!(traces(database).len(), before.len());
        assert_eq!(centre.contact(contact).erased_at, None);
    });
}

/// Of an address nothing is kept but a mark, which says nothing once it is gone.
#[test]
fn a_suppression_of_its_person_holds_afterwards_and_leaves_no_trace() {
    with_both(|database| {
        let (centre, contact) = house(database);
        let person = store::Subject::person("xq@vexwold.example").unwrap();
        let suppression = Suppression::everywhere(person.clone(), "house", centre.clock.now());
        centre.store.suppress(vec![suppression.clone()]).unwrap();
        let of = |contact| centre.store.suppressions_of_person(centre.list, contact);
        assert_eq!(of(contact).unwrap(), vec![suppression.clone()]);
        erase(&centre, contact, ERASING);
        assert_eq!(of(contact).unwrap(), []);
        assert_eq!(centre.store.suppressions_of(person).unwrap(), [suppression]);
        let again = ["xq@vexwold.example"].into_iter();
        let known = centre.store.suppressed_people(centre.list, again).unwrap();
        assert_eq!(known.len(), 1, "nobody calls her who comes back");
        assert_eq!(traces(database), Vec::<String>::new());
    });
}

#[test]
fn a_suppression_of_its_number_holds_afterwards() {
    with_both(|database| {
        let (centre, contact) = house(database);
        let number = Number::new(NUMBER).unwrap();
        let suppression = Suppression::everywhere(number, "house", centre.clock.now());
        centre.store.suppress(vec![suppression.clone()]).unwrap();
        assert_eq!(
            centre.store.holders_of(number).unwrap(),
            [(centre.list, contact)]
        );
        erase(&centre, contact, ERASING);
        assert_eq!(centre.store.holders_of(number).unwrap(), []);
        assert_eq!(centre.store.suppressions_of(number).unwrap(), [suppression]);
    });
}

#[test]
fn what_is_in_hand_is_erased_afterwards() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(2);
        let held = centre.offer(centre.agents[0]).unwrap();
        let gone = erase(&centre, held, ERASING);
        assert_eq!(
            (gone.contacts, gone.in_hand),
            (0, vec![(centre.list, held)])
        );
    });
}

#[test]
fn an_open_contact_is_closed_and_stays_so() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(1);
        erase(&centre, ids[0], ERASING);
        assert!(centre.contact(ids[0]).is_closed());
        assert_eq!(centre.offer(centre.agents[0]), None);
        let again = centre.command(ids[0], centre.agents[0], engine::Command::CallFirst);
        assert!(matches!(
            again,
            Err(RecordError::Refused(engine::Refusal::Erased))
        ));
        centre.is_sound();
    });
}

#[test]
fn a_whole_list_goes_in_small_commits() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(250);
        let (mut after, mut contacts) = (ContactId(0), 0);
        loop {
            let (gone, last) = centre
                .store
                .erase_of_list(centre.list, after, ERASING)
                .unwrap();
            contacts += gone.contacts;
            let Some(last) = last else { break };
            after = last;
        }
        assert_eq!(contacts, 250);
        assert!(
            centre
                .store
                .numbers_of(centre.list, after)
                .unwrap()
                .is_empty()
        );
        centre.is_sound();
    });
}

/// A list under German law, whose only contact agreed on a day.
fn german(centre: &Centre) -> ListId {
    let law = include_str!("../../../../jurisdictions/de.toml");
    let new = NewList {
        name: "Hamburg".to_owned(),
        country: "DE".to_owned(),
        rules: NewRules {
            law: Some(law.to_owned()),
            ..rules(Settings::default())
        },
        fields: Vec::new(),
    };
    centre.store.add_list(new).unwrap()
}

#[test]
fn evidence_the_law_wants_is_kept_apart_and_said() {
    with_both(|database| {
        let mut centre = Centre::open(database, 1);
        centre.list = german(&centre);
        let mut person = contact(1, &[NUMBER]);
        person.fields =
            r#"{"name":"Xyloquartz","optin_date":"2025-11-03","optin_source":"by post"}"#.into();
        let ids = centre.import_all(vec![person]);
        let gone = erase(&centre, ids[0], ERASING);
        assert_eq!(gone.kept.len(), 1);
        assert_eq!(gone.kept[0].until.to_string(), "2030-11-04T00:00:00Z");
        let kept = centre
            .store
            .kept_evidence(centre.list, ids[0])
            .unwrap()
            .unwrap();
        assert_eq!(kept.evidence.numbers, [NUMBER as i64]);
        assert_eq!(kept.evidence.fields["optin_source"], "by post");
        assert!(!kept.evidence.fields.contains_key("name"));
        centre.pass(5 * 366 * 24 * 60);
        assert_eq!(centre.store.forget_evidence().unwrap(), 1);
        assert_eq!(
            centre.store.kept_evidence(centre.list, ids[0]).unwrap(),
            None
        );
    });
}

#[test]
fn a_list_ends_and_is_erased_on_its_days() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(3);
        let (ada, store) = (centre.agents[0], &centre.store);
        let hour = |hours: i64| Some(centre.clock.now() + jiff::SignedDuration::from_hours(hours));
        store.set_retention(centre.list, hour(2), hour(3)).unwrap();
        let held = centre.offer(ada).unwrap();
        centre.call(held, ada, Outcome::Answered);
        assert_eq!(store.erase_due().unwrap(), None);
        centre.pass(3 * 60);
        // One is in hand: the others go, and it is come back to.
        assert_eq!(store.erase_due().unwrap().unwrap().contacts, 2);
        store.erase_due().unwrap();
        assert_eq!(store.retention(centre.list).unwrap().erased_at, None);
        centre.dispose(held, ada, "500", None).unwrap();
        assert_eq!(centre.offer(ada), None);
        store.erase_due().unwrap();
        store.erase_due().unwrap();
        let now = Some(centre.clock.now());
        assert_eq!(store.retention(centre.list).unwrap().erased_at, now);
        assert_eq!(store.erase_due().unwrap(), None);
        assert!(ids.iter().all(|id| centre.contact(*id).erased_at.is_some()));
        centre.is_sound();
    });
}

#[test]
fn nobody_is_offered_after_the_last_day() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(2);
        let end = centre.clock.now() + jiff::SignedDuration::from_hours(1);
        centre
            .store
            .set_retention(centre.list, Some(end), None)
            .unwrap();
        let first = centre.offer(centre.agents[0]).unwrap();
        centre.call(first, centre.agents[0], Outcome::Busy);
        centre.pass(60);
        assert_eq!(centre.offer(centre.agents[0]), None);
    });
}
