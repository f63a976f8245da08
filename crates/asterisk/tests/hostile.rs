//! Settings that nobody would write: cut, doubled, mixed. They are refused with every fault, or give
//! files that say nothing but what the settings say.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use asterisk::{Settings, files};
use proptest::prelude::*;

const HOUSE: &str = r#"name = "north"
codecs = ["alaw", "g722"]
[ari]
address = "::1"
password = "p=#word"
[sip]
address = ["0.0.0.0", "::"]
outside = "203.0.113.7"
[tls]
certificate = "/etc/own.crt"
key = "/etc/own.key"
verify = false
[[trunk]]
name = "carrier"
host = "2001:db8::7"
transport = "tls"
media = "sdes"
user = "me"
password = "word"
from = ["2001:db8::/48"]
[[phone]]
name = "1001"
kind = "browser"
"#;

/// What could end a line, a section or a value, or is too much of something.
const BITS: [&str; 14] = [
    "\n",
    "\"",
    ";",
    "[",
    "]",
    "=",
    "\\n",
    "\\u0000",
    "@",
    "::",
    "/129",
    "65536",
    "\u{202e}",
    "#include x",
];

fn changed(changes: &[(usize, usize, usize)]) -> String {
    let mut text: Vec<char> = HOUSE.chars().collect();
    for (at, bit, taken) in changes {
        let at = at % text.len();
        let end = (at + taken % 6).min(text.len() - 1);
        text.splice(at..end, BITS[bit % BITS.len()].chars());
    }
    text.into_iter().collect()
}

/// How many sections Asterisk sees, and how many files it takes in: a directive begins its line.
fn shape(settings: &Settings) -> (usize, usize) {
    let all: String = files(settings).into_iter().map(|file| file.text).collect();
    let lines = || {
        all.lines()
            .map(|line| line.split(';').next().unwrap().trim())
    };
    let sections = lines().filter(|line| line.starts_with('[')).count();
    (
        sections,
        lines().filter(|line| line.starts_with('#')).count(),
    )
}

proptest! {
    #[test]
    fn what_is_changed_is_refused_or_gives_what_it_says(
        changes in prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 1..6),
    ) {
        match Settings::read(&changed(&changes)) {
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                prop_assert!(faults.iter().all(|fault| !fault.trim().is_empty()));
            }
            Ok(settings) => {
                let saved = toml::to_string(&settings).unwrap();
                prop_assert_eq!(Settings::read(&saved), Ok(settings.clone()));
                let bare = Settings { trunks: Vec::new(), phones: Vec::new(), ..settings.clone() };
                let includes = shape(&Settings::read("").unwrap()).1;
                prop_assert_eq!((shape(&settings).1, shape(&bare).1), (includes, includes));
                prop_assert!(shape(&settings).0 >= shape(&bare).0);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        if let Err(faults) = Settings::read(&text) {
            prop_assert!(!faults.is_empty());
        }
    }
}
