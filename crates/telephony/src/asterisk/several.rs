//! Which Asterisks: addresses with blanks between them.

use super::settings::AsteriskAddress;
use std::fmt;
use std::str::FromStr;

/// At least one, and each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsteriskAddresses(Vec<AsteriskAddress>);

impl AsteriskAddresses {
    #[must_use]
    pub fn all(&self) -> &[AsteriskAddress] {
        &self.0
    }
}

impl FromStr for AsteriskAddresses {
    type Err = String;

    /// Everything that is wrong with any of them is told at once.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut addresses: Vec<AsteriskAddress> = Vec::new();
        let mut wrong = Vec::new();
        for address in text.split_whitespace() {
            match address.parse::<AsteriskAddress>() {
                Ok(address) if addresses.iter().any(|other| is_same(other, &address)) => {
                    wrong.push(format!(
                        "`{address}` is named twice with the same application: the later would take all \
                         calls from the earlier; name it once"
                    ));
                }
                Ok(address) => addresses.push(address),
                Err(problem) => wrong.push(problem.to_string()),
            }
        }
        if addresses.is_empty() && wrong.is_empty() {
            wrong.push("no Asterisk is named; one looks like ws://user:password@127.0.0.1:8088/ari?trunk=carrier".to_owned());
        }
        match wrong.is_empty() {
            true => Ok(Self(addresses)),
            false => Err(wrong.join("\n")),
        }
    }
}

fn is_same(one: &AsteriskAddress, other: &AsteriskAddress) -> bool {
    one.host == other.host && one.settings.app == other.settings.app
}

/// Logs must not carry passwords.
impl fmt::Display for AsteriskAddresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        write!(f, "{}", all.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_have_blanks_between_them() {
        let text = " ws://a:secret@one:8088/ari?weight=3\n ws://a:secret@two:8088/ari ";
        let several: AsteriskAddresses = text.parse().unwrap();
        let weights: Vec<u64> = several.all().iter().map(|one| one.weight).collect();
        assert_eq!(weights, [3, 1]);
        assert_eq!(
            several.to_string(),
            "ws://a@one:8088/ari, ws://a@two:8088/ari"
        );
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let text = "ws://a@one/ari ws://a:secret@two/ari ws://a:secret@two/ari?weight=2 x";
        let problem = text.parse::<AsteriskAddresses>().unwrap_err();
        for why in [
            "the password is missing",
            "is named twice",
            "begin with ws://",
        ] {
            assert!(problem.contains(why), "{problem}");
        }
        assert!(!problem.contains("secret"), "{problem}");
        let nothing = " ".parse::<AsteriskAddresses>().unwrap_err();
        assert!(nothing.contains("no Asterisk is named"), "{nothing}");
    }
}
