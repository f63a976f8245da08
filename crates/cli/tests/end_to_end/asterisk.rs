//! A real Asterisk is looked at: as it should be, and with something broken on purpose.

mod by_itself;
mod centre;
mod desk;
mod exchange;
mod filled;
mod killed;

use crate::living::{Running, cookie, is_ok};
use crate::support::Floor;
use engine::{Announcement, CallSounds, Sound};
use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};
use telephony::asterisk::{Asterisk, AsteriskAddress};

/// Where the tests' exchange is, with its trunk.
fn exchange() -> String {
    std::env::var("DISPO_TEST_ASTERISK").expect(
        "DISPO_TEST_ASTERISK says where Asterisk is; run this through scripts/asterisk-for-tests",
    )
}

/// Each look with its state and, in one text, what was found and what to change.
fn looks(value: &Value) -> BTreeMap<String, (String, String)> {
    let looks = value.as_array().unwrap().iter();
    looks
        .map(|look| {
            let text = |key: &str| look[key].as_str().unwrap_or_default().to_owned();
            (
                text("what"),
                (text("state"), text("found") + " · " + &text("remedy")),
            )
        })
        .collect()
}

fn check(address: &str) -> (i32, BTreeMap<String, (String, String)>) {
    let (code, value) = Floor::new().json(&format!("telephony check --asterisk {address}"));
    (code, looks(&value))
}

#[test]
fn one_that_is_configured_by_dispo_is_good() {
    let (code, looks) = check(&exchange());
    assert_eq!(code, 0, "{looks:?}");
    let states: Vec<(&str, &str)> = looks
        .iter()
        .map(|(what, (state, _))| (what.as_str(), state.as_str()))
        .collect();
    assert_eq!(
        states,
        [
            ("application", "good"),
            ("codecs", "good"),
            ("connection", "good"),
            ("dial plan", "good"),
            ("modules", "good"),
            ("phones", "good"),
            ("recordings", "good"),
            // Nobody has recorded the menu there.
            ("sounds", "doubtful"),
            ("trunk", "good"),
            ("version", "good"),
        ]
    );
    assert!(looks["codecs"].1.contains("alaw, ulaw"), "{looks:?}");
    let ran = Floor::new().run(&format!("telephony check --asterisk {}", exchange()));
    let words: Vec<Vec<&str>> = ran
        .out
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert!(
        words.contains(&vec!["trunk", "good", "`carrier`", "is", "there"]),
        "{}",
        ran.out
    );
}

fn house(floor: &Floor) -> store::Store {
    let file = format!("sqlite:{}", floor.path("dispo.db").display());
    store::Store::open(
        &file.parse().unwrap(),
        store::Clock::System,
        store::Durability::Full,
    )
    .unwrap()
}

/// A centre whose campaigns name these sounds, of which Asterisk has `ours/there` and its own.
fn centre_that_names(floor: &Floor, names: &[(&str, &str)]) {
    let store = house(floor);
    for (campaign, name) in names {
        let id = store
            .add_campaign(campaign, store::CampaignState::Running)
            .unwrap();
        let sound = Sound::named(name).unwrap();
        let sounds = CallSounds::default().with(Announcement::Apology, sound);
        store.set_campaign_sounds(id, &sounds).unwrap();
    }
    let run = std::env::var("DISPO_TEST_ASTERISK_RUN").unwrap();
    let there = format!("{run}/data/sounds/ours/there.wav");
    let silence = [telephony::wav_head(1_600).as_slice(), &[0; 1_600]].concat();
    std::fs::write(there, silence).unwrap();
}

#[test]
fn sounds_that_campaigns_name_are_looked_for() {
    let floor = Floor::new();
    let address = format!(
        "{}?apology=sound:hello-world&menu=sound:hello-world&recording=sound:hello-world",
        exchange()
    );
    let sounds = || {
        let (code, value) = floor.json(&format!("telephony check --asterisk {address}"));
        assert_eq!(code, 0, "{value}");
        looks(&value)["sounds"].clone()
    };
    let (state, told) = sounds();
    assert_eq!(state, "good", "{told}");
    assert!(told.contains("looked for with --db"), "{told}");
    centre_that_names(&floor, &[("North", "ours/there"), ("South", "hello-world")]);
    let (state, told) = sounds();
    assert_eq!(state, "good", "{told}");
    assert!(told.contains("2 that campaigns and numbers name"), "{told}");
    centre_that_names(
        &floor,
        &[("East", "ours/missing"), ("West", "ours/missing")],
    );
    let (state, told) = sounds();
    assert_eq!(state, "doubtful", "{told}");
    assert!(
        told.contains("missing: `ours/missing` (East, West) "),
        "{told}"
    );

    // A number for opting out plays two, and none of those for waiting.
    let number = engine::Number::new(493_023_125_199).unwrap();
    let number = store::Queue::new(number, "Stop", store::QueueKind::OptOut, engine::Zone::UTC);
    assert_eq!(house(&floor).set_queue(number).unwrap(), []);
    let (_, told) = sounds();
    let missing = "missing: `dispo/opt-out` (Stop), `dispo/opted-out` (Stop), `ours/missing`";
    assert!(told.contains(missing), "{told}");

    let ran = floor.run(&format!(
        "--db sqlite:nowhere.db telephony check --asterisk {address}"
    ));
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no database"), "{}", ran.err);
}

#[test]
fn what_is_wrong_is_said_with_what_to_change() {
    let address = exchange();
    let (account, place) = address.rsplit_once('@').unwrap();
    let (user, _) = account.rsplit_once(':').unwrap();

    let (code, looks) = check(&format!("{user}:wrong@{place}"));
    assert_eq!(code, 1);
    assert!(looks["connection"].1.contains("ari.conf"), "{looks:?}");
    assert_eq!(looks.len(), 1, "nothing else can be looked at: {looks:?}");

    let (code, looks) = check(&format!("{account}@127.0.0.1:1/ari"));
    assert_eq!((code, looks["connection"].0.as_str()), (1, "wrong"));
    assert!(looks["connection"].1.contains("refused"), "{looks:?}");

    let (code, looks) = check(&address.replace("/ari", "/other"));
    assert_eq!(code, 1);
    assert!(looks["connection"].1.contains("HTTP 404"), "{looks:?}");

    let (code, looks) = check(&format!("{address}?trunk=nowhere"));
    assert_eq!(code, 1);
    assert!(
        looks["trunk"].1.contains("there is no `nowhere`"),
        "{looks:?}"
    );
    assert_eq!(looks["codecs"].0, "wrong");

    let ran = Floor::new().run("telephony check --asterisk http://127.0.0.1/");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("begin with ws://"), "{}", ran.err);
}

#[test]
fn a_name_that_another_program_has_is_left_to_it() {
    let address = format!("{}?app=taken-{}", exchange(), std::process::id());
    let other: AsteriskAddress = address.parse().unwrap();
    let other = Asterisk::connect(other, || (), |problem| panic!("{problem}")).unwrap();
    while !other.is_connected() {
        std::thread::sleep(Duration::from_millis(20));
    }
    let (code, looks) = check(&address);
    assert_eq!(
        (code, looks["application"].0.as_str()),
        (0, "doubtful"),
        "{looks:?}"
    );
    assert_eq!(looks["dial plan"].0, "doubtful");
    assert!(other.is_connected());
}

/// On a pair of its own, which it may break.
#[test]
fn what_broke_at_a_real_one_is_found() {
    const BROKEN: &str = "set -e
        run=$DISPO_TEST_ASTERISK_RUN
        \"$DISPO_TEST_ASTERISK_COMMAND\" -C \"$run/exchange/etc/asterisk.conf\" -rx 'module unload chan_websocket.so' >&2
        rmdir \"$run/exchange/spool/recording\"
        touch \"$run/exchange/spool/recording\"
        kill -STOP \"$(cat \"$run/carrier/run/asterisk.pid\")\"
        sleep 6
        \"$0\" --json telephony check --asterisk \"$DISPO_TEST_ASTERISK\" || [ $? -eq 1 ]";
    let script = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../scripts/asterisk-for-tests"
    );
    let ran = Command::new(script)
        .args(["bash", "-c", BROKEN, env!("CARGO_BIN_EXE_dispo")])
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{err}");
    let looks = looks(&serde_json::from_slice(&ran.stdout).unwrap());
    let wrong: Vec<&str> = looks
        .iter()
        .filter(|(_, (state, _))| state == "wrong")
        .map(|(what, _)| what.as_str())
        .collect();
    assert_eq!(wrong, ["modules", "recordings", "trunk"], "{looks:?}");
    assert!(
        looks["modules"]
            .1
            .contains("chan_websocket.so (telling machines from people)")
    );
    assert!(looks["modules"].1.contains("modules.conf"));
    assert!(looks["recordings"].1.contains("spool folder"));
    assert!(looks["trunk"].1.contains("does not answer"));
}

#[test]
fn a_demo_calls_over_a_trunk_that_stays_here_and_keeps_time() {
    let floor = Floor::new();
    let demo = format!(
        "demo --port 0 --asterisk {}?app=demo-{}",
        exchange(),
        std::process::id()
    );
    let running = Running::start(&floor, &demo);
    let taken = running.get("/demo/agent");
    let desk = running.get_as(&cookie(&taken), "/desk");
    assert!(is_ok(&desk) && !desk.contains("/demo/speed"), "{desk}");
    let set = running.post("/demo/speed", "speed=60");
    assert!(set.starts_with("HTTP/1.1 404"), "{set}");
    dials_by_itself(&floor, &running, &cookie(&taken));
    assert_eq!(running.told("-INT"), 0);
}

/// Its campaigns are told to: the agent's phone rings, and somebody is called, without a key.
fn dials_by_itself(floor: &Floor, running: &Running, agent: &str) {
    let (_, all) = floor.json("--db sqlite:demo.db dialling list");
    for there in all.as_array().unwrap() {
        let campaign = there["campaign"].as_str().unwrap();
        let set = "--db sqlite:demo.db dialling set --progressive 0 --campaign";
        let words: Vec<&str> = set.split(' ').chain([campaign]).collect();
        assert_eq!(floor.words(&words).code, 0);
    }
    let browser = running.open_as(agent);
    running.post_as(agent, "/desk/ready");
    let until = Instant::now() + Duration::from_secs(30);
    // Somebody heard it ring, or more: before that the call may still come back undialled.
    let heard = ["Ringing", "Talking", "Wrap-up"];
    let mut desk = String::new();
    while !heard
        .iter()
        .any(|phase| desk.contains(&format!("phase\">{phase}<")))
    {
        assert!(Instant::now() < until, "nobody is called: {desk}");
        std::thread::sleep(Duration::from_millis(200));
        desk = running.get_as(agent, "/desk");
    }
    drop(browser);
}

#[test]
fn a_demo_calls_nobody_over_a_trunk_that_leads_elsewhere() {
    let floor = Floor::new();
    let ran = floor.run(&format!(
        "demo --port 0 --asterisk {}?trunk=1001",
        exchange()
    ));
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("has to stay on this machine"),
        "{}",
        ran.err
    );
    let ran = floor.run("demo --port 0 --asterisk ws://a:b@127.0.0.1:1/ari");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot be reached"), "{}", ran.err);
    assert!(floor.files().is_empty(), "{:?}", floor.files());
}
