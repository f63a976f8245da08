//! By which way a trunk is reached, and what to look at where it does not answer.

use serde_json::Value;
use telephony::asterisk::{AsteriskAddress, LinkProblem};

pub struct Way {
    is_tls: bool,
    is_encrypted: bool,
}

/// As Asterisk has it in its configuration.
pub fn of(address: &AsteriskAddress) -> Result<Way, LinkProblem> {
    let trunk = &address.settings().trunk;
    let endpoint = address.ask(
        "GET",
        &format!("asterisk/config/dynamic/res_pjsip/endpoint/{trunk}"),
    )?;
    let said = |name: &str| attribute(&endpoint.body, name).unwrap_or_default();
    Ok(Way {
        is_tls: said("transport").starts_with("tls"),
        is_encrypted: said("media_encryption") == "sdes",
    })
}

impl Way {
    pub fn told(&self) -> &'static str {
        match (self.is_tls, self.is_encrypted) {
            (true, true) => ", by TLS, with encrypted sound",
            (true, false) => ", by TLS",
            (false, _) => "",
        }
    }

    pub fn remedy(&self) -> &'static str {
        match self.is_tls {
            true => {
                "see host and port of the trunk, whether the firewall lets TLS through, and in Asterisk's log \
                 whether the carrier's certificate was refused: `authorities` in [tls] says whose word counts"
            }
            false => "see host and port of the trunk, and whether the firewall lets SIP through",
        }
    }
}

fn attribute<'b>(body: &'b Value, name: &str) -> Option<&'b str> {
    let mut all = body.as_array()?.iter();
    let found = all.find(|one| one.get("attribute").is_some_and(|there| there == name))?;
    found.get("value")?.as_str()
}
