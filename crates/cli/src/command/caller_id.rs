//! `dispo caller-id`: which numbers the calls of campaigns show.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Align, Out, Table};
use lists::{Country, phone};
use serde::Serialize;
use store::{Campaign, Store};

/// Which numbers the calls of campaigns show
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Show the number of each campaign
    #[command(after_help = "Examples:\n  dispo caller-id list")]
    List,
    /// Say which number a campaign shows
    #[command(
        after_help = "Examples:\n  dispo caller-id set --campaign Autumn --number '+44 20 7946 0123'\n  dispo caller-id set --campaign Autumn --none\n\nWhere the law demands a number, nobody is called through a campaign that has none. It must be\nanswered when somebody calls back."
    )]
    Set {
        /// The campaign
        #[arg(long, value_name = "NAME")]
        campaign: String,
        /// The number, with + or 00 and its country
        #[arg(long, value_name = "NUMBER", required_unless_present = "none")]
        number: Option<String>,
        /// It shows no number
        #[arg(long, conflicts_with = "number")]
        none: bool,
    },
}

#[derive(Serialize)]
struct Shown {
    campaign: String,
    caller_id: Option<String>,
}

impl From<Campaign> for Shown {
    fn from(campaign: Campaign) -> Self {
        Self {
            campaign: campaign.name,
            caller_id: campaign.caller_id.map(|number| number.to_string()),
        }
    }
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    match command {
        Command::List => {
            let all: Vec<Shown> = store.campaigns()?.into_iter().map(Shown::from).collect();
            out.show(&all, |all| table(all))?;
            Ok(Done::Clean)
        }
        Command::Set {
            campaign, number, ..
        } => set(&store, campaign, number.as_deref(), out),
    }
}

fn table(all: &[Shown]) -> String {
    let mut table = Table::new([("campaign", Align::Left), ("shows", Align::Right)]);
    for there in all {
        let shown = there.caller_id.clone().unwrap_or_else(|| "none".to_owned());
        table.row([there.campaign.clone(), shown]);
    }
    table.text()
}

fn set(store: &Store, campaign: &str, number: Option<&str>, out: Out) -> Result<Done, Failure> {
    let campaign = database::campaign(store, campaign)?;
    let caller_id = number.map(read).transpose()?;
    store.set_caller_id(campaign.id, caller_id)?;
    if let (Some(number), Some(_)) = (number, caller_id)
        && store.unanswered_numbers()?.contains(&campaign.id)
    {
        out::note(format!(
            "whoever calls {} back reaches nobody: open it under Campaigns, Numbers that ring in",
            number.trim()
        ));
    }
    let done = Shown::from(Campaign {
        caller_id,
        ..campaign
    });
    out.show(&done, |done| match &done.caller_id {
        Some(number) => format!("campaign {} shows {number}", done.campaign),
        None => format!("campaign {} shows no number", done.campaign),
    })?;
    Ok(Done::Clean)
}

/// A number as it is typed, with its country: nobody guesses whose it is.
fn read(text: &str) -> Result<engine::Number, Failure> {
    let text = text.trim();
    if !text.starts_with('+') && !text.starts_with("00") {
        return Err(Failure::of(format!(
            "--number `{text}` has no country: write it with + and country code"
        )));
    }
    phone::parse(text, Country::Nl)
        .map_err(|error| Failure::of(format!("--number `{text}` {error}")))
}
