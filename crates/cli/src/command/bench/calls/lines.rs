//! The lines on a thread of their own, as they are in a centre: what agents do goes on beside them.

use super::house::refused;
use crate::failure::Failure;
use crate::out::Problems;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use store::{Recorded, Store, StoreError, Switchboard, switchboard};
use telephony::Meter;
use telephony::asterisk::{Asterisk, AsteriskAddress, Meters};
use workers::{Centre, Lines};

pub struct LinesThread {
    recorded: Receiver<Recorded>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Result<(Meters, Meter), StoreError>>,
}

impl LinesThread {
    pub fn start(store: &Store, address: AsteriskAddress) -> Result<(Switchboard, Self), Failure> {
        let (switchboard, orders) = switchboard();
        let nudged = switchboard.clone();
        let problems = Mutex::new(Problems::default());
        let asterisk = Asterisk::connect(
            address,
            move || nudged.listen(),
            move |problem| {
                if let Ok(mut problems) = problems.lock() {
                    problems.tell(problem);
                }
            },
        )
        .map_err(refused)?;
        let centre = Centre::open(store.clone(), Lines::of_asterisk(orders, asterisk))?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let (tell, recorded) = channel();
        let thread = std::thread::Builder::new()
            .name("lines".to_owned())
            .spawn(move || run_lines(centre, &stopped, &tell))
            .map_err(refused)?;
        let lines = Self {
            recorded,
            stop,
            thread,
        };
        Ok((switchboard, lines))
    }

    /// What was recorded since; waits for the first so long at most.
    pub fn recorded(&self, at_most: Duration) -> Result<Vec<Recorded>, Failure> {
        let first = self.recorded.recv_timeout(at_most);
        let recorded = first.into_iter().chain(self.recorded.try_iter()).collect();
        if self.thread.is_finished() {
            return Err(refused("the lines have stopped"));
        }
        Ok(recorded)
    }

    /// Ends every call; how long they took.
    pub fn end(self, switchboard: &Switchboard) -> Result<(Meters, Meter), Failure> {
        self.stop.store(true, Ordering::Relaxed);
        switchboard.listen();
        let meters = self.thread.join();
        Ok(meters.map_err(|_| refused("the lines broke"))??)
    }
}

fn run_lines(
    mut centre: Centre,
    stop: &AtomicBool,
    tell: &Sender<Recorded>,
) -> Result<(Meters, Meter), StoreError> {
    while !stop.load(Ordering::Relaxed) {
        for recorded in centre.step()? {
            // At the end nobody listens any more.
            let _ = tell.send(recorded);
        }
        centre.wait_until(centre.next_at());
    }
    let store = centre.store().clone();
    let meters = centre.lines.meters().unwrap_or_default();
    let behind = centre.lines.behind().clone();
    centre.lines.close(&store)?;
    Ok((meters, behind))
}
