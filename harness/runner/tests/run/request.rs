//! What a runtime is asked to run: where it comes from, and which scripts.

use std::sync::Arc;

use winterproof_model::wire::{Run, Text};

use crate::fake::Fake;
use crate::stage::Stage;

/// The texts of a test's own scripts, with their paths.
fn own(run: &Run) -> Vec<String> {
    let scripts = run.scripts.iter();
    scripts
        .filter_map(|script| match &script.text {
            Text::Source(text) => Some(format!("{} {text}", script.url)),
            Text::File(_) => None,
        })
        .collect()
}

#[tokio::test]
async fn scripts_are_what_pipes_make_of_them() {
    let stage = Stage::with(&[]);
    let meta = "// META: script=b.js?pipe=sub&x=y\n// META: script=b.js\n\
                // META: script=c.sub.js?x=z\n// META: variant=?x=v\n";
    stage.file("a/pass.any.js", meta);
    stage.file("a/b.js", "{{GET[x]}}");
    stage.file("a/c.sub.js", "{{GET[x]}}");
    stage.file("a/pass-2.sub.any.js", "{{location[path]}}");
    let fake = Arc::new(Fake::new());
    stage.play(&[&fake]).await.no_errors();
    let jobs = fake.jobs();
    let [sub, plain] = jobs.as_slice() else {
        panic!("{:?}", fake.started());
    };
    assert_eq!(own(sub), ["/a/pass-2.sub.any.js /a/pass-2.sub.any.js"]);
    let test = format!("/a/pass.any.js {meta}");
    assert_eq!(own(plain), ["/a/b.js y", "/a/c.sub.js z", &test]);
    // testharness.js, its report, and the script as it is.
    assert_eq!(plain.scripts.len(), 6);
}

#[tokio::test]
async fn pipes_that_are_wrong_are_named() {
    let stage = Stage::with(&[]);
    stage.file("a/pass.any.js", "// META: script=b.js?pipe=sbu\n");
    stage.file("a/b.js", "");
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    let log = played.no_errors().log(0);
    let message = log.tests[0].result.message.as_deref();
    let expected = "/a/b.js: pipe=sbu: character 1: \"sbu\" is no pipe; ";
    assert!(
        message.is_some_and(|text| text.starts_with(expected)),
        "{message:?}"
    );
}

#[tokio::test]
async fn tests_come_from_where_their_names_say() {
    let stage = Stage::with(&["pass.any.js", "pass.https.any.js", "pass.https.www.any.js"]);
    let fake = Arc::new(Fake::new().offering("tls"));
    stage.play(&[&fake]).await.no_errors();
    let bases = fake.jobs().into_iter().filter_map(|run| run.base_url);
    let origins: Vec<String> = bases
        .map(|base| base.split(':').take(2).collect::<Vec<_>>().join(":"))
        .collect();
    // A machine may know the hosts of web-platform-tests.
    let [plain, tls, www] = origins.as_slice() else {
        panic!("{origins:?}");
    };
    let host = plain.strip_prefix("http://").unwrap();
    assert_eq!(*tls, format!("https://{host}"));
    let other = match host {
        "localhost" => "127.0.0.1".to_owned(),
        host => format!("www.{host}"),
    };
    assert_eq!(*www, format!("https://{other}"));
}
