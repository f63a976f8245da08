//! The floor shows what agents do, warns, and acts.

use crate::house::{Centre, Desk};
use engine::{AgentPhase, ContactId, Outcome, Report, Zone};
use store::{LineOrder, Role};

/// Ada at her desk with a contact in hand, and Sue who looks on.
fn working() -> (Centre, Desk, Desk) {
    let centre = Centre::open(5);
    let ada = centre.agent("ada");
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&ada, "/desk/ready", &[]);
    (centre, ada, sue)
}

fn dial(centre: &Centre, ada: &Desk) {
    let hand = centre.get(ada, "/desk/now").hand();
    centre.post(ada, "/desk/dial", &[("hand", &hand)]);
}

fn answered(centre: &Centre, ada: &Desk) {
    centre.line(ada, |attempt| Report::Answered { attempt });
}

fn phase_of(centre: &Centre, ada: &Desk) -> AgentPhase {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let floor = centre.store.floor(&zone).unwrap();
    let there = floor.agents.iter().find(|there| there.id == ada.agent);
    there.unwrap().phase
}

#[test]
fn an_agent_s_row_follows_what_she_does() {
    let (centre, ada, sue) = working();
    let row = || {
        let mark = format!("<tr id=\"agent-{}\">", ada.agent.0);
        centre.get(&sue, "/floor").is(200).between(&mark, "</tr>")
    };
    assert!(row().contains("preview") && row().contains("Hotleads K1"));
    dial(&centre, &ada);
    assert!(row().contains("dialling"), "{}", row());
    answered(&centre, &ada);
    assert!(row().contains("talking"), "{}", row());
    centre.ends(&ada, Outcome::Answered);
    assert!(row().contains("wrap-up"), "{}", row());
    let hand = centre.get(&ada, "/desk/now").hand();
    centre.post(&ada, "/desk/code", &[("hand", &hand), ("code", "700")]);
    assert!(row().contains("Hotleads K2"), "{}", row());
    let block = centre.get(&sue, "/floor/now");
    block
        .is(200)
        .says("In the last hour: 1 attempts, 1 live, 1 positive.");
}

#[test]
fn the_table_is_filtered_and_sorted_by_its_address() {
    let (centre, ada, sue) = working();
    let ben = centre.agent("ben");
    let rows = |query: &str| -> Vec<i64> {
        let page = centre.get(&sue, &format!("/floor?{query}"));
        let page = page.is(200).body.clone();
        page.split("<tr id=\"agent-")
            .skip(1)
            .filter_map(|rest| rest.split('"').next()?.parse().ok())
            .collect()
    };
    let (a, b) = (ada.agent.0, ben.agent.0);
    assert_eq!(rows(""), [a]);
    assert_eq!(rows("phase=all"), [a, b]);
    assert_eq!(rows("phase=all&sort=name&down=1"), [b, a]);
    assert_eq!(rows("phase=out"), [b]);
    assert_eq!(rows("phase=talking"), Vec::<i64>::new());
    assert_eq!(rows("phase=all&campaign=99"), Vec::<i64>::new());
    assert_eq!(rows("sort=nonsense&campaign=x&down=9&wide=%00"), [a]);
    centre
        .get(&sue, "/floor?wide=1")
        .is(200)
        .says("class=\"floor wide\"");
}

#[test]
fn alerts_come_and_go_and_lead_to_where_they_are_mended() {
    let (centre, ada, sue) = working();
    dial(&centre, &ada);
    answered(&centre, &ada);
    centre.ends(&ada, Outcome::Answered);
    let wraps_up = "ada: 12 minutes in wrap-up";
    centre.get(&sue, "/floor").is(200).lacks(wraps_up);
    centre.pass(12);
    let agent = format!("<a href=\"/floor/agents/{}\">{wraps_up}", ada.agent.0);
    centre.get(&sue, "/floor").says(&agent);
    let form = [
        ("stock", "30"),
        ("wrap_up", "20"),
        ("silent", "20"),
        ("overdue", "30"),
    ];
    centre.post_plainly(&sue, "/floor/settings", &form).is(303);
    centre.get(&sue, "/floor").lacks(wraps_up);
    centre
        .store
        .add_campaign("Idle", store::CampaignState::Running)
        .unwrap();
    centre
        .get(&sue, "/floor")
        .says("Idle: runs, but offers no list");
}

#[test]
fn a_threshold_that_makes_no_sense_is_told_beside_its_field() {
    let (centre, _, sue) = working();
    let form = [
        ("stock", "0"),
        ("wrap_up", "many"),
        ("silent", "1441"),
        ("overdue", "30"),
    ];
    let page = centre.post_plainly(&sue, "/floor/settings", &form);
    page.is(422)
        .says("id=\"stock-error\"")
        .says("id=\"wrap_up-error\"");
    page.says("id=\"silent-error\"")
        .lacks("id=\"overdue-error\"");
    page.says("value=\"many\"");
    centre.post_plainly(&sue, "/floor/settings", &[]).is(422);
    assert_eq!(
        centre.store.thresholds().unwrap(),
        store::Thresholds::default()
    );
}

#[test]
fn every_number_leads_to_its_contacts() {
    let (centre, _, sue) = working();
    let floor = centre.get(&sue, "/floor");
    floor
        .says("/floor/held?list=1&#38;why=now")
        .says("<b>1</b> in an agent’s hands");
    centre
        .get(&sue, "/floor/held?list=1&why=in_hand")
        .is(200)
        .says("/contacts/1/1")
        .lacks("/contacts/1/2");
    centre
        .get(&sue, "/floor/held?list=1&why=now")
        .is(200)
        .says("/contacts/1/5")
        .lacks("\"/contacts/1/1\"");
    // At night the law holds back what could be called by day.
    centre.pass(13 * 60);
    let sue = centre.somebody("sam", Role::Supervisor, "en");
    centre
        .get(&sue, "/floor")
        .says("<b>4</b> outside the law’s hours");
    centre
        .get(&sue, "/floor/held?list=1&why=law")
        .is(200)
        .says("/contacts/1/5");
    centre.get(&sue, "/floor/held?list=1&why=overdue").is(200);
    for nonsense in ["?list=1&why=x", "?list=x&why=law", "?list=9&why=law", ""] {
        centre.get(&sue, &format!("/floor/held{nonsense}")).is(404);
    }
}

#[test]
fn a_break_waits_for_the_contact_and_ready_takes_it_back() {
    let (centre, ada, sue) = working();
    let at = format!("/floor/agents/{}", ada.agent.0);
    let post =
        |act: &str, form: &[(&str, &str)]| centre.post_plainly(&sue, &format!("{at}/{act}"), form);
    post("break", &[("kind", "lunch")]).is(303);
    centre.get(&sue, &at).says("Then: Lunch").says("Break set.");
    post("ready", &[]).is(303);
    centre.get(&sue, &at).lacks("Then: Lunch");
    post("break", &[("kind", "siesta")])
        .is(422)
        .says("There is no such break");
    let ben = centre.agent("ben");
    centre
        .post_plainly(&sue, &format!("/floor/agents/{}/ready", ben.agent.0), &[])
        .is(422)
        .says("This agent is not logged in");
    centre.get(&sue, "/floor/agents/99").is(404);
    post("move", &[("campaign", "99")]).is(422);
}

#[test]
fn a_contact_is_taken_back_after_it_was_said_what_follows() {
    let (mut centre, ada, sue) = working();
    let at = format!("/floor/agents/{}/unlock", ada.agent.0);
    dial(&centre, &ada);
    answered(&centre, &ada);
    let page = centre.get(&sue, &at);
    page.is(200)
        .says("by a supervisor")
        .says("The running call is ended.");
    let hand = page.hand();
    assert_eq!(phase_of(&centre, &ada), AgentPhase::Talking);
    centre.post_plainly(&sue, &at, &[("hand", "1-1-1")]).is(409);
    centre.post_plainly(&sue, &at, &[("hand", &hand)]).is(303);
    assert_eq!(phase_of(&centre, &ada), AgentPhase::Ready);
    let mut orders = centre.orders.take().unwrap();
    let hung_up = std::iter::from_fn(|| orders.take())
        .any(|order| matches!(order, LineOrder::HangUp { contact, .. } if contact == ContactId(1)));
    assert!(hung_up);
    centre.post_plainly(&sue, &at, &[("hand", &hand)]).is(409);
    centre.get(&sue, &at).is(200).says("has nothing in hand");
    centre
        .get(&sue, "/contacts/1/1")
        .says("Taken back by a supervisor");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn an_ended_session_ends_after_the_contact() {
    let (centre, ada, sue) = working();
    let at = format!("/floor/agents/{}/end", ada.agent.0);
    centre
        .get(&sue, &at)
        .is(200)
        .says("as soon as the contact in hand is let go")
        .says("Then 1 browser is logged out.");
    centre.post_plainly(&sue, &at, &[]).is(303);
    let hand = centre.get(&ada, "/desk/now").is(200).hand();
    centre.post(&ada, "/desk/release", &[("hand", &hand)]);
    assert_eq!(phase_of(&centre, &ada), AgentPhase::Out);
    centre.get(&ada, "/desk").is(303);
    centre.get(&sue, &at).says("is not logged in");
}

#[test]
fn a_message_reaches_the_desk_and_the_floor_hears_that_it_was_read() {
    let (centre, ada, sue) = working();
    let text = "Lunch is <b>ready</b>.";
    let form = [("to", "all"), ("text", text)];
    centre.post_plainly(&sue, "/floor/messages", &form).is(303);
    let desk = centre.get(&ada, "/desk");
    desk.says("Lunch is &#60;b&#62;ready&#60;/b&#62;.");
    centre.get(&sue, "/floor/messages").says("not read yet");
    let last = desk.between("name=\"last\" value=\"", "\"");
    let read = centre.post(&ada, "/floor/messages/read", &[("last", &last)]);
    assert_eq!(
        (read.status.as_u16(), read.location.as_str()),
        (303, "/desk/now")
    );
    centre.get(&ada, "/desk").lacks("Lunch is");
    centre.get(&sue, "/floor/messages").says(">read<");
    let nobody = [("to", "chosen"), ("text", text)];
    centre
        .post_plainly(&sue, "/floor/messages", &nobody)
        .is(422)
        .says("Choose at least one agent.")
        .says("Lunch is &#60;b&#62;");
    let long = "x".repeat(501);
    centre
        .post_plainly(&sue, "/floor/messages", &[("to", "all"), ("text", &long)])
        .is(422)
        .says("Too long");
    let at = format!("/floor/agents/{}/message", ada.agent.0);
    centre
        .post_plainly(&sue, &at, &[("text", " ")])
        .is(422)
        .says("Write something.");
    centre
        .post_plainly(&sue, &at, &[("text", "Well done")])
        .is(303);
    centre.get(&ada, "/desk").says("Well done");
    let campaign = [("to", "campaign"), ("campaign", "1"), ("text", "Team!")];
    centre
        .post_plainly(&sue, "/floor/messages", &campaign)
        .is(303);
    centre.get(&ada, "/desk").says("Team!");
    centre
        .post(&ada, "/floor/messages/read", &[("last", "x")])
        .is(400);
}

#[test]
fn the_grid_shows_what_changes_saves_it_and_the_offer_obeys() {
    let (centre, ada, sue) = working();
    let id = ada.agent.0.to_string();
    let hand = centre.get(&ada, "/desk/now").hand();
    centre.post(&ada, "/desk/break", &[("kind", "short")]);
    centre.post(&ada, "/desk/release", &[("hand", &hand)]);
    let page = centre.get(&sue, "/floor/grid");
    page.is(200).says(&format!("value=\"1.{id}.on\" checked"));
    let tick = format!("1.{id}.cb");
    let shown = [("agents", id.as_str()), ("campaigns", "1")];
    let with = |more: &[(&'static str, &str)]| -> Vec<(String, String)> {
        shown
            .iter()
            .chain(more)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    };
    let post = |path: &str, form: &[(String, String)]| {
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        centre.post_plainly(&sue, path, &form)
    };
    let look = post("/floor/grid", &with(&[("c", &tick)]));
    look.is(200).says("1 change").says("callbacks only");
    let change = look.between("name=\"change\" value=\"", "\"");
    assert_eq!(change, format!("1.{id}.1000.1100"));
    post("/floor/grid/save", &[("change".to_owned(), change.clone())]).is(303);
    centre
        .get(&sue, "/floor/grid")
        .says(&format!("value=\"1.{id}.cb\" checked"));
    centre.pass(2);
    centre.post(&ada, "/desk/ready", &[]);
    assert_eq!(centre.in_hand(&ada), None);
    // Seen before somebody else changed it, or nonsense: nothing happens.
    post("/floor/grid/save", &[("change".to_owned(), change)]).is(409);
    for nonsense in ["", "1.1", "1.x.1000.1100", "1.1.1000.11x0.1"] {
        post(
            "/floor/grid/save",
            &[("change".to_owned(), nonsense.to_owned())],
        )
        .is(400);
    }
    // Kept as a template, then another thing is saved, then the template again.
    post("/floor/grid/template", &with(&[("c", &tick), ("name", "")])).is(422);
    post(
        "/floor/grid/template",
        &with(&[("c", &tick), ("name", "Rush")]),
    )
    .is(303);
    let all = post("/floor/grid", &with(&[("col.1", "1000")]));
    let change = all.between("name=\"change\" value=\"", "\"");
    post("/floor/grid/save", &[("change".to_owned(), change)]).is(303);
    centre.get(&ada, "/desk/now");
    centre.post(&ada, "/desk/offer", &[]);
    assert!(centre.in_hand(&ada).is_some());
    let again = with(&[("template", "Rush"), ("apply", "1")]);
    post("/floor/grid", &again).says("callbacks only");
    post("/floor/grid", &with(&[("row.99", "1111"), ("c", "x.y.z")])).is(200);
    post(
        "/floor/grid/template",
        &[("forget".to_owned(), "Rush".to_owned())],
    )
    .is(303);
    centre.get(&sue, "/floor/grid").lacks("Rush");
}

#[test]
fn an_agent_has_no_business_on_the_floor() {
    let (centre, ada, _) = working();
    for path in [
        "/floor",
        "/floor/now",
        "/floor/grid",
        "/floor/messages",
        "/floor/agents/1",
    ] {
        centre.get(&ada, path).is(403);
    }
    centre.post_plainly(&ada, "/floor/grid/save", &[]).is(403);
    centre
        .post_plainly(&ada, "/floor/agents/1/unlock", &[])
        .is(403);
}
