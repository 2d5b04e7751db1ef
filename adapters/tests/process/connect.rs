//! A runtime that is asked who it is.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use winterproof_adapters::{ConnectError, SessionError};
use winterproof_model::wire::WireError;

use crate::fake::{Fake, connect, connect_as};

#[tokio::test]
async fn who_answers_is_known() {
    let fake = Fake::new("hello");
    let session = fake.connect().await.unwrap();
    let info = session.info();
    assert_eq!(info.id, "node");
    assert_eq!(info.version, "9.8.7");
    assert_eq!(info.engine.as_deref(), Some("E 1"));
    assert_eq!(info.binary.as_deref(), fake.binary().to_str());
    fake.leaves_nothing();
}

#[tokio::test]
async fn a_program_that_speaks_the_wire_itself_gets_no_host_script() {
    let fake = Fake::new("[ $# = 0 ] && hello");
    let session = connect_as("quickjs", &fake.binary(), Duration::from_secs(20))
        .await
        .unwrap();
    assert_eq!(session.info().id, "quickjs");
    assert_eq!(session.info().binary.as_deref(), fake.binary().to_str());
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_ends_without_a_word_is_silent() {
    let cases = [
        (
            "exit 0",
            "FOLDER/runtime ended before it said hello (exit status: 0)",
        ),
        (
            "echo 'bad flag' >&2; echo '  (try --help)' >&2; exit 3",
            "FOLDER/runtime ended before it said hello (exit status: 3)\n    bad flag\n      (try --help)",
        ),
        (
            "kill -9 $$",
            "FOLDER/runtime ended before it said hello (signal: 9 (SIGKILL))",
        ),
    ];
    for (script, message) in cases {
        let fake = Fake::new(script);
        assert_eq!(fake.refusal().await, message);
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn one_that_closes_the_channel_and_goes_on_is_ended() {
    let fake = Fake::new("exec 3>&-\nsleep 1000");
    assert_eq!(
        fake.refusal().await,
        "FOLDER/runtime ended before it said hello (it had to be killed)"
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_hangs_is_ended() {
    for script in [
        "sleep 1000",
        "trap '' TERM INT HUP\nwhile :; do sleep 1000; done",
        "sleep 1000 & sleep 1000 & wait",
    ] {
        let fake = Fake::new(script);
        let Err(error) = connect(&fake.binary(), Duration::from_secs(1)).await else {
            panic!("it says nothing");
        };
        assert!(matches!(error, ConnectError::Hangs { .. }));
        assert_eq!(
            fake.redacted(&error),
            "FOLDER/runtime did not say hello within 1 s and was killed"
        );
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn garbage_is_no_answer() {
    let garbage = "printf 'x\\0\\377\\n{\"type\":\"hello\",\"wire\":1,\"version\":\"0\"}\\n' | tee /dev/stderr >&3\n\
        echo '0123456789abcdef0123456789abcdef {\"type\":\"hello\",\"wire\":1,\"version\":\"0\"}' >&3\n\
        echo lots of words";
    let fake = Fake::new(garbage);
    let message = fake.refusal().await;
    let start = "FOLDER/runtime ended before it said hello (exit status: 0)\n    x";
    assert!(message.starts_with(start), "{message:?}");
    fake.leaves_nothing();
    // Between all of it, the answer counts.
    let fake = Fake::new(&format!(
        "{garbage}\nprintf unfinished >&3\nhello\n{garbage}"
    ));
    assert_eq!(fake.connect().await.unwrap().info().version, "9.8.7");
    fake.leaves_nothing();
}

#[tokio::test]
async fn a_flood_before_the_answer_blocks_nothing() {
    let flood = "head -c 20000000 /dev/zero | tr '\\0' x >&2\n\
        head -c 20000000 /dev/zero | tr '\\0' y\n";
    let fake = Fake::new(&format!("{flood}hello"));
    assert_eq!(fake.connect().await.unwrap().info().version, "9.8.7");
    fake.leaves_nothing();
    // Of what it said to explain itself, the end is shown.
    let fake = Fake::new(&format!("{flood}echo the end >&2; exit 1"));
    let message = fake.refusal().await;
    assert!(message.ends_with("xthe end"), "{}", message.len());
    assert!(message.len() < 10_000, "{}", message.len());
    fake.leaves_nothing();
}

#[tokio::test]
async fn what_an_answer_leaves_behind_is_ended() {
    for left in [
        "sleep 1000 &",
        "(trap '' TERM HUP; sleep 1000) &",
        "(sleep 1000 3>&- &) &",
    ] {
        let fake = Fake::new(&format!("{left}\nhello"));
        fake.connect().await.unwrap();
        fake.leaves_nothing();
    }
    // One that does not end by itself once it has answered.
    let fake = Fake::new("trap '' TERM HUP INT; hello\nwhile :; do sleep 1000; done");
    fake.connect().await.unwrap();
    fake.leaves_nothing();
}

#[tokio::test]
async fn one_that_says_something_else_first_is_refused() {
    let fake = Fake::new("pass; sleep 1000");
    assert_eq!(
        fake.refusal().await,
        "FOLDER/runtime ended before it said hello (it said something else first)"
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn another_version_of_the_wire_is_named() {
    let fake = Fake::new("say '{\"type\":\"hello\",\"wire\":2,\"version\":\"9.8.7\"}'; sleep 1000");
    let Err(error) = fake.connect().await else {
        panic!("it speaks another version");
    };
    assert!(matches!(
        error,
        ConnectError::Session(SessionError::Wire {
            source: WireError::Version { found: 2 },
            ..
        })
    ));
    assert_eq!(
        error.to_string(),
        "the host of node is at fault: the other side speaks version 2 of the wire, \
         this winterproof speaks version 1; update the older of the two"
    );
    drop(error);
    fake.leaves_nothing();
}

#[tokio::test]
async fn an_answer_that_is_no_message_is_the_hosts_fault() {
    for (text, problem) in [
        ("{\"type\":\"hello\",", "EOF while parsing"),
        ("hello", "expected value"),
        ("", "EOF while parsing"),
        ("{\"type\":\"hello\",\"wire\":1}", "missing field `version`"),
        ("{\"type\":\"bonjour\"}", "unknown variant `bonjour`"),
    ] {
        let fake = Fake::new(&format!("say '{text}'; sleep 1000"));
        let message = fake.refusal().await;
        let start = "the host of node is at fault: not a message of the wire: ";
        assert!(message.starts_with(start), "{text}: {message}");
        assert!(message.contains(problem), "{text}: {message}");
        fake.leaves_nothing();
    }
}

#[tokio::test]
async fn a_host_can_say_what_is_wrong_with_it() {
    let fake = Fake::new("say '{\"type\":\"fault\",\"message\":\"no such module\"}'; sleep 1000");
    assert_eq!(
        fake.refusal().await,
        "the host of node is at fault: no such module"
    );
    fake.leaves_nothing();
}

#[tokio::test]
async fn what_is_no_program_is_told_apart() {
    let fake = Fake::new("hello");
    let missing = fake.folder().join("nothing");
    let mut told = Vec::new();
    for path in [missing.as_path(), fake.folder()] {
        let Err(error) = connect(path, Duration::from_secs(20)).await else {
            panic!("{} is no program", path.display());
        };
        assert!(matches!(error, ConnectError::NotFound { .. }), "{error:?}");
        told.push(fake.redacted(&error));
    }
    assert_eq!(
        told,
        [
            "Node.js was not found on this machine: FOLDER/nothing is no file",
            "Node.js was not found on this machine: FOLDER is no file",
        ]
    );
}

#[tokio::test]
async fn what_cannot_be_started_is_an_error_of_the_systems() {
    let fake = Fake::new("hello");
    fs::set_permissions(fake.binary(), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(
        fake.refusal().await,
        "failed to start FOLDER/runtime: Permission denied (os error 13)"
    );
    let fake = Fake::of("#!/nowhere/at/all\n");
    assert_eq!(
        fake.refusal().await,
        "failed to start FOLDER/runtime: No such file or directory (os error 2)"
    );
    // What the system can't start, it hands to the shell.
    let fake = Fake::of("\u{1}\u{2}\u{3}\n");
    let message = fake.refusal().await;
    let start = "FOLDER/runtime ended before it said hello (exit status: 127)\n    ";
    assert!(message.starts_with(start), "{message:?}");
    fake.leaves_nothing();
}
