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
//! stays. After a lost connection everything is fetched once. What may go on between the page and
//! its stream, such as a short import, also carries `data-hurries` and is fetched as soon as the
//! stream is there. Idle desks cost nothing: a stream sleeps until the store says that something
//! was committed.
//!
//! Topics: `desk` (this agent's own state), `agents`, `contacts`, `campaigns`, `lists`,
//! `imports`, `suppressions`, `messages`.

use crate::app::App;
use crate::driving::drive;
use crate::presence::{OpenDesks, renewed, show_life};
use crate::routes::Routes;
use crate::seat::{Role, Seat, Visitor};
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use engine::AgentId;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::time::Duration;
use store::{Hint, Store};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{broadcast, mpsc, watch};
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;

/// Hints within this time become one event.
const TOGETHER: Duration = Duration::from_millis(40);
/// A comment keeps the connection open through whatever lies between.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);
const ALL_TOPICS: &str = "desk agents contacts campaigns lists imports suppressions messages";

/// Where all streams begin and end.
#[derive(Clone)]
pub struct Live {
    store: Store,
    open: watch::Sender<bool>,
    desks: OpenDesks,
}

impl Live {
    pub(crate) fn of(store: &Store) -> Self {
        Self {
            store: store.clone(),
            open: watch::Sender::new(true),
            desks: OpenDesks::default(),
        }
    }

    /// Whose desks are open in a browser at this moment.
    pub(crate) fn desks(&self) -> &OpenDesks {
        &self.desks
    }

    /// How many streams are open.
    pub(crate) fn streams(&self) -> usize {
        self.open.receiver_count()
    }

    /// Ends all streams, so that the server can end.
    pub fn close(&self) {
        self.open.send_replace(false);
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new().get("/live", Seat::Anybody, stream)
}

async fn stream(
    visitor: Visitor,
    State(app): State<App>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let (to, events) = mpsc::channel(16);
    let live = app.live().clone();
    tokio::spawn(async move {
        let hints = live.store.changes();
        let open = live.open.subscribe();
        let desk = visitor.agent();
        let desk = desk.filter(|_| visitor.role() == Some(Role::Agent));
        let open_desk = desk.map(|agent| live.desks.open(agent));
        let drives = desk.zip(open_desk.as_ref()).map(|(agent, open)| {
            let drives = drive(app.clone(), visitor.clone(), agent, open.turn());
            tokio::spawn(drives)
        });
        let life = desk.map(|agent| tokio::spawn(show_life(live.store.clone(), agent)));
        // The browser has gone, or the server goes: either ends the stream.
        let _ = tell(&visitor, hints, open, to).await;
        if let Some(drives) = drives {
            drives.abort();
        }
        drop(open_desk);
        if let (Some(life), Some(agent)) = (life, desk) {
            life.abort();
            renewed(&live.store, agent).await;
        }
    });
    Sse::new(ReceiverStream::new(events)).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE))
}

/// Why a stream has ended.
struct Ended;

type To = mpsc::Sender<Result<Event, Infallible>>;

async fn tell(
    visitor: &Visitor,
    mut hints: broadcast::Receiver<Hint>,
    mut open: watch::Receiver<bool>,
    to: To,
) -> Result<(), Ended> {
    send(&to, Event::default().event("hello").data("live")).await?;
    loop {
        let first = tokio::select! {
            hint = hints.recv() => hint,
            _ = open.wait_for(|open| !open) => return Err(Ended),
            () = to.closed() => return Err(Ended),
        };
        let mut topics = Topics::of(visitor);
        match first {
            Ok(hint) => topics.hear(hint),
            Err(RecvError::Lagged(_)) => topics.everything = true,
            Err(RecvError::Closed) => return Err(Ended),
        }
        if topics.is_empty() {
            continue;
        }
        tokio::time::sleep(TOGETHER).await;
        loop {
            match hints.try_recv() {
                Ok(hint) => topics.hear(hint),
                Err(TryRecvError::Lagged(_)) => topics.everything = true,
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        send(&to, Event::default().event("topics").data(topics.words())).await?;
    }
}

async fn send(to: &To, event: Event) -> Result<(), Ended> {
    to.send(Ok(event)).await.map_err(|_| Ended)
}

/// The topics that have changed, as this visitor may hear of them.
struct Topics {
    agent: Option<AgentId>,
    /// Whoever only works at a desk hears of that desk, not of every contact: two hundred of them
    /// would otherwise wake at every call of each other.
    supervises: bool,
    words: BTreeSet<&'static str>,
    everything: bool,
}

impl Topics {
    fn of(visitor: &Visitor) -> Self {
        Self {
            agent: visitor.agent(),
            supervises: visitor.role() >= Some(Role::Supervisor),
            words: BTreeSet::new(),
            everything: false,
        }
    }

    fn hear(&mut self, hint: Hint) {
        if let Hint::Agent(agent) = hint
            && self.agent == Some(agent)
        {
            self.words.insert("desk");
        }
        // What changes seldom may bring a desk that waits its next contact.
        if self.supervises || matches!(hint, Hint::Campaigns | Hint::List(_)) {
            self.words.insert(topic(hint));
        }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.everything
    }

    fn words(&self) -> String {
        if self.everything {
            return ALL_TOPICS.to_owned();
        }
        let words: Vec<&str> = self.words.iter().copied().collect();
        words.join(" ")
    }
}

fn topic(hint: Hint) -> &'static str {
    match hint {
        Hint::Agent(_) => "agents",
        Hint::Contact { .. } => "contacts",
        Hint::Campaigns => "campaigns",
        Hint::List(_) => "lists",
        Hint::Import { .. } | Hint::Upload(_) => "imports",
        Hint::Suppressions => "suppressions",
    }
}
