//! `serve`: what it prints, answers and leaves behind.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout};

use rustix::process::{Pid, Signal, kill_process};

use crate::stage::{Stage, panicked};

pub struct Served {
    pub child: Child,
    stdout: BufReader<ChildStdout>,
    greeting: String,
}

/// Starts it and reads what it says until it has told how to trust it.
pub fn serve(stage: &Stage, options: &str) -> Served {
    let mut child = stage.start(&format!("serve {options}"));
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut greeting = String::new();
    while !greeting.contains("curl --cacert") {
        assert_ne!(stdout.read_line(&mut greeting).unwrap(), 0, "{greeting}");
    }
    Served {
        child,
        stdout,
        greeting,
    }
}

impl Served {
    /// The word that begins like this.
    fn word(&self, begin: &str) -> &str {
        let mut words = self.greeting.split_whitespace();
        words.find(|word| word.starts_with(begin)).unwrap()
    }

    pub fn get(&self, path: &str) -> String {
        let (_, port) = self.word("http://").rsplit_once(':').unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port.parse().unwrap())).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Ends it, and gives what it logged.
    pub fn end(mut self) -> String {
        let (_, authority) = self.greeting.split_once("--cacert ").unwrap();
        let (authority, _) = authority.split_once(' ').unwrap();
        let authority = authority.to_owned();
        assert!(Path::new(&authority).is_file(), "{authority}");
        kill_process(Pid::from_child(&self.child), Signal::INT).unwrap();
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        let output = self.child.wait_with_output().unwrap();
        assert!(!panicked(&output));
        assert_eq!(output.status.code(), Some(0));
        assert!(!Path::new(&authority).exists());
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn a_root_is_served_logged_and_recorded() {
    let stage = Stage::mixed();
    let served = serve(&stage, "--root root --record requests.jsonl");
    assert!(served.get("/a/good.any.js?x").contains("works"));
    assert!(served.get("/a/").contains("good.any.js"));
    assert!(served.get("/nothing").starts_with("HTTP/1.1 404"));
    // Where the root has none that shows results, there is one.
    assert!(
        served
            .get("/resources/testharnessreport.js")
            .contains("tbody")
    );
    let log = served.end();
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 4, "{log}");
    assert!(
        lines[0].starts_with("GET http://localhost/a/good.any.js?x 200 "),
        "{log}"
    );
    assert!(
        lines[2].starts_with("GET http://localhost/nothing 404 "),
        "{log}"
    );
    assert_eq!(stage.lines("requests.jsonl"), 4);
}

#[test]
fn the_embedded_suites_are_served() {
    let stage = Stage::new();
    let served = serve(&stage, "");
    assert!(served.get("/").contains("url/"));
    assert!(
        served
            .get("/resources/testharness.js")
            .contains("promise_test")
    );
    served.end();
}

#[test]
fn a_port_can_be_asked_for_and_be_taken() {
    let stage = Stage::new();
    let first = serve(&stage, "");
    let (_, port) = first.word("http://").rsplit_once(':').unwrap();
    let output = stage.run(&format!("serve --port {port}"));
    assert_eq!(output.status.code(), Some(96));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("--port"), "{text}");
    let port = port.to_owned();
    first.end();
    let second = serve(&stage, &format!("--port {port}"));
    assert_eq!(second.word("http://"), format!("http://localhost:{port}"));
    second.end();
}
