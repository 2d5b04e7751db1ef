//! Browsers that are none, or that do not do as they should: bash scripts which speak HTTP.

use std::borrow::Cow;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::yield_now;
use winterproof_adapters::{Registry, RuntimeSpec, Signal};
use winterproof_model::wire::Run;
use winterproof_server::{Files, Serving};

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
named() { talk GET "$1" '' | grep -o "/\.winterproof/[^\"]*/$2"; }
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

/// A page that ends tests when it is told to, and none before.
const OBEDIENT: &str = r#"
told "$@"
echo started >>"$WINTERPROOF_TEST_FOLDER/starts"
page=${url#*"$port"}
next=$(named "$page" next)
said=$(named "$(named "$page" relay.js)" said)
while :; do
  commands=$(talk POST "$next" "$agent")
  for key in $(grep -o '"do":"stop","key":"[^"]*' <<<"$commands" | cut -d '"' -f 8); do
    talk POST "$said" "$key!ended
" >/dev/null
  done
done
"#;

/// The headers beside the test of the path in the name.
#[derive(Debug)]
struct Headers(&'static [(&'static str, &'static str)]);

impl Files for Headers {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        let (_, text) = self.0.iter().find(|(name, _)| *name == path)?;
        Some(Cow::Borrowed(text.as_bytes()))
    }
}

#[tokio::test]
async fn one_with_a_window_that_nobody_can_close_is_started_again() {
    let files = Headers(&[
        ("/a/open.any.js.headers", "X-A: b\n"),
        (
            "/a/shared.any.js.headers",
            "Cross-Origin-Opener-Policy: unsafe-none\n",
        ),
        (
            "/a/alone.any.js.headers",
            "Cross-Origin-Opener-Policy: same-origin\n",
        ),
    ]);
    let fake = browser(OBEDIENT);
    let starts = || {
        let text = fs::read_to_string(fake.folder().join("starts")).unwrap();
        text.lines().count()
    };
    let registry = Registry::built_in(&[]).unwrap();
    let registry = registry.serving(Serving::new(Arc::new(files)).unwrap());
    let spec = RuntimeSpec::parse(&format!("chromium={}", fake.binary().display())).unwrap();
    let session = registry.resolve(&spec).unwrap().connect().await.unwrap();
    for (name, expected) in [("open", 1), ("shared", 1), ("alone", 1), ("open", 2)] {
        let run = Run {
            test: format!("/a/{name}.any.js").parse().unwrap(),
            ..job()
        };
        let mut execution = session.start(run).await.unwrap();
        assert_eq!(starts(), expected, "{name}");
        let ended = execution.end(Duration::ZERO).await;
        assert_eq!(ended.how.as_deref(), Some("the window ended"));
        assert!(!ended.lost);
        drop(execution);
        yield_now().await;
    }
    drop(session);
    fake.leaves_nothing();
}
