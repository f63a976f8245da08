//! Contacts are found, and their page says everything.

use crate::house::Centre;
use crate::worked;
use store::Role;

#[test]
fn by_name_number_and_state() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/contacts?q=%2B49+30+23125+003")
        .is(200)
        .says("/contacts/1/3");
    let closed = centre.get(&sue, "/contacts?state=closed");
    closed.is(200).says("501 Not interested");
    assert!(!closed.body.contains("/contacts/1/5"));
    centre
        .get(&sue, "/contacts?q=nobody+of+that+name")
        .is(200)
        .says("Nothing found");
}

#[test]
fn nonsense_in_the_address_is_no_failure() {
    let (centre, sue) = worked();
    for path in [
        "/contacts?list=x&after=y&owner=z&q=%00%ff",
        "/contacts?q=%25%25%25",
        "/contacts?after=1-99999999999999999999",
    ] {
        centre.get(&sue, path).is(200);
    }
    centre.get(&sue, "/contacts/1/999").is(404);
    centre.get(&sue, "/contacts/7/1").is(404);
}

#[test]
fn one_page_tells_where_it_stands_and_why() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/contacts/1/1")
        .is(200)
        .says("501 Not interested")
        .says("Why it stands here")
        .says("closed as 501")
        .says("+4930");
}

#[test]
fn the_owner_is_set_and_taken_away() {
    let (centre, sue) = worked();
    let id = centre.store.agents().unwrap()[0].0;
    let owner = id.0.to_string();
    centre
        .post_plainly(&sue, "/contacts/1/4/owner", &[("owner", &owner)])
        .is(303);
    let there = || {
        centre
            .store
            .contact(centre.list, engine::ContactId(4))
            .unwrap()
            .unwrap()
    };
    assert_eq!(there().owner, Some(id));
    centre
        .post_plainly(&sue, "/contacts/1/4/owner", &[("owner", "")])
        .is(303);
    assert_eq!(there().owner, None);
    centre
        .post_plainly(&sue, "/contacts/1/4/owner", &[("owner", "me")])
        .is(400);
}

#[test]
fn a_closed_contact_is_reactivated_with_or_without_its_counts() {
    let (centre, sue) = worked();
    let there = || {
        centre
            .store
            .contact(centre.list, engine::ContactId(1))
            .unwrap()
            .unwrap()
    };
    let before = there().counters.attempts;
    assert!(there().is_closed() && before > 0);
    let open = [("code", "000")];
    centre
        .post_plainly(&sue, "/contacts/1/1/reactivate", &open)
        .is(303);
    assert!(!there().is_closed());
    assert_eq!(there().counters.attempts, before);
    let anew = [("code", "000"), ("reset", "on")];
    centre
        .post_plainly(&sue, "/contacts/1/1/reactivate", &anew)
        .is(303);
    assert_eq!(there().counters.attempts, 0);
}

#[test]
fn an_agent_has_no_way_there() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    centre.get(&ada, "/contacts").is(403);
    centre.get(&ada, "/contacts/1/1").is(403);
    centre
        .post_plainly(&ada, "/contacts/1/1/reactivate", &[("code", "000")])
        .is(403);
    let admin = centre.somebody("root", Role::Administrator, "hu");
    centre.get(&admin, "/contacts").is(200).says("Kapcsolatok");
}

#[test]
fn attempts_are_found_by_what_they_were_and_lead_to_their_correction() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/contacts/attempts")
        .is(200)
        .says("/contacts/1/1/correct/1")
        .says("/contacts/1/2/correct/1");
    let agent = centre.store.agents().unwrap()[0].0.0;
    let all = format!(
        "/contacts/attempts?list=1&code=501&outcome=answered&agent={agent}\
         &number=%2B49+30+23125+001&from=2026-01-06&until=2026-01-06"
    );
    let found = centre.get(&sue, &all);
    found.is(200).says("/contacts/1/1/correct/1");
    found.lacks("/contacts/1/2/correct/1");
    for none in ["code=700&list=7", "until=2026-01-05", "outcome=busy"] {
        centre
            .get(&sue, &format!("/contacts/attempts?{none}"))
            .is(200)
            .says("No attempts found");
    }
}

#[test]
fn attempts_are_leafed_through_and_nonsense_is_named() {
    let (centre, sue) = worked();
    let tried = centre.store.find_attempts(&store::AttemptSearch {
        limit: 1,
        ..store::AttemptSearch::default()
    });
    let place = tried.unwrap()[0].place();
    let behind = format!(
        "/contacts/attempts?behind={}-{}-{}-{}",
        place.coded_at.as_microsecond(),
        place.list.0,
        place.contact.0,
        place.attempt
    );
    let rest = centre.get(&sue, &behind);
    rest.is(200).says("/contacts/1/1/correct/1");
    rest.lacks("/contacts/1/2/correct/1");
    for (query, says) in [
        ("number=030+23125001", "write it with its country code"),
        ("number=%2B1", "is no number"),
        ("from=tomorrow", "tomorrow is no day"),
        ("from=2026-01-07&until=2026-01-06", "swap them"),
    ] {
        centre
            .get(&sue, &format!("/contacts/attempts?{query}"))
            .is(200)
            .says("class=\"error\"")
            .says(says);
    }
    for query in ["behind=x-y", "code=%00&agent=z&list=q&outcome=%ff"] {
        centre
            .get(&sue, &format!("/contacts/attempts?{query}"))
            .is(200);
    }
}

#[test]
fn everything_held_on_a_person_is_handed_out_and_noted() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/contacts/1/1/access")
        .is(200)
        .says("Everything we hold on you")
        .says("501 Not interested")
        .says("+4930");
    let lines = centre.store.audit_lines(&store::AuditSearch {
        contact: Some((centre.list, engine::ContactId(1))),
        word: Some("exported".to_owned()),
        limit: 5,
        ..Default::default()
    });
    assert_eq!(lines.unwrap().len(), 1);
    centre.get(&sue, "/contacts/1/99/access").is(404);
}

#[test]
fn an_erased_contact_says_so_and_can_no_more_be_changed() {
    let (centre, sue) = worked();
    let how = store::Erasing {
        by: store::AuditActor::Program,
        only_look: false,
        evidence_too: false,
    };
    let place = (centre.list, engine::ContactId(1));
    centre.store.erase(&[place], how).unwrap();
    let page = centre.get(&sue, "/contacts/1/1");
    page.is(200)
        .says("The personal data of this contact were erased on");
    assert!(!page.body.contains("+4930"));
    centre
        .post_plainly(&sue, "/contacts/1/1/owner", &[("owner", "")])
        .is(409);
}

#[test]
fn an_administrator_erases_after_a_look_and_others_may_not() {
    let (centre, sue) = worked();
    let ada = centre.somebody("root", Role::Administrator, "en");
    let (path, page) = ("/contacts/1/1/erase", "/contacts/1/1");
    centre.get(&sue, page).is(200).lacks(path);
    centre.get(&sue, path).is(403);
    centre.get(&ada, page).is(200).says(path);
    let look = centre.get(&ada, path);
    look.is(200).says("Numbers: 1").says("Erase for good");
    let there = centre.store.numbers_of(centre.list, engine::ContactId(1));
    assert_eq!(there.unwrap().len(), 1, "a look erases nothing");

    let done = centre.post_plainly(&ada, path, &[]);
    assert_eq!(done.is(303).location, page);
    let there = centre.store.numbers_of(centre.list, engine::ContactId(1));
    assert_eq!(there.unwrap(), []);
    centre.get(&ada, page).is(200).lacks(path);
    centre.get(&ada, "/contacts/1/99/erase").is(404);
}
