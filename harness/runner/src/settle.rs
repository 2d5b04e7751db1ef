//! From what was seen to a result: messages + exit status + timer -> [`TestResult`].
//!
//! | what was seen | status of the test |
//! |---|---|
//! | `done` | what it says; ERROR when it says OK and no subtest was reported |
//! | the end of the process, and no `done` | CRASH |
//! | the deadline, and no `done` | TIMEOUT |
//!
//! A subtest that has begun and not ended is TIMEOUT, or NOTRUN when the process is gone: nobody can
//! tell whether it would have ended. One that has not begun is NOTRUN.

use std::collections::{HashMap, VecDeque};
use std::process::ExitStatus;
use std::time::Duration;

use winterproof_adapters::Ended;
use winterproof_model::wire::Message;
use winterproof_model::{
    HarnessStatus, SubtestResult, SubtestStatus, TestResult, Uncaught, Verdict,
};

/// How many bytes of names one test may report, each counted whenever it comes.
const MOST_NAMES: usize = 32 * 1024 * 1024;
/// How many bytes of messages and stacks are kept of one test.
const MOST_TEXT: usize = 8 * 1024 * 1024;
/// How many errors that nothing caught are kept of one test.
const MOST_UNCAUGHT: usize = 20;

/// What ended the attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum End {
    /// The far end said `done`.
    Done,
    /// The far end ended without.
    Ended,
    /// The deadline passed.
    Deadline(Duration),
}

/// Takes in what a far end says of one attempt.
#[derive(Debug, Default)]
pub struct Settler {
    said_hello: bool,
    subtests: Vec<SubtestResult>,
    pending: Pending,
    uncaught: Vec<Uncaught>,
    done: Option<(HarnessStatus, Option<String>, Option<String>)>,
    names: usize,
    text: usize,
    left_out: u64,
}

/// Subtests that have not ended, in the order in which they were made. Names can repeat.
#[derive(Debug, Default)]
struct Pending {
    entries: Vec<Option<(String, bool)>>,
    by_name: HashMap<String, Places>,
}

/// Where the subtests of one name stand, the first made first.
#[derive(Debug, Default)]
struct Places {
    waiting: VecDeque<usize>,
    started: VecDeque<usize>,
}

impl Pending {
    fn add(&mut self, name: String, started: bool) {
        let at = self.entries.len();
        let places = self.by_name.entry(name.clone()).or_default();
        if started {
            places.started.push_back(at);
        } else {
            places.waiting.push_back(at);
        }
        self.entries.push(Some((name, started)));
    }

    fn start(&mut self, name: String) {
        let places = self.by_name.get_mut(&name);
        let first = places.and_then(|places| {
            let at = places.waiting.pop_front()?;
            places.started.push_back(at);
            Some(at)
        });
        match first {
            Some(at) => self.entries[at] = Some((name, true)),
            None => self.add(name, true),
        }
    }

    fn remove(&mut self, name: &str) {
        if let Some(places) = self.by_name.get_mut(name) {
            let first = places.started.pop_front();
            match first.or_else(|| places.waiting.pop_front()) {
                Some(at) => self.entries[at] = None,
                None => drop(self.by_name.remove(name)),
            }
        }
    }
}

impl Settler {
    /// Takes in one message; what comes after `done` does not count.
    pub fn hear(&mut self, message: Message) {
        if self.done.is_some() {
            return;
        }
        match message {
            Message::Hello(_) => self.said_hello = true,
            Message::Created { name } => {
                if self.take_room(&name) {
                    self.pending.add(name, false);
                }
            }
            Message::Started { name } => {
                if self.take_room(&name) {
                    self.pending.start(name);
                }
            }
            Message::Subtest {
                name,
                status,
                message,
                stack,
                requirements,
            } => {
                self.pending.remove(&name);
                self.add(name, status, message, stack, requirements);
            }
            Message::Uncaught {
                kind,
                message,
                stack,
                allowed,
            } => {
                if allowed && self.uncaught.len() < MOST_UNCAUGHT {
                    self.uncaught.push(Uncaught {
                        kind,
                        message,
                        stack,
                    });
                }
            }
            Message::Done {
                status,
                message,
                stack,
            } => self.done = Some((status, message, stack)),
            // The session turns it into an error of ours.
            Message::Fault { .. } => {}
        }
    }

    /// Whether the far end has said that it is done.
    pub fn is_done(&self) -> bool {
        self.done.is_some()
    }

    /// Counts a name as it comes, and says whether there is still room for it.
    fn take_room(&mut self, name: &str) -> bool {
        self.names += name.len();
        self.names <= MOST_NAMES
    }

    fn add(
        &mut self,
        name: String,
        status: SubtestStatus,
        message: Option<String>,
        stack: Option<String>,
        mut requirements: Vec<String>,
    ) {
        if !self.take_room(&name) {
            self.left_out += 1;
            return;
        }
        let text = message.as_ref().map_or(0, String::len) + stack.as_ref().map_or(0, String::len);
        self.text += text + requirements.iter().map(String::len).sum::<usize>();
        let fits = self.text <= MOST_TEXT;
        if !fits {
            requirements.clear();
        }
        let left_out =
            || Some("[left out: the messages of this test are longer than 8 MiB]".into());
        self.subtests.push(SubtestResult {
            name,
            status,
            message: if fits || text == 0 {
                message
            } else {
                left_out()
            },
            stack: stack.filter(|_| fits),
            requirements,
            verdict: Verdict::Expected,
        });
    }

    /// The result, once nothing more is heard.
    pub fn finish(mut self, end: End, ended: Ended, duration: Duration) -> TestResult {
        let (status, message, stack) = match (self.done.take(), end) {
            (Some(done), _) => done,
            (None, End::Deadline(limit)) => {
                let text = format!("killed: not done after {} ms", limit.as_millis());
                (HarnessStatus::Timeout, Some(text), None)
            }
            (None, _) => (
                HarnessStatus::Crash,
                Some(self.how_it_ended(ended.status, ended.how.as_deref())),
                None,
            ),
        };
        self.close_pending(status);
        let (status, message) = self.doubt(end, status, message);
        TestResult {
            status,
            message,
            stack,
            verdict: Verdict::Expected,
            duration_ms: u64::try_from(duration.as_millis()).unwrap_or(u64::MAX),
            subtests: self.subtests,
            uncaught: self.uncaught,
            missing: Vec::new(),
            foreseen: Vec::new(),
            stdout_tail: ended.stdout_tail,
            stderr_tail: ended.stderr_tail,
        }
    }

    fn close_pending(&mut self, status: HarnessStatus) {
        let pending = std::mem::take(&mut self.pending.entries);
        for (name, started) in pending.into_iter().flatten() {
            let (status, message) = match (started, status) {
                (true, HarnessStatus::Crash) => (
                    SubtestStatus::Notrun,
                    "the process ended while this subtest ran",
                ),
                (true, _) => (SubtestStatus::Timeout, "it did not end"),
                (false, _) => (SubtestStatus::Notrun, "it was not started"),
            };
            self.add(name, status, Some(message.to_owned()), None, Vec::new());
        }
    }

    /// An OK that can't be believed is an ERROR.
    fn doubt(
        &self,
        end: End,
        status: HarnessStatus,
        message: Option<String>,
    ) -> (HarnessStatus, Option<String>) {
        if self.left_out > 0 {
            let text = format!(
                "{} more subtests were reported than are kept; their names are longer than 32 MiB",
                self.left_out
            );
            return (HarnessStatus::Error, Some(text));
        }
        let came_to_an_end = matches!(status, HarnessStatus::Ok | HarnessStatus::Timeout);
        if end == End::Done && came_to_an_end && self.subtests.is_empty() {
            let text = match message {
                Some(message) => format!("no subtests were reported; {message}"),
                None => "no subtests were reported".to_owned(),
            };
            return (HarnessStatus::Error, Some(text));
        }
        (status, message)
    }

    fn how_it_ended(&self, status: Option<ExitStatus>, how: Option<&str>) -> String {
        let when = if self.said_hello {
            "reporting completion"
        } else {
            "saying hello"
        };
        if let Some(how) = how {
            return format!("{how} before {when}");
        }
        match status {
            Some(status) => match (status.code(), signal(status)) {
                (Some(code), _) => format!("the process exited with code {code} before {when}"),
                (None, Some(signal)) => {
                    format!("the process was ended by signal {signal} before {when}")
                }
                (None, None) => format!("the process ended before {when}"),
            },
            None => format!("the process closed its channel before {when} and was killed"),
        }
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<String> {
    use std::os::unix::process::ExitStatusExt;
    let number = status.signal()?;
    let name = match number {
        4 => " (SIGILL)",
        5 => " (SIGTRAP)",
        6 => " (SIGABRT)",
        7 => " (SIGBUS)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };
    Some(format!("{number}{name}"))
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settle(messages: Vec<Message>, end: End) -> TestResult {
        let mut settler = Settler::default();
        for message in messages {
            settler.hear(message);
        }
        settler.finish(end, Ended::default(), Duration::from_millis(5))
    }

    fn started(name: &str) -> Message {
        Message::Started { name: name.into() }
    }

    fn created(name: &str) -> Message {
        Message::Created { name: name.into() }
    }

    fn subtest(name: &str) -> Message {
        Message::Subtest {
            name: name.into(),
            status: SubtestStatus::Pass,
            message: None,
            stack: None,
            requirements: Vec::new(),
        }
    }

    fn done(status: HarnessStatus) -> Message {
        Message::Done {
            status,
            message: None,
            stack: None,
        }
    }

    fn statuses(result: &TestResult) -> Vec<(&str, &str)> {
        result
            .subtests
            .iter()
            .map(|s| (s.name.as_str(), s.status.as_str()))
            .collect()
    }

    #[test]
    fn what_comes_after_done_does_not_count() {
        let messages = vec![subtest("a"), done(HarnessStatus::Ok), subtest("late")];
        let result = settle(messages, End::Done);
        assert_eq!(result.status, HarnessStatus::Ok);
        assert_eq!(statuses(&result), [("a", "PASS")]);
    }

    #[test]
    fn ok_without_subtests_is_an_error() {
        let result = settle(vec![done(HarnessStatus::Ok)], End::Done);
        assert_eq!(result.status, HarnessStatus::Error);
        assert_eq!(result.message.as_deref(), Some("no subtests were reported"));
    }

    #[test]
    fn a_deadline_names_what_was_pending() {
        let messages = vec![
            created("a"),
            created("b"),
            created("a"),
            started("a"),
            subtest("a"),
            started("b"),
        ];
        let result = settle(messages, End::Deadline(Duration::from_secs(10)));
        assert_eq!(result.status, HarnessStatus::Timeout);
        assert_eq!(
            statuses(&result),
            [("a", "PASS"), ("b", "TIMEOUT"), ("a", "NOTRUN")]
        );
    }

    #[test]
    fn an_end_without_done_is_a_crash() {
        let result = settle(vec![started("a")], End::Ended);
        assert_eq!(result.status, HarnessStatus::Crash);
        assert_eq!(statuses(&result), [("a", "NOTRUN")]);
    }

    #[test]
    fn endless_reports_are_bounded() {
        let big = "x".repeat(1024 * 1024);
        let mut messages: Vec<Message> = (0..40).map(|_| subtest(&big)).collect();
        messages.push(done(HarnessStatus::Ok));
        let result = settle(messages, End::Done);
        assert_eq!(result.status, HarnessStatus::Error);
        assert_eq!(result.subtests.len(), 32);
        assert!(result.message.unwrap().starts_with("8 more subtests"));
    }
}
