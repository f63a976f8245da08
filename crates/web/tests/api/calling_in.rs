//! Numbers that ring in, set up by program.

use crate::centre::Centre;
use serde_json::json;

const ALL: &str = "/api/v1/queues";
const ONE: &str = "/api/v1/queues/493023125900";

#[test]
fn a_number_is_opened_shown_and_taken_away() {
    let centre = Centre::open();
    let new = json!({
        "name": "Customers", "campaign": 1, "hours": "mo-fr 09:00-17:30",
        "closed_on": ["2026-12-25"], "wait_seconds": 90,
        "sounds": { "welcome": "ours/hello", "full": "", "callback_key": "*", "again_seconds": 30, "language": "hu" }
    });
    let kept = centre.put(ONE, &new).is(200).json();
    assert_eq!(
        (&kept["wait_seconds"], &kept["purpose"]),
        (&json!(90), &json!("service"))
    );
    let all = centre.get(ALL).is(200).json();
    assert_eq!(all["data"][0]["number"], json!("+493023125900"));
    assert_eq!(all["data"][0]["today"]["offered"], json!(0));
    let sounds = &all["data"][0]["sounds"];
    assert_eq!(sounds["welcome"], json!("ours/hello"));
    assert_eq!(sounds["full"], json!(""));
    assert_eq!(sounds["language"], json!("hu"));
    // What was not said is as usual.
    assert_eq!(sounds["closed"], json!("dispo/closed"));
    assert_eq!(
        (&sounds["callback_key"], &sounds["again_seconds"]),
        (&json!("*"), &json!(30))
    );
    let number = engine::Number::new(493_023_125_900).unwrap();
    let there = centre.house.store.queue(number).unwrap().unwrap().sounds;
    assert_eq!(there.welcome.as_deref(), Some("sound:ours/hello"));
    assert_eq!(there.full, None);
    centre.delete(ONE).is(204);
    centre.delete(ONE).is(404);
    centre.delete("/api/v1/queues/nine").is(404);
}

#[test]
fn all_faults_are_told_and_nothing_is_kept() {
    let centre = Centre::open();
    let wrong = json!({
        "name": "", "purpose": "pleasure", "zone": "Mars", "hours": "always",
        "closed_on": ["Christmas"], "wait_seconds": 0, "music": "loud",
        "sounds": { "welcome": "../../etc/passwd", "callback_key": "x", "again_seconds": 0, "language": "xx", "loud": "yes" }
    });
    let told = centre.put(ONE, &wrong).problem().2;
    for field in [
        "name",
        "purpose",
        "zone",
        "hours",
        "closed_on",
        "wait_seconds",
        "music",
        "campaign",
        "sounds.welcome",
        "sounds.callback_key",
        "sounds.again_seconds",
        "sounds.language",
        "sounds.loud",
    ] {
        assert!(
            told.iter().any(|fault| fault.starts_with(field)),
            "{field}: {told:?}"
        );
    }
    let strange = json!({ "name": "x", "campaign": 99, "list": 99 });
    let told = centre.put(ONE, &strange).problem().2;
    assert_eq!(told, ["campaign: not_found", "list: not_found"]);
    assert_eq!(centre.get(ALL).is(200).json()["data"], json!([]));
}
