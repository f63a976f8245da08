//! `dispo routes`: every page, form and question of a program, and who may go there.

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use serde::Serialize;

/// Show every route there is, and who may go there
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The server is made of this table: there is no way beside it. A `program` is one with a token.\n\nExamples:\n  dispo routes\n  dispo --json routes"
)]
pub struct Args {}

#[derive(Serialize)]
struct Route {
    method: String,
    path: &'static str,
    seat: &'static str,
}

pub fn run(_args: &Args, out: Out) -> Result<Done, Failure> {
    let routes: Vec<Route> = web::all_routes()
        .into_iter()
        .map(|listed| Route {
            method: listed.method.to_string(),
            path: listed.path,
            seat: listed.seat.word(),
        })
        .collect();
    out.show(&routes, |routes| {
        let mut table = Table::new([
            ("method", Align::Left),
            ("path", Align::Left),
            ("who", Align::Left),
        ]);
        for route in routes {
            table.row([
                route.method.clone(),
                route.path.to_owned(),
                route.seat.to_owned(),
            ]);
        }
        table.text()
    })?;
    Ok(Done::Clean)
}
