//! `dispo dialling`: whether campaigns are dialled by the agent's key or by themselves.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::{CampaignId, Profile, Progressive};
use serde::Serialize;
use store::{Campaign, Store};

/// Whether campaigns are dialled by the agent's key or by themselves
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Show how each campaign is dialled
    #[command(after_help = "Examples:\n  dispo dialling list")]
    List,
    /// Say how a campaign is dialled
    #[command(
        after_help = "Examples:\n  dispo dialling set --campaign Autumn --progressive 5\n  dispo dialling set --campaign Autumn --progressive 0 --no-skip\n  dispo dialling set --campaign Autumn --preview\n\nProgressive: an agent who is ready gets a contact, and after so many seconds it is dialled."
    )]
    Set {
        /// The campaign
        #[arg(long, value_name = "NAME")]
        campaign: String,
        /// By itself, after so many seconds of looking
        #[arg(long, value_name = "SECONDS", required_unless_present = "preview")]
        #[arg(value_parser = clap::value_parser!(u32).range(0..=i64::from(Progressive::MOST_SECONDS)))]
        progressive: Option<u32>,
        /// The agent may not give a contact back while she looks
        #[arg(long, requires = "progressive")]
        no_skip: bool,
        /// By the agent's key
        #[arg(long, conflicts_with = "progressive")]
        preview: bool,
    },
}

#[derive(Serialize)]
struct Shown {
    campaign: String,
    /// Null where the agent presses the key.
    progressive: Option<Progressive>,
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    match command {
        Command::List => {
            let shown = |campaign: Campaign| shown(&store, campaign.id, campaign.name);
            let all = store.campaigns()?.into_iter().map(shown);
            let all = all.collect::<Result<Vec<_>, _>>()?;
            out.show(&all, |all| table(all))?;
        }
        Command::Set {
            campaign,
            progressive,
            no_skip,
            ..
        } => {
            let campaign = database::campaign(&store, campaign)?;
            let wanted = progressive.map(|look_seconds| Progressive {
                look_seconds,
                may_skip: !no_skip,
            });
            let profile = Profile {
                progressive: wanted,
                ..store.campaign_profile(campaign.id)?
            };
            store.set_campaign_profile(campaign.id, &profile)?;
            let done = shown(&store, campaign.id, campaign.name)?;
            out.show(&done, |done| {
                format!("campaign {} is dialled {}", done.campaign, told(done))
            })?;
        }
    }
    Ok(Done::Clean)
}

fn shown(store: &Store, id: CampaignId, campaign: String) -> Result<Shown, Failure> {
    Ok(Shown {
        campaign,
        progressive: store.campaign_profile(id)?.progressive,
    })
}

fn told(shown: &Shown) -> String {
    match shown.progressive {
        None => "by key".to_owned(),
        Some(rule) => {
            let skip = if rule.may_skip { "" } else { ", no skipping" };
            format!("by itself after {} s{skip}", rule.look_seconds)
        }
    }
}

fn table(all: &[Shown]) -> String {
    let mut table = Table::new([("campaign", Align::Left), ("is dialled", Align::Left)]);
    for there in all {
        table.row([there.campaign.clone(), told(there)]);
    }
    table.text()
}
