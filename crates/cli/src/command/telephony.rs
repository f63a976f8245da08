//! `dispo telephony`: the Asterisk that makes the calls.

mod check;
mod config;

use crate::Done;
use crate::failure::Failure;
use crate::out::Out;

/// Set up the Asterisk that makes the calls
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    Config(config::Args),
    Check(check::Args),
}

/// With the database of the centre, where there is one.
pub fn run(command: &Command, db: Option<&str>, out: Out) -> Result<Done, Failure> {
    match command {
        Command::Config(args) => config::run(args, out),
        Command::Check(args) => check::run(args, db, out),
    }
}
