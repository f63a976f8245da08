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

pub fn run(command: &Command, out: Out) -> Result<Done, Failure> {
    match command {
        Command::Config(args) => config::run(args, out),
        Command::Check(args) => check::run(args, out),
    }
}
