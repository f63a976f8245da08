//! An Asterisk is configured: from options, from a file, and not at all where something is wrong.

use crate::support::Floor;

#[test]
fn options_become_files_that_can_be_changed_and_written_again() {
    let floor = Floor::new();
    let ran = floor.run(
        "telephony config --trunk sip.example.net:5070 --trunk-user 49302312 --trunk-password geheim --desks 2 --browsers 1",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains(
            "23 files in dispo-asterisk: trunk carrier; 2 phones on desks, 1 in browsers"
        ),
        "{}",
        ran.out
    );
    let pjsip = floor.read("dispo-asterisk/pjsip.conf");
    assert!(pjsip.contains("contact = sip:sip.example.net:5070\n"));
    assert!(pjsip.contains("username = 49302312\npassword = geheim\n"));
    let phones = floor.read("dispo-asterisk/phones.conf");
    assert!(phones.contains("[1002](desk)") && phones.contains("[2001](browser)"));
    assert!(!ran.out.contains("geheim"), "a password is shown");

    let settings = floor
        .read("dispo-asterisk/dispo.toml")
        .replace("port = 8088", "port = 8090");
    floor.write("house.toml", &settings);
    let (code, written) = floor.json("telephony config --settings house.toml --out other");
    assert_eq!(code, 0);
    assert_eq!(written["ari"], "ws://dispo@127.0.0.1:8090/ari");
    assert_eq!(written["phones"][2]["kind"], "browser");
    assert_eq!(
        floor.read("other/phones.conf"),
        phones,
        "passwords are kept"
    );
}

#[test]
fn what_is_there_is_not_overwritten_unless_asked() {
    let floor = Floor::new();
    assert_eq!(floor.run("telephony config --out here").code, 0);
    let before = floor.read("here/ari.conf");
    let ran = floor.run("telephony config --out here");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("holds") && ran.err.contains("--overwrite"),
        "{}",
        ran.err
    );
    assert_eq!(floor.read("here/ari.conf"), before);
    assert_eq!(floor.run("telephony config --out here --overwrite").code, 0);
    assert_ne!(floor.read("here/ari.conf"), before);
}

#[test]
fn wrong_settings_write_nothing_and_name_every_fault() {
    let floor = Floor::new();
    floor.write(
        "house.toml",
        "[sip]\nport = \"a\"\n[[trunk]]\nname = \"a;b\"\nhost = \"x\"\n",
    );
    let ran = floor.run("telephony config --settings house.toml");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("house.toml: sip.port:"), "{}", ran.err);
    assert!(
        ran.err.contains("house.toml: trunk[1].name:"),
        "{}",
        ran.err
    );
    assert_eq!(floor.files(), ["house.toml"]);
    for (line, told) in [
        ("--trunk sip.example.net:port", "`port` is no port"),
        ("--trunk sip_example", "trunk[1].host"),
        ("--settings missing.toml", "missing.toml: cannot be read"),
        ("--settings house.toml --desks 3", "cannot be used with"),
    ] {
        let ran = floor.run(&format!("telephony config {line}"));
        assert_eq!(ran.code, 2, "{line}");
        assert!(ran.err.contains(told), "{line}: {}", ran.err);
    }
    assert_eq!(floor.files(), ["house.toml"]);
}
