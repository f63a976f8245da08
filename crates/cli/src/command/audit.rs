//! `dispo audit`: who saw, changed or took away what, and whether the trail is whole.

mod show;

pub use show::contact;

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use show::{ShowArgs, show};
use store::{AuditChain, AuditFault, AuditHead, Store};

/// Who saw, changed, took away or erased what
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Walk the whole trail: is every row as it was written?
    #[command(
        after_help = "Examples:\n  dispo audit verify\n  dispo audit verify --head 1204:9f86d081884c…\n\nExit status 1 when the trail does not hold: the first place is named. Whoever can write to\nthe database can write the whole trail anew; an anchor kept elsewhere finds that, too."
    )]
    Verify {
        /// What `dispo audit head` said some time ago
        #[arg(long, value_name = "SEQ:DIGEST")]
        head: Option<String>,
    },
    /// Show where the trail ends, to be kept outside the house
    #[command(after_help = "Example:\n  dispo audit head >> /media/safe/anchors.txt")]
    Head,
    /// Show rows of the trail, newest first
    #[command(
        after_help = "Examples:\n  dispo audit show --since 2026-03-01T00:00:00Z --who anna\n  dispo audit show --contact 3:1017 --json"
    )]
    Show(ShowArgs),
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    match command {
        Command::Verify { head } => verify(&store, head.as_deref(), out),
        Command::Head => {
            out.show(&store.audit_head()?, anchor)?;
            Ok(Done::Clean)
        }
        Command::Show(args) => show(&store, args, out),
    }
}

fn verify(store: &Store, head: Option<&str>, out: Out) -> Result<Done, Failure> {
    let anchor = head.map(kept).transpose()?;
    let chain = store.audit_verify(anchor)?;
    out.show(&chain, told)?;
    Ok(Done::clean_if(chain.fault.is_none()))
}

fn anchor(head: &AuditHead) -> String {
    format!("{}:{}", head.seq, head.digest)
}

fn kept(text: &str) -> Result<(i64, String), Failure> {
    let parts = text.trim().split_once(':');
    parts
        .and_then(|(seq, digest)| Some((seq.parse().ok()?, digest.to_owned())))
        .ok_or_else(|| {
            Failure::of(format!(
                "`{text}` is no anchor: write what `dispo audit head` says, such as 1204:9f86…"
            ))
        })
}

fn told(chain: &AuditChain) -> String {
    let rows = match chain.forgotten {
        0 => format!("{} rows", chain.rows),
        last => format!("{} rows after {last}, older ones are forgotten", chain.rows),
    };
    match &chain.fault {
        None => format!("{rows}: the trail is whole up to {}", anchor(&chain.head)),
        Some(fault) => format!("{rows}: {}", broken(fault)),
    }
}

fn broken(fault: &AuditFault) -> String {
    match fault {
        AuditFault::Changed { seq } => format!("row {seq} was changed"),
        AuditFault::Missing { seq } => format!("row {seq} was removed"),
        AuditFault::Tail { seq, until } => {
            format!("the end was removed: rows {seq} to {until} are gone")
        }
        AuditFault::Beyond { seq } => {
            format!("row {seq} stands behind the end that was noted")
        }
        AuditFault::Anchor { seq } => {
            format!("row {seq} is not the one of the anchor: the trail was written anew")
        }
    }
}
