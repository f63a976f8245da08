//! The floor speaks CallPro, whoever looks reads STUCC words.

use crate::house::{CALLMONKEY, Centre};
use crate::{worked, worked_with};
use store::Role;

const HOME: &str = "/settings";

#[test]
fn history_and_results_are_shown_in_the_words_one_chose() {
    let (centre, sue) = worked();
    let choose = |vocabulary: &str, back: &str| {
        let form = [("vocabulary", vocabulary), ("back", back)];
        centre.post(&sue, "/settings/vocabulary", &form)
    };
    centre
        .get(&sue, "/contacts/1/1")
        .is(200)
        .says("501 Not interested");
    choose("stucc", "/contacts/1/1").is(303);
    let page = centre.get(&sue, "/contacts/1/1");
    page.is(200)
        .says("declined Declined")
        .lacks("501 Not interested</b>");
    // What is chosen for the contact is chosen in its own words.
    page.says("<option value=\"501\" selected>501 Not interested</option>");
    for path in ["/results/list", "/contacts?list=1", "/contacts/attempts"] {
        centre.get(&sue, path).is(200).says("declined Declined");
    }
    centre
        .get(&sue, HOME)
        .is(200)
        .says("<option value=\"stucc\" selected>");
    let file = centre.get(&sue, "/lists/1/export/csv");
    file.is(200).says(";declined;final;");
    choose("", "//elsewhere.example").is(303);
    centre
        .get(&sue, "/contacts/1/1")
        .is(200)
        .says("501 Not interested");
    choose("dutch", HOME).is(400);
}

#[test]
fn a_code_without_a_counterpart_is_shown_with_its_own() {
    let (centre, sue) = worked();
    let form = [("vocabulary", "contact-expert"), ("back", HOME)];
    centre.post(&sue, "/settings/vocabulary", &form).is(303);
    centre
        .get(&sue, "/contacts/1/1")
        .is(200)
        .says("55 Not interested, do not call");
    let read = |name: &str| engine::Catalogue::parse(import::catalogue(name).unwrap()).unwrap();
    let (callpro, expert) = (read("callpro"), read("contact-expert"));
    let words = web::Words::new(web::Language::English, engine::Zone::UTC);
    let chosen = std::sync::Arc::new(expert);
    let shown = words
        .in_vocabulary(Some(&chosen))
        .coded(Some(&callpro), "098");
    assert_eq!(
        format!("{} {}", shown.code, shown.label),
        "no code (098 Live contact on another number)"
    );
}

#[test]
fn the_desk_codes_in_its_own_words_and_tells_the_past_in_those_chosen() {
    let (centre, _) = worked();
    let ada = centre.agent("eve");
    let form = [("vocabulary", "stucc"), ("back", "/desk")];
    centre.post(&ada, "/settings/vocabulary", &form).is(303);
    let desk = centre.post(&ada, "/desk/ready", &[]);
    desk.is(200)
        .says("value=\"501\"")
        .lacks("value=\"declined\"")
        .says("501</span> Not interested <span class=\"beside\" title=\"In STUCC: declined Declined\">");
    let form = [("vocabulary", ""), ("back", "/desk")];
    centre.post(&ada, "/settings/vocabulary", &form).is(303);
    centre
        .get(&ada, "/desk/now")
        .is(200)
        .lacks("class=\"beside\"");
}

/// CallMonkey has one code for whoever was not reached; CallPro tells the lines apart.
#[test]
fn the_code_a_contact_has_is_told_by_the_call_that_gave_it() {
    let centre = Centre::open_under(CALLMONKEY, 1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
    centre.ends(&ada, engine::Outcome::Congested);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let form = [("vocabulary", "callpro"), ("back", HOME)];
    centre.post(&sue, "/settings/vocabulary", &form).is(303);
    let page = centre.get(&sue, "/contacts/1/1");
    let mut standing = page.is(200).body.split("<section class=\"card").skip(1);
    assert!(standing.next().unwrap().contains("067"), "{}", page.body);
    centre.get(&sue, "/contacts?list=1").is(200).says("067");
    let file = centre.get(&sue, "/lists/1/export/csv");
    file.is(200).says(";067;");
}

#[test]
fn codes_that_are_one_in_other_words_are_one_line_and_can_be_told_apart() {
    let (centre, sue) = worked_with(&["500", "501", "700"]);
    let by_code = "/results/statistics?by1=code";
    let lines = |path: &str| {
        let page = centre.get(&sue, path);
        let body = page.is(200).body.split("<tbody>").nth(1).unwrap();
        body.split("</tbody>")
            .next()
            .unwrap()
            .matches("<tr>")
            .count()
    };
    let own = lines(by_code);
    let form = [("vocabulary", "stucc"), ("back", HOME)];
    centre.post(&sue, "/settings/vocabulary", &form).is(303);
    let folded = lines(by_code);
    assert!(folded < own, "{folded} of {own}");
    centre
        .get(&sue, by_code)
        .is(200)
        .says("Some lines stand for several own codes.")
        .says("/results/statistics?by1=code&#38;own=1");
    let apart = format!("{by_code}&own=1");
    assert_eq!(lines(&apart), own);
    let file = |query: &str| {
        let path = format!("/results/statistics/csv?by1=code{query}");
        centre.get(&sue, &path).is(200).body.lines().count()
    };
    assert_eq!((file(""), file("&own=1")), (folded + 1, own + 1));
}
