//! Somebody asks on what ground she is called, and gets an answer.

use crate::support::Floor;

/// Consent of long ago with a term of its own, so that it holds whenever this is run.
const FILE: &str = "Klantnr;Naam;Telefoon;optin_date;optin_source;optin_text;optin_until\n\
    K1;Őrzött Zoëtje;050 0642 962;2025-01-02;formulier voor € 5;Ja, bel mij;2090-01-01\n\
    K2;Niemand;050 0642 963;;;;\n";

fn called() -> Floor {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    let import = "import --list voorjaar --create --purpose sales --country NL list.csv";
    assert_eq!(floor.run(import).code, 0);
    assert_eq!(
        floor.run("simulate --agents 1 --days 2 --seed 1").code,
        0,
        "it is called"
    );
    floor
}

#[test]
fn grounds_evidence_and_each_call_are_told() {
    let floor = called();
    let ran = floor.run("consent report --number +31500642962 --out answer.json");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&floor.read("answer.json")).unwrap();
    assert_eq!(report["language"], "nl");
    let contact = &report["contacts"][0];
    assert_eq!(contact["list"], "voorjaar");
    assert_eq!(contact["purpose"], "sales");
    assert_eq!(contact["ground"]["given_on"], "2025-01-02");
    assert_eq!(contact["evidence"]["optin_text"], "Ja, bel mij");
    let uses = contact["uses"].as_array().unwrap();
    assert!(!uses.is_empty(), "{report}");
    for used in uses {
        assert_eq!(used["ground"]["basis"], "consent");
        assert_eq!(used["campaign"], "voorjaar");
    }
    // Without a ground nobody was called.
    floor.run("consent report --number +31500642963 --out other.json");
    let other: serde_json::Value = serde_json::from_str(&floor.read("other.json")).unwrap();
    assert_eq!(other["contacts"][0]["uses"], serde_json::json!([]));
    assert_eq!(other["contacts"][0]["ground"], serde_json::Value::Null);
}

#[test]
fn the_letter_is_in_her_language_and_can_be_read() {
    let floor = called();
    for (language, says) in [
        ("", "Op welke grond wij u bellen"),
        ("--language hu", "Milyen jogalapon hívjuk Önt"),
        ("--language de", "Auf welcher Grundlage wir Sie anrufen"),
        ("--language en", "On what ground we call you"),
    ] {
        let line = format!(
            "consent report --number +31500642962 --from Voorbeeldhuis {language} --out a.pdf"
        );
        assert_eq!(floor.run(&line).code, 0);
        let text = pdf_extract::extract_text(floor.path("a.pdf")).unwrap();
        for part in [
            says,
            "Voorbeeldhuis",
            "+31500642962",
            "Őrzött Zoëtje",
            "voor € 5",
        ] {
            assert!(text.contains(part), "{language}: no {part} in {text}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_told_at_once() {
    let floor = called();
    let ran = floor.run("consent report --number 050 --language xx --out answer.txt");
    assert_eq!(ran.code, 2);
    for says in ["--number", "--language", "must end in .pdf or .json"] {
        assert!(ran.err.contains(says), "{}", ran.err);
    }
    let ran = floor.run("consent report --number +31500000000 --out nothing.json");
    assert_eq!(ran.code, 0);
    let nothing: serde_json::Value = serde_json::from_str(&floor.read("nothing.json")).unwrap();
    assert_eq!(nothing["contacts"], serde_json::json!([]));
}
