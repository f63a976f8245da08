//! A correction says first what it will do, then does it, and the day's figures follow.

use crate::worked;

#[test]
fn a_look_changes_nothing_and_the_confirmation_does() {
    let (centre, sue) = worked();
    let code = || centre.code_of(engine::ContactId(1));
    centre
        .get(&sue, "/contacts/1/1/correct/1?code=700")
        .is(200)
        .says("What will follow")
        .says("700");
    assert_eq!(code(), "501");
    let form = [("code", "700")];
    centre
        .post_plainly(&sue, "/contacts/1/1/correct/1", &form)
        .is(303);
    assert_eq!(code(), "700");
    centre.get(&sue, "/contacts/1/1").says("Attempt corrected");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn the_report_of_that_day_tells_the_corrected_code() {
    let (centre, sue) = worked();
    let report = "/results/statistics?by1=code&from=2026-01-06&to=2026-01-06";
    centre.get(&sue, report).says("501 Not interested");
    centre.pass(3 * 24 * 60);
    let sue = centre.somebody("sam", store::Role::Supervisor, "en");
    let form = [("code", "700")];
    centre
        .post_plainly(&sue, "/contacts/1/1/correct/1", &form)
        .is(303);
    let after = centre.get(&sue, report);
    assert!(
        !after.is(200).body.contains("501 Not interested"),
        "{}",
        after.body
    );
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/contacts/1/1/correct/1?code=nonsense")
        .is(200)
        .says("class=\"error\"");
    centre.get(&sue, "/contacts/1/1/correct/9").is(404);
    centre
        .post_plainly(&sue, "/contacts/1/1/correct/1", &[("code", "nonsense")])
        .is(409);
    assert_eq!(centre.code_of(engine::ContactId(1)), "501");
}
