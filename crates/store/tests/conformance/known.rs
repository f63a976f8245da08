//! Persons and domains that must not be called: at import, at the offer, at the dial, whatever
//! number it is.

use crate::centre::{Centre, contact, rules};
use crate::support::with_both;
use engine::{Actor, Code, Command, ContactId, Number, Outcome, Settings};
use std::collections::BTreeMap;
use store::{Entry, NewContact, NewRules, Subject, Suppression};

const FIRST: u64 = 493_023_125_001;

fn with_mail(n: u32, mail: &str) -> NewContact {
    let mut one = contact(n, &[FIRST + u64::from(n)]);
    one.fields =
        format!(r#"{{"name":"C{n}","mail":"{mail}","optin_source":"eve@evidence.example"}}"#);
    one
}

fn suppress(centre: &Centre, subject: Option<Subject>) -> Suppression {
    let now = centre.clock.now();
    let new = Suppression::everywhere(subject.unwrap(), "a letter", now);
    centre.store.suppress(vec![new.clone()]).unwrap();
    new
}

fn code(centre: &Centre, contact: ContactId) -> String {
    centre.contact(contact).code.to_string()
}

#[test]
fn a_person_is_not_called_under_any_number() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![
            with_mail(1, "Ada@Example.org"),
            with_mail(2, "ada@example.org"),
            with_mail(3, "bea@example.org"),
        ]);
        let new = suppress(&centre, Subject::person("ada@example.org"));
        assert_eq!(
            centre.store.covered_by(&new).unwrap(),
            [(centre.list, ids[0]), (centre.list, ids[1])]
        );
        let blocked = centre
            .store
            .explain(centre.list, ids[0])
            .unwrap()
            .unwrap()
            .blocked;
        assert!(
            blocked
                .iter()
                .any(|block| block.reason == "person: suppressed (everywhere), by a letter"),
            "{blocked:?}"
        );
        let among = ["Ada@example.org", "bea@example.org", "no address"];
        let known = centre
            .store
            .suppressed_people(centre.list, among.into_iter());
        assert_eq!(
            known.unwrap().into_iter().collect::<Vec<_>>(),
            ["Ada@example.org"]
        );
        // Nobody has closed them yet, and nobody dials them.
        assert_eq!(centre.offer(centre.agents[0]), Some(ids[2]));
        assert_eq!(code(&centre, ids[0]), "010");
        assert_eq!(
            centre.store.close_covered(&[new]).unwrap(),
            0,
            "the offer did"
        );
        centre.is_sound();
    });
}

#[test]
fn a_person_that_opts_out_during_the_call_is_not_dialled_again() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![with_mail(1, "ada@example.org")])[0];
        assert_eq!(centre.offer(centre.agents[0]), Some(id));
        let new = suppress(&centre, Subject::person("ada@example.org"));
        assert!(centre.dial(id, centre.agents[0]).is_err());
        assert_eq!(centre.store.close_covered(&[new]).unwrap(), 1);
        centre.is_sound();
    });
}

#[test]
fn a_domain_covers_what_lies_below_it_and_nothing_beside() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![
            with_mail(1, "ada@example.org"),
            with_mail(2, "bea@post.example.org"),
            with_mail(3, "cho@notexample.org"),
        ]);
        let new = suppress(&centre, Subject::domain("example.org"));
        assert_eq!(centre.store.close_covered(&[new]).unwrap(), 2);
        let codes: Vec<String> = ids.iter().map(|id| code(&centre, *id)).collect();
        assert_eq!(codes, ["010", "010", "000"]);
        let kept = centre.store.suppressions(Subject::LOWEST - 1, 10).unwrap();
        assert_eq!(kept[0].subject.to_string(), "example.org");
        centre.is_sound();
    });
}

#[test]
fn who_gets_another_address_is_known_by_that_one() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![with_mail(1, "ada@example.org")])[0];
        let change = BTreeMap::from([("mail".to_owned(), "ada@elsewhere.example".to_owned())]);
        let actor = Actor::Supervisor(centre.agents[0]);
        centre.store.edit(centre.list, id, change, actor).unwrap();
        suppress(&centre, Subject::person("ada@example.org"));
        let new = suppress(&centre, Subject::domain("elsewhere.example"));
        assert_eq!(centre.store.covered_by(&new).unwrap(), [(centre.list, id)]);
        let of = centre
            .store
            .suppressions_of_person(centre.list, id)
            .unwrap();
        assert_eq!(of, [new]);
    });
}

/// A catalogue in which one code is about the person, and another about the company.
fn of_people(centre: &Centre) {
    let number = r#"suppress = { subject = "number", extent = "everywhere" }"#;
    let domain = r#"suppress = { subject = "domain", extent = "everywhere" }"#;
    let text = include_str!("../../../../catalogues/callpro.toml");
    let catalogue = text
        .replace(number, domain)
        .replacen("version = 2\n", "version = 98\n", 1);
    let new = NewRules {
        catalogue,
        ..rules(Settings::default())
    };
    centre.store.set_rules(centre.list, new).unwrap();
}

fn opts_out(centre: &Centre, contact: ContactId) {
    let ada = centre.agents[0];
    assert_eq!(centre.offer(ada), Some(contact));
    centre.call(contact, ada, Outcome::Answered);
    let code = Command::Dispose {
        code: Code::new("510"),
        callback: None,
    };
    let entry = Entry::command(centre.list, contact, Actor::Agent(ada), code);
    centre.store.record(entry).unwrap();
}

#[test]
fn a_code_about_a_company_covers_all_of_its_domain() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        of_people(&centre);
        let ids = centre.import_all(vec![
            with_mail(1, "ada@example.org"),
            with_mail(2, "bea@example.org"),
            with_mail(3, "cho@gmail.com"),
        ]);
        opts_out(&centre, ids[0]);
        let kept = centre.store.suppressions(Subject::LOWEST - 1, 10).unwrap();
        let words: Vec<&str> = kept.iter().map(|there| there.subject.word()).collect();
        assert_eq!(words, ["domain", "number"]);
        // What the keeper does with it.
        let waiting = centre.store.waiting_suppressions(10).unwrap();
        let by = &waiting[0];
        let by = centre
            .store
            .suppressions_by(by.list, by.contact, &by.effect)
            .unwrap();
        centre.store.close_covered(&by).unwrap();
        assert_eq!(code(&centre, ids[1]), "010");
        // Many people have an address there: she alone is meant.
        opts_out(&centre, ids[2]);
        let gmail = centre
            .store
            .suppressions_of(Subject::person("cho@gmail.com").unwrap());
        assert_eq!(gmail.unwrap().len(), 1);
        centre.is_sound();
    });
}

#[test]
fn marks_of_contacts_that_came_before_are_added_when_the_house_opens() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![with_mail(1, "ada@example.org")])[0];
        let mut conn = store::conn::open(&database.address, store::conn::Access::Create).unwrap();
        conn.batch(
            "DELETE FROM mark; INSERT INTO mark_backlog (list_id, after_id) SELECT id, 0 FROM list",
        )
        .unwrap();
        let new = suppress(&centre, Subject::person("ada@example.org"));
        assert_eq!(centre.store.covered_by(&new).unwrap(), []);
        let again = store::Store::open(
            &database.address,
            store::Clock::Set(centre.clock.clone()),
            store::Durability::Relaxed,
        )
        .unwrap();
        assert_eq!(again.covered_by(&new).unwrap(), [(centre.list, id)]);
    });
}

#[test]
fn a_person_is_let_go_with_a_reason_like_a_number() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import_all(vec![with_mail(1, "ada@example.org")]);
        let ada = Subject::person("ada@example.org").unwrap();
        let new = suppress(&centre, Some(ada.clone()));
        centre.pass(1);
        let place = (new.extent, new.scope);
        assert!(centre.store.lift(&ada, place, "Bea", "a slip").unwrap());
        assert_eq!(centre.store.suppressions_of(ada.clone()).unwrap(), []);
        assert_eq!(centre.store.lifted_of(ada).unwrap().len(), 1);
        let other = Number::new(FIRST + 9).unwrap();
        assert_eq!(centre.store.lifted_of(other).unwrap().len(), 0);
    });
}
