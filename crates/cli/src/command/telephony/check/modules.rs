//! Which of Asterisk's modules are needed, and for what.

use super::Found;
use serde_json::Value;
use std::collections::BTreeSet;
use telephony::asterisk::{AsteriskAddress, LinkProblem};

const NEEDED: [(&str, &str); 23] = [
    ("chan_pjsip.so", "calls"),
    ("res_pjsip_session.so", "calls"),
    ("res_pjsip_sdp_rtp.so", "sound"),
    ("res_rtp_asterisk.so", "sound"),
    ("codec_alaw.so", "sound"),
    ("codec_ulaw.so", "sound"),
    ("bridge_simple.so", "connecting two people"),
    (
        "bridge_softmix.so",
        "connecting phones in browsers, and three people",
    ),
    ("bridge_holding.so", "waiting"),
    ("app_stasis.so", "calls"),
    ("res_ari_channels.so", "calls"),
    ("res_ari_bridges.so", "connecting two people"),
    ("res_ari_events.so", "calls"),
    ("res_ari_playbacks.so", "announcements"),
    ("res_stasis_snoop.so", "listening in and recording"),
    ("res_stasis_recording.so", "recording"),
    ("res_musiconhold.so", "music"),
    ("chan_websocket.so", "telling machines from people"),
    ("res_tonedetect.so", "hearing tones"),
    ("res_pjsip_transport_websocket.so", "phones in browsers"),
    ("res_srtp.so", "phones in browsers"),
    ("func_channel.so", "finding calls again after a restart"),
    (
        "func_timeout.so",
        "ending calls of callers nobody comes for",
    ),
];

/// Passes packets straight on: whoever has left it hears nothing any more.
const BAD: &str = "bridge_native_rtp.so";

pub fn look(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    let told = address.ask("GET", "asterisk/modules")?;
    let running: BTreeSet<&str> = told
        .body
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(running)
        .collect();
    let missing: Vec<String> = NEEDED
        .iter()
        .filter(|(name, _)| !running.contains(name))
        .map(|(name, purpose)| format!("{name} ({purpose})"))
        .collect();
    if !missing.is_empty() {
        return Ok(Found::wrong(
            "modules",
            format!("not loaded: {}", missing.join(", ")),
            "load them in modules.conf, or use the one of `dispo telephony config`",
        ));
    }
    if running.contains(BAD) {
        return Ok(Found::doubtful(
            "modules",
            format!("{BAD}: after a hold or a transfer somebody may hear nothing"),
            "write noload for it in modules.conf, or use the one of `dispo telephony config`",
        ));
    }
    Ok(Found::good(
        "modules",
        format!("all {} that are needed are loaded", NEEDED.len()),
    ))
}

fn running(module: &Value) -> Option<&str> {
    let is_running = module.get("status").and_then(Value::as_str) == Some("Running");
    module
        .get("name")
        .and_then(Value::as_str)
        .filter(|_| is_running)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_is_configured() {
        let settings = asterisk::Settings::read("").unwrap();
        let files = asterisk::files(&settings);
        let configured = &files
            .iter()
            .find(|file| file.name == "modules.conf")
            .unwrap()
            .text;
        for (name, _) in NEEDED {
            let line = |line: &str| line.ends_with(&format!("= {name}"));
            assert!(configured.lines().any(line), "{name}");
        }
        let bad = |line: &str| line.ends_with(&format!("= {BAD}"));
        assert!(!configured.lines().any(bad));
    }
}
