//! On which ground contacts are offered: as it came in, as it changes, as it goes along.

use crate::centre::{Centre, contact};
use crate::support::{Database, with_both};
use engine::{
    Actor, AgentId, Basis, Because, Consent, ContactId, ListBasis, Purpose, Settings, Slot,
};
use jiff::civil::date;
use std::collections::BTreeMap;
use store::{Batch, ChangedContact, Mode, NewContact};

const SAID: &str = r#"{"optin_date":"2026-01-02","optin_source":"web form"}"#;

fn said() -> Consent {
    Consent::given(Basis::Consent, date(2026, 1, 2))
}

fn selling(database: &Database) -> Centre {
    let settings = Settings {
        purpose: Some(Purpose::Sales),
        ..Settings::default()
    };
    Centre::with(database, 1, settings)
}

/// Two contacts: the first said yes, the second nothing.
fn two(centre: &Centre) -> [ContactId; 2] {
    let yes = NewContact {
        consent: Some(said()),
        fields: SAID.to_owned(),
        ..contact(1, &[493_023_125_001])
    };
    let ids = centre.import_all(vec![yes, contact(2, &[493_023_125_002])]);
    [ids[0], ids[1]]
}

fn edit(centre: &Centre, id: ContactId, changes: &[(&str, &str)]) {
    let changes: BTreeMap<String, String> = changes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let by = Actor::Supervisor(AgentId(1));
    centre.store.edit(centre.list, id, changes, by).unwrap();
}

#[test]
fn only_who_agreed_is_offered_and_the_call_says_on_which_ground() {
    with_both(|database| {
        let centre = selling(database);
        let [yes, nothing] = two(&centre);
        assert_eq!(centre.contact(yes).consent, Some(said()));
        assert_eq!(centre.contact(nothing).offer_at, None);
        let agent = centre.agents[0];
        assert_eq!(centre.offer(agent), Some(yes));
        let dialled = centre.dial(yes, agent).unwrap();
        let ground = Because::Ground {
            basis: Basis::Consent,
            given_on: date(2026, 1, 2),
        };
        assert!(dialled.because.contains(&ground), "{:?}", dialled.because);
        centre.is_sound();
    });
}

#[test]
fn fields_that_say_yes_open_the_way_and_those_that_say_no_close_it() {
    with_both(|database| {
        let centre = selling(database);
        let [yes, nothing] = two(&centre);
        let withdrawn = [("optin_withdrawn", "2026-01-05")];
        edit(&centre, yes, &withdrawn);
        assert_eq!(centre.contact(yes).offer_at, None);
        let agent = centre.agents[0];
        assert_eq!(centre.offer(agent), None);
        // A source without its day proves nothing.
        edit(&centre, nothing, &[("optin_source", "by phone")]);
        assert_eq!(centre.contact(nothing).consent, None);
        edit(&centre, nothing, &[("optin_date", "2026-01-03")]);
        assert_eq!(centre.offer(agent), Some(nothing));
        // Taken back while in hand: not dialled any more.
        edit(&centre, nothing, &[("optin_date", "")]);
        let refused = centre.dial_number(nothing, agent, Slot(0).0).unwrap_err();
        assert!(refused.to_string().contains("no_ground"), "{refused}");
        centre.is_sound();
    });
}

#[test]
fn an_update_that_brings_the_opt_in_opens_the_way_and_its_undo_closes_it() {
    with_both(|database| {
        let centre = selling(database);
        let [_, nothing] = two(&centre);
        let import = centre
            .store
            .begin_import(centre.list, Mode::Update, "yes", "yes")
            .unwrap();
        let batch = Batch {
            changes: vec![ChangedContact {
                contact: nothing,
                version: 2,
                fields: SAID.to_owned(),
            }],
            lines_done: 2,
            ..Batch::default()
        };
        centre.store.stage(&import, batch).unwrap();
        centre.store.make_live(import.id).unwrap();
        assert_eq!(centre.store.settle_consents(&import).unwrap(), 1);
        assert_eq!(centre.store.settle_consents(&import).unwrap(), 0);
        assert_eq!(centre.contact(nothing).consent, Some(said()));
        assert!(centre.contact(nothing).offer_at.is_some());
        centre.store.undo_import(import.id).unwrap();
        assert_eq!(centre.contact(nothing).consent, None);
        assert_eq!(centre.contact(nothing).offer_at, None);
        centre.is_sound();
    });
}

#[test]
fn what_the_client_says_of_the_whole_list_counts_for_all_of_it() {
    with_both(|database| {
        let basis = ListBasis::new(Basis::Customer, date(2025, 6, 1), "contracts of 2025");
        let settings = Settings {
            purpose: Some(Purpose::Sales),
            basis: Some(basis),
            ..Settings::default()
        };
        let centre = Centre::with(database, 1, settings);
        let ids = centre.import(1);
        assert_eq!(centre.offer(centre.agents[0]), Some(ids[0]));
        centre.is_sound();
    });
}
