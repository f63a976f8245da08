//! Which Asterisk, and how it is spoken to.

use engine::{Announcement, Number};
use std::fmt;
use std::str::FromStr;

/// Where Asterisk's REST interface is, and who asks there:
/// `ws://user:password@host:port/ari?app=dispo&trunk=carrier`.
#[derive(Clone, PartialEq, Eq)]
pub struct AsteriskAddress {
    pub(super) host: String,
    pub(super) path: String,
    pub(super) user: String,
    pub(super) password: String,
    pub(super) settings: Settings,
    /// How many calls it takes beside another one's single call.
    pub(super) weight: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The name under which Asterisk knows this program: one for each.
    pub app: String,
    /// The endpoint of its configuration over which numbers are dialled.
    pub trunk: String,
    pub menu: MenuSettings,
    /// What whoever answers hears where no agent is there.
    pub apology: String,
    /// What is left on an answering machine.
    pub message: String,
    /// What the far end hears before it is recorded, where the law wants that.
    pub recording: String,
}

/// How whoever was called opts out afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuSettings {
    /// What is played, as Asterisk names sounds.
    pub sound: String,
    pub key: char,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{address}` is no address of an Asterisk: {why}; it looks like ws://user:password@127.0.0.1:8088/ari?trunk=carrier"
)]
pub struct AddressProblem {
    /// Without what is secret in it.
    address: String,
    why: &'static str,
}

impl AsteriskAddress {
    /// How the exchange is called: by where it is.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.host
    }

    /// Where sound is fetched: beside ARI.
    pub(super) fn media(&self, place: &str) -> String {
        let before = self.path.strip_suffix("ari").unwrap_or_default();
        format!("ws://{}/{before}media/{place}", self.host)
    }
}

impl Settings {
    /// What is played on calls that have no sound of their own for it.
    pub fn sound(&self, what: Announcement) -> &str {
        match what {
            Announcement::Apology => &self.apology,
            Announcement::Message => &self.message,
            Announcement::Menu => &self.menu.sound,
            Announcement::Recording => &self.recording,
        }
    }

    pub(super) fn endpoint(&self, number: Number) -> String {
        format!("PJSIP/{number}@{}", self.trunk)
    }

    /// A phone of ours: a number goes out over the trunk as well.
    pub(super) fn phone(&self, line: &str) -> String {
        if line.starts_with('+') {
            format!("PJSIP/{line}@{}", self.trunk)
        } else {
            format!("PJSIP/{line}")
        }
    }
}

impl FromStr for AsteriskAddress {
    type Err = AddressProblem;

    fn from_str(text: &str) -> Result<Self, AddressProblem> {
        let problem = |why| AddressProblem {
            address: without_password(text),
            why,
        };
        let rest = text.strip_prefix("ws://").ok_or_else(|| {
            problem("it has to begin with ws:// (Asterisk on this machine or behind a tunnel)")
        })?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (account, place) = place
            .rsplit_once('@')
            .ok_or_else(|| problem("user and password are missing"))?;
        let (user, password) = account
            .split_once(':')
            .ok_or_else(|| problem("the password is missing"))?;
        let (host, path) = place.split_once('/').unwrap_or((place, "ari"));
        if host.is_empty() || user.is_empty() {
            return Err(problem("host or user is missing"));
        }
        let mut address = Self {
            host: host.to_owned(),
            path: path.trim_matches('/').to_owned(),
            user: user.to_owned(),
            password: password.to_owned(),
            settings: Settings::default(),
            weight: 1,
        };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.strip_prefix("weight=") {
                Some(weight) => address.weight = weight_of(weight).map_err(problem)?,
                None => address.settings.read(pair).map_err(problem)?,
            }
        }
        Ok(address)
    }
}

impl Settings {
    fn read(&mut self, pair: &str) -> Result<(), &'static str> {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let is_word = |text: &str| {
            let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_".contains(sign);
            !text.is_empty() && text.chars().all(plain)
        };
        match name {
            // The dialplan tells applications from its own words by the small letter.
            "app"
                if is_word(value)
                    && value.len() > 1
                    && value.starts_with(|sign: char| sign.is_ascii_lowercase()) =>
            {
                value.clone_into(&mut self.app)
            }
            "trunk" if is_word(value) => value.clone_into(&mut self.trunk),
            "app" | "trunk" => {
                return Err(
                    "app and trunk are words of letters, digits, - and _, app begins with a small letter",
                );
            }
            "apology" if !value.is_empty() => value.clone_into(&mut self.apology),
            "message" if !value.is_empty() => value.clone_into(&mut self.message),
            "recording" if !value.is_empty() => value.clone_into(&mut self.recording),
            "menu" if !value.is_empty() => value.clone_into(&mut self.menu.sound),
            "menu_key" => self.menu.key = one_key(value)?,
            _ => {
                return Err(
                    "after the ? it knows app, trunk, weight, menu, menu_key, apology, message and recording",
                );
            }
        }
        Ok(())
    }
}

fn weight_of(value: &str) -> Result<u64, &'static str> {
    let weight = value.parse().ok();
    let weight = weight.filter(|weight| (1..=100).contains(weight));
    weight.ok_or("weight is a whole number from 1 to 100")
}

fn one_key(value: &str) -> Result<char, &'static str> {
    let mut keys = value.chars();
    match (keys.next(), keys.next()) {
        (Some(key @ ('0'..='9' | '*' | '#')), None) => Ok(key),
        _ => Err("menu_key is one key of a telephone: 0 to 9, * or #"),
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            app: "dispo".to_owned(),
            trunk: "carrier".to_owned(),
            menu: MenuSettings {
                sound: "sound:dispo/opt-out".to_owned(),
                key: '9',
            },
            apology: "sound:dispo/no-agent".to_owned(),
            message: "sound:dispo/message".to_owned(),
            recording: "sound:dispo/recording".to_owned(),
        }
    }
}

fn without_password(text: &str) -> String {
    let secret = text.split_once("://").and_then(|(scheme, rest)| {
        let (account, place) = rest.rsplit_once('@')?;
        let user = account.split(':').next()?;
        Some(format!("{scheme}://{user}:…@{place}"))
    });
    secret.unwrap_or_else(|| text.to_owned())
}

/// Logs must not carry passwords.
impl fmt::Display for AsteriskAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ws://{}@{}/{}", self.user, self.host, self.path)
    }
}

impl fmt::Debug for AsteriskAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_who_and_how() {
        let text = "ws://dialler:secret@127.0.0.1:8088/ari?app=north&trunk=peoplefone&menu_key=1";
        let address: AsteriskAddress = text.parse().unwrap();
        assert_eq!(address.host, "127.0.0.1:8088");
        assert_eq!(address.path, "ari");
        assert_eq!(
            (address.user.as_str(), address.password.as_str()),
            ("dialler", "secret")
        );
        assert_eq!(address.settings.app, "north");
        assert_eq!(address.settings.trunk, "peoplefone");
        assert_eq!(address.settings.menu.key, '1');
        assert!(!format!("{address} {address:?}").contains("secret"));
    }

    #[test]
    fn sound_is_fetched_beside_the_interface() {
        for (address, place) in [
            ("ws://a:b@h:8088/ari", "ws://h:8088/media/abc"),
            ("ws://a:b@h", "ws://h/media/abc"),
            ("ws://a:b@h/tel/ari?app=north", "ws://h/tel/media/abc"),
        ] {
            let address: AsteriskAddress = address.parse().unwrap();
            assert_eq!(address.media("abc"), place);
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_the_password_is_not() {
        for (text, why) in [
            ("http://a:secret@h/ari", "begin with ws://"),
            ("ws://127.0.0.1:8088/ari", "user and password are missing"),
            ("ws://a@h/ari", "the password is missing"),
            ("ws://a:secret@h/ari?app=two words", "words of letters"),
            ("ws://a:secret@h/ari?speed=3", "it knows app, trunk"),
            ("ws://a:secret@h/ari?menu_key=12", "one key"),
            ("ws://a:secret@h/ari?weight=0", "from 1 to 100"),
        ] {
            let problem = text.parse::<AsteriskAddress>().unwrap_err().to_string();
            assert!(problem.contains(why), "{problem}");
            assert!(!problem.contains("secret"), "{problem}");
        }
    }
}
