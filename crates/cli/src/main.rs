//! The program `dispo`: one word of the command line, one file that carries it out.
//!
//! Exit status 0: done. 1: done, with problems that are listed. 2: nothing was done, and
//! standard error says why.

mod args;
mod command;
mod database;
mod failure;
mod out;
mod shipped;

use args::{Args, Command};
use clap::Parser;
use command::{
    access, advertiser, audit, bench, caller_id, catalogue, consent, demo, dialling, doctor, erase,
    explain, export, import as import_command, imports, law, migrate, move_list, recordings,
    report, retain, routes, serve, simulate, suppress, telephony,
};
use failure::Failure;
use out::Out;
use std::process::ExitCode;

/// How a command that did something ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Clean,
    WithProblems,
    /// Begun and not finished: nothing is to be seen of it yet.
    Unfinished,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match carry_out(&args) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::WithProblems) => ExitCode::from(1),
        Ok(Done::Unfinished) => ExitCode::from(2),
        Err(failure) => {
            out::note(failure.to_string());
            ExitCode::from(2)
        }
    }
}

fn carry_out(args: &Args) -> Result<Done, Failure> {
    let (db, out) = (args.database(), Out { json: args.json });
    match &args.command {
        Command::Import(what) => import_command::run(what, db, out),
        Command::Imports(what) => imports::list(what, db, out),
        Command::Move(args) => move_list::run(args, db, out),
        Command::Undo(what) => imports::undo(what, db, out),
        Command::Cancel(what) => imports::cancel(what, db, out),
        Command::Suppress(what) => suppress::run(what, db, out),
        Command::Advertiser(what) => advertiser::run(what, db, out),
        Command::CallerId(what) => caller_id::run(what, db, out),
        Command::Dialling(what) => dialling::run(what, db, out),
        Command::Recordings(what) => recordings::run(what, db, out),
        Command::Export(what) => export::run(what, db),
        Command::Report(what) => report::run(what, db, out),
        Command::Explain(what) => explain::run(what, db, out),
        Command::Doctor(_) => doctor::run(db, out),
        Command::Audit(what) => audit::run(what, db, out),
        Command::Access(what) => access::run(what, db, out),
        Command::Erase(what) => erase::run(what, db, out),
        Command::Retain(what) => retain::run(what, db, out),
        Command::Catalogue(what) => catalogue::run(what, db, out),
        Command::Consent(what) => consent::run(what, db, out),
        Command::Law(what) => law::run(what, out),
        Command::Telephony(what) => telephony::run(what, args.database_if_any(), out),
        Command::Serve(what) => serve::run(what, db, out),
        Command::Demo(what) => demo::run(what, db, out),
        Command::Simulate(what) => simulate::run(what, db, out),
        Command::Migrate(_) => migrate::run(db, out),
        Command::Routes(what) => routes::run(what, out),
        Command::Bench(what) => bench::run(what, out),
    }
}

impl Done {
    pub fn clean_if(clean: bool) -> Self {
        if clean {
            Self::Clean
        } else {
            Self::WithProblems
        }
    }
}
