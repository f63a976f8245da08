//! Numbers that must not be called, before and after the list that holds them.

use crate::support::{Floor, counts};

const FILE: &str = "Klantnr;Telefoon;Mobiel\nK1;020 7946 0101;\nK2;020 7946 0102;020 7946 0109\nK3;020 7946 0103;\n";

fn codes(floor: &Floor) -> Vec<String> {
    let ran = floor.run("export --list a --format jsonl -o -");
    let rows = ran
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    rows.map(|row| row["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_suppressed_number_arrives_closed() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    let added = floor.words(&[
        "--json",
        "suppress",
        "add",
        "--country",
        "GB",
        "020 7946 0101",
        "+44 20 7946 0109",
    ]);
    assert_eq!(
        (added.code, added.out.trim()),
        (0, r#"{"numbers":2,"added":2,"closed":0,"problems":[]}"#)
    );
    let (code, report) =
        floor.json("import --list a --create --purpose research --country GB list.csv");
    assert_eq!((code, counts(&report)), (1, [3, 3, 0, 0, 0, 0, 0, 2]));
    assert_eq!(report["problems"][1]["column"], "Mobiel");
    assert_eq!(codes(&floor), ["010", "010", "000"]);
}

#[test]
fn suppressing_closes_open_contacts_everywhere() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let closed = floor.words(&[
        "--json",
        "suppress",
        "add",
        "--reason",
        "letter",
        "+442079460102",
        "+442079460102",
    ]);
    assert_eq!(
        closed.out.trim(),
        r#"{"numbers":1,"added":1,"closed":1,"problems":[]}"#
    );
    assert_eq!(codes(&floor), ["000", "010", "000"]);
    let again = floor.run("--json suppress add +442079460102");
    assert_eq!(
        again.out.trim(),
        r#"{"numbers":1,"added":0,"closed":0,"problems":[]}"#
    );
    let (_, listed) = floor.json("suppress list --number +442079460102");
    assert_eq!(
        (
            &listed[0]["extent"],
            &listed[0]["reason"],
            &listed[0]["until"]
        ),
        (&"everywhere".into(), &"letter".into(), &().into())
    );
    assert_eq!(floor.run("doctor").code, 0);
}

#[test]
fn the_last_day_counts_in_the_country_of_the_number() {
    let floor = Floor::new();
    floor.run("suppress add --country DE --until 2099-07-01 03023125001");
    let (_, listed) = floor.json("suppress list");
    assert_eq!(
        (&listed[0]["number"], &listed[0]["until"]),
        (&"+493023125001".into(), &"2099-07-01T22:00:00Z".into())
    );
}

#[test]
fn one_number_that_cannot_be_read_and_none_is_added() {
    let floor = Floor::new();
    let ran = floor.words(&["suppress", "add", "+442079460101", "12", "abc"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("`12` is too short for NL") && ran.err.contains("`abc` holds no digits")
            || ran.err.contains("`abc` holds letters"),
        "{}",
        ran.err
    );
    assert_eq!(floor.files(), Vec::<String>::new());
}

#[test]
fn of_a_broken_file_the_good_half_is_suppressed_if_asked() {
    let floor = Floor::new();
    floor.write(
        "register.csv",
        "Telefoon;E-mail\n020 7946 0101;nonsense\n12;\n+44 20 7946 0102;\n",
    );
    let refused = floor.run("suppress import --country GB --source register register.csv");
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("line 3") && refused.err.contains("--good-rows"),
        "{}",
        refused.err
    );
    assert_eq!(floor.files(), ["register.csv"], "nothing was imported");
    let (code, done) =
        floor.json("suppress import --country GB --source register --good-rows register.csv");
    assert_eq!(
        (code, &done["numbers"], &done["added"]),
        (1, &2.into(), &2.into())
    );
    let problem = |n: usize| (&done["problems"][n]["line"], &done["problems"][n]["value"]);
    // A wrong e-mail address is told, and no reason to call its number.
    assert_eq!(problem(0), (&2.into(), &"nonsense".into()));
    assert_eq!(problem(1), (&3.into(), &"12".into()));
    assert_eq!(done["problems"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_register_is_imported_checked_and_exported() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    floor.write(
        "tps.csv",
        "Telefoon\n020 7946 0109\n020 7946 0101\n020 7946 0101\n",
    );
    let unsaid = floor.run("suppress import --register tps --country GB tps.csv");
    assert_eq!(unsaid.code, 2);
    assert!(unsaid.err.contains("--full"), "{}", unsaid.err);
    let (code, done) =
        floor.json("suppress import --register tps --full --as-of 2026-01-05 --country GB tps.csv");
    assert_eq!(code, 0);
    assert_eq!(
        (&done["numbers"], &done["closed"], &done["as_of"]),
        (&2.into(), &2.into(), &"2026-01-05T00:00:00Z".into())
    );
    assert_eq!(codes(&floor), ["010", "010", "000"]);

    floor.write("changes.csv", "Telefoon\n020 7946 0103\n");
    let change = "suppress import --register tps --country GB changes.csv";
    let older = floor.run(&format!("{change} --add --as-of 2026-01-04"));
    assert_eq!(older.code, 2);
    assert!(older.err.contains("older"), "{}", older.err);
    let (_, done) = floor.json(&format!("{change} --add --as-of 2026-01-06"));
    assert_eq!((&done["numbers"], &done["closed"]), (&3.into(), &1.into()));

    let (_, checked) = floor.json("suppress check --country GB +442079460103 +442079460104");
    let found = |n: usize| {
        (
            &checked[n]["register"],
            &checked[n]["as_of"],
            &checked[n]["holds"],
        )
    };
    let as_of = "2026-01-06T00:00:00Z".into();
    assert_eq!(found(0), (&"tps".into(), &as_of, &true.into()));
    assert_eq!(found(1), (&"tps".into(), &as_of, &false.into()));
    let (_, registers) = floor.json("suppress registers");
    assert_eq!(registers[0]["numbers"], 3);
    assert_eq!(
        floor.run("suppress export --register tps -o out.csv").code,
        0
    );
    assert_eq!(
        floor.read("out.csv"),
        "number\n+442079460101\n+442079460103\n+442079460109\n"
    );
    assert_eq!(floor.run("suppress export --register nl -o no.csv").code, 2);
    assert_eq!(floor.run("doctor").code, 0);
}

#[test]
fn an_advertiser_s_suppression_holds_in_its_campaigns_from_a_day_on() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let unknown = floor.run("suppress add --advertiser Bakery +442079460101");
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("dispo advertiser set"),
        "{}",
        unknown.err
    );
    let unknown = floor.run("advertiser set --campaign Nothing --name Bakery");
    assert_eq!(unknown.code, 2);
    let (_, set) = floor.json("advertiser set --campaign a --name Bakery");
    assert_eq!(
        (&set["advertiser"], &set["changed"]),
        (&"Bakery".into(), &true.into())
    );
    let (_, listed) = floor.json("advertiser list");
    assert_eq!(listed[0]["campaigns"][0], "a");
    let early =
        "suppress add --advertiser Bakery --from 2099-02-02 --until 2099-01-01 +442079460101";
    assert_eq!(floor.run(early).code, 2);
    let later = "suppress add --advertiser Bakery --from 2099-02-02 +442079460101";
    let (_, done) = floor.json(later);
    assert_eq!((&done["added"], &done["closed"]), (&1.into(), &0.into()));
    let shown = floor.run("suppress list --number +442079460101");
    assert!(shown.out.contains("advertiser Bakery"), "{}", shown.out);
    let (_, done) = floor.json("suppress add --advertiser Bakery +442079460101");
    assert_eq!((&done["added"], &done["closed"]), (&0.into(), &1.into()));
    let (_, none) = floor.json("advertiser set --campaign a --none");
    assert_eq!(none["advertiser"], serde_json::Value::Null);
    let (_, kept) = floor.json("suppress list --number +442079460101");
    assert_eq!(
        kept.as_array().map(Vec::len),
        Some(2),
        "it goes on holding in the campaign"
    );
}

#[test]
fn persons_and_domains_of_a_file_arrive_closed() {
    let floor = Floor::new();
    let file = "Klantnr;Telefoon;E-mail\nK1;020 7946 0101;ada@example.org\n\
        K2;020 7946 0102;bea@post.bakery.example\nK3;020 7946 0103;cho@example.org\n";
    floor.write("list.csv", file);
    let wrong = floor.run("suppress add --person ada --domain gmail.com");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("--person `ada`") && wrong.err.contains("--domain `gmail.com`"));
    let (_, added) = floor.json("suppress add --person Ada@example.org --domain bakery.example");
    assert_eq!((&added["numbers"], &added["added"]), (&2.into(), &2.into()));
    let (code, report) =
        floor.json("import --list a --create --purpose research --country GB list.csv");
    assert_eq!((code, counts(&report)), (1, [3, 3, 0, 0, 0, 0, 0, 2]));
    assert_eq!(report["problems"][0]["column"], "E-mail");
    assert_eq!(codes(&floor), ["010", "010", "000"]);
    let (_, listed) = floor.json("suppress list");
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
    let (_, of) = floor.json("suppress list --domain bakery.example");
    assert_eq!(of[0]["named"], "bakery.example");
}

#[test]
fn messages_suppress_whom_their_link_or_their_sender_names() {
    let floor = Floor::new();
    let file = "Klantnr;Telefoon;E-mail\nK1;020 7946 0101;ada@example.org\n\
        K2;020 7946 0102;bea@example.org\nK3;020 7946 0103;cho@example.org\n";
    floor.write("list.csv", file);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let (_, made) =
        floor.json("suppress link --number +442079460101 --site https://calls.example/");
    let link = made[0]["link"].as_str().unwrap();
    let token = link.strip_prefix("https://calls.example/stop/").unwrap();
    assert_eq!(made[0]["headers"]["List-Unsubscribe"], format!("<{link}>"));
    let mbox = format!(
        "From x Thu Jan  1\nTo: opt-out+{}@calls.example\nFrom: eve@example.org\n\nstop\n\n\
         From x Thu Jan  1\nTo: opt-out@calls.example\nFrom: \"Bea\" <Bea@example.org>\n\nstop\n\n\
         From x Thu Jan  1\nFrom: cho@example.org\nAuto-Submitted: auto-replied\n\naway\n",
        token.to_uppercase()
    );
    floor.write("box", &mbox);
    let ran = floor.run("--json suppress mail box");
    assert_eq!(ran.code, 1, "{}", ran.err);
    let done: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let by = |n: usize| (done[n]["by"].as_str().unwrap(), done[n]["subject"].as_str());
    assert_eq!(
        [by(0), by(1), by(2)],
        [
            ("link", Some("number")),
            ("sender", Some("person")),
            ("nothing", None)
        ]
    );
    assert_eq!(codes(&floor), ["010", "010", "000"]);
    let again = floor.run("suppress mail box");
    assert!(!again.out.contains("newly"), "{}", again.out);
    assert_eq!(floor.run("suppress mail nowhere").code, 2);
    assert_eq!(floor.run("suppress link --domain example.org").code, 2);
}

#[test]
fn a_file_names_persons_and_domains_as_well_as_numbers() {
    let floor = Floor::new();
    let list = "Klantnr;Telefoon;E-mail\nK1;020 7946 0101;ada@example.org\n\
        K2;020 7946 0102;bea@post.bakery.example\nK3;020 7946 0103;cho@example.org\n\
        K4;020 7946 0104;dan@example.org\n";
    floor.write("list.csv", list);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    floor.write(
        "stop.csv",
        "Naam;Telefoon;E-mail;Domein\nAda;;Ada@example.org;\nB;;;bakery.example\n\
         Cho;020 7946 0103;;\nNobody;;;\nGmail;;;gmail.com\n",
    );
    let refused = floor.run("suppress import --country GB stop.csv");
    assert_eq!(refused.code, 2);
    let (nobody, gmail) = ("line 5: names nobody", "line 6, Domein `gmail.com`");
    assert!(
        refused.err.contains(nobody) && refused.err.contains(gmail),
        "{}",
        refused.err
    );
    let (code, done) = floor.json("suppress import --country GB --good-rows stop.csv");
    assert_eq!(
        (code, &done["numbers"], &done["added"], &done["closed"]),
        (1, &3.into(), &3.into(), &3.into())
    );
    assert_eq!(codes(&floor), ["010", "010", "010", "000"]);
    assert_eq!(floor.run("doctor").code, 0);
}

#[test]
fn a_text_of_one_column_needs_no_heading() {
    let floor = Floor::new();
    floor.write(
        "stop.txt",
        "+442079460101\nada@example.org\n@bakery.example\n",
    );
    let (code, done) = floor.json("suppress import stop.txt");
    assert_eq!((code, &done["added"]), (0, &3.into()));
    floor.write("names.csv", "Naam;Plaats\nAda;Utrecht\n");
    let none = floor.run("suppress import names.csv");
    assert_eq!(none.code, 2);
    assert!(none.err.contains("no column holds"), "{}", none.err);
    // A register takes numbers alone, and what is none is told.
    let mixed = floor.run("suppress import --register tps --full stop.txt");
    assert_eq!(mixed.code, 2);
    assert!(mixed.err.contains("ada@example.org"), "{}", mixed.err);
}

#[test]
fn a_register_is_withdrawn() {
    let floor = Floor::new();
    floor.write("tps.csv", "Telefoon\n020 7946 0101\n");
    floor.run("suppress import --register tps --full --country GB tps.csv");
    let unknown = floor.run("suppress withdraw --register mps");
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("there is tps"), "{}", unknown.err);
    let done = floor.run("suppress withdraw --register tps");
    assert!(done.out.contains("it held 1 numbers"), "{}", done.out);
    let (_, none) = floor.json("suppress registers");
    assert_eq!(none.as_array().map(Vec::len), Some(0));
    assert_eq!(floor.run("suppress withdraw --register tps").code, 2);
}

#[test]
fn a_campaign_is_given_a_number_to_show() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let set = |number: &str| {
        floor.words(&[
            "--json",
            "caller-id",
            "set",
            "--campaign",
            "a",
            "--number",
            number,
        ])
    };
    assert!(set("020 7946 0123").err.contains("has no country"));
    assert_eq!(set("+44 20").code, 2);
    let shown = set("+44 20 7946 0123").out;
    assert_eq!(
        shown.trim(),
        r#"{"campaign":"a","caller_id":"+442079460123"}"#
    );
    let (_, all) = floor.json("caller-id list");
    assert_eq!(all[0]["caller_id"], "+442079460123");
    let (_, none) = floor.json("caller-id set --campaign a --none");
    assert_eq!(none["caller_id"], serde_json::Value::Null);
}

#[test]
fn a_campaign_is_told_to_dial_by_itself() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let late = floor.run("dialling set --campaign a --progressive 61");
    assert!(late.err.contains("not in 0..=60"), "{}", late.err);
    assert_eq!(floor.run("dialling set --campaign a").code, 2);
    assert_eq!(floor.run("dialling set --campaign b --preview").code, 2);
    let (_, set) = floor.json("dialling set --campaign a --progressive 5 --no-skip");
    let wanted = serde_json::json!({ "look_seconds": 5, "may_skip": false });
    assert_eq!(set["progressive"], wanted);
    let (_, all) = floor.json("dialling list");
    assert_eq!(all[0]["progressive"], wanted);
    let (_, none) = floor.json("dialling set --campaign a --preview");
    assert_eq!(none["progressive"], serde_json::Value::Null);
}
