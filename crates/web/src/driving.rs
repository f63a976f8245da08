//! Drives the desks whose campaigns dial by themselves, for as long as they are open in a browser
//! that is heard of: nobody is dialled for an agent who is not there.

use crate::app::App;
use crate::area::{Pace, Then, step_of};
use crate::failure::Failure;
use crate::presence::Turn;
use crate::seat::Visitor;
use engine::AgentId;
use std::time::Duration;
use store::Hint;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{sleep, timeout};

/// However fast the centre's clock runs, and whatever goes wrong.
const SHORTEST: Duration = Duration::from_millis(200);
/// A clock that is set by hand is looked at so often.
const BY_HAND: Duration = Duration::from_millis(250);
/// Whether a browser that slept is awake again is looked at so often.
const AWAY: Duration = Duration::from_secs(5);
/// Where the store cannot be read.
const BROKEN: Duration = Duration::from_secs(5);

/// For as long as it runs. Of several tabs one drives: who holds the turn.
pub async fn drive(app: App, visitor: Visitor, agent: AgentId, turn: Turn) {
    let _mine = turn.lock().await;
    let mut hints = app.store().changes();
    let mut pace = Pace::default();
    loop {
        if !app.live().desks().is_near(agent) {
            sleep(AWAY).await;
            continue;
        }
        let pause = match step(&app, &visitor, agent, &mut pace).await {
            Ok(Then::AtOnce) => Some(SHORTEST),
            Ok(Then::At(at)) => {
                let pause = app.store().clock().wait_until(at).unwrap_or(BY_HAND);
                Some(pause.max(SHORTEST))
            }
            Ok(Then::Later) => None,
            Err(problem) => {
                eprintln!("a desk that dials by itself waits: {problem}");
                sleep(BROKEN).await;
                continue;
            }
        };
        let goes_on = match pause {
            Some(pause) => timeout(pause, woken(&mut hints, agent)).await,
            None => Ok(woken(&mut hints, agent).await),
        };
        if goes_on == Ok(false) {
            return;
        }
    }
}

/// Waits until something happens at the desk, or there may be more to be called; false when nothing
/// will any more.
async fn woken(hints: &mut Receiver<Hint>, agent: AgentId) -> bool {
    loop {
        match hints.recv().await {
            Ok(Hint::Agent(there)) if there == agent => return true,
            Ok(Hint::Campaigns | Hint::List(_) | Hint::Import { .. }) => return true,
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => return true,
            Err(RecvError::Closed) => return false,
        }
    }
}

/// One step, off the threads that serve requests.
async fn step(
    app: &App,
    visitor: &Visitor,
    agent: AgentId,
    pace: &mut Pace,
) -> Result<Then, Failure> {
    let (before, own) = (pace.told.clone(), visitor.words.clone());
    let (lines, mut next) = (app.switchboard().clone(), pace.clone());
    let stepped = app
        .ask(move |store| {
            let then = step_of(store, &lines, agent, &own, &mut next)?;
            Ok::<_, Failure>((then, next))
        })
        .await?;
    let (then, next) = stepped;
    *pace = next;
    if pace.told != before {
        app.live().desks().tell(agent, pace.told.clone());
        app.store().nudge(Hint::Agent(agent));
    }
    Ok(then)
}
