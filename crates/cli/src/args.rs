//! The words of the command line.

use crate::command::{
    access, advertiser, audit, bench, caller_id, catalogue, consent, demo, dialling, doctor, erase,
    explain, export, import, imports, law, migrate, move_list, recordings, report, retain, routes,
    serve, simulate, suppress, telephony,
};
use clap::{Parser, Subcommand};
use std::path::Path;

/// The open outbound contact centre.
#[derive(Debug, Parser)]
#[command(name = "dispo", version, after_help = EXAMPLES)]
pub struct Args {
    /// Where the data is: sqlite:FILE or postgres://user@host/database [sqlite:dispo.db]
    #[arg(long, global = true, env = "DISPO_DB", value_name = "ADDRESS")]
    db: Option<String>,
    /// Results as one line of JSON
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

const DATABASE: &str = "sqlite:dispo.db";
const FILE: &str = "dispo.db";

const EXAMPLES: &str = "\
Examples:
  dispo demo
  dispo serve
  dispo import --list spring --create --purpose sales --country NL calls.xlsx
  dispo suppress add '+44 20 7946 0123' --reason 'asked by letter'
  dispo report --list spring
  dispo explain --contact K-1017 --list spring
  dispo export --list spring --format csv -o spring.csv

Exit status: 0 done, 1 done with problems that are listed, 2 nothing done.";

impl Args {
    /// Where the data is; a demo has a place of its own.
    pub fn database(&self) -> &str {
        let usual = match self.command {
            Command::Demo(_) => demo::DATABASE,
            _ => DATABASE,
        };
        self.db.as_deref().unwrap_or(usual)
    }

    /// The one that is named; where none is, the usual one if it is there.
    pub fn database_if_any(&self) -> Option<&str> {
        let usual = || Path::new(FILE).exists().then_some(DATABASE);
        self.db.as_deref().or_else(usual)
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Serve(serve::Args),
    Demo(demo::Args),
    Import(import::Args),
    /// Show the imports of a list
    Imports(imports::ListArgs),
    /// Take a live import back
    Undo(imports::OneArgs),
    /// Give up an import that was stopped half-way
    Cancel(imports::OneArgs),
    #[command(subcommand)]
    Suppress(suppress::Command),
    #[command(subcommand)]
    Advertiser(advertiser::Command),
    #[command(subcommand)]
    CallerId(caller_id::Command),
    #[command(subcommand)]
    Dialling(dialling::Command),
    #[command(subcommand)]
    Recordings(recordings::Command),
    Export(export::Args),
    Report(report::Args),
    Simulate(simulate::Args),
    Explain(explain::Args),
    Doctor(doctor::Args),
    #[command(subcommand)]
    Audit(audit::Command),
    Access(access::Args),
    Erase(erase::Args),
    Retain(retain::Args),
    #[command(subcommand)]
    Catalogue(catalogue::Command),
    #[command(subcommand)]
    Consent(consent::Command),
    #[command(subcommand)]
    Law(law::Command),
    #[command(subcommand)]
    Telephony(telephony::Command),
    Move(move_list::Args),
    Migrate(migrate::Args),
    Routes(routes::Args),
    Bench(bench::Args),
}
