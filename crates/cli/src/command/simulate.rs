//! `dispo simulate`: whole working days played with simulated people, agents and lines.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Align, Out, Table};
use jiff::Timestamp;
use sim::{Faults, Plan, SimError, Summary};
use store::Durability;

/// Play whole working days with simulated people, agents and lines
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// How many agents work
    #[arg(long, value_name = "N")]
    agents: u32,
    /// How many working days
    #[arg(long, value_name = "D")]
    days: u32,
    /// Decides all that is chance
    #[arg(long, value_name = "S")]
    seed: u64,
    /// When it begins, such as 2027-03-02T09:00:00Z; the next Tuesday at ten when absent, and
    /// never before the newest event
    #[arg(long, value_name = "T")]
    from: Option<Timestamp>,
    /// Reports that are lost, doubled or late, crashes, a full disk
    #[arg(long)]
    faults: bool,
}

const EXAMPLES: &str = "\
Examples:
  dispo --db sqlite:copy.db simulate --agents 5 --days 5 --seed 1
  dispo --db sqlite:copy.db simulate --agents 20 --days 10 --seed 7 --faults --json

All lists of running campaigns are worked, and what is played is recorded as if it had happened:
work on a copy. The same seed on a copy of the same database gives the same bytes.

Exit status 1 when a law of the house was broken on the way; standard error says which.";

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let plan = Plan {
        opt_outs: 0,
        from: args.from,
        faults: if args.faults {
            Faults::all()
        } else {
            Faults::none()
        },
        ..Plan::new(args.agents, args.days, args.seed)
    };
    // Refuses a database that is not there, which the simulation would make.
    drop(database::existing(db)?);
    let played = sim::play(&db.parse()?, Durability::Relaxed, &plan).map_err(failed)?;
    for broken in &played.laws.broken {
        out::note(format!("broken: {broken}"));
    }
    out.show(&played.summary, text)?;
    Ok(Done::clean_if(played.laws.broken.is_empty()))
}

fn failed(error: SimError) -> Failure {
    Failure::of(error.to_string())
}

fn text(summary: &Summary) -> String {
    let mut codes = Table::new([
        ("code", Align::Left),
        ("attempts", Align::Right),
        ("contacts", Align::Right),
    ]);
    for there in &summary.codes {
        codes.row([
            there.code.clone(),
            there.attempts.to_string(),
            there.contacts.to_string(),
        ]);
    }
    let mut agents = Table::new([
        ("agent", Align::Left),
        ("attempts", Align::Right),
        ("talked, h:mm", Align::Right),
    ]);
    for there in &summary.agents {
        let minutes = there.talked_seconds / 60;
        let (hours, minutes) = (minutes / 60, minutes % 60);
        agents.row([
            there.name.clone(),
            there.attempts.to_string(),
            format!("{hours}:{minutes:02}"),
        ]);
    }
    format!(
        "{} to {}: {} attempts\n\n{}\n{}\n{}\nstate {}",
        summary.from,
        summary.to,
        summary.attempts,
        codes.text(),
        agents.text(),
        stock(summary),
        summary.state_hash
    )
}

fn stock(summary: &Summary) -> String {
    let columns = ["now", "today", "later", "closed"].map(|name| (name, Align::Right));
    let mut table = Table::new([("stock at", Align::Left)].into_iter().chain(columns));
    for there in &summary.stock {
        let stock = there.stock;
        table.row([
            there.at.to_string(),
            stock.now.to_string(),
            stock.today.to_string(),
            stock.later.to_string(),
            stock.closed.to_string(),
        ]);
    }
    table.text()
}
