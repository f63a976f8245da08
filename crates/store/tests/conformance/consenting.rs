//! On which ground contacts are offered: as it came in, as it changes, as it goes along.

use crate::centre::{Centre, contact};
use crate::support::{Database, with_both};
use engine::{
    Actor, AgentId, Basis, Because, Consent, ContactId, ListBasis, Purpose, Settings, Slot,
};
use jiff::civil::date;
use std::collections::BTreeMap;
use store::{Batch, ChangedContact, Mode, NewContact, Why};

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

/// What is told of the contacts without a ground: how many, by which rule, and who.
fn without_ground(centre: &Centre) -> (i64, Vec<String>, Vec<ContactId>) {
    let stock = centre.store.stock_of_list(centre.list).unwrap();
    let found = centre
        .store
        .contacts_behind(centre.list, None, Why::NoGround, ContactId(0), 10)
        .unwrap();
    let rules = stock.no_ground.keys().cloned().collect();
    let who = found.0.iter().map(|hit| hit.row.id).collect();
    (stock.count(Why::NoGround), rules, who)
}

#[test]
fn a_purpose_that_is_stated_later_holds_from_then_on() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let [yes, nothing] = two(&centre);
        let by = Actor::Supervisor(AgentId(1));
        let state = |settings: Settings| {
            centre.store.set_settings(centre.list, settings).unwrap();
            centre.store.settle_grounds(centre.list, by).unwrap()
        };
        assert_eq!(without_ground(&centre), (0, vec![], vec![]));
        let sales = Settings {
            purpose: Some(Purpose::Sales),
            ..Settings::default()
        };
        assert_eq!(state(sales.clone()), 1);
        assert!(centre.contact(yes).offer_at.is_some());
        assert_eq!(centre.contact(nothing).offer_at, None);
        let rule = "nl.consent.natural_persons".to_owned();
        assert_eq!(without_ground(&centre), (1, vec![rule], vec![nothing]));
        // One of its own for all of it, and nobody is left out.
        let basis = ListBasis::new(Basis::Consent, date(2025, 12, 1), "the form of the fair");
        let all = Settings {
            basis: Some(basis),
            ..sales
        };
        assert_eq!(state(all.clone()), 1);
        assert_eq!(state(all), 0, "it may be done again");
        assert!(centre.contact(nothing).offer_at.is_some());
        assert_eq!(without_ground(&centre), (0, vec![], vec![]));
        centre.is_sound();
    });
}

#[test]
fn who_gave_the_opt_in_outlives_a_change_of_name() {
    with_both(|database| {
        let centre = selling(database);
        let yes = NewContact {
            consent: Some(said()),
            fields: r#"{"name":"Ada Muster","optin_date":"2026-01-02","optin_source":"fair"}"#
                .to_owned(),
            ..contact(1, &[493_023_125_001])
        };
        let yes = centre.import_all(vec![yes])[0];
        let who = || {
            let consent = centre.store.consent_of(centre.list, yes).unwrap();
            consent.unwrap().who
        };
        assert_eq!(who(), None);
        edit(&centre, yes, &[("name", "Ada Beispiel")]);
        assert_eq!(who().as_deref(), Some("Ada Muster"));
        edit(&centre, yes, &[("name", "Ada Neumann")]);
        assert_eq!(who().as_deref(), Some("Ada Muster"), "it is kept once");
        let fields = centre.store.list(centre.list).unwrap().unwrap().fields;
        assert!(fields.iter().any(|field| field.name == "optin_who"));
        assert_eq!(centre.contact(yes).consent, Some(said()));
        centre.is_sound();
    });
}
