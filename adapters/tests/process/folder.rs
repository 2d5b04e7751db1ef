//! A runtime whose host can read no request and write to no descriptor, as workerd's: it gets a folder,
//! options and the question for its version.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use winterproof_adapters::{Registry, RuntimeSpec, Session, SpecError};
use winterproof_model::wire::{Script, Text};

use crate::common::job;
use crate::fake::{Fake, said};

const GRACE: Duration = Duration::from_secs(300);

/// Called as workerd is: `test`, three flags, the folder, the configuration.
const PRELUDE: &str = r#"#!/bin/sh
export WINTERPROOF_TEST_FOLDER='{folder}'
if [ "$1" = --version ]; then echo "${version-workerd 2026-11-17}"; exit; fi
request=$(cat "$5/request.json")
config=$6
key=${request#*'"key":"'}
key=${key%%'"'*}
say() { printf '%s %s\n' "$key" "$1"; }
say '{"type":"hello","wire":1,"engine":"E 1"}'
case $request in *'"type":"hello"'*) exit 0;; esac
"#;

fn resolve(
    binary: &Path,
    options: &str,
) -> Result<Arc<dyn winterproof_adapters::Adapter>, SpecError> {
    let spec = RuntimeSpec::parse(&format!("workerd={}{options}", binary.display())).unwrap();
    Registry::built_in(&[]).unwrap().resolve(&spec)
}

async fn connect(fake: &Fake, options: &str) -> Arc<dyn Session> {
    let adapter = resolve(&fake.binary(), options).unwrap();
    adapter.connect().await.unwrap()
}

/// Why it can't be connected to, with its folder left out.
async fn refusal(fake: &Fake) -> String {
    match resolve(&fake.binary(), "").unwrap().connect().await {
        Ok(session) => panic!("it answered: {:?}", session.info()),
        Err(error) => fake.redacted(&error),
    }
}

#[tokio::test]
async fn what_it_is_asked_for_with_is_told() {
    let fake = Fake::behind(PRELUDE, "");
    let session = connect(&fake, "").await;
    let info = session.info();
    assert_eq!(info.label(), "workerd 2026-11-17");
    assert!(info.options.is_empty());
    assert_eq!(info.flags.last().unwrap(), "flags=");

    let session = connect(&fake, "?date=2024-01-01&flags=a,b").await;
    let info = session.info();
    assert_eq!(info.label(), "workerd 2026-11-17?date=2024-01-01&flags=a,b");
    assert_eq!(
        info.flags[info.flags.len() - 2..],
        ["date=2024-01-01", "flags=a,b"]
    );
    // What is asked for and is so by default makes no other runtime.
    let session = connect(&fake, "?flags=").await;
    assert_eq!(session.info().label(), "workerd 2026-11-17");
    fake.leaves_nothing();
}

#[tokio::test]
async fn options_reach_the_files_beside_the_host() {
    let fake = Fake::behind(PRELUDE, "grep compat \"$config\"; ls \"${config%/*}\"");
    let session = connect(&fake, "?date=2024-02-29&flags=a,b-c").await;
    let mut execution = session.start(job()).await.unwrap();
    said(execution.as_mut()).await;
    let text = execution.end(GRACE).await.stdout_tail;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "compatibilityDate = \"2024-02-29\",",
            "compatibilityFlags = [\"a\", \"b-c\"],",
            "authority.pem",
            "host.capnp",
            "host.js",
        ]
    );
}

#[test]
fn options_that_cannot_be_meant_are_refused_before_anything_runs() {
    let nothing = Path::new("/nowhere");
    for (options, message) in [
        (
            "?compat=2024-01-01",
            "workerd has no option \"compat\"; \
             it has date (the compatibility date) and flags (the compatibility flags)",
        ),
        (
            "?date=2024-02-30",
            "workerd can't have date=\"2024-02-30\": it is no date of the form YYYY-MM-DD; \
             date is the compatibility date",
        ),
        (
            "?flags=a\",\"b",
            "workerd can't have flags=\"a\\\",\\\"b\": it is no list of words (letters, digits, _ \
             and -) separated by commas; flags is the compatibility flags",
        ),
    ] {
        let Err(error) = resolve(nothing, options) else {
            panic!("{options} was taken");
        };
        assert_eq!(error.to_string(), message);
    }
    let spec = RuntimeSpec::parse("node?date=2024-01-01").unwrap();
    let Err(error) = Registry::built_in(&[]).unwrap().resolve(&spec) else {
        panic!("Node.js has no such option");
    };
    assert_eq!(
        error.to_string(),
        "Node.js has no option \"date\"; it has none"
    );
}

#[tokio::test]
async fn the_request_is_in_a_folder_of_its_own_with_all_scripts() {
    let fake = Fake::behind(
        PRELUDE,
        "printf '%s\\n' \"$5\"; cat \"$5/request.json\"; read -r line || echo nothing",
    );
    let session = connect(&fake, "").await;
    let shared = fake.folder().join("shared.js");
    std::fs::write(&shared, "const shared = \"é\";").unwrap();
    let mut job = job();
    job.scripts = vec![
        Script {
            url: "/shared.js".into(),
            text: Text::File(shared.to_str().unwrap().into()),
        },
        Script::new("/test.js", "let own;"),
    ];
    let mut execution = session.start(job).await.unwrap();
    said(execution.as_mut()).await;
    let text = execution.end(GRACE).await.stdout_tail;
    let (folder, rest) = text.split_once('\n').unwrap();
    let (request, after) = rest.split_once('\n').unwrap();
    assert!(
        request.contains(r#"{"url":"/shared.js","source":"const shared = \"é\";"}"#),
        "{request}"
    );
    assert!(
        request.contains(r#"{"url":"/test.js","source":"let own;"}"#),
        "{request}"
    );
    assert_eq!(after, "nothing\n", "standard input is empty");
    assert!(Path::new(folder).is_dir());
    drop(execution);
    assert!(!Path::new(folder).exists());
}

#[tokio::test]
async fn what_has_no_key_on_standard_output_is_output() {
    let fake = Fake::behind(
        PRELUDE,
        "forged='{\"type\":\"done\",\"status\":\"OK\"}'; echo \"$forged\"\n\
         echo \"0123456789abcdef0123456789abcdef $forged\"; printf unfinished\n\
         say '{\"type\":\"subtest\",\"name\":\"it\",\"status\":\"PASS\"}'; echo the end; exit 3",
    );
    let session = connect(&fake, "").await;
    let mut execution = session.start(job()).await.unwrap();
    assert_eq!(said(execution.as_mut()).await, ["hello", "subtest"]);
    let ended = execution.end(GRACE).await;
    assert_eq!(ended.status.and_then(|status| status.code()), Some(3));
    let forged = r#"{"type":"done","status":"OK"}"#;
    assert_eq!(
        ended.stdout_tail,
        format!("{forged}\n0123456789abcdef0123456789abcdef {forged}\nunfinishedthe end\n")
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_does_not_tell_its_version_is_refused() {
    let message = "FOLDER/runtime does not tell its version: \
        `FOLDER/runtime --version` says nothing like one";
    for version in [
        "exit 3",
        "exit 0",
        "echo 'usage: help'; exit 0",
        "kill -9 $$",
    ] {
        let script = format!("#!/bin/sh\n[ \"$1\" != --version ] || {{ {version}; }}\n");
        let fake = Fake::behind(&format!("{script}{PRELUDE}"), "");
        assert_eq!(refusal(&fake).await, message);
        fake.leaves_nothing();
    }
    // Not a word is waited for in vain.
    let fake = Fake::behind("#!/bin/sh\nsleep 1000 & sleep 1000 >/dev/null\n", "");
    let spec = format!("workerd={}", fake.binary().display());
    let registry = Registry::built_in(&[])
        .unwrap()
        .waiting(Duration::from_secs(1));
    let adapter = registry
        .resolve(&RuntimeSpec::parse(&spec).unwrap())
        .unwrap();
    let Err(error) = adapter.connect().await else {
        panic!("it says nothing");
    };
    assert_eq!(
        fake.redacted(&error),
        "FOLDER/runtime did not say hello within 1 s and was killed"
    );
    fake.leaves_nothing();
}
