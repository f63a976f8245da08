//! Whether a recording can be written, found by beginning one: of a bridge nobody is on.

use super::Found;
use serde_json::Value;
use std::thread::sleep;
use std::time::Duration;
use telephony::asterisk::{AsteriskAddress, LinkProblem};

const WHAT: &str = "recordings";
/// A file is open long before that, or it cannot be opened.
const LOOKS: u32 = 10;
const BETWEEN: Duration = Duration::from_millis(100);

pub fn look(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    let name = format!("dispo-check-{}", std::process::id());
    let bridge = format!("bridges/{name}");
    address.ask("POST", &format!("bridges?type=mixing&bridgeId={name}"))?;
    let begun = address.ask(
        "POST",
        &format!("{bridge}/record?name={name}&format=wav&ifExists=overwrite"),
    )?;
    let is_written = begun.status < 300 && is_written(address, &name)?;
    address.ask("DELETE", &format!("recordings/live/{name}"))?;
    address.ask("DELETE", &bridge)?;
    Ok(if is_written {
        Found::good(WHAT, "can be written")
    } else if begun.status < 300 {
        Found::wrong(
            WHAT,
            "cannot be written",
            "let Asterisk's user write in `recording` below its spool folder (/var/spool/asterisk), and see that the disk is not full",
        )
    } else {
        let why = begun
            .body
            .get("message")
            .and_then(Value::as_str)
            .unwrap_or("no reason given");
        Found::wrong(
            WHAT,
            format!("cannot be begun: {why}"),
            "load chan_bridge_media.so and res_stasis_recording.so",
        )
    })
}

fn is_written(address: &AsteriskAddress, name: &str) -> Result<bool, LinkProblem> {
    for _ in 0..LOOKS {
        sleep(BETWEEN);
        let told = address.ask("GET", &format!("recordings/live/{name}"))?;
        match told.body.get("state").and_then(Value::as_str) {
            Some("queued") => {}
            state => return Ok(state == Some("recording")),
        }
    }
    Ok(false)
}
