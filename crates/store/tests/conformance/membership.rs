//! Filters of links as membership: who is offered, and that members move with their contacts.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{Command, ContactId, Outcome};
use store::{Batch, ContactRow, Mode, Offered};

fn odd(row: &ContactRow) -> bool {
    row.key
        .as_deref()
        .is_some_and(|key| key.ends_with(['1', '3', '5', '7', '9']))
}

fn link(centre: &Centre) -> i64 {
    centre.store.links(centre.list).unwrap()[0].id
}

/// Everything that is offered, in order, each coded as done.
fn all_offered(centre: &Centre) -> Vec<ContactId> {
    let agent = centre.agents[0];
    let mut offered = Vec::new();
    while let Some(contact) = centre.offer(agent) {
        centre.call(contact, agent, Outcome::Answered);
        centre.dispose(contact, agent, "500", None).unwrap();
        offered.push(contact);
    }
    offered
}

#[test]
fn only_members_are_offered_until_the_filter_goes() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(5);
        assert_eq!(
            centre
                .store
                .filter_link(link(&centre), "key is odd", odd)
                .unwrap(),
            3
        );
        assert_eq!(
            centre.store.links(centre.list).unwrap()[0]
                .filter
                .as_deref(),
            Some("key is odd")
        );
        assert_eq!(all_offered(&centre), [ids[0], ids[2], ids[4]]);
        centre.store.unfilter_link(link(&centre)).unwrap();
        assert_eq!(centre.store.links(centre.list).unwrap()[0].filter, None);
        assert_eq!(all_offered(&centre), [ids[1], ids[3]]);
        centre.is_sound();
    });
}

#[test]
fn members_move_with_their_contacts() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let [first, _, third] = centre.import(3)[..] else {
            panic!()
        };
        centre
            .store
            .filter_link(link(&centre), "key is odd", odd)
            .unwrap();
        assert_eq!(centre.offer(ada), Some(first));
        assert_eq!(
            centre.offer(ben),
            Some(third),
            "what is in hand is nobody else's"
        );
        centre.command(third, ben, Command::Release).unwrap();
        centre.call(first, ada, Outcome::Busy);
        assert_eq!(centre.offer(ben), None, "it rests a minute");
        centre.pass(15);
        assert_eq!(centre.offer(ben), Some(first), "unreached goes before new");
        centre.call(first, ben, Outcome::Answered);
        centre.dispose(first, ben, "500", None).unwrap();
        assert_eq!(centre.offer(ben), Some(third));
        centre.dispose(third, ben, "500", None).unwrap();
        assert_eq!(centre.offer(ben), None);
        centre.is_sound();
    });
}

/// Filtered when half the contacts have a history: their places must be the ones they have.
#[test]
fn a_filter_finds_contacts_where_they_stand() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let [first, second, third] = centre.import(3)[..] else {
            panic!()
        };
        assert_eq!(centre.offer(ada), Some(first));
        centre.call(first, ada, Outcome::Busy);
        assert_eq!(centre.offer(ada), Some(second));
        centre.dispose(second, ada, "500", None).unwrap();
        centre
            .store
            .filter_link(link(&centre), "all", |_| true)
            .unwrap();
        assert_eq!(centre.offer(ada), Some(third));
        centre.command(third, ada, Command::Release).unwrap();
        centre.pass(15);
        assert_eq!(all_offered(&centre), [first, third]);
        // Judged again with another filter: the members of the first are gone.
        assert_eq!(
            centre
                .store
                .filter_link(link(&centre), "none", |_| false)
                .unwrap(),
            0
        );
        assert_eq!(centre.offer(ada), None);
        centre.is_sound();
    });
}

#[test]
fn a_new_import_brings_its_members_and_undo_takes_them() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let old = centre.import(1)[0];
        centre
            .store
            .filter_link(link(&centre), "key is odd", odd)
            .unwrap();
        let import = centre.begin(Mode::Append, "more.csv");
        let contacts = (2..=4)
            .map(|n| contact(n, &[493_023_125_000 + u64::from(n)]))
            .collect();
        let batch = Batch {
            contacts,
            lines_done: 4,
            ..Batch::default()
        };
        centre.store.stage(&import, batch).unwrap();
        let new: Vec<ContactId> = (old.0 + 1..=old.0 + 3).map(ContactId).collect();
        assert_eq!(
            centre
                .store
                .add_members(link(&centre), &[new[1], new[1], ContactId(99)])
                .unwrap(),
            1
        );
        assert_eq!(centre.offer(ada), Some(old));
        centre.call(old, ada, Outcome::Answered);
        centre.dispose(old, ada, "500", None).unwrap();
        assert_eq!(
            centre.offer(ada),
            None,
            "members of an import that is staged are not seen"
        );
        centre.store.make_live(import.id).unwrap();
        assert!(
            matches!(centre.store.peek(ada).unwrap(), Offered::Peek { contact, .. } if contact == new[1])
        );
        centre.store.undo_import(import.id).unwrap();
        assert_eq!(centre.offer(ada), None);
        centre.is_sound();
    });
}

#[test]
fn a_member_that_was_touched_stays_when_its_import_is_undone() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let ids = centre.import(3);
        let import = centre.store.imports(centre.list).unwrap()[0].id;
        centre
            .store
            .filter_link(link(&centre), "key is odd", odd)
            .unwrap();
        assert_eq!(centre.offer(ada), Some(ids[0]));
        centre.call(ids[0], ada, Outcome::Busy);
        assert_eq!(centre.store.undo_import(import).unwrap(), 1);
        assert_eq!(centre.offer(ada), None);
        centre.pass(15);
        assert_eq!(all_offered(&centre), [ids[0]]);
        centre.is_sound();
    });
}

#[test]
fn what_is_not_there_is_said() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(1);
        let refused = centre
            .store
            .add_members(link(&centre), &ids)
            .unwrap_err()
            .to_string();
        assert!(refused.contains("has no filter"), "{refused}");
        for refused in [
            centre.store.filter_link(99, "all", |_| true).unwrap_err(),
            centre.store.unfilter_link(99).unwrap_err(),
            centre.store.add_members(99, &ids).unwrap_err(),
        ] {
            assert!(refused.to_string().contains("no link 99"), "{refused}");
        }
    });
}
