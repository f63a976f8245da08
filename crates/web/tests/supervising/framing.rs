//! What stands around the codes: a retry of a cause, limits and groups, changed in the browser.

use crate::house::Centre;
use store::Role;

const FRAME: &str = "/catalogues/contact-expert/draft/frame";

fn fields(page: &str) -> Vec<(String, String)> {
    let part = |text: &str, before: &str| {
        let rest = text.split(before).nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    };
    let inputs = page.split("<input").skip(1);
    inputs
        .filter_map(|input| Some((part(input, "name=\"")?, part(input, "value=\"")?)))
        .chain([("offering".to_owned(), "dial_rules".to_owned())])
        .collect()
}

#[test]
fn a_retry_of_a_cause_limits_and_a_group_are_changed() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre
        .post(&sue, "/catalogues/contact-expert/draft", &[])
        .is(303);
    let page = centre.get(&sue, FRAME);
    page.is(200)
        .says("Answering machine")
        .says("value=\"PT4H\"");
    let same = fields(&page.body.replace("&#39;", "'"));
    let send = |changes: &[(&str, &str)]| {
        let mut pairs = same.clone();
        for (name, value) in changes {
            pairs.retain(|(known, _)| known != name);
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        centre.post(&sue, FRAME, &pairs)
    };
    let file = || {
        let draft = centre.store.draft("contact-expert").unwrap().unwrap();
        engine::Catalogue::examine(&draft.body, &[]).file.unwrap()
    };
    // Sent back as it is, it changes nothing.
    let before = file();
    send(&[]).is(303);
    assert_eq!(file(), before);

    let wrong = send(&[
        ("cause.2.after", "soon"),
        ("cause.3.most", ""),
        ("cold-count", "many"),
        ("new-group", "ok"),
    ]);
    wrong.is(422);
    for field in ["cause.2.after", "cause.3.most", "cold-count", "new-group"] {
        wrong.says(&format!("id=\"{field}-error\""));
    }
    assert_eq!(file(), before);

    send(&[
        ("cause.2.after", "30m"),
        ("cause.4.after", ""),
        ("cause.4.most", ""),
        ("cold-count", "5"),
        ("callback-timeout", "P3D"),
        ("new-group", "own"),
        ("group.ok.en", "Came to an end"),
    ])
    .is(303);
    let after = file();
    let retry = |code: &str| {
        let mut causes = after.causes.iter();
        causes
            .find(|cause| cause.code.as_str() == code)
            .unwrap()
            .retry
    };
    assert_eq!(retry("2").unwrap().after.seconds(), 1_800);
    assert_eq!(retry("2").unwrap().most, 5);
    assert_eq!(retry("4"), None);
    assert_eq!(after.limits.cold_count, 5);
    assert_eq!(after.callback_timeout.seconds(), 3 * 86_400);
    assert_eq!(after.group("ok").unwrap().label["en"], "Came to an end");
    assert!(after.group("own").is_some());
    centre
        .get(&sue, "/catalogues/contact-expert/draft/publish")
        .is(200)
        .says("cause 2")
        .says("PT30M");
}
