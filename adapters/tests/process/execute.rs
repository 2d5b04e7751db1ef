//! A runtime that runs a test.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::Command;
use std::time::{Duration, Instant};

use winterproof_adapters::{SessionError, Signal};
use winterproof_model::wire::WireError;

use crate::common::job;
use crate::fake::{Fake, said};

/// Far longer than anything here takes, far shorter than what is left behind would sleep.
const SOON: Duration = Duration::from_secs(60);
/// For ends that nothing should have to wait for.
const GRACE: Duration = Duration::from_secs(300);

#[tokio::test]
async fn all_that_is_said_is_heard_in_order() {
    let fake = Fake::running("echo out; echo err >&2; pass; pass; finish; exit 5");
    let mut execution = fake.start().await;
    assert_eq!(
        said(execution.as_mut()).await,
        ["hello", "subtest", "subtest", "done"]
    );
    assert_eq!(execution.next().await.unwrap(), Signal::Ended, "for ever");
    let ended = execution.end(GRACE).await;
    assert_eq!(ended.status.and_then(|status| status.code()), Some(5));
    assert_eq!(
        (ended.stdout_tail.as_str(), ended.stderr_tail.as_str()),
        ("out\n", "err\n")
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn the_request_is_on_standard_input() {
    let fake = Fake::running("printf '%s' \"$request\"; read -r more || echo ' (all)'");
    let mut execution = fake.start().await;
    said(execution.as_mut()).await;
    let ended = execution.end(GRACE).await;
    let start = "{\"wire\":1,\"key\":\"";
    assert!(
        ended.stdout_tail.starts_with(start),
        "{}",
        ended.stdout_tail
    );
    assert!(ended.stdout_tail.contains("\"test\":\"/a/b.any.js\""));
    assert!(
        ended.stdout_tail.ends_with("} (all)\n"),
        "{}",
        ended.stdout_tail
    );
}

#[tokio::test]
async fn keys_do_not_repeat() {
    let fake = Fake::running("printf '%s' \"$key\"");
    let session = fake.connect().await.unwrap();
    let mut keys = Vec::new();
    for _ in 0..2 {
        let mut execution = session.start(job()).await.unwrap();
        said(execution.as_mut()).await;
        keys.push(execution.end(GRACE).await.stdout_tail);
    }
    assert_eq!(keys[0].len(), 32);
    assert!(
        keys.iter()
            .flat_map(|key| key.chars())
            .all(|c| c.is_ascii_hexdigit())
    );
    assert_ne!(keys[0], keys[1]);
}

#[tokio::test]
async fn how_a_process_ends_is_known() {
    for (script, code, signal) in [
        ("exit 0", Some(0), None),
        ("exit 3", Some(3), None),
        ("kill -6 $$", None, Some(6)),
    ] {
        let fake = Fake::running(script);
        let mut execution = fake.start().await;
        assert_eq!(said(execution.as_mut()).await, ["hello"]);
        let status = execution.end(GRACE).await.status.unwrap();
        assert_eq!((status.code(), status.signal()), (code, signal));
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn one_that_hangs_is_ended_with_all_its_children() {
    for script in [
        "sleep 1000",
        "trap '' TERM INT HUP\nwhile :; do sleep 1000; done",
        "sleep 1000 & sleep 1000 & wait",
    ] {
        let fake = Fake::running(&format!("pass\n{script}"));
        let mut execution = fake.start().await;
        while !matches!(execution.next().await.unwrap(), Signal::Message(message)
            if matches!(message, winterproof_model::wire::Message::Subtest { .. }))
        {}
        assert!(!fake.processes().is_empty(), "it runs");
        let ended = execution.end(Duration::ZERO).await;
        assert_eq!(ended.status, None, "it was killed");
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn one_that_nobody_waits_for_any_more_is_ended() {
    let fake = Fake::running("sleep 1000 & sleep 1000 & pass; wait");
    let mut execution = fake.start().await;
    execution.next().await.unwrap();
    assert!(!fake.processes().is_empty(), "it runs");
    drop(execution);
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_is_done_has_a_grace_to_end_by_itself() {
    let fake = Fake::running("finish; exec 3>&-; sleep 0.2; exit 7");
    let mut execution = fake.start().await;
    assert_eq!(said(execution.as_mut()).await, ["hello", "done"]);
    let ended = execution.end(GRACE).await;
    assert_eq!(ended.status.and_then(|status| status.code()), Some(7));
}

/// What a process leaves behind holds its channel and its pipes open.
#[tokio::test]
async fn what_outlives_a_process_is_ended_and_delays_nothing() {
    for script in [
        "sleep 1000 &",
        "(trap '' TERM HUP; sleep 1000) &",
        "(sleep 1000 & sleep 1000 &) &",
        "sleep 1000 3>&- &",
        "sleep 1000 >/dev/null 2>&1 &",
    ] {
        let fake = Fake::running(&format!("{script}\npass; finish; exit 0"));
        let mut execution = fake.start().await;
        let begin = Instant::now();
        assert_eq!(said(execution.as_mut()).await, ["hello", "subtest", "done"]);
        let ended = execution.end(GRACE).await;
        assert!(begin.elapsed() < SOON, "{script}");
        assert_eq!(ended.status.and_then(|status| status.code()), Some(0));
        fake.leaves_nothing();
    }
}

/// One that has left its process group is out of reach, and must not hold up the run either.
#[tokio::test]
async fn what_has_left_its_group_delays_nothing() {
    let fake = Fake::running("setsid sleep 1000 & echo $! >\"$WINTERPROOF_TEST_FOLDER/pid\"; pass");
    let mut execution = fake.start().await;
    let begin = Instant::now();
    assert_eq!(said(execution.as_mut()).await, ["hello", "subtest"]);
    let ended = execution.end(GRACE).await;
    assert!(begin.elapsed() < SOON);
    assert_eq!(ended.status.and_then(|status| status.code()), Some(0));
    let pid = fs::read_to_string(fake.folder().join("pid")).unwrap();
    // It may have been killed before it left.
    let _ = Command::new("kill").args(["-9", pid.trim()]).output();
    fake.leaves_nothing();
}

#[tokio::test]
async fn no_amount_of_output_blocks_or_fills_memory() {
    let flood = "head -c 50000000 /dev/zero | tr '\\0' x";
    for (stream, name) in [(2, "stderr"), (1, "stdout")] {
        let fake = Fake::running(&format!(
            "{flood} >&{stream}; echo the end >&{stream}; pass; finish"
        ));
        let mut execution = fake.start().await;
        assert_eq!(said(execution.as_mut()).await, ["hello", "subtest", "done"]);
        let ended = execution.end(GRACE).await;
        let (flooded, other) = match stream {
            1 => (ended.stdout_tail, ended.stderr_tail),
            _ => (ended.stderr_tail, ended.stdout_tail),
        };
        assert!(flooded.ends_with("xthe end\n"), "{name}");
        assert!(
            flooded.starts_with("[49991816 bytes before this"),
            "{name}: {}",
            &flooded[..60]
        );
        assert!(flooded.len() < 10_000, "{name}");
        assert_eq!(other, "");
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn a_flood_of_the_channel_drowns_no_message() {
    let fake = Fake::running(
        "pass; head -c 50000000 /dev/zero >&3; pass; yes | head -c 9000000 >&3; finish",
    );
    let mut execution = fake.start().await;
    assert_eq!(
        said(execution.as_mut()).await,
        ["hello", "subtest", "subtest", "done"]
    );
    execution.end(GRACE).await;
    fake.leaves_nothing();
}

#[tokio::test]
async fn a_message_in_pieces_is_one_message() {
    let pieces = "printf '%s' \"$key\" >&3; sleep 0.05; printf ' {\"type\":\"do' >&3; sleep 0.05\n\
        printf 'ne\",\"status\":\"OK\"}' >&3; sleep 0.05; printf '\\n' >&3";
    let fake = Fake::running(pieces);
    let mut execution = fake.start().await;
    assert_eq!(said(execution.as_mut()).await, ["hello", "done"]);
}

#[tokio::test]
async fn a_message_that_is_cut_off_by_the_end_is_none() {
    let fake = Fake::running("printf '%s {\"type\":\"done\",\"status\":\"OK\"}' \"$key\" >&3");
    let mut execution = fake.start().await;
    assert_eq!(said(execution.as_mut()).await, ["hello"]);
}

#[tokio::test]
async fn a_message_that_is_wrong_is_the_hosts_fault() {
    let fake = Fake::running("say '{\"type\":\"done\",\"status\":\"FINE\"}'; sleep 1000");
    let mut execution = fake.start().await;
    execution.next().await.unwrap();
    let error = execution.next().await.unwrap_err();
    assert!(matches!(
        error,
        SessionError::Wire {
            source: WireError::Malformed(_),
            ..
        }
    ));
    let message = error.to_string();
    assert!(message.contains("unknown variant `FINE`"), "{message}");
    drop(execution);
    fake.leaves_nothing();
}

#[tokio::test]
async fn a_runtime_that_is_gone_by_now_is_an_error() {
    let fake = Fake::running("finish");
    let session = fake.connect().await.unwrap();
    fs::remove_file(fake.binary()).unwrap();
    let Err(error) = session.start(job()).await else {
        panic!("there is nothing to start");
    };
    assert_eq!(
        error.to_string(),
        "failed to start the process of a test: No such file or directory (os error 2)"
    );
}
