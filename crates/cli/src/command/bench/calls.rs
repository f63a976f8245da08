//! `dispo bench calls`: calls through a real Asterisk, as many a second as are asked for, while
//! others talk; how far behind the house is, and what it costs.

mod house;
mod lines;
mod processor;

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table, note};
use engine::{Number, Phase};
use house::House;
use processor::Processor;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use telephony::Meter;
use telephony::asterisk::AsteriskAddress;

/// Measure calls through an Asterisk: so many a second, while others talk
///
/// It dials these numbers for real. Point it at an Asterisk with a test carrier behind it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The Asterisk that carries them
    #[arg(long, env = "DISPO_ASTERISK", hide_env_values = true)]
    #[arg(value_name = "ws://USER:PASSWORD@HOST:PORT/ari?trunk=NAME")]
    asterisk: AsteriskAddress,
    /// Calls to be set up each second
    #[arg(long, default_value_t = 50, value_name = "N")]
    rate: u32,
    /// Calls in which two people talk all the while
    #[arg(long, default_value_t = 20, value_name = "N")]
    talks: u32,
    /// For how long
    #[arg(long, default_value_t = 30, value_name = "N")]
    seconds: u32,
    /// A number that is always busy; several are dialled in turn. The law has every earlier dial of
    /// a number looked at, so give as many as a day's list would have
    #[arg(long, required = true, value_parser = number, value_name = "+NUMBER")]
    busy: Vec<Number>,
    /// A number at which somebody answers and talks on and on
    #[arg(long, value_parser = number, value_name = "+NUMBER")]
    talker: Number,
    /// The first desk phone; the others are counted up from it
    #[arg(long, default_value_t = 1001, value_name = "N")]
    phones_from: u32,
    /// Agents who set calls up; those who talk come on top
    #[arg(long, default_value_t = 20, value_name = "N")]
    agents: u32,
    /// Folder for the SQLite file (default: the system's for temporary files)
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct Figures {
    calls: u64,
    calls_per_second: f64,
    talks: usize,
    /// How many attempts ended how; talks that went on to the last do not count.
    ended: BTreeMap<&'static str, u64>,
    /// From the dial to the first word of it.
    set_up: Share,
    /// From an answer until both hear each other.
    bridged: Share,
    /// From a word of the line until it is recorded for good.
    recorded: Share,
    /// Of one core.
    processor_per_cent: f64,
    /// Of all cores, by whatever runs on them: near a hundred, every wait is for a processor.
    machine_per_cent: f64,
}

/// Within how many milliseconds half, and all but one of a hundred, were done; and the longest.
#[derive(Debug, Serialize)]
struct Share {
    p50_ms: f64,
    p99_ms: f64,
    longest_ms: f64,
}

impl Share {
    fn of(meter: &Meter) -> Self {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
        Self {
            p50_ms: milliseconds(meter.within(500)),
            p99_ms: milliseconds(meter.within(990)),
            longest_ms: milliseconds(meter.longest()),
        }
    }
}

fn number(text: &str) -> Result<Number, String> {
    let digits = text
        .strip_prefix('+')
        .and_then(|digits| digits.parse().ok());
    digits
        .and_then(|digits| Number::new(digits).ok())
        .ok_or_else(|| format!("`{text}` is no number with its plus and 7 to 15 digits"))
}

pub fn run(args: &Args, out: Out) -> Result<Done, Failure> {
    let name = format!("dispo-calls-{}", std::process::id());
    let folder = args.folder.clone().unwrap_or_else(std::env::temp_dir);
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::of(format!("{}: {error}", folder.display())))?;
    let measured = measure(args, &folder);
    // What is left behind is only in the way.
    let _ = std::fs::remove_dir_all(&folder);
    out.show(&measured?, table)?;
    Ok(Done::Clean)
}

fn measure(args: &Args, folder: &std::path::Path) -> Result<Figures, Failure> {
    let wanted = u64::from(args.rate) * u64::from(args.seconds);
    note(format!(
        "{wanted} calls, {} a second, beside {} talks",
        args.rate, args.talks
    ));
    let mut house = House::open(args, folder, wanted)?;
    house.begin_talks()?;
    let (began, before) = (Instant::now(), Processor::now()?);
    let mut placed = 0;
    while placed < wanted {
        let due = (began.elapsed().as_secs_f64() * f64::from(args.rate)) as u64 + 1;
        while placed < due.min(wanted) && house.dial_next()? {
            placed += 1;
        }
        house.step()?;
        if began.elapsed() > Duration::from_secs(u64::from(args.seconds) * 3) {
            note("the calls do not come through in time; fewer a second may be what it carries");
            break;
        }
    }
    house.until_nobody_dials()?;
    let took = began.elapsed();
    let used = Processor::now()?.used_since(&before);
    let talks = house.in_phase(Phase::Talking)?;
    let (calls, ended) = (house.busy(), house.ended());
    let (meters, recorded) = house.close()?;
    if calls < placed {
        note(format!(
            "{} of {placed} calls were not placed, or ended otherwise than busy",
            placed - calls
        ));
    }
    Ok(Figures {
        calls,
        calls_per_second: calls as f64 / took.as_secs_f64(),
        talks,
        ended,
        set_up: Share::of(&meters.set_up),
        bridged: Share::of(&meters.bridged),
        recorded: Share::of(&recorded),
        processor_per_cent: 100.0 * used.own.as_secs_f64() / took.as_secs_f64(),
        machine_per_cent: used.machine_per_cent,
    })
}

fn table(figures: &Figures) -> String {
    let mut table = Table::new([
        ("", Align::Left),
        ("half within", Align::Right),
        ("99 % within", Align::Right),
        ("longest", Align::Right),
    ]);
    for (what, share) in [
        ("dial to first word", &figures.set_up),
        ("answer to both hearing each other", &figures.bridged),
        ("word to recorded", &figures.recorded),
    ] {
        let ms = |figure: f64| format!("{figure:.1} ms");
        table.row([
            what.to_owned(),
            ms(share.p50_ms),
            ms(share.p99_ms),
            ms(share.longest_ms),
        ]);
    }
    let ended = figures.ended.iter();
    let ended: Vec<String> = ended.map(|(how, count)| format!("{count} {how}")).collect();
    format!(
        "{} calls, {:.1} a second, beside {} talks; {:.1} % of a core, all cores busy for {:.0} %\nended: {}\n{}",
        figures.calls,
        figures.calls_per_second,
        figures.talks,
        figures.processor_per_cent,
        figures.machine_per_cent,
        ended.join(", "),
        table.text()
    )
}
