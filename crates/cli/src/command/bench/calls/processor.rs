//! What the processor was used for: by this program, and by the whole machine, on which both
//! Asterisks may run as well.

use crate::failure::Failure;
use std::time::Duration;

/// A hundredth of a second, in which Linux counts.
const TICK: Duration = Duration::from_millis(10);

/// Counted up since the machine, or the program, began.
pub struct Processor {
    own: u64,
    busy: u64,
    idle: u64,
}

/// Between two looks.
pub struct Used {
    /// By this program with all its threads.
    pub own: Duration,
    /// Of all processors, in hundredths.
    pub machine_per_cent: f64,
}

impl Processor {
    pub fn now() -> Result<Self, Failure> {
        // After the name in brackets: time in the program and in the kernel come twelfth.
        let own = read("/proc/self/stat")?;
        let own = own.rsplit(')').next().unwrap_or("");
        let machine = read("/proc/stat")?;
        // user, nice, system, idle, waiting for a disk, interrupts and what others take from us.
        let figures = numbers(machine.lines().next().unwrap_or(""), 1, 8);
        let idle = figures.iter().skip(3).take(2).sum();
        Ok(Self {
            own: numbers(own, 11, 2).iter().sum(),
            busy: figures.iter().sum::<u64>().saturating_sub(idle),
            idle,
        })
    }

    pub fn used_since(&self, before: &Self) -> Used {
        let ticks = |now: u64, then: u64| now.saturating_sub(then);
        let busy = ticks(self.busy, before.busy);
        let all = busy.saturating_add(ticks(self.idle, before.idle)).max(1);
        let own = u32::try_from(ticks(self.own, before.own)).unwrap_or(u32::MAX);
        Used {
            own: TICK * own,
            machine_per_cent: 100.0 * busy as f64 / all as f64,
        }
    }
}

fn read(path: &str) -> Result<String, Failure> {
    std::fs::read_to_string(path)
        .map_err(|error| Failure::of(format!("{path}: {error}; this needs Linux")))
}

fn numbers(line: &str, skip: usize, take: usize) -> Vec<u64> {
    let fields = line.split_whitespace().skip(skip).take(take);
    fields.filter_map(|field| field.parse().ok()).collect()
}
