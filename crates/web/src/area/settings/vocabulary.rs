//! In whose words one sees codes: chosen from every page that shows some, and kept.

use crate::app::App;
use crate::area::door::local;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use crate::words::vocabulary;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Chosen {
    /// The name of one; empty is each contact's own.
    #[serde(default)]
    vocabulary: String,
    /// The page it was chosen on.
    #[serde(default)]
    back: String,
}

pub async fn choose(
    visitor: Visitor,
    State(app): State<App>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let user = visitor.known()?.user;
    let name = match chosen.vocabulary.as_str() {
        "" => None,
        name => Some(vocabulary(name).ok_or(Failure::Bad(String::new()))?.name()),
    };
    let name = name.map(str::to_owned);
    app.ask(move |store| store.set_vocabulary(user, name).map_err(Failure::from))
        .await?;
    Ok(see(local(&chosen.back)).into_response())
}
