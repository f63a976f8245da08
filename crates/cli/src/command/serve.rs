//! `dispo serve`: the centre in the browser.

use super::running::{Doors, listen};
use super::soft_phones;
use super::sounds::{self, Place};
use crate::Done;
use crate::database::uploads;
use crate::failure::Failure;
use crate::out::{self, Out, Problems};
use engine::Zone;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Mutex;
use store::{Address, Clock, Durability, LineOrders, ScaledClock, Store, Switchboard, switchboard};
use telephony::asterisk::{AsteriskAddress, AsteriskAddresses, Exchanges};
use web::Options;
use workers::{Centre, Lines};

/// Serve the centre to browsers, until Ctrl-C
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Where browsers find it
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The centre's own time zone: in it all times are shown
    #[arg(long, default_value = "Europe/Amsterdam", value_parser = zone, value_name = "ZONE")]
    zone: Zone,
    /// Browsers reach it by https only, through a proxy: cookies are marked so
    #[arg(long)]
    https: bool,
    /// The folder for files on their way into a list [beside the SQLite file, else dispo-uploads]
    #[arg(long, value_name = "FOLDER")]
    uploads: Option<PathBuf>,
    #[command(flatten)]
    sounds: Place,
    /// What places the calls. Without one nothing can be dialled
    #[arg(long, value_enum, value_name = "EXCHANGE")]
    exchange: Option<Exchange>,
    /// The Asterisk that places the calls, or several with blanks between them; passwords are better kept
    /// in the environment
    #[arg(
        long,
        env = "DISPO_ASTERISK",
        hide_env_values = true,
        conflicts_with = "exchange"
    )]
    #[arg(value_name = "ws://USER:PASSWORD@HOST:PORT/ari?trunk=NAME")]
    asterisk: Option<AsteriskAddresses>,
}

const EXAMPLES: &str = "\
Examples:
  dispo serve
  dispo serve --listen 0.0.0.0:8080 --https --zone Europe/Berlin
  dispo --db sqlite:trial.db serve --exchange simulated
  DISPO_ASTERISK='ws://dispo:secret@127.0.0.1:8088/ari?trunk=carrier' dispo serve

A simulated exchange places no real call, and the people it reaches are made up. Asterisk (22 or
later) is driven by its REST interface; each agent needs a phone, see People in the browser.
Without an exchange a dial is taken back at once, and the contact is untouched.

While there is no user, a link is printed that makes the first administrator: it works once, for
24 hours, and each start prints another.

Ctrl-C ends it: talks are hung up, what is under way is finished; a second one ends it at once. Callers
go on waiting in Asterisk, for the next start.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Exchange {
    /// Calls and people are made up
    Simulated,
}

fn zone(name: &str) -> Result<Zone, String> {
    Zone::new(name).map_err(|error| error.to_string())
}

pub fn run(args: &Args, db: &str, _out: Out) -> Result<Done, Failure> {
    let listener = listen(args.listen)?;
    let at = listener.local_addr().unwrap_or(args.listen);
    let address: Address = db.parse()?;
    let store = open(&address)?;
    let (switchboard, orders) = switchboard();
    let vault = args.sounds.vault(&address)?;
    let mut lines = lines(args, &store, &switchboard, orders)?;
    lines.record();
    let folder = uploads(&address, args.uploads.as_deref());
    let centre = Centre::open(store.clone(), lines)?.with_uploads(folder);
    let options = Options {
        zone: args.zone.clone(),
        https: args.https,
        switchboard,
        uploads: uploads(&address, args.uploads.as_deref()),
        demo: None,
        soft_phones: args.asterisk.as_ref().map(|all| soft_phones::of(all.all())),
        vault: Some(vault.clone()),
    };
    let doors = Doors::open(listener)?;
    out::note(format!("open http://{at}/  (Ctrl-C ends it)"));
    if let Some(link) = web::first_start(&store)? {
        out::note(format!(
            "nobody can log in yet: http://{at}{link} makes the first administrator (once, \
             within 24 hours)"
        ));
    }
    let exchanges = args.asterisk.as_ref().map(|all| all.all().to_vec());
    let exchanges = exchanges.unwrap_or_default();
    doors.run(
        store.clone(),
        options,
        Box::new(move |stop| {
            let mut problems = Problems::default();
            sounds::beside_work(&store, &vault, &exchanges, || {
                centre
                    .run(stop, &mut |problem| problems.tell(problem))
                    .map_err(Failure::from)
            })
        }),
    )?;
    Ok(Done::Clean)
}

/// Who carries the calls.
fn lines(
    args: &Args,
    store: &Store,
    switchboard: &Switchboard,
    orders: LineOrders,
) -> Result<Lines, Failure> {
    if let Some(addresses) = &args.asterisk {
        return over_asterisk(addresses.all(), switchboard, orders);
    }
    match args.exchange {
        Some(Exchange::Simulated) => {
            let seed = store.clock().now().as_second().unsigned_abs();
            Ok(Lines::simulated(orders, sim::far_end(seed)))
        }
        None => {
            out::note(
                "no exchange is configured: whatever is dialled goes back undialled; \
                 --exchange simulated plays one, --asterisk drives a real one",
            );
            Ok(Lines::unconnected(orders))
        }
    }
}

/// Calls go out over real exchanges; what stands in the way is told, and tried again.
pub fn over_asterisk(
    addresses: &[AsteriskAddress],
    switchboard: &Switchboard,
    orders: LineOrders,
) -> Result<Lines, Failure> {
    for address in addresses {
        out::note(format!("calls go out over Asterisk at {address}"));
    }
    let nudged = switchboard.clone();
    let problems = Mutex::new(Problems::default());
    let asterisk = Exchanges::connect(
        addresses,
        move || nudged.listen(),
        move |problem| {
            if let Ok(mut problems) = problems.lock() {
                problems.tell(problem);
            }
        },
    )
    .map_err(|error| Failure::of(format!("no thread for Asterisk: {error}")))?;
    Ok(Lines::of_asterisk(orders, asterisk))
}

/// By the system's clock; a house that has played beyond it goes on from there.
fn open(address: &Address) -> Result<Store, Failure> {
    let store = Store::open(address, Clock::System, Durability::Full)?;
    match store.newest_event()? {
        Some(newest) if newest > store.clock().now() => {
            drop(store);
            out::note(format!(
                "this house has played ahead: its clock goes on from {newest}"
            ));
            let clock = Clock::Scaled(ScaledClock::starting_at(newest, 1));
            Ok(Store::open(address, clock, Durability::Full)?)
        }
        _ => Ok(store),
    }
}
