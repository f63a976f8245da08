//! The form of a code shows what its category has, and what was ticked reveals the next.

use crate::house::{Answer, Centre};
use store::Role;

const DRAFT: &str = "/catalogues/callmonkey/draft";

/// The beginning of the field, or of the tick, that holds this input.
fn tag<'p>(page: &'p Answer, input: &str) -> &'p str {
    let body = page.is(200).body.as_str();
    let (before, _) = body
        .split_once(input)
        .unwrap_or_else(|| panic!("no {input}"));
    let place = before.rfind("data-when").unwrap_or_default();
    before[place..].split('>').next().unwrap()
}

fn is_hidden(page: &Answer, input: &str) -> bool {
    tag(page, input).ends_with(" hidden")
}

#[test]
fn a_callback_with_priority_six_offers_the_reminder_and_an_order_its_return() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let page = |code: &str| centre.get(&sue, &format!("{DRAFT}/code?code={code}"));
    let near = "name=\"contact_priority\"";
    let action = |word: &str| format!("name=\"actions\" value=\"{word}\"");

    // Category 4: priority, another user, e-mail; the reminder where the priority is 6.
    let six = page("4.6/zonder-e-mail");
    six.says("6 – very high: reached, at a fixed time")
        .says("What leaves the house");
    assert!(!is_hidden(&six, near));
    assert!(!is_hidden(&six, &action("remind")));
    assert!(!is_hidden(&six, &action("mail")));
    assert!(is_hidden(&six, &action("letter")));
    assert!(is_hidden(&six, "name=\"reopen\" value=\"list\""));
    assert!(is_hidden(&six, "name=\"requires\" value=\"email\""));
    let four = page("4.4/met-e-mail");
    assert!(is_hidden(&four, &action("remind")));
    assert!(!is_hidden(&four, "name=\"requires\" value=\"email\""));

    // Category 7: reasons, and following up again, which reveals the stage.
    let order = page("7/order");
    assert!(is_hidden(&order, near));
    assert!(!is_hidden(&order, "name=\"requires\" value=\"reason\""));
    assert!(!is_hidden(&order, "name=\"reopen\" value=\"stage\""));

    // Category 1 has a name and nothing else; nobody but imports sets it.
    let open = page("1/open");
    for input in [
        near,
        "name=\"set_by\" value=\"agent\"",
        "name=\"owner\"",
        "name=\"follow_up.expression\"",
        "name=\"requires\" value=\"amounts\"",
    ] {
        assert!(is_hidden(&open, input), "{input}");
    }
}

#[test]
fn the_draft_goes_out_as_a_file_and_a_file_comes_in() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.get(&sue, &format!("{DRAFT}/file")).is(404);
    centre.post(&sue, DRAFT, &[]).is(303);
    let draft = centre.get(&sue, &format!("{DRAFT}/file"));
    let own = draft.is(200).body.replace("\"callmonkey\"", "\"spring\"");
    let file =
        |bytes: &[u8]| centre.hand_in_at(&sue, "/catalogues/file", ("spring.toml", bytes), &[]);
    file(b"").is(422).says("file");
    file(&[0xff, 0xfe, 0x00]).is(422).says("no text in UTF-8");
    file(b"name = ").is(422).says("line 1");
    file(own.as_bytes()).is(303);
    centre
        .get(&sue, "/catalogues/spring/draft")
        .is(200)
        .says("Nothing is wrong.");
    file(own.as_bytes())
        .is(422)
        .says("There is a draft of that name");
}

#[test]
fn what_the_check_finds_is_told_in_the_language_of_whoever_reads() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "de");
    centre.post(&sue, DRAFT, &[]).is(303);
    let fields = [("code", "4.6/neu"), ("like", ""), ("group", "4")];
    centre.post(&sue, &format!("{DRAFT}/add"), &fields).is(303);
    centre
        .get(&sue, &format!("{DRAFT}/code?code=4.6%2Fneu"))
        .is(200)
        .says("Falsch: hat keine Bezeichnung in `hu`")
        .says("seine Gruppe fragt, wie nahe der richtige Ansprechpartner war");
    centre
        .get(&sue, &format!("{DRAFT}/publish"))
        .is(200)
        .says("4.6/neu, contact_priority: seine Gruppe fragt")
        .lacks("has no label");
}
