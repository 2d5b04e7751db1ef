//! `--wptserve`: what the server doesn't know is asked of the checkout's own.

use rustix::process::Signal;
use winterproof_model::HarnessStatus;

use crate::serving::serve;
use crate::stage::{Stage, send};

/// A checkout with a handler that nobody here knows, one that is known, and a test of the first.
fn checkout() -> Stage {
    let stage = Stage::new().with_tools();
    stage.file("root/a/strange.py", "");
    stage.file("root/fetch/api/resources/echo-content.py", "");
    let test = "// asks a/strange.py\ntest(() => {}, \"works\");";
    stage.file("root/a/strange.any.js", test);
    stage
}

#[test]
fn what_is_not_known_is_passed_on_and_its_answer_back() {
    let stage = checkout();
    let served = serve(&stage, "--root root --wptserve");
    let answer = served.get("/a/strange.py?b=%20|c");
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("HTTP/1.1 418 Short and Stout\r\n"),
        "{head}"
    );
    assert!(
        head.contains("Set-Cookie: a=1\r\nSet-Cookie: b=2"),
        "{head}"
    );
    let said = "GET http://localhost/a/strange.py?b=%20|c [] ";
    assert!(body.contains(said), "{body}");
    // What is known is not, nor is what isn't there.
    let known = served.get("/fetch/api/resources/echo-content.py");
    assert!(known.starts_with("HTTP/1.1 200 OK\r\n"), "{known}");
    let none = served.get("/a/none.py");
    assert!(none.starts_with("HTTP/1.1 404 "), "{none}");
    served.end();
    stage.leaves_nothing();
}

#[test]
fn who_is_killed_leaves_no_server() {
    let stage = checkout();
    let mut served = serve(&stage, "--root root --wptserve");
    let is_python = |line: &String| line.contains("python3 -c");
    assert_eq!(
        stage
            .processes()
            .iter()
            .filter(|line| is_python(line))
            .count(),
        1
    );
    send(&served.child, Signal::KILL);
    served.child.wait().unwrap();
    drop(served);
    stage.processes_are_gone();
}

#[test]
fn tests_of_what_is_not_known_are_run() {
    let stage = checkout();
    let log = "winterproof-report/logs/boa.jsonl";
    stage.run("--root root -r boa");
    let status = |log| {
        let log = stage.log(log);
        (log.tests[0].result.status, log.header.settings.wptserve)
    };
    assert_eq!(status(log), (HarnessStatus::PreconditionFailed, false));
    stage.run("--root root -r boa --wptserve");
    assert_eq!(status(log), (HarnessStatus::Ok, true));
    stage.leaves_nothing();
}

#[test]
fn what_is_missing_is_named() {
    let stage = Stage::mixed();
    let seen = stage.seen("--root root -r boa --wptserve");
    assert!(seen.starts_with("exit code: 96"), "{seen}");
    assert!(seen.contains("has no tools/serve/serve.py"), "{seen}");
    let stage = stage.with_tools();
    let mut command = stage.command("--root root -r boa --wptserve");
    let seen = stage.shown(&command.env("PATH", "/nowhere").output().unwrap());
    assert!(seen.starts_with("exit code: 96"), "{seen}");
    assert!(seen.contains("there is no python3 in PATH"), "{seen}");
    stage.file("root/tools/wptserve/server.py", "import nothing_like_it");
    let seen = stage.seen("serve --root root --wptserve");
    assert!(seen.starts_with("exit code: 96"), "{seen}");
    assert!(seen.contains("No module named 'nothing_like_it'"), "{seen}");
    // The embedded suites are no checkout.
    let seen = stage.seen("run --wptserve");
    assert!(seen.starts_with("exit code: 2"), "{seen}");
    assert!(seen.contains("--root"), "{seen}");
    stage.leaves_nothing();
}
