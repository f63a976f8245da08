//! Settings as people write them, and what becomes of them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use asterisk::{Kind, NotWritten, SETTINGS, Settings, files, write};
use std::path::PathBuf;

const HOUSE: &str = r#"
[sip]
outside = "203.0.113.7"

[[trunk]]
name = "carrier"
host = "sip.example.net"
user = "4930231250"
password = "p@ss=#word"
from = ["192.0.2.0/24", "sip.example.net"]

[[trunk]]
name = "second"
host = "198.51.100.4"
port = 5070

[[phone]]
name = "1001"

[[phone]]
name = "2001"
kind = "browser"
password = "s3cret"
"#;

fn text_of(settings: &Settings, name: &str) -> String {
    files(settings)
        .into_iter()
        .find(|file| file.name == name)
        .unwrap()
        .text
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("dispo-asterisk-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

#[test]
fn nothing_said_is_a_house_without_trunk_and_phones() {
    let settings = Settings::read("").unwrap();
    assert_eq!((settings.ari.port, settings.sip.port), (8088, 5060));
    assert_eq!(settings.ari.address, "127.0.0.1");
    assert!(settings.trunks.is_empty() && settings.phones.is_empty());
    let other = Settings::read("").unwrap();
    assert_eq!(settings.ari.password.len(), 32);
    assert_ne!(settings.ari.password, other.ari.password);
}

#[test]
fn a_house_is_written_as_it_was_said() {
    let settings = Settings::read(HOUSE).unwrap();
    assert_eq!(settings.phones[1].kind, Kind::Browser);
    let pjsip = text_of(&settings, "pjsip.conf");
    for line in [
        "external_media_address = 203.0.113.7",
        "local_net = 192.168.0.0/16",
        "[carrier](trunk)",
        "contact = sip:sip.example.net:5060",
        "match = 192.0.2.0/24",
        "username = 4930231250",
        "password = p@ss=#word",
        "server_uri = sip:sip.example.net:5060",
        "contact = sip:198.51.100.4:5070",
        "match = 198.51.100.4",
        "allow = alaw,ulaw",
    ] {
        assert!(pjsip.lines().any(|there| there == line), "{line}\n{pjsip}");
    }
    assert_eq!(pjsip.matches("type = registration").count(), 1);
    let phones = text_of(&settings, "phones.conf");
    assert!(phones.contains("[1001](desk)\n") && phones.contains("[2001](browser)\n"));
    assert!(phones.contains("username = 2001\npassword = s3cret\n"));
    let ari = text_of(&settings, "ari.conf");
    assert!(ari.contains(&format!(
        "[dispo]\ntype = user\nread_only = no\npassword = {}\n",
        settings.ari.password
    )));
}

#[test]
fn every_mark_is_filled_in_and_every_file_says_what_it_is_for() {
    let settings = Settings::read(HOUSE).unwrap();
    for file in files(&settings) {
        assert!(file.text.starts_with("; "), "{}", file.name);
        let marks = file
            .text
            .split_whitespace()
            .filter(|word| word.matches('@').count() > 1);
        assert_eq!(marks.count(), 0, "{}\n{}", file.name, file.text);
        assert!(
            !file.text.contains("= \n") && !file.text.contains("=\n"),
            "{}",
            file.name
        );
    }
}

#[test]
fn every_form_of_the_repository_is_among_the_files() {
    let forms = concat!(env!("CARGO_MANIFEST_DIR"), "/../../asterisk/exchange");
    let mut there: Vec<String> = std::fs::read_dir(forms)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let settings = Settings::read("").unwrap();
    let written: Vec<&str> = files(&settings).iter().map(|file| file.name).collect();
    assert_eq!(there, written);
}

#[test]
fn all_faults_are_told_at_once_with_place_and_remedy() {
    let wrong = r#"
name = "a b"
colour = "red"
codecs = ["alaw", "mp3"]
[ari]
port = 70000
password = "a;b"
[rtp]
first = 20000
last = 10000
[[trunk]]
name = "carrier\ntype = evil"
user = "me"
[[trunk]]
name = "system"
host = "[::1]"
[[phone]]
name = "1001"
kind = "fax"
[[phone]]
name = "1001"
password = 12
"#;
    let faults = Settings::read(wrong).unwrap_err();
    for (place, remedy) in [
        ("name: ", "at most 40 letters"),
        ("colour: ", "write one of name, application, codecs"),
        ("codecs: `\"mp3\"`", "alaw, ulaw"),
        ("ari.port: `70000`", "from 1 to 65535"),
        ("ari.password: ", "without spaces"),
        ("rtp.last: ", "larger port"),
        ("trunk[1].name: ", "at most 40 letters"),
        ("trunk[1].host: ", "add `host"),
        ("trunk[1]: user and password", "both, or neither"),
        ("trunk: `system`", "another name"),
        ("trunk[2].host: ", "add an address of the same family"),
        ("phone[1].kind: ", "desk or browser"),
        ("phone[2].password: `12`", "in quotes"),
        ("phone: `1001` is there twice", "a name of its own"),
    ] {
        let told = faults
            .iter()
            .any(|fault| fault.starts_with(place) && fault.contains(remedy));
        assert!(told, "{place} … {remedy}\n{}", faults.join("\n"));
    }
    assert_eq!(faults.len(), 14, "{}", faults.join("\n"));
    let broken = Settings::read("[ari\n").unwrap_err();
    assert!(broken[0].contains("line 1"), "{}", broken[0]);
}

#[test]
fn what_was_written_can_be_changed_and_written_again() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("again");
    let settings = Settings::read(HOUSE).unwrap();
    let written = write(&settings, &folder, false).unwrap();
    for name in &written {
        let mode = std::fs::metadata(folder.join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let saved = std::fs::read_to_string(folder.join(SETTINGS)).unwrap();
    assert_eq!(Settings::read(&saved).unwrap(), settings);

    let other = Settings::read("").unwrap();
    let refused = write(&other, &folder, false).unwrap_err();
    assert!(matches!(refused, NotWritten::There { .. }));
    assert!(refused.to_string().contains("--overwrite"));
    assert_eq!(
        std::fs::read_to_string(folder.join(SETTINGS)).unwrap(),
        saved
    );

    write(&other, &folder, true).unwrap();
    let ari = std::fs::read_to_string(folder.join("ari.conf")).unwrap();
    assert!(ari.contains(&other.ari.password));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), written.len());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_disk_that_refuses_leaves_everything_as_it_was() {
    let folder = folder("refused");
    std::fs::create_dir_all(folder.join(".rtp.conf.new")).unwrap();
    let problem = write(&Settings::read("").unwrap(), &folder, false).unwrap_err();
    assert!(problem.to_string().contains("rtp.conf"), "{problem}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    std::fs::remove_dir_all(folder).unwrap();
}
