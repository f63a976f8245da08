//! A campaign is set up from nothing to its first offer; what is wrong is said where it is.

use crate::house::{Centre, Desk, contact};
use engine::{AgentCommand, AgentId, CampaignId};
use store::{CampaignState, Offered, QuotaOf, Role};

fn house() -> (Centre, Desk, Desk) {
    let centre = Centre::open(6);
    let ada = centre.agent("ada");
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    (centre, ada, sue)
}

fn link(centre: &Centre) -> String {
    let links = centre.store.campaign_links(CampaignId(1)).unwrap();
    format!("/campaigns/1/links/{}", links[0].id)
}

fn state(centre: &Centre, id: i64) -> CampaignState {
    centre
        .store
        .campaign(CampaignId(id))
        .unwrap()
        .unwrap()
        .state
}

/// The contact the agent would get, by its id.
fn next(centre: &Centre, agent: AgentId) -> Option<i64> {
    match centre.store.peek(agent).unwrap() {
        Offered::Peek { contact, .. } => Some(contact.0),
        _ => None,
    }
}

/// Whoever calls the number of the campaign back reaches it.
fn somebody_answers(centre: &Centre, digits: u64) {
    let number = engine::Number::new(digits).unwrap();
    let kind = store::QueueKind::Service;
    let queue = store::Queue {
        campaign: Some(CampaignId(2)),
        ..store::Queue::new(number, "Spring", kind, engine::Zone::UTC)
    };
    assert_eq!(centre.store.set_queue(queue).unwrap(), []);
}

#[test]
fn from_nothing_to_the_first_offer() {
    let (centre, ada, sue) = house();
    centre.store.unassign(CampaignId(1), ada.agent).unwrap();
    let made = centre.post_plainly(&sue, "/campaigns/new", &[("name", " Spring ")]);
    made.is(303);
    assert_eq!(made.location, "/campaigns/2");
    centre
        .get(&sue, "/campaigns/2")
        .is(200)
        .says("no list is linked")
        .says("no agents are linked")
        .says("no script");
    centre
        .post_plainly(&sue, "/campaigns/2/links", &[("list", "1")])
        .is(303);
    let agent = ada.agent.0.to_string();
    centre
        .post_plainly(
            &sue,
            "/campaigns/2/agents",
            &[("do", "add"), ("agent", &agent)],
        )
        .is(303);
    let text = "# Hello\nThis is {agent} for **{{Naam}}**.";
    centre
        .post_plainly(
            &sue,
            "/campaigns/2/script",
            &[("do", "save"), ("text", text)],
        )
        .is(303);
    centre
        .get(&sue, "/campaigns/2")
        .says("has no purpose")
        .says("/lists/1/purpose")
        .lacks("no script");
    let purpose = [("purpose", "research")];
    let stated = centre.post_plainly(&sue, "/lists/1/purpose", &purpose);
    stated.is(303);
    let shown = [
        ("name", "Spring"),
        ("priority", "500"),
        ("caller_id", "+44 20 7946 0123"),
    ];
    centre.post_plainly(&sue, "/campaigns/2", &shown).is(303);
    centre
        .get(&sue, "/campaigns/2")
        .says("reaches nobody")
        .says("href=\"/queues\"");
    somebody_answers(&centre, 442_079_460_123);
    centre
        .get(&sue, "/campaigns/2")
        .says("Everything is in place");
    centre.post(&ada, "/desk/ready", &[]);
    assert_eq!(centre.in_hand(&ada), None, "paused");
    centre
        .get(&sue, "/campaigns/2/state?to=running")
        .is(200)
        .says("6 contacts can be offered now")
        .says("1 agent works on it");
    centre
        .post_plainly(&sue, "/campaigns/2/state", &[("to", "running")])
        .is(303);
    let desk = centre.post(&ada, "/desk/offer", &[]);
    assert!(centre.in_hand(&ada).is_some());
    desk.says("<h3>Hello</h3>")
        .says("This is ada for <b>Person 1</b>.");
    let all = centre.get(&sue, "/campaigns");
    all.is(200).says("/campaigns/2").says("Running");
    let paused = centre.get(&sue, "/campaigns?state=paused");
    paused.says("No campaign in this state");
}

#[test]
fn it_is_renamed_paused_and_closed_with_what_that_means() {
    let (centre, _, sue) = house();
    let save = |name: &str, priority: &str| {
        let form = [("name", name), ("priority", priority)];
        centre.post_plainly(&sue, "/campaigns/1", &form)
    };
    save("Autumn", "100").is(303);
    let there = centre.store.campaign(CampaignId(1)).unwrap().unwrap();
    assert_eq!((there.name.as_str(), there.priority), ("Autumn", 100));
    assert!(!there.callbacks_jump);
    save("", "100").is(422).says("name-error");
    save("Autumn", "high")
        .is(422)
        .says("from 0 to 9999")
        .says("high");
    centre.store.new_campaign("Taken").unwrap().unwrap();
    save("Taken", "1")
        .is(422)
        .says("There is a campaign of this name");
    for name in ["", "Taken", "a\u{7}b"] {
        centre
            .post_plainly(&sue, "/campaigns/new", &[("name", name)])
            .is(422)
            .says("name-error");
    }
    centre
        .get(&sue, "/campaigns/1/state?to=closed")
        .says("6 contacts are still open")
        .says("0 callbacks");
    for word in ["paused", "closed"] {
        centre
            .post_plainly(&sue, "/campaigns/1/state", &[("to", word)])
            .is(303);
        assert_eq!(state(&centre, 1).word(), word);
    }
    centre.get(&sue, "/campaigns/1/state?to=gone").is(400);
    centre
        .post_plainly(&sue, "/campaigns/1/state", &[("to", "gone")])
        .is(400);
    for path in [
        "/campaigns/99",
        "/campaigns/99/script",
        "/campaigns/1/links/99/filter",
    ] {
        centre.get(&sue, path).is(404);
    }
}

#[test]
fn agents_and_lists_are_put_in_and_taken_out() {
    let (centre, ada, sue) = house();
    let agent = ada.agent.0.to_string();
    let set = |act: &str, agent: &str| {
        let form = [("do", act), ("agent", agent)];
        centre.post_plainly(&sue, "/campaigns/1/agents", &form)
    };
    set("remove", &agent).is(303);
    assert_eq!(centre.store.campaign_agents(CampaignId(1)).unwrap(), []);
    set("add", "99").is(404);
    set("add", "x").is(400);
    set("eat", &agent).is(400);
    centre
        .post_plainly(&sue, "/campaigns/1/agents", &[("do", "add")])
        .is(422)
        .says("Tick at least one agent");
    let add = |list: &str| centre.post_plainly(&sue, "/campaigns/1/links", &[("list", list)]);
    add("1").is(422);
    add("").is(422);
    add("99").is(404);
    let link = link(&centre);
    let save = |priority: &str| centre.post_plainly(&sue, &link, &[("priority", priority)]);
    save("7").is(303);
    let there = &centre.store.campaign_links(CampaignId(1)).unwrap()[0];
    assert_eq!((there.priority, there.active), (7, false));
    save("-1").is(422).says("from 0 to 9999");
    centre
        .get(&sue, &format!("{link}/remove"))
        .says("6 open contacts");
    centre
        .post_plainly(&sue, &format!("{link}/remove"), &[])
        .is(303);
    centre.get(&sue, "/campaigns/1").says("no list is linked");
}

#[test]
fn a_filter_is_counted_first_and_offers_what_it_counted() {
    let (centre, ada, sue) = house();
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        centre
            .store
            .agent_command(ada.agent, command)
            .unwrap()
            .unwrap();
    }
    let place = format!("{}/filter", link(&centre));
    let set = |act: &str, rows: &[(&str, &str, &str)]| {
        let mut form = vec![("do", act), ("join", "any")];
        for (field, op, value) in rows {
            form.extend([("field", *field), ("op", *op), ("value", *value)]);
        }
        centre.post_plainly(&sue, &place, &form)
    };
    let rows = [
        ("name", "=", "person 2"),
        ("name", "in", "Person 4; Person 9"),
    ];
    set("count", &rows)
        .is(200)
        .says("2 of 6 contacts, 2 of them now");
    let link_now = || centre.store.campaign_links(CampaignId(1)).unwrap()[0].clone();
    assert_eq!(link_now().filter, None, "counting keeps nothing");
    set("save", &rows).is(303);
    assert_eq!(centre.store.link_stock(&link_now()).unwrap().stock.now, 2);
    assert_eq!(next(&centre, ada.agent), Some(2));
    centre
        .get(&sue, &place)
        .says("Person 4; Person 9")
        .says("2 contacts");
    set("add", &rows[..1]).says("value-1");
    set("drop.0", &rows).is(200).lacks("value-1");
    for (row, told) in [
        (("gone", "=", "x"), "has no field “gone”"),
        (("attempts", "<", "many"), "write a whole number"),
        (("state", "=", "lost"), "write one of"),
        (("state", "<", "new"), "cannot be asked of"),
        (("name", "=", ""), "Write a value"),
        (("name", "~", "x"), "Choose a comparison"),
        (("", "=", "x"), "Choose a field"),
    ] {
        set("save", &[row]).is(422).says(told).says("row-error-0");
    }
    set("save", &[]).is(422).says("at least one condition");
    set("eat", &rows).is(400);
    assert!(
        link_now().filter.unwrap().contains("person 2"),
        "nothing was half kept"
    );
    set("save", &[("attempts", ">", "0")]).is(303);
    centre
        .get(&sue, "/campaigns/1")
        .says("Hotleads has no stock left");
    set("clear", &[]).is(303);
    assert_eq!(centre.store.link_stock(&link_now()).unwrap().stock.now, 6);
}

#[test]
fn a_quota_stops_and_frees() {
    let (centre, ada, sue) = house();
    let add = |form: &[(&str, &str)]| centre.post_plainly(&sue, "/campaigns/1/quotas", form);
    add(&[("column", "positive"), ("most", "0")])
        .is(422)
        .says("at least 1");
    add(&[("column", "positive"), ("most", "lots")])
        .is(422)
        .says("lots");
    add(&[("column", "code"), ("code", "9z9"), ("most", "1")])
        .is(422)
        .says("No list of this campaign has this code");
    add(&[("column", "nonsense"), ("most", "1")]).is(422);
    add(&[("column", "positive"), ("most", "1"), ("link", "99")]).is(404);
    add(&[("column", "positive"), ("most", "1"), ("link", "x")]).is(400);
    assert_eq!(centre.store.quotas(CampaignId(1)).unwrap(), []);
    add(&[("column", "positive"), ("most", "1")]).is(303);
    let mut desk = centre.post(&ada, "/desk/ready", &[]);
    let hand = desk.hand();
    centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
    centre.line(&ada, |attempt| engine::Report::Answered { attempt });
    centre.ends(&ada, engine::Outcome::Answered);
    desk = centre.get(&ada, "/desk/now");
    centre.post(
        &ada,
        "/desk/code",
        &[("hand", &desk.hand()), ("code", "700")],
    );
    assert_eq!(centre.in_hand(&ada), None, "nothing new is offered");
    centre
        .get(&sue, "/campaigns/1")
        .says("quota reached, only callbacks are offered: 1 × Positive");
    centre
        .get(&sue, "/contacts/1/4")
        .says("quota of 1 × Positive reached in campaign Hotleads");
    let quota = centre.store.quotas(CampaignId(1)).unwrap()[0].clone();
    assert!(quota.is_reached() && quota.of != QuotaOf::Code(engine::Code::new("positive")));
    let remove = format!("/campaigns/1/quotas/{}/remove", quota.id);
    centre.post_plainly(&sue, &remove, &[]).is(303);
    centre.post_plainly(&sue, &remove, &[]).is(404);
    assert!(next(&centre, ada.agent).is_some());
}

#[test]
fn limits_are_looked_at_and_kept_as_new_rules() {
    let (centre, _, sue) = house();
    let place = format!("{}/limits", link(&centre));
    centre.get(&sue, &place).is(200).says("Catalogue: 8");
    let rules = || centre.store.list(centre.list).unwrap().unwrap().rules;
    let before = rules();
    let form = |act, changed: &[(&'static str, &'static str)]| {
        let mut form: Vec<(&str, &str)> = vec![
            ("do", act),
            ("own", "own"),
            ("cold-count", "3"),
            ("cold-period", "36h"),
            ("callback-count", "8"),
            ("callbacks", "8"),
            ("lease", "60"),
            ("wrap-up", "10"),
            ("release", "30"),
            ("only-owner", "1"),
            ("release-out", "1"),
            ("by-line", "1"),
        ];
        for (name, value) in changed {
            form.retain(|(known, _)| known != name);
            form.push((name, value));
        }
        centre.post_plainly(&sue, &place, &form)
    };
    form("look", &[])
        .is(200)
        .says("Attempts without contact, new contacts: 8 → 3")
        .says("0 open contacts stand at the limit")
        .says("Applies from the next event");
    assert_eq!(rules(), before, "looking keeps nothing");
    for (field, value) in [
        ("cold-count", "-1"),
        ("cold-period", "a month"),
        ("lease", "0"),
        ("wrap-up", "1441"),
        ("release", "soon"),
        ("share-system", "101"),
    ] {
        form("save", &[(field, value)])
            .is(422)
            .says(&format!("{field}-error"));
    }
    form(
        "save",
        &[("share-system", "60"), ("share-not-reached-high", "60")],
    )
    .is(422)
    .says("more than 100 %");
    assert_eq!(rules(), before, "nothing is half kept");
    form("save", &[]).is(303);
    let kept = centre.store.rules(rules()).unwrap().settings.clone();
    let limits = kept.limits.unwrap();
    assert_eq!(
        (limits.cold_count, limits.cold_period.seconds()),
        (3, 36 * 3600)
    );
    form("look", &[]).says("Nothing: all of it holds already");
}

#[test]
fn a_roster_is_drawn_counted_and_given() {
    let (centre, _, sue) = house();
    let place = format!("{}/roster", link(&centre));
    let set = |form: &[(&str, &str)]| centre.post_plainly(&sue, &place, form);
    for bad in ["9-12", "12:00-09:00", "09:10-", "later"] {
        set(&[("do", "save"), ("tu", bad)])
            .is(422)
            .says("tu-error")
            .says("is no stretch of hours");
    }
    let form = [("mo", "14:00-"), ("tu", "09:00-12:00; 14:00-")];
    let looks: Vec<(&str, &str)> = [("do", "look"), ("everybody", "1")]
        .into_iter()
        .chain(form)
        .collect();
    set(&looks)
        .is(200)
        .says("New contacts of the list get Mon-Tue 14:00-; Tue 09:00-12:00")
        .says("6 contacts can be called at once")
        .says("<svg class=\"week\"");
    set(&[("do", "save"), ("we", "14:00-16:00")]).is(303);
    let there = |id| {
        centre
            .store
            .contact(centre.list, engine::ContactId(id))
            .unwrap()
            .unwrap()
    };
    assert_eq!(there(1).roster, None, "those that are there stay");
    centre.import(vec![contact(7, &[7])]);
    assert_eq!(there(7).roster.unwrap().to_string(), "we 14:00-16:00");
    let saves: Vec<(&str, &str)> = [("do", "save"), ("everybody", "1")]
        .into_iter()
        .chain(form)
        .collect();
    set(&saves).is(303);
    for _ in 0..200 {
        if there(1).roster.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(
        there(1).roster.unwrap().to_string(),
        "mo-tu 14:00-; tu 09:00-12:00"
    );
    centre
        .get(&sue, &place)
        .says("Roster for contacts that were there");
}

#[test]
fn a_script_is_checked_previewed_and_escaped() {
    let (centre, ada, sue) = house();
    let place = "/campaigns/1/script";
    let set =
        |act: &str, text: &str| centre.post_plainly(&sue, place, &[("do", act), ("text", text)]);
    set("save", "Hello\n{{Voornaam}}")
        .is(422)
        .says("line 2: {{Voornaam}} is no field")
        .says("{{Naam}}, {{E-mail}}, {agent}");
    set("save", "{{open").is(422).says("line 1");
    set("preview", "# Hi {{ NAAM }}")
        .is(200)
        .says("<h3>Hi Person 1</h3>");
    centre
        .post(
            &sue,
            "/campaigns/1/script/preview",
            &[("text", "**{{E-mail}}**")],
        )
        .is(200)
        .says("(E-mail)");
    set("save", &"x".repeat(20_001))
        .is(422)
        .says("20,000 characters");
    assert_eq!(centre.store.scripts(CampaignId(1), None).unwrap(), []);
    let text = "<script>alert(1)</script>\n- {{name}}\n- {number} {campaign}";
    set("save", text).is(303);
    let name = r#"<img src=x onerror="a">"#;
    let values = [("name".to_owned(), name.to_owned())].into();
    centre
        .store
        .edit(
            centre.list,
            engine::ContactId(1),
            values,
            engine::Actor::System,
        )
        .unwrap();
    let desk = centre.post(&ada, "/desk/ready", &[]);
    desk.says("<li>+493023125001 Hotleads</li>")
        .says("&#60;script&#62;")
        .lacks("<script>alert")
        .lacks("<img src=x");
    let own = "/campaigns/1/script?list=1";
    centre
        .post_plainly(&sue, own, &[("do", "save"), ("text", "Only this list")])
        .is(303);
    centre.get(&ada, "/desk/now").says("Only this list");
    centre.get(&sue, own).says("Version 1, sue");
    centre.get(&sue, "/campaigns/1/script?list=9").is(404);
}

#[test]
fn what_an_import_brings_is_judged_by_the_filter() {
    let (centre, ada, sue) = house();
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        centre
            .store
            .agent_command(ada.agent, command)
            .unwrap()
            .unwrap();
    }
    let place = format!("{}/filter", link(&centre));
    let form = [
        ("do", "save"),
        ("join", "all"),
        ("field", "name"),
        ("op", "contains"),
        ("value", "wanted"),
    ];
    centre.post_plainly(&sue, &place, &form).is(303);
    assert_eq!(next(&centre, ada.agent), None);
    let there = || centre.store.campaign_links(CampaignId(1)).unwrap()[0].clone();
    let file = std::env::temp_dir().join(format!("dispo-judged-{}.csv", std::process::id()));
    let text = "Naam;Telefoon\nWanted One;+49 30 23125 021\nSomebody;+49 30 23125 022\nWanted Two;+49 30 23125 023\n";
    std::fs::write(&file, text).unwrap();
    let list = centre.store.list(centre.list).unwrap().unwrap();
    let order = import::Order {
        mode: store::Mode::Append,
        invalid: import::Handling::Code,
        duplicate: import::Handling::Code,
        stop_after: None,
        absent_most: import::ABSENT_MOST,
    };
    let source = import::Source::open(&file, None, None).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let (nl, progress) = (lists::Country::Nl, &mut |_| {});
    import::run(&centre.store, &list, nl, source, &order, &stop, progress).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(centre.store.link_stock(&there()).unwrap().stock.now, 2);
    let first = next(&centre, ada.agent).expect("a member");
    let card = centre
        .store
        .card(centre.list, engine::ContactId(first))
        .unwrap();
    assert!(card.unwrap().fields.contains("Wanted One"));
}

#[test]
fn what_is_moved_into_a_list_is_judged_by_its_filter() {
    let (centre, _, _) = house();
    let store = &centre.store;
    let other = store.list_like(centre.list, "Others").unwrap().unwrap();
    // It stands in the campaigns of the one it is like.
    let link = store.links(other).unwrap()[0].id;
    let filter = "{ field = \"name\", op = \"in\", value = [\"Person 2\", \"Person 5\"] }";
    let filter = format!("all = [{filter}]");
    store.filter_link(link, &filter, |_| false).unwrap();
    let change = store::BulkChange::Move(store::Move {
        to: other,
        counters: false,
        duplicates: true,
        add_fields: false,
    });
    let everybody = store::Selection::Matching(store::Matching::default());
    let begun = store
        .begin_bulk(centre.list, everybody, change, engine::Actor::System)
        .unwrap();
    let done = store.run_bulk(begun.id, &mut |_| true).unwrap();
    assert_eq!(done.done, 6, "{done:?}");
    import::membership::judge_list(store, other).unwrap();
    let links = store.campaign_links(CampaignId(1)).unwrap();
    let there = links.iter().find(|known| known.id == link).unwrap();
    assert_eq!(store.link_stock(there).unwrap().stock.now, 2);
}

#[test]
fn why_contacts_are_not_called_is_counted_with_the_way_to_them() {
    let (centre, _, sue) = house();
    let settings = engine::Settings {
        purpose: Some(engine::Purpose::Sales),
        ..engine::Settings::default()
    };
    centre.store.set_settings(centre.list, settings).unwrap();
    centre
        .store
        .settle_grounds(centre.list, engine::Actor::System)
        .unwrap();
    let id = centre.list.0;
    centre
        .get(&sue, "/campaigns/1/compliance")
        .is(200)
        .says(&format!(
            "/floor/held?list={id}&#38;link=&#38;why=no_ground\">6</a>"
        ))
        .says("6 without a ground: Natural persons only with consent")
        .says("The law of NL today")
        .says("source: Telecommunicatiewet art. 11.7")
        .says("not certain: ask a lawyer");
    centre.get(&sue, "/campaigns/9/compliance").is(404);
}

#[test]
fn a_supervisor_keeps_to_whom_talks_may_be_put_through() {
    let (centre, _, sue) = house();
    let add = |form: &[(&str, &str)]| centre.post_plainly(&sue, "/campaigns/1/destinations", form);
    add(&[("label", ""), ("number", "030 23125100")])
        .is(422)
        .says("A name has 1 to 80 characters.")
        .says("A number begins with its country");
    add(&[("label", "Repairs"), ("number", "+49 30 23125 100")]).is(303);
    centre
        .get(&sue, "/campaigns/1")
        .says("Repairs")
        .says("+493023125100");
    let there = centre.store.destinations(CampaignId(1)).unwrap();
    let remove = format!("/campaigns/1/destinations/{}/remove", there[0].id);
    centre.post_plainly(&sue, &remove, &[]).is(303);
    centre.post_plainly(&sue, &remove, &[]).is(404);
    assert_eq!(centre.store.destinations(CampaignId(1)).unwrap(), []);
}
