//! Destroying a recording by hand.

use super::may::of;
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use store::AuditActor;

pub async fn destroy(
    visitor: Visitor,
    State(app): State<App>,
    Path(place): Path<(i64, i64, u32)>,
) -> Result<Redirect, Failure> {
    let who = visitor.who.as_ref().ok_or(Failure::Unknown)?;
    let (by, of) = (AuditActor::User(who.user.0), of(place));
    let was = app
        .ask(move |store| store.condemn_recording(of, by).map_err(Failure::from))
        .await?;
    let (list, contact, attempt) = place;
    match was {
        true => Ok(see(&format!("/recordings/{list}/{contact}/{attempt}"))),
        false => Err(Failure::NotFound),
    }
}
