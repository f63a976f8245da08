//! The demo on a real exchange: your calls are SIP calls, and somebody answers them.
//!
//! The numbers of the demo's list are made up, and may be somebody's. So the trunk must not leave
//! this machine.

use super::running::Work;
use super::serve::over_asterisk;
use crate::failure::Failure;
use crate::out::Problems;
use engine::AgentId;
use serde_json::Value;
use store::{LineOrders, Phone, Store, Switchboard};
use telephony::asterisk::AsteriskAddress;
use workers::Centre;

/// A centre whose lines go over Asterisk, with a phone on the visitor's desk.
pub fn work(
    store: &Store,
    address: &AsteriskAddress,
    (agent, phone): (AgentId, Phone),
    switchboard: &Switchboard,
    orders: LineOrders,
) -> Result<Work, Failure> {
    store
        .set_phone(agent, Some(phone))?
        .map_err(|problem| Failure::of(format!("--phone: {problem}")))?;
    let mut lines = over_asterisk(std::slice::from_ref(address), switchboard, orders)?;
    lines.record();
    let centre = Centre::open(store.clone(), lines)?;
    Ok(Box::new(move |stop| {
        let mut problems = Problems::default();
        centre
            .run(stop, &mut |problem| problems.tell(problem))
            .map_err(Failure::from)
    }))
}

/// Refuses a trunk that leads to anywhere but loopback.
pub fn stays_here(address: &AsteriskAddress) -> Result<(), Failure> {
    let trunk = &address.settings().trunk;
    let place = format!("asterisk/config/dynamic/res_pjsip/aor/{trunk}");
    let told = address
        .ask("GET", &place)
        .map_err(|problem| Failure::of(problem.to_string()))?;
    let attributes = told.body.as_array().into_iter().flatten();
    let contacts: Vec<&str> = attributes
        .filter(|attribute| {
            attribute
                .get("attribute")
                .is_some_and(|name| name == "contact")
        })
        .filter_map(|attribute| attribute.get("value").and_then(Value::as_str))
        .collect();
    let is_here = |contact: &&str| contact.starts_with("sip:127.");
    if contacts.is_empty() || !contacts.iter().all(is_here) {
        return Err(Failure::of(format!(
            "the demo calls made-up numbers, and somebody may have them: the trunk `{trunk}` of {address} \
             has to stay on this machine (127.…); ./run --asterisk brings up one that does"
        )));
    }
    Ok(())
}
