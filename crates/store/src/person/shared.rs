//! Domains in which many people who have nothing to do with each other have their addresses. They
//! are no company that could speak for all of them.

/// Whole names, sorted.
const NAMES: &[&str] = &[
    "aol.com",
    "arcor.de",
    "bluewin.ch",
    "btinternet.com",
    "chello.nl",
    "citromail.hu",
    "comcast.net",
    "fastmail.com",
    "freemail.hu",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hetnet.nl",
    "home.nl",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.nl",
    "icloud.com",
    "indamail.hu",
    "kpnmail.nl",
    "kpnplanet.nl",
    "live.co.uk",
    "live.com",
    "live.de",
    "live.nl",
    "mac.com",
    "mail.com",
    "mailbox.org",
    "me.com",
    "msn.com",
    "ntlworld.com",
    "online.nl",
    "outlook.com",
    "outlook.de",
    "planet.nl",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "quicknet.nl",
    "sky.com",
    "sunrise.ch",
    "t-online.de",
    "t-online.hu",
    "talktalk.net",
    "tele2.nl",
    "upcmail.nl",
    "virginmedia.com",
    "web.de",
    "xs4all.nl",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yandex.com",
    "ziggo.nl",
];

/// What countries sell names under.
const ABOVE: &[&str] = &[
    "ac.uk", "co.hu", "co.uk", "com.de", "gov.uk", "ltd.uk", "me.uk", "org.uk",
];

pub(super) fn is_shared(domain: &str) -> bool {
    NAMES.binary_search(&domain).is_ok() || ABOVE.binary_search(&domain).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_sorted_and_found() {
        assert!(NAMES.is_sorted() && ABOVE.is_sorted());
        assert!(NAMES.iter().chain(ABOVE).all(|name| is_shared(name)));
        assert!(!is_shared("example.org"));
    }
}
