//! Live progress on standard error: bars where there is a terminal, plain lines elsewhere.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use winterproof_model::{Event, HarnessStatus};
use winterproof_runner::Listener;

const PLAIN_EVERY: Duration = Duration::from_secs(5);

/// Shows the progress of a run.
pub(crate) struct Progress {
    bars: MultiProgress,
    runtimes: Vec<Mutex<State>>,
    plain: bool,
}

struct State {
    name: String,
    bar: ProgressBar,
    planned: usize,
    finished: usize,
    unexpected: usize,
    said: Instant,
}

impl Progress {
    /// For runtimes of these names, in the order of the run.
    pub(crate) fn new(names: &[String], plain: bool) -> Self {
        let target = if plain {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bars = MultiProgress::with_draw_target(target);
        let width = names.iter().map(String::len).max().unwrap_or_default();
        let style = ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let runtimes = names
            .iter()
            .map(|name| {
                let bar = bars.add(ProgressBar::no_length().with_style(style.clone()));
                bar.set_prefix(format!("{name:width$}"));
                Mutex::new(State {
                    name: name.clone(),
                    bar,
                    planned: 0,
                    finished: 0,
                    unexpected: 0,
                    said: Instant::now(),
                })
            })
            .collect();
        Self {
            bars,
            runtimes,
            plain,
        }
    }

    /// Takes the bars away, so that the report begins on a clean line.
    pub(crate) fn clear(&self) {
        // A terminal that can't be cleared only keeps the bars.
        let _ = self.bars.clear();
    }
}

impl State {
    fn say(&mut self) {
        self.said = Instant::now();
        eprintln!(
            "{}: {}/{} tests, {} unexpected",
            self.name, self.finished, self.planned, self.unexpected
        );
    }
}

impl Listener for Progress {
    fn hear(&self, runtime: usize, event: &Event) {
        let Some(Ok(mut state)) = self.runtimes.get(runtime).map(Mutex::lock) else {
            return;
        };
        match event {
            Event::RunStarted(header) => {
                state.planned = header.planned.len();
                state.bar.set_length(header.planned.len() as u64);
            }
            Event::RunResumed { tests, unexpected } => {
                state.finished = *tests;
                state.unexpected = *unexpected;
                state.bar.set_position(*tests as u64);
                let (name, planned) = (&state.name, state.planned);
                self.bars.suspend(|| {
                    eprintln!("RESUME {name}: {tests} of {planned} tests have results, which stay");
                });
            }
            Event::TestStarted { id, attempt } => {
                if *attempt == 1 {
                    state.bar.set_message(id.to_string());
                }
            }
            Event::TestFinished(record) => {
                if record.attempt == 1 {
                    state.finished += 1;
                    state.bar.inc(1);
                }
                if record.result.status != HarnessStatus::Skip && !record.result.is_expected() {
                    state.unexpected += 1;
                }
                if self.plain && state.said.elapsed() > PLAIN_EVERY {
                    state.say();
                }
            }
            Event::RunFinished(_) => {
                state.bar.finish_and_clear();
                if self.plain {
                    state.say();
                }
            }
        }
    }
}
