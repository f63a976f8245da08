//! Phones in browsers: which accounts of an Asterisk are theirs, asked of it when one is needed.

use serde_json::Value;
use std::sync::Arc;
use telephony::asterisk::AsteriskAddress;
use web::{SoftPhone, SoftPhones};

pub fn of(addresses: &[AsteriskAddress]) -> SoftPhones {
    let asked = addresses.to_vec();
    SoftPhones {
        ask: Arc::new(move |account| find(&asked, account)),
    }
}

/// With the first exchange that has the account. One that does not answer is told of only where no
/// other has it.
fn find(addresses: &[AsteriskAddress], account: &str) -> Result<Option<SoftPhone>, String> {
    let mut silent = None;
    for address in addresses {
        match password(address, account) {
            Ok(Some(password)) => {
                let exchange = address.host().to_owned();
                return Ok(Some(SoftPhone { exchange, password }));
            }
            Ok(None) => {}
            Err(why) => silent = Some(why),
        }
    }
    silent.map_or(Ok(None), Err)
}

/// What an account logs in with. None where there is no such account, or it is a desk phone's.
fn password(address: &AsteriskAddress, account: &str) -> Result<Option<String>, String> {
    let is_browser = attribute(address, "endpoint", account, "webrtc")?
        .is_some_and(|webrtc| ["yes", "true"].contains(&webrtc.as_str()));
    if !is_browser {
        return Ok(None);
    }
    attribute(address, "auth", account, "password")
}

fn attribute(
    address: &AsteriskAddress,
    kind: &str,
    id: &str,
    name: &str,
) -> Result<Option<String>, String> {
    let place = format!("asterisk/config/dynamic/res_pjsip/{kind}/{id}");
    let told = address
        .ask("GET", &place)
        .map_err(|problem| problem.to_string())?;
    let mut attributes = told.body.as_array().into_iter().flatten();
    let found = attributes.find(|there| there.get("attribute").is_some_and(|there| there == name));
    let value = found.and_then(|found| found.get("value"));
    Ok(value.and_then(Value::as_str).map(str::to_owned))
}
