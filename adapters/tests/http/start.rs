//! A host that is started, or is not.

use std::time::Duration;

use crate::fake::{Fake, test};

const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn who_answers_is_known() {
    let fake = Fake::new("well");
    let session = fake.session().await;
    let info = session.info();
    assert_eq!((info.id.as_str(), info.version.as_str()), ("fake", "9.8.7"));
    assert_eq!(info.engine.as_deref(), Some("E 1"));
    assert!(!fake.processes().is_empty(), "it waits for tests");
    drop(session);
    fake.leaves_nothing();
}

#[tokio::test]
async fn what_is_no_host_is_refused() {
    for (play, problem) in [
        (
            "exit",
            "the host of fake (/bin/sh) ended before it said hello (exit status: 3)\n    bad flag",
        ),
        (
            "garbage",
            "the host of fake (/bin/sh) did not say hello: the host did not answer in HTTP",
        ),
        (
            "refuse",
            "the host of fake (/bin/sh) did not say hello: the host answered 500 Internal \
             Server Error: no such module",
        ),
        (
            "mute",
            "the host of fake (/bin/sh) did not say hello: it answered without saying hello",
        ),
    ] {
        let fake = Fake::new(play);
        let refusal = fake.refusal(LONG).await;
        assert!(refusal.starts_with(problem), "{play}: {refusal}");
        assert_eq!(fake.starts(), 1, "{play}");
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn one_that_hangs_is_ended() {
    for play in ["hang", "deaf"] {
        let fake = Fake::new(play);
        assert_eq!(
            fake.refusal(Duration::from_secs(1)).await,
            "the host of fake (/bin/sh) did not say hello within 1 s and was killed",
            "{play}"
        );
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn its_manifest_says_how_long_it_may_take() {
    let fake = Fake::with("deaf", "[http]\nstart-seconds = 1\n");
    let refusal = fake.refusal(LONG).await;
    assert!(refusal.contains(" within 1 s "), "{refusal}");
    fake.leaves_nothing();
}

#[tokio::test]
async fn a_port_that_is_taken_is_changed_for_another() {
    let fake = Fake::new("taken then well");
    let session = fake.session().await;
    assert_eq!(fake.starts(), 2);
    assert_eq!(test(session.as_ref()).await.said.last(), Some(&"done"));
    drop(session);
    fake.leaves_nothing();
    // There may be something wrong that no other port helps against.
    let fake = Fake::new("taken");
    let refusal = fake.refusal(LONG).await;
    let start = "the host of fake (/bin/sh) ended before it said hello (exit status: 1)\n    \
                 Error: listen EADDRINUSE: address already in use 127.0.0.1:";
    assert!(refusal.starts_with(start), "{refusal}");
    assert_eq!(fake.starts(), 3);
    fake.leaves_nothing();
}
