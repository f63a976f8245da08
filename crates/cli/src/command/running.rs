//! A centre at work behind its web pages, from the first request to an orderly end.

use crate::failure::Failure;
use crate::out;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::Store;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use web::{App, Options};

/// How long requests that are under way may take once the end has come.
const LAST_REQUESTS: Duration = Duration::from_secs(5);

/// What works beside the pages, until the flag is set.
pub type Work = Box<dyn FnOnce(&AtomicBool) -> Result<(), Failure> + Send>;

/// Takes an address before anything else is done, so that nothing is done in vain.
pub fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).map_err(|error| {
        Failure::of(format!(
            "nobody can be served at {address}: {error}; name another address or port"
        ))
    })
}

/// A centre whose end can be asked for, before it is said where it is: whoever is told the
/// address may want to end it at once.
pub struct Doors {
    listener: TcpListener,
    runtime: Runtime,
    ends: watch::Receiver<bool>,
}

impl Doors {
    /// From here on Ctrl-C and SIGTERM are heard, and end the centre in order.
    pub fn open(listener: TcpListener) -> Result<Self, Failure> {
        let runtime = Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(failed)?;
        let ends = runtime.block_on(async { end() }).map_err(failed)?;
        Ok(Self {
            listener,
            runtime,
            ends,
        })
    }

    /// Serves the pages while the work is done, until the end.
    pub fn run(self, store: Store, options: Options, work: Work) -> Result<(), Failure> {
        let stop = Arc::new(AtomicBool::new(false));
        let worker = {
            let stop = stop.clone();
            std::thread::spawn(move || work(&stop))
        };
        let served = self.serve(App::new(store, options));
        stop.store(true, Ordering::Relaxed);
        let worked = worker.join().unwrap_or_else(|_| {
            Err(Failure::of(
                "the centre's loop broke off: restart the program",
            ))
        });
        served.and(worked)
    }

    fn serve(self, app: App) -> Result<(), Failure> {
        let (listener, ends) = (self.listener, self.ends);
        let served = self.runtime.block_on(async {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let (mut orderly, mut late) = (ends.clone(), ends);
            let orderly = async move {
                // Whoever could say so is gone: that is the end as well.
                let _ = orderly.wait_for(|ended| *ended).await;
            };
            let late = async move {
                let _ = late.wait_for(|ended| *ended).await;
                tokio::time::sleep(LAST_REQUESTS).await;
            };
            tokio::select! {
                served = web::serve(listener, app, orderly) => served,
                () = late => Ok(()),
            }
        });
        self.runtime.shutdown_timeout(LAST_REQUESTS);
        served.map_err(failed)
    }
}

fn failed(error: std::io::Error) -> Failure {
    Failure::of(format!("the pages cannot be served: {error}"))
}

/// Becomes true at the first Ctrl-C or SIGTERM; the second one ends the program at once.
fn end() -> std::io::Result<watch::Receiver<bool>> {
    let (say, ends) = watch::channel(false);
    let (mut interrupt, mut terminate) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    tokio::spawn(async move {
        loop {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            if say.send_replace(true) {
                std::process::exit(130);
            }
            out::note("\nending: calls are hung up, what is under way is finished");
        }
    });
    Ok(ends)
}
