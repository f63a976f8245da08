//! `dispo advertiser`: on whose behalf campaigns call.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use serde::Serialize;
use store::{Advertiser, Campaign, Store};

/// On whose behalf campaigns call
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Show the advertisers there are, each with its campaigns
    #[command(after_help = "Examples:\n  dispo advertiser list")]
    List,
    /// Say on whose behalf a campaign calls
    #[command(
        after_help = "Examples:\n  dispo advertiser set --campaign Autumn --name 'Bakery Dough'\n  dispo advertiser set --campaign Autumn --none\n\nAn advertiser that is not there yet is made. Who does not want to be called by an advertiser is\nnot called in any of its campaigns. What held in the campaign before goes on holding in it."
    )]
    Set {
        /// The campaign
        #[arg(long, value_name = "NAME")]
        campaign: String,
        /// The advertiser
        #[arg(long, value_name = "NAME", required_unless_present = "none")]
        name: Option<String>,
        /// It calls on nobody's behalf
        #[arg(long, conflicts_with = "name")]
        none: bool,
    },
}

#[derive(Serialize)]
struct Shown {
    id: i64,
    name: String,
    campaigns: Vec<String>,
}

#[derive(Serialize)]
struct Set {
    campaign: String,
    advertiser: Option<String>,
    changed: bool,
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    match command {
        Command::List => list(&store, out),
        Command::Set { campaign, name, .. } => set(&store, campaign, name.as_deref(), out),
    }
}

fn list(store: &Store, out: Out) -> Result<Done, Failure> {
    let campaigns = store.campaigns()?;
    let all: Vec<Shown> = store
        .advertisers()?
        .into_iter()
        .map(|there| Shown {
            campaigns: of(&campaigns, &there),
            id: there.id.0,
            name: there.name,
        })
        .collect();
    out.show(&all, |all| table(all))?;
    Ok(Done::Clean)
}

fn of(campaigns: &[Campaign], advertiser: &Advertiser) -> Vec<String> {
    let own = campaigns
        .iter()
        .filter(|campaign| campaign.advertiser == Some(advertiser.id));
    own.map(|campaign| campaign.name.clone()).collect()
}

fn table(all: &[Shown]) -> String {
    if all.is_empty() {
        return "there is no advertiser".to_owned();
    }
    let mut table = Table::new([("advertiser", Align::Left), ("campaigns", Align::Left)]);
    for there in all {
        table.row([there.name.clone(), there.campaigns.join(", ")]);
    }
    table.text()
}

/// A name longer than this fits no line.
const LONGEST: usize = 80;

fn set(store: &Store, campaign: &str, name: Option<&str>, out: Out) -> Result<Done, Failure> {
    let campaign = database::campaign(store, campaign)?;
    let name = name.map(str::trim);
    if let Some(name) = name
        && (name.is_empty() || name.chars().count() > LONGEST || name.contains(char::is_control))
    {
        return Err(Failure::of(format!(
            "--name `{name}` is no name: write 1 to {LONGEST} characters in one line"
        )));
    }
    let advertiser = name.map(|name| store.advertiser_named(name)).transpose()?;
    let done = Set {
        changed: store.set_advertiser(campaign.id, advertiser)?,
        campaign: campaign.name,
        advertiser: name.map(str::to_owned),
    };
    out.show(&done, |done| match &done.advertiser {
        Some(name) => format!("campaign {} calls on behalf of {name}", done.campaign),
        None => format!("campaign {} calls on nobody's behalf", done.campaign),
    })?;
    Ok(Done::Clean)
}
