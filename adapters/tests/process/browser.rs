//! Browsers that are none, or that do not do as they should: bash scripts which speak HTTP.

use std::time::Duration;

use winterproof_adapters::Signal;

use crate::common::job;
use crate::fake::{Fake, connect_as};

/// Asks for the page, and then what to do, as somebody with the name in `agent`.
const PRELUDE: &str = r#"#!/bin/bash
export WINTERPROOF_TEST_FOLDER='{folder}'
version='Fake 9.8.7'
agent='Chrome/9.8.7'
talk() {
  exec 4<>"/dev/tcp/127.0.0.1/$port" || exit 9
  printf '%s %s HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&4
  cat <&4
}
for url in "$@"; do :; done
port=${url#http://localhost:}
port=${port%%/*}
ask() {
  next=$(talk GET "${url#*"$port"}" '' | grep -o '/\.winterproof/[^"]*/next')
  talk POST "$next" "$agent" >&2
}
told() { case $* in *--version*) echo "$version"; exit;; esac; }
"#;

fn browser(script: &str) -> Fake {
    Fake::behind(PRELUDE, script)
}

async fn refusal(fake: &Fake) -> String {
    match connect_as("chromium", &fake.binary(), Duration::from_secs(5)).await {
        Ok(session) => panic!("it answered: {:?}", session.info()),
        Err(error) => fake.redacted(&error),
    }
}

#[tokio::test]
async fn one_that_ends_at_once_is_told_with_its_last_words() {
    let fake = browser("told \"$@\"\necho 'no usable sandbox' >&2; exit 5");
    assert_eq!(
        refusal(&fake).await,
        "FOLDER/runtime ended before it said hello (exit status: 5)\n    no usable sandbox"
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_never_asks_for_the_page_is_killed_with_its_children() {
    let fake = browser(
        "told \"$@\"\ntrap '' TERM HUP INT\necho busy >&2\n(trap '' TERM; sleep 1000) &\n\
         while :; do sleep 1000; done",
    );
    assert_eq!(
        refusal(&fake).await,
        "FOLDER/runtime did not say hello within 5 s and was killed\n    busy"
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn another_browser_is_refused() {
    let fake = browser("told \"$@\"\nagent=Lynx/2.9\nask; sleep 1000");
    assert_eq!(
        refusal(&fake).await,
        "FOLDER/runtime is not Chromium: it calls itself \"Lynx/2.9\""
    );
    fake.leaves_nothing();
    let fake = browser("version='lots of words'\ntold \"$@\"\nask; sleep 1000");
    assert_eq!(
        refusal(&fake).await,
        "FOLDER/runtime is not Chromium: --version says \"lots of words\""
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_ends_takes_its_test_with_it_and_is_started_again() {
    let fake = browser("told \"$@\"\nask; echo 'out of luck' >&2; exit 3");
    let patience = Duration::from_secs(20);
    let session = connect_as("chromium", &fake.binary(), patience)
        .await
        .unwrap();
    assert_eq!(session.info().version, "9.8.7");
    for _ in 0..2 {
        let mut execution = session.start(job()).await.unwrap();
        assert_eq!(execution.next().await.unwrap(), Signal::Ended);
        let ended = execution.end(Duration::from_secs(1)).await;
        assert_eq!(
            ended.how.as_deref(),
            Some("the browser ended (exit status: 3)")
        );
        assert!(ended.stderr_tail.ends_with("out of luck\n"), "{ended:?}");
    }
    drop(session);
    fake.leaves_nothing();
}
