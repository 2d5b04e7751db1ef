//! How much of a processor's time something has used, as Linux tells it; not a number elsewhere.

use std::fs;

/// A process, or a thread of this one.
pub struct Cpu {
    stat: String,
}

impl Cpu {
    /// All threads of a process, also those that are gone.
    pub fn of_process(id: u32) -> Self {
        let stat = format!("/proc/{id}/stat");
        Self { stat }
    }

    /// The thread that calls this.
    pub fn of_this_thread() -> Self {
        let thread = fs::read_link("/proc/thread-self").unwrap_or_default();
        let stat = format!("/proc/{}/stat", thread.display());
        Self { stat }
    }

    /// In seconds, exact to a hundredth.
    pub fn seconds(&self) -> f64 {
        let stat = fs::read_to_string(&self.stat).unwrap_or_default();
        // The name, which comes second, can hold anything but a closing bracket at its end.
        let Some((_, rest)) = stat.rsplit_once(')') else {
            return f64::NAN;
        };
        let ticks = rest.split_whitespace().skip(11).take(2);
        let ticks = ticks.filter_map(|word| word.parse::<f64>().ok());
        ticks.sum::<f64>() / 100.0
    }
}
