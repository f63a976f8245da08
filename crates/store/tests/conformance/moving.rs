//! Contacts go on in another list: split, merged, one after the other or all.

use crate::centre::{Centre, START, add_list, contact, rules};
use crate::support::with_both;
use engine::catalogue::Extent;
use engine::{Actor, AgentId, Code, ContactId, ListId, Number, Outcome, Settings};
use store::{
    Bulk, BulkChange, BulkState, Entry, Field, FieldHolds, Holding, Matching, Move, NewList,
    NewRules, Selection, Suppression,
};

const BY: Actor = Actor::Supervisor(AgentId(0));

pub fn to(list: ListId) -> Move {
    Move {
        to: list,
        counters: false,
        duplicates: false,
        add_fields: false,
    }
}

pub fn all() -> Selection {
    Selection::Matching(Matching::default())
}

pub fn moves(centre: &Centre, from: ListId, selection: Selection, change: Move) -> Bulk {
    let change = BulkChange::Move(change);
    let preview = centre
        .store
        .preview_bulk(from, &selection, &change, BY)
        .unwrap();
    let begun = centre
        .store
        .begin_bulk(from, selection, change, BY)
        .unwrap();
    let done = centre.store.run_bulk(begun.id, &mut |_| true).unwrap();
    assert_eq!(done.state, BulkState::Done);
    assert_eq!(done.refused, preview.refused);
    let comes = preview.due_now + preview.due_later + preview.closed + preview.suspended;
    assert_eq!(done.done, comes);
    centre.is_sound();
    done
}

/// The contacts of a list that did not go elsewhere.
fn here(centre: &Centre, list: ListId) -> Vec<ContactId> {
    centre.store.select_bulk(list, &all()).unwrap()
}

#[test]
fn a_contact_goes_on_where_it_stood_and_both_say_so() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let agent = centre.agents[0];
        let id = centre.offer(agent).unwrap();
        centre.call(id, agent, Outcome::NoAnswer);
        let before = centre.contact(id);
        let other = add_list(&centre.store, "other", Settings::default());
        let change = Move {
            counters: true,
            add_fields: true,
            ..to(other)
        };
        moves(&centre, centre.list, all(), change);
        let gone = centre.contact(id);
        let there = gone.moved_to.unwrap();
        assert!(gone.is_closed());
        let new = centre.store.contact(other, there.contact).unwrap().unwrap();
        assert_eq!(new.moved_from.unwrap().contact, id);
        assert_eq!(new.standing, before.standing);
        assert_eq!(new.offer_at, before.offer_at);
        assert_eq!(new.counters, before.counters);
        let numbers = |list, id| centre.store.numbers_by_slot(list, id).unwrap();
        assert_eq!(numbers(other, new.id), numbers(centre.list, id));
        let (old, card) = (
            centre.store.card(centre.list, id).unwrap().unwrap(),
            centre.store.card(other, new.id).unwrap().unwrap(),
        );
        assert_eq!((card.key, card.fields), (old.key, old.fields));
        let attempts = |list, id| centre.store.attempts_of(list, id).unwrap().len();
        assert_eq!((attempts(centre.list, id), attempts(other, new.id)), (1, 0));
        let why = centre.store.explain(other, new.id).unwrap().unwrap();
        assert!(why.because[0].text.contains("it was contact"), "{why:?}");
        assert_eq!(centre.store.moved_out(centre.list).unwrap(), 1);
        assert_eq!(here(&centre, centre.list), []);
    });
}

#[test]
fn a_part_is_split_off_by_a_field_and_merged_again() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        centre.import(12);
        let other = centre
            .store
            .list_like(centre.list, "ones")
            .unwrap()
            .unwrap();
        assert_eq!(centre.store.list_like(centre.list, "ones").unwrap(), None);
        let part = Selection::Matching(Matching {
            field: Some(FieldHolds {
                name: "name".to_owned(),
                how: Holding::Begins,
                value: " PERSON 1".to_owned(),
            }),
            ..Matching::default()
        });
        assert_eq!(moves(&centre, centre.list, part, to(other)).done, 4);
        assert_eq!(here(&centre, centre.list).len(), 8);
        assert_eq!(here(&centre, other).len(), 4);
        // The other way round nothing is a duplicate of what went away.
        assert_eq!(moves(&centre, other, all(), to(centre.list)).done, 4);
        assert_eq!(here(&centre, centre.list).len(), 12);
        assert_eq!(here(&centre, other), []);
        let stock = centre.store.stock(other).unwrap();
        assert_eq!((stock.now, stock.closed), (0, 0));
        assert_eq!(centre.store.report(other).unwrap().contacts, 0);
    });
}

#[test]
fn duplicates_stay_or_go_as_asked() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        // Two in one list that tell the same person, one of them in the other, too.
        let mut twin = contact(3, &[493_023_125_003]);
        twin.key = Some("K9".to_owned());
        twin.dedupe = Some(2);
        centre.import_all(vec![
            contact(1, &[493_023_125_001]),
            contact(2, &[493_023_125_002]),
            twin,
        ]);
        let other = add_list(&centre.store, "other", Settings::default());
        let first = here(&centre, centre.list)[0];
        let chosen = Selection::Contacts(vec![first]);
        moves(&centre, centre.list, chosen, to(other));
        let done = moves(&centre, centre.list, all(), to(other));
        assert_eq!((done.done, done.refused["duplicate"]), (1, 1));
        let change = Move {
            duplicates: true,
            ..to(other)
        };
        assert_eq!(moves(&centre, centre.list, all(), change).done, 1);
        let again = moves(
            &centre,
            centre.list,
            Selection::Contacts(vec![first]),
            to(other),
        );
        assert_eq!(again.refused["moved"], 1);
        let same = moves(&centre, other, all(), to(other));
        assert_eq!(same.refused["same_list"], 3);
    });
}

#[test]
fn who_is_in_hand_stays() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(2);
        centre.offer(centre.agents[0]).unwrap();
        let other = add_list(&centre.store, "other", Settings::default());
        let done = moves(&centre, centre.list, all(), to(other));
        assert_eq!((done.done, done.refused["in_hand"]), (1, 1));
    });
}

#[test]
fn a_wish_not_to_be_called_goes_along() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let ids = centre.import(2);
        let other = add_list(&centre.store, "other", Settings::default());
        let campaign = centre
            .store
            .add_campaign("second", store::CampaignState::Running)
            .unwrap();
        centre
            .store
            .add_link(campaign, other, store::USUAL_PRIORITY)
            .unwrap();
        let number = Number::new(493_023_125_001).unwrap();
        let suppression = Suppression {
            extent: Extent::Campaign,
            scope: centre.campaign.0,
            ..Suppression::everywhere(number, "a letter", START.parse().unwrap())
        };
        centre.store.suppress(vec![suppression]).unwrap();
        moves(&centre, centre.list, all(), to(other));
        let scopes: Vec<i64> = centre
            .store
            .suppressions_of(number)
            .unwrap()
            .iter()
            .map(|there| there.scope)
            .collect();
        assert_eq!(scopes, [centre.campaign.0, campaign.0]);
        let state = |id: ContactId| {
            let there = centre.contact(id).moved_to.unwrap();
            let new = centre.store.contact(other, there.contact).unwrap().unwrap();
            new.state()
        };
        assert_eq!((state(ids[0]), state(ids[1])), ("closed", "new"));
    });
}

#[test]
fn fields_are_left_behind_or_added_and_consent_never_is_lost() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let field = |name: &str| Field {
            name: name.to_owned(),
            external: name.to_uppercase(),
            ..Field::default()
        };
        let list = |name: &str, fields: Vec<Field>| {
            let new = NewList {
                name: name.to_owned(),
                country: "NL".to_owned(),
                rules: rules(Settings::default()),
                fields,
            };
            centre.store.add_list(new).unwrap()
        };
        let narrow = list("narrow", vec![field("name")]);
        let fields = r#"{"name":"P","city":"Assen","optin_source":"fair"}"#;
        for add_fields in [false, true] {
            let from = list(
                &format!("from {add_fields}"),
                vec![field("name"), field("city"), field("optin_source")],
            );
            let mut new = contact(1, &[493_023_125_001 + u64::from(add_fields)]);
            new.fields = fields.to_owned();
            new.key = None;
            new.dedupe = None;
            let from_here = Centre {
                store: centre.store.clone(),
                clock: centre.clock.clone(),
                list: from,
                campaign: centre.campaign,
                agents: Vec::new(),
            };
            let id = from_here.import_all(vec![new])[0];
            let change = Move {
                add_fields,
                ..to(narrow)
            };
            moves(&centre, from, all(), change);
            let there = centre.store.contact(from, id).unwrap().unwrap();
            let there = there.moved_to.unwrap().contact;
            let card = centre.store.card(narrow, there).unwrap().unwrap();
            assert_eq!(card.fields.contains("Assen"), add_fields, "{}", card.fields);
            let consent = centre.store.consent_of(narrow, there).unwrap().unwrap();
            assert_eq!(consent.source.as_deref(), Some("fair"));
        }
        let fields = centre.store.list(narrow).unwrap().unwrap().fields;
        let evidence = field("optin_source");
        assert_eq!(fields, [field("name"), evidence, field("city")]);
    });
}

#[test]
fn between_catalogues_codes_go_by_their_meaning() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(3);
        let agent = centre.agents[0];
        for outcome in [Outcome::NoAnswer, Outcome::Busy] {
            let id = centre.offer(agent).unwrap();
            centre.call(id, agent, outcome);
        }
        let stucc = NewRules {
            catalogue: include_str!("../../../../catalogues/stucc.toml").to_owned(),
            ..rules(Settings::default())
        };
        let other = centre
            .store
            .add_list(NewList {
                name: "stucc".to_owned(),
                country: "NL".to_owned(),
                rules: stucc,
                fields: Vec::new(),
            })
            .unwrap();
        let change = BulkChange::Move(to(other));
        let preview = centre
            .store
            .preview_bulk(centre.list, &all(), &change, BY)
            .unwrap();
        assert_eq!(preview.contacts, 3);
        moves(&centre, centre.list, all(), to(other));
        let rules = centre.store.list(other).unwrap().unwrap().rules;
        let rules = centre.store.rules(rules).unwrap();
        for id in here(&centre, other) {
            let there = centre.store.contact(other, id).unwrap().unwrap();
            assert!(rules.catalogue.find(there.code.as_str()).is_some());
            assert!(!there.is_closed());
        }
    });
}

#[test]
fn what_was_interrupted_moves_nobody_twice_and_goes_on_being_worked() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        centre.import(60);
        let other = add_list(&centre.store, "other", Settings::default());
        let change = BulkChange::Move(to(other));
        let begun = centre
            .store
            .begin_bulk(centre.list, all(), change, BY)
            .unwrap();
        centre.store.run_bulk(begun.id, &mut |_| false).unwrap();
        // As if the program had died between the commit and the log.
        let mut conn = database.open(store::conn::Access::Write);
        conn.batch("UPDATE bulk_contact SET outcome = NULL")
            .unwrap();
        let done = centre.store.run_bulk(begun.id, &mut |_| true).unwrap();
        assert_eq!((done.state, done.done), (BulkState::Done, 60));
        assert_eq!(here(&centre, other).len(), 60);
        let one = here(&centre, other)[0];
        let set = engine::Command::Set {
            code: Code::new("500"),
            reset: false,
            due: None,
            owner: None,
        };
        centre
            .store
            .record(Entry::command(other, one, BY, set))
            .unwrap();
        centre.is_sound();
    });
}

#[test]
fn the_doctor_sees_a_move_that_was_taken_out_by_hand() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        centre.import(1);
        let other = add_list(&centre.store, "other", Settings::default());
        moves(&centre, centre.list, all(), to(other));
        let mut conn = database.open(store::conn::Access::Write);
        conn.batch("DELETE FROM moved").unwrap();
        let found = centre.store.doctor().unwrap().differences;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].field, "move 1");
    });
}
