//! Phones in browsers: which accounts of an Asterisk are theirs, asked of it when one is needed.

use serde_json::Value;
use std::sync::Arc;
use telephony::asterisk::AsteriskAddress;
use web::SoftPhones;

pub fn of(address: &AsteriskAddress) -> SoftPhones {
    let asked = address.clone();
    SoftPhones {
        exchange: address.host().to_owned(),
        password: Arc::new(move |account| password(&asked, account)),
    }
}

/// What an account logs in with. None where there is no such account, or it is a desk phone's.
fn password(address: &AsteriskAddress, account: &str) -> Option<String> {
    let endpoint = attribute(address, "endpoint", account, "webrtc")?;
    let is_browser = ["yes", "true"].contains(&endpoint.as_str());
    is_browser
        .then(|| attribute(address, "auth", account, "password"))
        .flatten()
}

fn attribute(address: &AsteriskAddress, kind: &str, id: &str, name: &str) -> Option<String> {
    let place = format!("asterisk/config/dynamic/res_pjsip/{kind}/{id}");
    let told = address.ask("GET", &place).ok()?;
    let mut attributes = told.body.as_array()?.iter();
    let found = attributes.find(|there| there.get("attribute").is_some_and(|there| there == name));
    found?
        .get("value")
        .and_then(Value::as_str)
        .map(str::to_owned)
}
