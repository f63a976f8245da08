//! A visitor of the demo has somebody call: who, from which number, and for how long she waits.

use super::demo;
use crate::app::App;
use crate::area::queues::read_number;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Number;
use jiff::SignedDuration;
use serde::Deserialize;
use store::{LineOrder, Queue, RingIn};

#[derive(Template)]
#[template(path = "demo/ring.html")]
struct Ring {
    shell: Shell,
    /// What can be called: digits, as it is written, name, whether it is chosen.
    numbers: Vec<(u64, String, String, bool)>,
    wanted: Wanted,
    caller_error: Option<String>,
    waits_error: Option<String>,
    called_error: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    called: String,
    caller: String,
    name: String,
    waits: String,
    asks: Option<String>,
}

/// Longer nobody waits.
const WAITS_MOST: i64 = 3_600;

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    let numbers = numbers(&app).await?;
    Ok(Page(form(&visitor, &numbers, Wanted::default())))
}

pub async fn ring(
    visitor: Visitor,
    State(app): State<App>,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let there = numbers(&app).await?;
    let mut form = form(&visitor, &there, wanted);
    let Some(ring) = form.read(&there) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(form)).into_response());
    };
    match app.switchboard().hand_in(LineOrder::RingIn(ring)) {
        Ok(()) => Ok(see("/demo/ring").into_response()),
        Err(_) => Err(Failure::NotFound),
    }
}

/// The numbers that can be called, where nobody is really called.
async fn numbers(app: &App) -> Result<Vec<Queue>, Failure> {
    if demo(app)?.keeps_time {
        return Err(Failure::NotFound);
    }
    app.ask(|store| Ok(store.queues()?)).await
}

fn form(visitor: &Visitor, there: &[Queue], wanted: Wanted) -> Ring {
    let option = |queue: &Queue| {
        let digits = queue.number.digits();
        let is = wanted.called == digits.to_string();
        (digits, queue.number.to_string(), queue.name.clone(), is)
    };
    Ring {
        shell: visitor.shell("demo-ring"),
        numbers: there.iter().map(option).collect(),
        wanted,
        caller_error: None,
        waits_error: None,
        called_error: None,
    }
}

impl Ring {
    /// What is wanted, or everything that is wrong with it.
    fn read(&mut self, there: &[Queue]) -> Option<RingIn> {
        let wanted = &self.wanted;
        let is_called = |queue: &&Queue| queue.number.digits().to_string() == wanted.called;
        let called = there.iter().find(is_called);
        let caller: Option<Option<Number>> = match wanted.caller.trim() {
            "" => Some(None),
            text => read_number(text).map(Some),
        };
        let waits: Option<Option<SignedDuration>> = match wanted.waits.trim() {
            "" => Some(None),
            text => {
                let seconds = text.parse().ok();
                let seconds = seconds.filter(|seconds| (1..=WAITS_MOST).contains(seconds));
                seconds.map(|seconds| Some(SignedDuration::from_secs(seconds)))
            }
        };
        let words = &self.shell.words;
        self.called_error = called.is_none().then(|| words.t("demo-ring-called-remedy"));
        self.caller_error = caller.is_none().then(|| words.t("queue-number-remedy"));
        self.waits_error = waits.is_none().then(|| words.t("demo-ring-waits-remedy"));
        let called = called?;
        let asks = wanted.asks.is_some();
        Some(RingIn {
            called: called.number,
            caller: caller?,
            name: Some(wanted.name.clone()).filter(|name| !name.trim().is_empty()),
            patience: waits?,
            presses: called.sounds.callback_key.filter(|_| asks),
        })
    }
}
