//! How requests are answered: how long that took, by their status.

use crate::app::App;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use meters::Meter;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

#[derive(Debug, Default)]
pub struct Requests(Mutex<BTreeMap<u16, Meter>>);

impl Requests {
    pub fn read(&self) -> BTreeMap<u16, Meter> {
        let requests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        requests.clone()
    }
}

/// Notes an answer when it begins: what is streamed may go on for hours.
pub async fn measure(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let response = next.run(request).await;
    let requests = app.requests().0.lock();
    let mut requests = requests.unwrap_or_else(PoisonError::into_inner);
    let status = response.status().as_u16();
    requests.entry(status).or_default().note(begun.elapsed());
    drop(requests);
    response
}
