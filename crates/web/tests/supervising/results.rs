//! Results: a question, its figures, the attempts behind, the file.

use crate::house::Centre;
use crate::worked;
use store::Role;

#[test]
fn figures_lead_to_the_attempts_behind_them() {
    let (centre, sue) = worked();
    let page = centre.get(&sue, "/results/statistics?by1=agent&by2=code");
    page.is(200)
        .says("ada")
        .says("501 Not interested")
        .says("700");
    let behind = page.body.split("href=\"/results/attempts?").nth(1).unwrap();
    let behind = behind
        .split('"')
        .next()
        .unwrap()
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    centre
        .get(&sue, &format!("/results/attempts?{behind}"))
        .is(200)
        .says("/contacts/1/")
        .says("/contacts/bulk?list=1&#38;attempt_code=501&#38;agent=")
        .says("from=2025-12-31&#38;until=2026-01-06");
    centre
        .get(&sue, "/results/attempts?by1=hour&line=hour.10")
        .is(200)
        .says("/contacts/1/")
        .lacks("/contacts/bulk");
}

#[test]
fn an_agent_s_day_is_told_phase_by_phase() {
    let (centre, sue) = worked();
    let ada = centre.store.agents().unwrap()[0].0.0;
    let day = format!("/results/sessions/{ada}/2026-01-06");
    centre.get(&sue, "/results/sessions").is(200).says(&day);
    centre
        .get(&sue, &day)
        .is(200)
        .says("ada")
        .says("10:00")
        .says("Talked")
        .says("href=\"/contacts/1/1\"");
    centre
        .get(&sue, &format!("/results/sessions/{ada}/2026-01-05"))
        .is(200)
        .says("Nothing in this time");
    for path in [
        "/results/sessions/99/2026-01-06",
        "/results/sessions/1/soon",
    ] {
        centre.get(&sue, path).is(404);
    }
}

#[test]
fn the_same_question_as_a_file() {
    let (centre, sue) = worked();
    let csv = centre.get(&sue, "/results/statistics/csv?by1=code");
    csv.is(200).says("501 Not interested;1;1;1;");
    let xlsx = centre.get(&sue, "/results/statistics/xlsx?by1=code");
    assert!(xlsx.is(200).body.starts_with("PK"));
    centre.get(&sue, "/results/statistics/pdf?by1=code").is(404);
}

#[test]
fn a_list_is_reported_in_its_columns() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/results/list")
        .is(200)
        .says("Hotleads")
        .says("To call")
        .says("501 Not interested");
}

#[test]
fn a_question_is_kept_by_a_name_and_forgotten() {
    let (centre, sue) = worked();
    let form = [("name", "Codes of the week"), ("query", "by1=code")];
    centre.post_plainly(&sue, "/results/saved", &form).is(303);
    centre
        .get(&sue, "/results")
        .says("Codes of the week")
        .says("/results/statistics?by1=code");
    centre
        .post_plainly(&sue, "/results/saved/1/forget", &[])
        .is(303);
    assert!(
        !centre
            .get(&sue, "/results")
            .body
            .contains("Codes of the week")
    );
    centre
        .post_plainly(&sue, "/results/saved/1/forget", &[])
        .is(404);
    centre
        .post_plainly(&sue, "/results/saved", &[("name", " "), ("query", "")])
        .is(400);
}

#[test]
fn nonsense_in_a_question_is_said_or_left_out() {
    let (centre, sue) = worked();
    centre
        .get(
            &sue,
            "/results/statistics?by1=moon&from=yesterday&to=2026-99-99&list=x",
        )
        .is(200)
        .says("yesterday is no day");
    centre
        .get(&sue, "/results/statistics?from=2026-02-01&to=2026-01-01")
        .is(200);
    centre
        .get(&sue, "/results/attempts?by1=code&line=code")
        .is(404);
    centre.get(&sue, "/results/attempts?by1=code&line=").is(404);
    centre.get(&sue, "/results/list?list=77").is(200);
}

#[test]
fn an_empty_centre_says_what_to_do() {
    let centre = Centre::open(0);
    let sue = centre.somebody("sue", Role::Supervisor, "nl");
    centre
        .get(&sue, "/results/statistics?by1=code")
        .is(200)
        .says("Niets in deze periode");
    centre.get(&sue, "/results").is(200).says("Nog geen.");
}

#[test]
fn an_agent_s_day_is_told_in_its_parts() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/results/sessions")
        .is(200)
        .says("ada")
        .says("class=\"talking\"");
    centre
        .get(&sue, "/results/sessions?from=2025-01-01&to=2025-01-02")
        .says("Nothing in this time");
}

#[test]
fn attempts_are_counted_by_their_campaign() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/results/statistics?by1=campaign")
        .is(200)
        .says("Hotleads</td>");
}
