//! The shape "shell": an engine that is given files and prints.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use winterproof_adapters::{Execution, Registry, RuntimeSpec, Session};
use winterproof_model::wire::{Message, Run, Script};

use crate::common::job;
use crate::fake::{Fake, said};

const GRACE: Duration = Duration::from_secs(300);

/// What every engine here begins with: it reads the key out of the first file.
const PRELUDE: &str = r#"#!/bin/sh
export WINTERPROOF_TEST_FOLDER='{folder}'
case $1 in --help) echo 'Engine version v5.6.7 (a build of 2020)'; exit 1;; esac
key=$(sed 's/.*"key":"\([0-9a-f]*\)".*/\1/;q' "$1")
say() { printf '%s %s\n' "$key" "$1"; }
pass() { say '{"type":"subtest","name":"it","status":"PASS"}'; }
finish() { say '{"type":"done","status":"OK"}'; }
asked=$(sed 's/.*"type":"\([a-z]*\)".*/\1/;q' "$1")
version=$(sed 's/.*, version: "\([^"]*\)".*/\1/;q' "$1")
say '{"type":"hello","wire":1,"version":"'"$version"'"}'
case $asked in hello) exit 0;; esac
"#;

fn engine(script: &str) -> Fake {
    Fake::made(|folder| format!("{}{script}\n", PRELUDE.replace("{folder}", folder)))
}

async fn connect(fake: &Fake, args: &str) -> Arc<dyn Session> {
    let folder = fake.folder().join("adapter");
    std::fs::create_dir_all(&folder).unwrap();
    let manifest = format!(
        "id = \"own\"\nversion = 1\ntitle = \"Own\"\nshape = \"shell\"\nscopes = [\"shell\"]\n\
         [command]\nargs = [{args}]\nversion = [\"--help\"]\n"
    );
    std::fs::write(folder.join("adapter.toml"), manifest).unwrap();
    let mut registry = Registry::built_in(&[]).unwrap();
    registry.add(&folder).unwrap();
    let spec = RuntimeSpec::parse(&format!("own={}", fake.binary().display())).unwrap();
    registry.resolve(&spec).unwrap().connect().await.unwrap()
}

fn two_scripts() -> Run {
    Run {
        scripts: vec![
            Script::new("/a/one.js", "one"),
            Script::new("/a/b/two.any.js", "two"),
        ],
        ..job()
    }
}

async fn start(fake: &Fake, args: &str) -> Box<dyn Execution> {
    let session = connect(fake, args).await;
    session.start(two_scripts()).await.unwrap()
}

#[tokio::test]
async fn the_version_is_asked_of_the_command_line() {
    let fake = engine("");
    let session = connect(&fake, "\"{file}\"").await;
    assert_eq!(session.info().version, "5.6.7");
    fake.leaves_nothing();
}

#[tokio::test]
async fn messages_are_told_from_output() {
    let fake = engine("echo one; printf two; pass; echo three; finish; echo four; exit 7");
    let mut execution = start(&fake, "\"{file}\"").await;
    assert_eq!(said(execution.as_mut()).await, ["hello", "subtest", "done"]);
    let ended = execution.end(GRACE).await;
    assert_eq!(ended.status.and_then(|status| status.code()), Some(7));
    assert_eq!(ended.stdout_tail, "one\ntwothree\nfour\n");
    fake.leaves_nothing();
}

/// Its standard output is read to the end, or it would end by that.
#[tokio::test]
async fn one_that_is_done_may_go_on_to_write() {
    let fake = engine("finish; head -c 5000000 /dev/zero | tr '\\0' x; echo the end; exit 7");
    let mut execution = start(&fake, "\"{file}\"").await;
    while !matches!(
        execution.next().await.unwrap(),
        winterproof_adapters::Signal::Message(Message::Done { .. })
    ) {}
    let ended = execution.end(GRACE).await;
    assert_eq!(ended.status.and_then(|status| status.code()), Some(7));
    assert!(ended.stdout_tail.ends_with("xthe end\n"));
    fake.leaves_nothing();
}

#[tokio::test]
async fn files_are_named_as_the_command_line_wants_them() {
    let show = "for file; do echo \"${file##*/}\"; done; finish";
    for (args, shown) in [
        ("\"{file}\"", "far_end.js\n"),
        ("\"-x={file}\", \"-y\"", "far_end.js\n-y\n"),
        (
            "\"{files}\", \"-y\"",
            "far_end.js\none.js\nbehind-0.js\ntwo.any.js\nbehind-1.js\n-y\n",
        ),
    ] {
        let fake = Fake::made(|folder| {
            let prelude = PRELUDE.replace("{folder}", folder);
            format!("{}{show}\n", prelude.replace("\"$1\"", "\"${1#-x=}\""))
        });
        let mut execution = start(&fake, args).await;
        said(execution.as_mut()).await;
        assert_eq!(execution.end(GRACE).await.stdout_tail, shown);
    }
}

#[tokio::test]
async fn scripts_have_the_paths_of_the_suite() {
    let fake = engine(
        "far=$1; root=${far%/*}/root; cat $root/a/one.js $root/a/b/two.any.js; echo; \
         echo $root/a/b/two.any.js:3; \
         say '{\"type\":\"done\",\"status\":\"ERROR\",\"message\":\"at '$root'/a/one.js:1\"}'",
    );
    let mut execution = start(&fake, "\"{file}\"").await;
    let message = loop {
        match execution.next().await.unwrap() {
            winterproof_adapters::Signal::Message(Message::Done { message, .. }) => break message,
            winterproof_adapters::Signal::Message(_) => {}
            other => panic!("it is not done: {other:?}"),
        }
    };
    assert_eq!(message.as_deref(), Some("at /a/one.js:1"));
    let ended = execution.end(GRACE).await;
    assert_eq!(ended.stdout_tail, "onetwo\n/a/b/two.any.js:3\n");
}

/// A test shall not read the key out of the file, and nothing is left on the disk.
#[tokio::test]
async fn the_file_with_the_key_is_gone_when_a_test_runs() {
    let fake = engine("while [ -e \"$1\" ]; do sleep 0.01; done; echo \"$1\"; finish");
    let mut execution = start(&fake, "\"{file}\"").await;
    assert_eq!(said(execution.as_mut()).await, ["hello", "done"]);
    let ended = execution.end(GRACE).await;
    let folder = Path::new(ended.stdout_tail.trim()).parent().unwrap();
    assert!(folder.is_dir());
    drop(execution);
    assert!(!folder.exists());
}

#[tokio::test]
async fn one_that_hangs_is_ended_with_all_its_children() {
    let fake = engine("pass; sleep 1000 & sleep 1000 & wait");
    let mut execution = start(&fake, "\"{file}\"").await;
    while !matches!(
        execution.next().await.unwrap(),
        winterproof_adapters::Signal::Message(Message::Subtest { .. })
    ) {}
    assert!(!fake.processes().is_empty(), "it runs");
    let ended = execution.end(Duration::ZERO).await;
    assert_eq!(ended.status, None, "it was killed");
    fake.leaves_nothing();
}
