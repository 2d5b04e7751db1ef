//! A fake engine plays a script of its own: what each step gives, and what was asked of it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::rc::Rc;

use super::*;

/// What the fake does when it is asked to.
#[derive(Clone, Copy)]
enum Step {
    Drained,
    Rejects(&'static str),
    MicrotaskThrows(&'static str),
    MicrotasksLate,
    Runs,
    /// A task in which the test completes.
    Completes,
    TaskThrows(&'static str),
    Idle,
    Late,
}

struct Fake {
    steps: VecDeque<Step>,
    asked: Vec<String>,
    hook: Result<(), CallError>,
    host: Host,
}

impl Realm for Fake {
    type Value = &'static str;

    fn evaluate(&mut self, url: &str, source: &str) -> Result<(), Self::Value> {
        if url.starts_with('/') {
            self.asked.push(format!("evaluate {url}"));
        }
        match source {
            "throw" => Err("thrown by a script"),
            "complete" => {
                self.host.completed();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn call(&mut self, call: Call<'_, Self::Value>) -> Result<(), CallError> {
        self.asked.push(match call {
            Call::Uncaught(kind, value) => format!("uncaught {}: {value}", kind.as_str()),
            Call::Expire(reason) => format!("expire: {reason}"),
            Call::Close => "close".to_owned(),
        });
        self.hook.clone()
    }

    fn microtasks(&mut self, _: Instant) -> Microtasks<Self::Value> {
        match self.steps.pop_front() {
            Some(Step::Drained) | None => Microtasks::Drained,
            Some(Step::Rejects(value)) => Microtasks::Uncaught(Kind::Rejection, value),
            Some(Step::MicrotaskThrows(value)) => Microtasks::Uncaught(Kind::Error, value),
            Some(Step::MicrotasksLate) => Microtasks::Late,
            Some(_) => panic!("the fake was asked for microtasks out of turn"),
        }
    }

    fn task(&mut self, _: Instant) -> Task<Self::Value> {
        match self.steps.pop_front() {
            Some(Step::Runs) => Task::Ran,
            Some(Step::Completes) => {
                self.host.completed();
                Task::Ran
            }
            Some(Step::TaskThrows(value)) => Task::Threw(value),
            Some(Step::Idle) => Task::Idle,
            Some(Step::Late) => Task::Late,
            _ => panic!("the fake was asked for a task out of turn"),
        }
    }

    fn describe(&mut self, value: &Self::Value) -> Description {
        Description {
            message: (*value).to_owned(),
            stack: Some("at somewhere".to_owned()),
        }
    }
}

/// The channel's other end.
#[derive(Clone, Default)]
struct Heard(Rc<RefCell<Vec<u8>>>);

impl Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Played {
    end: Result<(), Stop>,
    asked: Vec<String>,
    heard: String,
}

fn play(sources: &[&str], steps: &[Step]) -> Played {
    play_with(sources, steps, Ok(()))
}

fn run(sources: &[&str]) -> Run {
    let script = |(index, source): (usize, &&str)| Script::new(format!("/{index}.js"), *source);
    Run {
        test: "/a.any.js".parse().expect("a test id"),
        scope: winterproof_model::Scope::Shell,
        title: None,
        scripts: sources.iter().enumerate().map(script).collect(),
        timeout_ms: 10_000,
        base_url: None,
        aliases: Vec::new(),
    }
}

fn play_with(sources: &[&str], steps: &[Step], hook: Result<(), CallError>) -> Played {
    let heard = Heard::default();
    let host = Host::new("k".to_owned(), heard.clone());
    let mut realm = Fake {
        steps: steps.iter().copied().collect(),
        asked: Vec::new(),
        hook,
        host: host.clone(),
    };
    let run = run(sources);
    let end = Conductor::new(&mut realm, &host).conduct(&run);
    assert!(realm.steps.is_empty(), "not all steps were taken");
    let heard = String::from_utf8(heard.0.take()).expect("UTF-8");
    Played {
        end,
        asked: realm.asked,
        heard,
    }
}

#[test]
fn scripts_run_in_order_and_the_run_closes_when_the_test_completes() {
    let played = play(&["", ""], &[Step::Drained, Step::Completes, Step::Drained]);
    assert_eq!(played.end, Ok(()));
    assert_eq!(played.asked, ["evaluate /0.js", "evaluate /1.js", "close"]);
    assert_eq!(played.heard, "");
}

#[test]
fn a_test_that_completes_while_loading_still_sees_its_later_scripts_and_its_microtasks() {
    let played = play(&["complete", ""], &[Step::Rejects("late"), Step::Drained]);
    let uncaught = "uncaught unhandledrejection: late";
    assert_eq!(
        played.asked,
        ["evaluate /0.js", "evaluate /1.js", uncaught, "close"]
    );
}

#[test]
fn an_error_in_a_script_does_not_stop_the_next_one() {
    let played = play(&["throw", "complete"], &[Step::Drained]);
    let uncaught = "uncaught error: thrown by a script";
    assert_eq!(
        played.asked,
        ["evaluate /0.js", uncaught, "evaluate /1.js", "close"]
    );
}

#[test]
fn errors_in_tasks_and_microtasks_are_reported_and_the_loop_goes_on() {
    let played = play(
        &[],
        &[
            Step::MicrotaskThrows("one"),
            Step::Drained,
            Step::TaskThrows("two"),
            Step::Rejects("three"),
            Step::Drained,
            Step::Runs,
            Step::Drained,
            Step::Completes,
            Step::Drained,
        ],
    );
    assert_eq!(
        played.asked,
        [
            "uncaught error: one",
            "uncaught error: two",
            "uncaught unhandledrejection: three",
            "close"
        ]
    );
}

#[test]
fn an_idle_runtime_expires_the_test() {
    let played = play(&[], &[Step::Drained, Step::Idle, Step::Rejects("cleanup")]);
    assert_eq!(
        played.asked,
        [
            "expire: the runtime is idle and the test is not done",
            "uncaught unhandledrejection: cleanup",
            "close"
        ]
    );
}

#[test]
fn the_deadline_expires_the_test_between_tasks_and_between_microtasks() {
    let between_tasks: &[Step] = &[Step::Drained, Step::Late];
    let between_microtasks: &[Step] = &[Step::MicrotasksLate];
    for steps in [between_tasks, between_microtasks] {
        let played = play(&[], steps);
        assert_eq!(played.asked, ["expire: not done after 10000 ms", "close"]);
        assert_eq!(played.end, Ok(()));
    }
}

#[test]
fn a_test_that_never_stops_queueing_microtasks_is_closed_after_the_deadline() {
    let played = play(&[], &[Step::MicrotasksLate, Step::MicrotasksLate]);
    assert_eq!(played.asked, ["expire: not done after 10000 ms", "close"]);
}

#[test]
fn without_testharness_the_first_error_is_the_result() {
    let played = play_with(&["throw", ""], &[], Err(CallError::Absent));
    assert_eq!(played.end, Err(Stop::Done));
    assert_eq!(
        played.heard,
        "k {\"type\":\"done\",\"status\":\"ERROR\",\"message\":\"thrown by a script\",\
         \"stack\":\"at somewhere\"}\n"
    );
    assert_eq!(played.asked.len(), 2, "the second script is not evaluated");
}

#[test]
fn without_any_hook_the_host_is_at_fault() {
    let steps = [Step::Drained, Step::Idle];
    let played = play_with(&[""], &steps, Err(CallError::Absent));
    let message = "no script has set expire() on the host's object";
    assert_eq!(played.end, Err(Stop::Fault(message.to_owned())));
}

#[test]
fn a_hook_that_throws_ends_the_test_in_an_error() {
    let steps = [Step::TaskThrows("x")];
    let hook = Err(CallError::Threw("TypeError: y".to_owned()));
    let played = play_with(&[], &[&[Step::Drained], &steps[..]].concat(), hook);
    assert_eq!(played.end, Err(Stop::Done));
    assert_eq!(
        played.heard,
        "k {\"type\":\"done\",\"status\":\"ERROR\",\
         \"message\":\"the report hook's uncaught() threw: TypeError: y\"}\n"
    );
}

#[test]
fn each_line_that_is_sent_gets_the_key() {
    let heard = Heard::default();
    let host = Host::new("key".to_owned(), heard.clone());
    host.send("{\"a\":1}\n{\"b\":2}");
    assert_eq!(heard.0.take(), b"key {\"a\":1}\nkey {\"b\":2}\n");
}

#[test]
fn aliases_and_title_reach_the_prelude_as_data() {
    let run = Run {
        aliases: vec!["self".to_owned(), "a\"b".to_owned()],
        title: Some("a title".to_owned()),
        ..run(&[])
    };
    let script = prelude(&run).expect("a prelude");
    assert!(script.ends_with(r#"})(["self","a\"b"], null, "a title");"#));
}

#[test]
fn tests_with_aliases_know_their_address() {
    let url = "http://127.0.0.1:8000/a/b.any.js?x#y";
    let base_url = Some(url.to_owned());
    let own = run(&[]);
    let alien = Run {
        aliases: vec!["self".to_owned()],
        base_url: base_url.clone(),
        ..own.clone()
    };
    let own = Run { base_url, ..own };
    let source = prelude(&own).expect("a prelude");
    assert!(source.ends_with("([], null, null);"));
    let source = prelude(&alien).expect("a prelude");
    let (_, address) = source.rsplit_once("], ").expect("three arguments");
    let address: Value = serde_json::from_str(address.trim_end_matches(", null);")).expect("JSON");
    assert_eq!(
        address,
        json!({
            "href": url,
            "origin": "http://127.0.0.1:8000",
            "protocol": "http:",
            "host": "127.0.0.1:8000",
            "hostname": "127.0.0.1",
            "port": "8000",
            "pathname": "/a/b.any.js",
            "search": "?x",
            "hash": "#y",
        })
    );
}

#[test]
fn a_base_that_is_no_url_is_a_fault() {
    let run = Run {
        aliases: vec!["self".to_owned()],
        base_url: Some("nowhere".to_owned()),
        ..run(&[])
    };
    assert!(matches!(prelude(&run), Err(Stop::Fault(_))));
}
