//! What is looked at, in the order in which one thing rests on the other.

use super::sounds::{self, Wanted};
use super::{Found, modules, recording, way};
use serde_json::Value;
use telephony::asterisk::{AsteriskAddress, LinkProblem};

const OLDEST: u32 = 22;

type Look<'a> = &'a dyn Fn(&AsteriskAddress) -> Result<Found, LinkProblem>;

/// Everything, or as far as an Asterisk could be reached.
pub fn all(address: &AsteriskAddress, wanted: Option<&Wanted>) -> Vec<Found> {
    let info = match address.ask("GET", "asterisk/info") {
        Ok(told) if told.status == 200 => told.body,
        Ok(told) => {
            let found = format!("something else answers at {address} (HTTP {})", told.status);
            return vec![Found::wrong(
                "connection",
                found,
                "the path is /ari as a rule; see ari.conf and http.conf, and that res_ari.so is loaded",
            )];
        }
        Err(problem) => {
            return vec![Found::wrong(
                "connection",
                problem.to_string(),
                unreachable(&problem),
            )];
        }
    };
    let rest: [Look; 8] = [
        &modules::look,
        &dial_plan,
        &trunk,
        &codecs,
        &phones,
        &recording::look,
        &|address| sounds::look(address, wanted),
        &application,
    ];
    let mut found = vec![
        Found::good("connection", address.to_string()),
        version(&info),
    ];
    for look in rest {
        match look(address) {
            Ok(seen) => found.push(seen),
            Err(problem) => {
                found.push(Found::wrong(
                    "connection",
                    problem.to_string(),
                    unreachable(&problem),
                ));
                break;
            }
        }
    }
    found
}

fn unreachable(problem: &LinkProblem) -> &'static str {
    match problem {
        LinkProblem::Unknown { .. } => {
            "write the user and the password of ari.conf into the address"
        }
        _ => "start it, or correct the address",
    }
}

fn version(info: &Value) -> Found {
    let version = info
        .pointer("/system/version")
        .and_then(Value::as_str)
        .unwrap_or("unknown");
    let number = version.split('.').next().unwrap_or_default().parse::<u32>();
    // What was built from a developer's copy calls itself GIT-…
    let is_old = number.is_ok_and(|number| number < OLDEST);
    if is_old {
        let remedy = format!("install {OLDEST} or later: older ones do not say why a call failed");
        Found::wrong("version", format!("Asterisk {version}"), remedy)
    } else {
        Found::good("version", format!("Asterisk {version}"))
    }
}

/// The dial plan is seen by the one variable it sets.
fn dial_plan(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    const WHAT: &str = "dial plan";
    let told = address.ask("GET", "asterisk/variable?variable=DISPO_APP")?;
    let taker = told
        .body
        .get("value")
        .and_then(Value::as_str)
        .unwrap_or_default();
    Ok(if taker.is_empty() {
        let remedy = "put the extensions.conf of `dispo telephony config` in place: without it machines, tones and calls that come in are not heard of";
        Found::wrong(WHAT, "it is not Dispo's", remedy)
    } else if taker == address.settings().app {
        Found::good(WHAT, format!("calls that come in go to `{taker}`"))
    } else {
        let remedy = format!(
            "write application = \"{}\" into the settings if they should come here",
            address.settings().app
        );
        Found::doubtful(WHAT, format!("calls that come in go to `{taker}`"), remedy)
    })
}

fn trunk(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    const WHAT: &str = "trunk";
    let trunk = &address.settings().trunk;
    let told = address.ask("GET", &format!("endpoints/PJSIP/{trunk}"))?;
    let state = told
        .body
        .get("state")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let way = way::of(address)?;
    Ok(match (told.status, state) {
        (200, "online") => Found::good(WHAT, format!("`{trunk}` is there{}", way.told())),
        (200, "offline") => Found::wrong(
            WHAT,
            format!("`{trunk}` does not answer{}", way.told()),
            way.remedy(),
        ),
        (200, _) => Found::doubtful(
            WHAT,
            format!("whether `{trunk}` is there is not known"),
            "qualify_frequency in pjsip.conf has it looked at",
        ),
        _ => Found::wrong(
            WHAT,
            format!("there is no `{trunk}`"),
            "name another by ?trunk=…, or write it into the settings of `dispo telephony config`",
        ),
    })
}

fn codecs(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    const WHAT: &str = "codecs";
    let trunk = &address.settings().trunk;
    let told = address.ask(
        "GET",
        &format!("asterisk/config/dynamic/res_pjsip/endpoint/{trunk}"),
    )?;
    let attributes = told.body.as_array().into_iter().flatten();
    let allowed = attributes
        .filter(|attribute| {
            attribute
                .get("attribute")
                .is_some_and(|name| name == "allow")
        })
        .find_map(|attribute| attribute.get("value").and_then(Value::as_str))
        .unwrap_or_default()
        .trim_matches(['(', ')'])
        .replace('|', ", ");
    Ok(if allowed.contains("alaw") || allowed.contains("ulaw") {
        Found::good(WHAT, allowed)
    } else if allowed.is_empty() {
        Found::wrong(
            WHAT,
            "the trunk allows none that is known",
            "write allow = alaw,ulaw at the trunk in pjsip.conf",
        )
    } else {
        Found::doubtful(
            WHAT,
            allowed,
            "most carriers want alaw or ulaw: write allow = alaw,ulaw at the trunk in pjsip.conf",
        )
    })
}

fn phones(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    const WHAT: &str = "phones";
    let told = address.ask("GET", "endpoints/PJSIP")?;
    let all = told.body.as_array().map(Vec::as_slice).unwrap_or_default();
    let is = |phone: &Value, key: &str, value: &str| {
        phone.get(key).and_then(Value::as_str) == Some(value)
    };
    let phones = all
        .iter()
        .filter(|phone| !is(phone, "resource", &address.settings().trunk));
    let (there, gone): (Vec<_>, Vec<_>) = phones.partition(|phone| is(phone, "state", "online"));
    let found = format!("{} there, {} not", there.len(), gone.len());
    Ok(if there.is_empty() {
        Found::doubtful(
            WHAT,
            found,
            "no agent can be connected: have a phone register (docs/telephony.md)",
        )
    } else {
        Found::good(WHAT, found)
    })
}

fn application(address: &AsteriskAddress) -> Result<Found, LinkProblem> {
    const WHAT: &str = "application";
    let app = &address.settings().app;
    let told = address.ask("GET", &format!("applications/{app}"))?;
    Ok(if told.status == 404 {
        Found::good(WHAT, format!("`{app}` is free"))
    } else {
        let remedy = "if that is not this centre's `dispo serve`, name another by ?app=…: the later one takes all calls away";
        Found::doubtful(WHAT, format!("a program is connected as `{app}`"), remedy)
    })
}
