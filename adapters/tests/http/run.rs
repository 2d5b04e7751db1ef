//! Tests that a host runs, or does not.

use std::time::Duration;

use winterproof_adapters::Signal;

use crate::common::job;
use crate::fake::{Fake, hear, test};

const ALL: [&str; 4] = ["hello", "started", "subtest", "done"];

#[tokio::test]
async fn one_host_runs_one_test_after_the_other() {
    let fake = Fake::new("well");
    let session = fake.session().await;
    let first = test(session.as_ref()).await;
    let second = test(session.as_ref()).await;
    assert_eq!((first.said, second.said), (ALL.into(), ALL.into()));
    assert_eq!(first.by, second.by);
    assert_eq!(fake.starts(), 1);
    assert_eq!(first.ended.status, None, "it goes on");
    // What each printed is its own.
    assert!(first.ended.stdout_tail.ends_with("test 1 of it\n"));
    assert_eq!(second.ended.stdout_tail, "test 2 of it\n");
    drop(session);
    fake.leaves_nothing();
}

#[tokio::test]
async fn tests_that_run_at_once_have_hosts_of_their_own() {
    let fake = Fake::new("well");
    let session = fake.session().await;
    let executions = [
        session.start(job()).await.unwrap(),
        session.start(job()).await.unwrap(),
    ];
    let [one, two] = executions.map(hear);
    let (one, two) = tokio::join!(one, two);
    assert_ne!(one.by, two.by);
    // Both are used again.
    test(session.as_ref()).await;
    assert_eq!(fake.starts(), 2);
    drop(session);
    fake.leaves_nothing();
}

/// Only the test that a host fell over suffers.
#[tokio::test]
async fn a_host_that_fails_is_changed_for_another() {
    for (play, said, code, how) in [
        ("die", &ALL[..2], Some(9), None),
        ("cut", &ALL[..2], None, Some("the answer broke off")),
        ("stop", &ALL[..3], None, Some("the host ended its answer")),
    ] {
        let fake = Fake::new(&format!("{play} then well"));
        let session = fake.session().await;
        let first = test(session.as_ref()).await;
        assert_eq!(first.said, said, "{play}");
        assert_eq!(first.ended.status.and_then(|status| status.code()), code);
        if code.is_none() {
            assert_eq!(first.ended.how.as_deref(), how, "{play}");
        }
        let second = test(session.as_ref()).await;
        assert_eq!(second.said, ALL, "{play}");
        assert_ne!(first.by, second.by, "{play}");
        drop(session);
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn one_that_ends_between_tests_is_no_loss() {
    let fake = Fake::new("die idle then well");
    let session = fake.session().await;
    assert_eq!(test(session.as_ref()).await.said, ALL);
    while !fake.processes().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(test(session.as_ref()).await.said, ALL);
    drop(session);
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_hangs_is_ended_with_all_its_children() {
    let fake = Fake::new("stick then well");
    let session = fake.session().await;
    let mut execution = session.start(job()).await.unwrap();
    for _ in 0..2 {
        execution.next().await.unwrap();
    }
    while fake.processes().len() < 2 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let ended = execution.end(Duration::ZERO).await;
    assert_eq!(ended.status, None, "it was killed");
    fake.leaves_nothing();
    assert_eq!(test(session.as_ref()).await.said, ALL);
}

#[tokio::test]
async fn what_is_said_after_the_deadline_is_not_the_next_tests() {
    let fake = Fake::new("late then well");
    let session = fake.session().await;
    let mut execution = session.start(job()).await.unwrap();
    for _ in 0..2 {
        execution.next().await.unwrap();
    }
    execution.end(Duration::ZERO).await;
    let next = test(session.as_ref()).await;
    assert_eq!(next.said, ALL);
    assert_eq!(fake.starts(), 2);
}

#[tokio::test]
async fn one_that_nobody_waits_for_any_more_is_ended() {
    let fake = Fake::new("stick");
    let session = fake.session().await;
    let mut execution = session.start(job()).await.unwrap();
    let Signal::Message(_) = execution.next().await.unwrap() else {
        panic!("it says hello");
    };
    drop(execution);
    drop(session);
    fake.leaves_nothing();
}

#[tokio::test]
async fn what_a_test_leaves_behind_ends_with_the_session() {
    let fake = Fake::new("leave");
    let session = fake.session().await;
    assert_eq!(test(session.as_ref()).await.said, ALL);
    assert!(fake.processes().len() >= 2, "{:?}", fake.processes());
    drop(session);
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_does_not_start_again_is_told() {
    let fake = Fake::new("die then exit");
    let session = fake.session().await;
    test(session.as_ref()).await;
    let Err(error) = session.start(job()).await else {
        panic!("it starts");
    };
    assert_eq!(
        fake.redacted(&error.to_string()),
        "the host of fake could not be started again: the host of fake (/bin/sh) ended \
         before it said hello (exit status: 3)\n    bad flag"
    );
    fake.leaves_nothing();
}
