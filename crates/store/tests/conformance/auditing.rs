//! The audit trail: it grows with what is seen, and shows where somebody has changed it.

use crate::centre::Centre;
use crate::support::{Database, with_both};
use engine::ListId;
use store::conn::Access;
use store::{
    AuditActor, AuditEntry, AuditFault, AuditHead, AuditSearch, AuditWord, Clock, Durability, Store,
};

const ANNA: AuditActor = AuditActor::User(7);

fn changes(centre: &Centre, count: usize) {
    changes_in(&centre.store, centre.list, count);
}

fn changes_in(store: &Store, list: ListId, count: usize) {
    for number in 1..=count {
        let entry = AuditEntry::list(ANNA, AuditWord::Changed, list).told("n", number);
        store.audit(entry).unwrap();
    }
}

/// The same house, opened by another program.
fn another(database: &Database) -> Store {
    Store::open(&database.address, Clock::System, Durability::Relaxed).unwrap()
}

/// A trail of five rows in which somebody has done this.
fn tampered(database: &Database, done: &str) -> (Option<AuditFault>, AuditHead) {
    let centre = Centre::open(database, 1);
    changes(&centre, 5);
    let anchor = centre.store.audit_head().unwrap();
    assert_eq!(centre.store.audit_verify(None).unwrap().fault, None);
    database.open(Access::Write).batch(done).unwrap();
    (centre.store.audit_verify(None).unwrap().fault, anchor)
}

fn shows(done: &str, fault: AuditFault) {
    with_both(|database| assert_eq!(tampered(database, done).0, Some(fault.clone()), "{done}"));
}

#[test]
fn whoever_gets_a_contact_in_hand_has_seen_it() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        centre.import(1);
        let contact = centre.offer(ada).unwrap();
        let lines = centre.store.audit_lines(&AuditSearch {
            contact: Some((centre.list, contact)),
            limit: 10,
            ..AuditSearch::default()
        });
        let lines = lines.unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(
            (lines[0].actor.as_str(), lines[0].actor_id),
            ("agent", ada.0)
        );
        assert_eq!(lines[0].word, "saw");
        assert_eq!(lines[0].at, centre.clock.now());
    });
}

#[test]
fn a_changed_row_is_named() {
    shows(
        "UPDATE audit SET actor_id = 8 WHERE seq = 3",
        AuditFault::Changed { seq: 3 },
    );
    shows(
        "UPDATE audit SET detail = '{}' WHERE seq = 5",
        AuditFault::Changed { seq: 5 },
    );
}

#[test]
fn a_removed_row_is_named() {
    shows(
        "DELETE FROM audit WHERE seq = 2",
        AuditFault::Missing { seq: 2 },
    );
    shows(
        "DELETE FROM audit WHERE seq = 1",
        AuditFault::Missing { seq: 1 },
    );
}

#[test]
fn a_removed_tail_is_named() {
    shows(
        "DELETE FROM audit WHERE seq > 3",
        AuditFault::Tail { seq: 4, until: 5 },
    );
}

#[test]
fn rows_behind_the_end_are_named() {
    shows(
        "UPDATE audit_head SET seq = 4, digest = (SELECT digest FROM audit WHERE seq = 4)",
        AuditFault::Beyond { seq: 5 },
    );
}

#[test]
fn an_anchor_kept_elsewhere_finds_what_was_removed_with_its_end() {
    with_both(|database| {
        let done = "DELETE FROM audit WHERE seq > 3; \
                    UPDATE audit_head SET seq = 3, digest = (SELECT digest FROM audit WHERE seq = 3)";
        let (fault, anchor) = tampered(database, done);
        assert_eq!(fault, None);
        let store = another(database);
        let verify = |digest: &str, seq| {
            let anchor = Some((seq, digest.to_owned()));
            store.audit_verify(anchor).unwrap().fault
        };
        let gone = Some(AuditFault::Tail { seq: 4, until: 5 });
        assert_eq!(verify(&anchor.digest, anchor.seq), gone);
        let other = Some(AuditFault::Anchor { seq: 2 });
        assert_eq!(verify(&anchor.digest, 2), other);
    });
}

#[test]
fn several_writers_make_one_chain() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let other = another(database);
        std::thread::scope(|scope| {
            for store in [&centre.store, &other, &centre.store, &other] {
                scope.spawn(|| changes_in(store, centre.list, 25));
            }
        });
        let chain = centre.store.audit_verify(None).unwrap();
        assert_eq!((chain.rows, chain.fault), (100, None));
        assert_eq!(chain.head.seq, 100);
    });
}

#[test]
fn old_rows_are_forgotten_and_the_chain_holds() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        changes(&centre, 3);
        centre.pass(7 * 366 * 24 * 60);
        changes(&centre, 2);
        assert_eq!(centre.store.forget_audit().unwrap(), 3);
        let chain = centre.store.audit_verify(None).unwrap();
        assert_eq!((chain.rows, chain.forgotten, chain.fault), (3, 3, None));
        assert_eq!(centre.store.forget_audit().unwrap(), 0);
    });
}

/// The numbers of the rows that are found.
fn seqs(centre: &Centre, narrow: impl FnOnce(&mut AuditSearch)) -> Vec<i64> {
    let mut search = AuditSearch {
        limit: 10,
        ..AuditSearch::default()
    };
    narrow(&mut search);
    let lines = centre.store.audit_lines(&search).unwrap();
    lines.iter().map(|line| line.seq).collect()
}

#[test]
fn lines_are_found_by_what_they_are() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (ada, list) = (centre.agents[0], centre.list);
        let begun = centre.clock.now();
        changes(&centre, 2);
        let later = centre.pass(60);
        for (who, what) in [
            (AuditActor::Token(7), AuditWord::Exported),
            (AuditActor::Agent(ada.0), AuditWord::Saw),
        ] {
            let entry = AuditEntry::list(who, what, list);
            centre.store.audit(entry).unwrap();
        }
        assert_eq!(seqs(&centre, |_| {}), [4, 3, 2, 1]);
        assert_eq!(seqs(&centre, |it| it.before = Some(3)), [2, 1]);
        assert_eq!(seqs(&centre, |it| it.actor = Some(ANNA)), [2, 1]);
        let hers = seqs(&centre, |it| {
            it.actor = Some(ANNA);
            it.desk = Some(ada);
        });
        assert_eq!(hers, [4, 2, 1]);
        let exported = Some("exported".to_owned());
        assert_eq!(seqs(&centre, |it| it.word = exported), [3]);
        assert_eq!(seqs(&centre, |it| it.since = Some(later)), [4, 3]);
        let between = seqs(&centre, |it| {
            it.since = Some(begun);
            it.until = Some(later);
        });
        assert_eq!(between, [2, 1]);
        let elsewhere = Some(ListId(list.0 + 1));
        assert_eq!(seqs(&centre, |it| it.list = elsewhere), [0_i64; 0]);
    });
}
