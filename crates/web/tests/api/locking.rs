//! Numbers the telephone provider bars, brought by program.

use crate::centre::Centre;
use serde_json::json;

const ALL: &str = "/api/v1/locked-numbers";

#[test]
fn numbers_are_barred_shown_and_freed() {
    let centre = Centre::open();
    centre.import(1);
    let wrong = json!({ "prefixes": ["+49 30", "0900", "x"], "note": 3 });
    let told = centre.post(ALL, &wrong.to_string()).problem().2;
    assert_eq!(
        told,
        [
            "note: wrong_type",
            "prefixes[1]: invalid",
            "prefixes[2]: invalid"
        ]
    );
    let new = json!({ "prefixes": ["+49 30 231"], "note": "support says so" });
    let done = centre.post(ALL, &new.to_string()).is(200).json();
    assert_eq!(done, json!({ "locked": 1 }));
    let all = centre.get(ALL).is(200).json();
    let row = &all["data"][0];
    assert_eq!(
        (&row["prefix"], &row["note"]),
        (&json!("+4930231"), &json!("support says so"))
    );
    // Whoever has no other number is not offered any more.
    assert_eq!(centre.offered(), None);
    let place = format!("{ALL}/4930231");
    centre.delete(&place).is(204);
    centre.delete(&place).is(404);
    centre.delete(&format!("{ALL}/nine")).is(404);
}
