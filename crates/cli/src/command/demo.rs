//! `dispo demo`: a centre at work to look at, with two seats for visitors.

use super::running::{Doors, Work, listen};
use super::sounds::{self, Place};
use super::{demo_asterisk, demo_list, soft_phones};
use crate::Done;
use crate::database::uploads;
use crate::failure::Failure;
use crate::out::{self, Out, Problems};
use engine::law::shipped;
use engine::{AgentId, Law, Zone};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use sim::{Living, first_opening, morning_before};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use store::{
    Address, Author, Clock, Durability, LineOrders, NewUser, Phone, Queue, QueueKind, Role,
    ScaledClock, Store, switchboard,
};
use telephony::asterisk::AsteriskAddress;
use web::{Demo, DemoSeat, Options};

/// Show a centre at work: simulated agents and people, seats for you
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Where your browser finds it, on this machine
    #[arg(long, default_value_t = 8080, value_name = "PORT")]
    port: u16,
    /// How many of the centre's seconds pass in one of yours, 1 to 600; the page can change it
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=600), value_name = "TIMES")]
    speed: u32,
    /// How many simulated agents work there
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=200), value_name = "N")]
    agents: u32,
    /// The day it begins on, if that is a working day [default: the next working day]
    #[arg(long, value_name = "DATE")]
    day: Option<Date>,
    /// Nobody rings in but whom you have ring in
    #[arg(long)]
    no_callers: bool,
    /// Decides all that is chance
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// Seconds in which some past may be played before the doors open
    #[arg(long, default_value_t = 2, hide = true)]
    past: u64,
    /// Make your calls over an Asterisk whose trunk does not leave this machine
    #[arg(long, value_name = "ws://USER:PASSWORD@HOST:PORT/ari", conflicts_with_all = ["speed", "agents"])]
    asterisk: Option<AsteriskAddress>,
    /// The phone on your desk, an account of that Asterisk
    #[arg(
        long,
        default_value = "1001",
        requires = "asterisk",
        value_name = "PHONE"
    )]
    phone: Phone,
}

const EXAMPLES: &str = "\
Examples:
  dispo demo
  dispo demo --speed 60 --agents 40 --port 9000
  dispo demo --day 2026-06-02 --seed 7
  dispo --db sqlite:demo.db demo

The first start imports the demo's list and plays the first hour of a morning in one go, as
far as two seconds allow. Then it goes on by a clock of its own, on a slow machine from wherever
that got to, otherwise from ten o'clock on the next working day. Nights, weekends and holidays are
skipped. Nobody is really called. With --asterisk there are no simulated agents: you are the only one,
and time goes as fast as here. Stopped with Ctrl-C and started again on the same
database, it goes on where it was left.

With the same day and seed the past is the same. A day counts at the first start only.

Without --db and DISPO_DB the demo lives in demo.db. It refuses a database of real work.";

/// Where the demo lives when nobody says otherwise: never where the real work is.
pub const DATABASE: &str = "sqlite:demo.db";

/// The clock of a demo that was left goes on this much later, so that no instant comes twice.
const A_MOMENT: SignedDuration = SignedDuration::from_micros(1);

const YOU: &str = "You";

/// Who visitors may be. The agent has a desk in every campaign.
const SEATS: [(DemoSeat, &str, Role); 3] = [
    (seat("agent", "demo.agent"), YOU, Role::Agent),
    (
        seat("supervisor", "demo.supervisor"),
        "Demo supervisor",
        Role::Supervisor,
    ),
    (
        seat("administrator", "demo.administrator"),
        "Demo administrator",
        Role::Administrator,
    ),
];

const fn seat(word: &'static str, login: &'static str) -> DemoSeat {
    DemoSeat { word, login }
}

/// The number the campaigns show is opened, unless it is already.
fn can_be_called(store: &Store) -> Result<(), Failure> {
    let shown = store.campaigns()?.into_iter();
    let shown = shown.filter_map(|campaign| Some((campaign.caller_id?, campaign.id)));
    for (number, campaign) in shown {
        if store.queue(number)?.is_none() {
            let zone = Zone::new("Europe/Amsterdam");
            let zone = zone.map_err(|problem| Failure::of(problem.to_string()))?;
            let queue = Queue::new(number, "Terugbellers", QueueKind::Service, zone);
            let campaign = Some(campaign);
            // Strangers become contacts of the demo's list.
            let list = store.list_by_name(demo_list::NAME)?.map(|list| list.id);
            store.set_queue(Queue {
                campaign,
                list,
                ..queue
            })?;
        }
    }
    Ok(())
}

pub fn run(args: &Args, db: &str, _out: Out) -> Result<Done, Failure> {
    let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)))?;
    let at = listener
        .local_addr()
        .map_err(|error| Failure::of(error.to_string()))?;
    let law = Law::parse(shipped::NL, "nl.toml")
        .map_err(|problems| Failure::all(problems.iter().map(ToString::to_string)))?;
    if let Some(asterisk) = &args.asterisk {
        demo_asterisk::stays_here(asterisk)?;
    }
    let address: Address = db.parse()?;
    let (store, clock) = open(&address, args.day, &law)?;
    let is_new = demo_list::import(&store)?;
    // A demo calls nobody: where the law wants a number shown, one of a story will do.
    store.show_nobodys_number()?;
    can_be_called(&store)?;
    users(&store)?;
    let (switchboard, orders) = switchboard();
    let vault = Place::default().vault(&address)?;
    let work = match &args.asterisk {
        Some(address) => {
            if is_new {
                let opening = opening(args.day, store.clock().now(), &law);
                store.clock().advance_to(opening);
            }
            let phone = (agent(&store, YOU)?, args.phone.clone());
            demo_asterisk::work(&store, address, phone, &switchboard, orders)?
        }
        None => {
            let work = simulated(args, &store, orders, is_new.then_some(&law))?;
            clock.set_speed(args.speed);
            work
        }
    };
    let options = Options {
        zone: law.zone().clone(),
        https: false,
        switchboard,
        uploads: uploads(&address, None),
        demo: Some(Demo {
            clock,
            keeps_time: args.asterisk.is_some(),
            seats: SEATS.iter().map(|(seat, ..)| seat.clone()).collect(),
        }),
        soft_phones: args
            .asterisk
            .as_ref()
            .map(|address| soft_phones::of(std::slice::from_ref(address))),
        vault: Some(vault.clone()),
    };
    let doors = Doors::open(listener)?;
    invite(at, &store, args, law.zone());
    let (house, exchange) = (
        store.clone(),
        args.asterisk.iter().cloned().collect::<Vec<_>>(),
    );
    let work: Work =
        Box::new(move |stop| sounds::beside_work(&house, &vault, &exchange, || work(stop)));
    doors.run(store, options, work)?;
    Ok(Done::Clean)
}

/// Simulated agents at work; in a new house the first hour of their morning is played at once.
fn simulated(
    args: &Args,
    store: &Store,
    orders: LineOrders,
    new_under: Option<&Law>,
) -> Result<Work, Failure> {
    let mut living = Living::open(store.clone(), orders, args.agents, args.seed).map_err(failed)?;
    living.record();
    if args.no_callers {
        living.without_callers();
    }
    let mut problems = Problems::default();
    if let Some(law) = new_under {
        let opening = opening(args.day, store.clock().now(), law);
        let at_most = Duration::from_secs(args.past);
        living.play_until(opening, at_most, &mut |problem| problems.tell(problem));
    }
    Ok(Box::new(move |stop| {
        living
            .run(stop, &mut |problem| problems.tell(problem))
            .map_err(failed)
    }))
}

/// Opens the demo's database under a clock that goes on where it was left, or begins on the
/// morning before the doors open.
fn open(address: &Address, day: Option<Date>, law: &Law) -> Result<(Store, ScaledClock), Failure> {
    let looked_at = Store::open(address, Clock::System, Durability::Relaxed)?;
    let is_other =
        !looked_at.lists()?.is_empty() && looked_at.list_by_name(demo_list::NAME)?.is_none();
    if is_other {
        return Err(Failure::of(
            "this database holds real work, and a demo plays calls: give it one of its own, \
             such as --db sqlite:demo.db",
        ));
    }
    let newest = looked_at.newest_event()?;
    let opening = opening(day, looked_at.clock().now(), law);
    drop(looked_at);
    let start = newest.map_or_else(
        || morning_before(opening, law),
        |newest| newest.checked_add(A_MOMENT).unwrap_or(newest),
    );
    let clock = ScaledClock::starting_at(start, 1);
    let store = Store::open(address, Clock::Scaled(clock.clone()), Durability::Relaxed)?;
    Ok((store, clock))
}

/// When visitors find everybody at work: on the day that was asked for, or on the next one.
fn opening(day: Option<Date>, now: Timestamp, law: &Law) -> Timestamp {
    let midnight = day.map(|day| law.zone().instant(day, Time::midnight()));
    first_opening(midnight.unwrap_or(now), law)
}

/// The users whose seats are free for visitors, and the agent's desk in all campaigns.
fn users(store: &Store) -> Result<(), Failure> {
    for (seat, name, role) in SEATS {
        if store.user_by_login(seat.login)?.is_some() {
            continue;
        }
        let agent = match role {
            Role::Agent => Some(agent(store, name)?),
            Role::Supervisor | Role::Administrator => None,
        };
        let new = NewUser {
            login: seat.login.to_owned(),
            name: name.to_owned(),
            role,
            agent,
            language: None,
            password_hash: None,
            must_change: false,
        };
        store
            .add_user(new, Author::nobody("demo"))?
            .map_err(|refusal| Failure::of(format!("user `{}`: {refusal}", seat.login)))?;
    }
    Ok(())
}

fn agent(store: &Store, name: &str) -> Result<AgentId, Failure> {
    let agent = match store.agent_by_name(name)? {
        Some(agent) => agent,
        None => store.add_agent(name)?,
    };
    for campaign in store.campaigns()? {
        store.assign(campaign.id, agent)?;
    }
    Ok(agent)
}

fn invite(at: SocketAddr, store: &Store, args: &Args, zone: &Zone) {
    let now = zone.local(store.clock().now());
    let time = now.strftime("%A %H:%M");
    out::note(match &args.asterisk {
        Some(_) => format!(
            "it is {time} there; your calls go out over Asterisk, and ring phone {} for you",
            args.phone
        ),
        None => format!(
            "{} agents are at work; it is {time} there, {} × as fast as here. Nobody is really called.",
            args.agents, args.speed
        ),
    });
    for (seat, name, _) in &SEATS {
        out::note(format!("open http://{at}/demo/{:<15} as {name}", seat.word));
    }
    out::note("Ctrl-C ends it; started again it goes on.");
}

fn failed(error: sim::SimError) -> Failure {
    Failure::of(error.to_string())
}
