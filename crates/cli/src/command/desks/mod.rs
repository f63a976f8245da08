//! `dispo bench desks`: many desks at one server, and how long a key press takes there.
//!
//! The server is the real one on a database of its own; the desks speak to it as browsers do,
//! each with its stream open, each logged in by its password. Some desks may be left to real
//! browsers, which are told where and as whom.

mod desk;
mod house;
mod wire;

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table, note};
use desk::{Desk, Kind, Press};
use house::House;
use serde::Serialize;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use store::Store;
use tokio::sync::watch;

/// Measure desks: how long after a key press the next contact is there, what idle desks cost
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many desks are open
    #[arg(long, default_value_t = 200, value_name = "N")]
    desks: usize,
    /// How many of them are left to browsers, which are told where to log in
    #[arg(long, default_value_t = 0, value_name = "N")]
    guests: usize,
    /// How long they work
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    seconds: u64,
    /// How long they do nothing before
    #[arg(long, default_value_t = 10, value_name = "SECONDS")]
    idle: u64,
    /// Between two key presses at one desk, on average
    #[arg(long, default_value_t = 4_000, value_name = "MS")]
    pace: u64,
    /// Contacts of the list
    #[arg(long, default_value_t = 20_000, value_name = "N")]
    contacts: u32,
}

/// What guests need to know, as one line before the work begins.
#[derive(Serialize)]
struct Invitation<'a> {
    address: SocketAddr,
    logins: &'a [String],
    password: &'static str,
}

#[derive(Serialize)]
struct Figures {
    desks: usize,
    /// Statements per desk and second while nothing happens, the house's own rounds taken off.
    idle_statements: f64,
    presses: Vec<Times>,
}

/// How long the answers to one kind of key press took, in milliseconds.
#[derive(Serialize)]
struct Times {
    what: &'static str,
    presses: usize,
    median: f64,
    p95: f64,
    p99: f64,
}

pub fn run(args: &Args, out: Out) -> Result<Done, Failure> {
    let house = House::open(args.desks, args.contacts)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
    let (end, ended) = watch::channel(false);
    let stop = AtomicBool::new(false);
    let figures = std::thread::scope(|scope| {
        let (address, app, centre) = house.at_work(&runtime)?;
        let serving = runtime.spawn(web::serve(address.1, app, async move {
            let mut ended = ended;
            let _ = ended.wait_for(|ended| *ended).await;
        }));
        let working = scope.spawn(|| centre.run(&stop, &mut |problem| note(problem.to_string())));
        let figures = runtime.block_on(measure(args, out, address.0, &house));
        end.send_replace(true);
        let served = runtime.block_on(serving);
        stop.store(true, Ordering::Relaxed);
        let worked = working.join();
        if served.is_err() || worked.is_err() {
            return Err(Failure::of("the centre broke off while it was measured"));
        }
        figures
    })?;
    out.show(&figures, table)?;
    Ok(Done::Clean)
}

async fn measure(
    args: &Args,
    out: Out,
    address: SocketAddr,
    house: &House,
) -> Result<Figures, Failure> {
    let idle = Duration::from_secs(args.idle);
    let before = statements_during(&house.store, idle).await;
    let ours = args.desks.saturating_sub(args.guests);
    let (ours, guests) = house.logins.split_at(ours.min(house.logins.len()));
    let mut desks = Vec::new();
    for (place, login) in (1..).zip(ours) {
        let desk = Desk::open(address, login, house::PASSWORD, place).await;
        desks.push(desk.map_err(failed)?);
    }
    note(format!("{} desks are open", desks.len()));
    let with_desks = statements_during(&house.store, idle).await;
    if !guests.is_empty() {
        let invitation = Invitation {
            address,
            logins: guests,
            password: house::PASSWORD,
        };
        out.show(&invitation, |invitation| {
            format!(
                "http://{} as {}, password `{}`",
                invitation.address,
                invitation.logins.join(" "),
                invitation.password
            )
        })?;
    }
    let until = Instant::now() + Duration::from_secs(args.seconds);
    let pace = Duration::from_millis(args.pace);
    let at_work: Vec<_> = desks
        .into_iter()
        .map(|desk| tokio::spawn(desk.work(until, pace)))
        .collect();
    let mut presses = Vec::new();
    for desk in at_work {
        let worked = desk.await.map_err(|error| Failure::of(error.to_string()))?;
        presses.extend(worked.map_err(failed)?);
    }
    let desk_seconds = (args.desks as f64 * idle.as_secs_f64()).max(1.0);
    Ok(Figures {
        desks: args.desks,
        idle_statements: with_desks.saturating_sub(before) as f64 / desk_seconds,
        presses: [Kind::Next, Kind::Other]
            .into_iter()
            .map(|kind| times(kind, &presses))
            .collect(),
    })
}

async fn statements_during(store: &Store, time: Duration) -> u64 {
    let before = store.statements();
    tokio::time::sleep(time).await;
    store.statements().saturating_sub(before)
}

fn times(kind: Kind, presses: &[Press]) -> Times {
    let of_kind = presses.iter().filter(|press| press.kind == kind);
    let mut took: Vec<Duration> = of_kind.map(|press| press.took).collect();
    took.sort_unstable();
    let share = |hundredth: usize| {
        let place = took.len().saturating_mul(hundredth) / 100;
        let found = took.get(place.min(took.len().saturating_sub(1)));
        found.map_or(0.0, |took| took.as_secs_f64() * 1e3)
    };
    Times {
        what: kind.what(),
        presses: took.len(),
        median: share(50),
        p95: share(95),
        p99: share(99),
    }
}

fn table(figures: &Figures) -> String {
    let mut table = Table::new([
        ("key press", Align::Left),
        ("presses", Align::Right),
        ("median ms", Align::Right),
        ("p95 ms", Align::Right),
        ("p99 ms", Align::Right),
    ]);
    for times in &figures.presses {
        table.row([
            times.what.to_owned(),
            times.presses.to_string(),
            format!("{:.1}", times.median),
            format!("{:.1}", times.p95),
            format!("{:.1}", times.p99),
        ]);
    }
    format!(
        "{}{} desks; idle: {:.3} statements per desk and second\n",
        table.text(),
        figures.desks,
        figures.idle_statements
    )
}

fn failed(error: std::io::Error) -> Failure {
    Failure::of(format!("the desks cannot be measured: {error}"))
}
