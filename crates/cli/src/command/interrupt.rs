//! Ctrl-C as a wish to stop between two rows, instead of a sudden end.

use crate::out;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Begins to listen; the flag is set at the first Ctrl-C, the second one ends the program.
pub fn listen() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = stop.clone();
    std::thread::spawn(move || {
        // Without a runtime Ctrl-C ends the program at once, as it does anywhere.
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
        else {
            return;
        };
        runtime.block_on(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                flag.store(true, Ordering::Relaxed);
                out::note(
                    "\nstopping after the rows that are being read; Ctrl-C again stops at once",
                );
                if tokio::signal::ctrl_c().await.is_ok() {
                    std::process::exit(130);
                }
            }
        });
    });
    stop
}
