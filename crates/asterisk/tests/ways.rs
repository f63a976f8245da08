//! Carriers by TLS and by IPv6: what is written for them, and what is wrong about it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use asterisk::{Settings, files};

fn file(text: &str, name: &str) -> String {
    let settings = Settings::read(text).unwrap_or_else(|faults| panic!("{}", faults.join("\n")));
    let all = files(&settings);
    all.into_iter().find(|file| file.name == name).unwrap().text
}

fn faults(text: &str) -> String {
    Settings::read(text).unwrap_err().join("\n")
}

/// Where the lines stand in this order, with others between.
fn stand(text: &str, lines: &[&str]) {
    let mut all = text.lines();
    for line in lines {
        assert!(all.any(|there| there == *line), "`{line}`\n{text}");
    }
}

#[test]
fn a_carrier_by_tls_proves_who_it_is_and_its_sound_is_encrypted() {
    let text = r#"
[tls]
certificate = "/etc/asterisk/own.crt"
key = "/etc/asterisk/own.key"
[[trunk]]
name = "secure"
host = "sip.example.net"
transport = "tls"
media = "sdes"
user = "me"
password = "word"
"#;
    let pjsip = file(text, "pjsip.conf");
    stand(
        &pjsip,
        &[
            "[udp]",
            "bind = 0.0.0.0:5060",
            "[tls]",
            "bind = 0.0.0.0:5061",
            "verify_server = yes",
            "ca_list_file = /etc/ssl/certs/ca-certificates.crt",
            "cert_file = /etc/asterisk/own.crt",
            "[secure](trunk)",
            "transport = tls",
            "media_encryption = sdes",
            "contact = sip:sip.example.net:5061;transport=tls",
            "server_uri = sip:sip.example.net:5061;transport=tls",
            "client_uri = sip:me@sip.example.net:5061;transport=tls",
        ],
    );
    assert!(
        !pjsip.contains("[tcp]") && !pjsip.contains("[tls6]"),
        "{pjsip}"
    );
    let without = file(
        "[tls]\nverify = false\n[[trunk]]\nname = \"a\"\nhost = \"b\"\ntransport = \"tls\"",
        "pjsip.conf",
    );
    stand(&without, &["verify_server = no"]);
    assert!(!without.contains("cert_file"), "{without}");
}

#[test]
fn each_family_has_its_own_way() {
    let text = r#"
[sip]
address = ["0.0.0.0", "::"]
outside = "203.0.113.7"
[rtp]
address = ["192.0.2.7", "2001:db8::7"]
[[trunk]]
name = "six"
host = "[2001:DB8::1]"
transport = "tcp"
from = ["2001:db8::/48", "2001:db8::1"]
[[trunk]]
name = "four"
host = "192.0.2.1"
"#;
    let pjsip = file(text, "pjsip.conf");
    stand(
        &pjsip,
        &[
            "[udp]",
            "external_media_address = 203.0.113.7",
            "[udp6]",
            "bind = [::]:5060",
            "[tcp6]",
            "bind = [::]:5060",
            "[six](trunk)",
            "transport = tcp6",
            "rtp_ipv6 = yes",
            "media_address = 2001:db8::7",
            "contact = sip:[2001:db8::1]:5060;transport=tcp",
            "match = 2001:db8::/48",
            "[four](trunk)",
            "transport = udp",
            "media_address = 192.0.2.7",
        ],
    );
    assert_eq!(pjsip.matches("external_media_address").count(), 1);
    assert!(!file(text, "phones.conf").contains("transport = udp"));
    let alone = file(
        "[sip]\naddress = \"::1\"\n[ari]\naddress = \"::1\"",
        "phones.conf",
    );
    stand(&alone, &["transport = udp6"]);
    let ws = file("[ari]\naddress = \"::1\"", "pjsip.conf");
    stand(&ws, &["protocol = ws", "bind = [::1]"]);
}

#[test]
fn what_is_written_down_gives_the_same_again() {
    let text = "[sip]\naddress = [\"0.0.0.0\", \"::\"]\n[tls]\nverify = false\n[[trunk]]\nname = \"a\"\nhost = \"::1\"\ntransport = \"tls\"\nmedia = \"sdes\"";
    let settings = Settings::read(text).unwrap();
    let saved = toml::to_string(&settings).unwrap();
    assert_eq!(Settings::read(&saved).unwrap(), settings);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let wrong = faults(
        r#"
[sip]
address = ["192.0.2.1", "0.0.0.0"]
[tls]
certificate = "own.crt"
key = "/own.key"
verify = "no"
[[trunk]]
name = "tls"
host = "2001:db8::1"
transport = "sctp"
media = "sdes"
from = ["2001:db8::/129"]
"#,
    );
    for fault in [
        "sip.address: names two addresses of one family",
        "tls.certificate: ",
        "tls.verify: `\"no\"`: write true or false",
        "tls: certificate and key belong together",
        "trunk: `tls` has a meaning of its own",
        "trunk[1].host: `2001:db8::1` is not reached from",
        "trunk[1].transport: `\"sctp\"`: write udp, tcp or tls",
        "trunk[1].media: sdes sends the keys along",
        "trunk[1].from: `\"2001:db8::/129\"`",
    ] {
        assert!(wrong.contains(fault), "{fault}\n{wrong}");
    }
}
