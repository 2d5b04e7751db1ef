//! What is taken for a message, what is answered, and what ends a connection.

use std::time::{Duration, Instant};

use tokio::time::sleep;

use crate::client::{BINARY, CLOSE, FINAL, PING, PONG, TEXT, connect, head};
use crate::start;

#[tokio::test]
async fn messages_come_back() {
    let server = start(&["echo"]).await;
    let mut client = connect(&server, "echo", &[]).await;
    assert_eq!(client.status(), "101");
    let accept = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";
    assert!(client.head.contains(accept), "{}", client.head);
    for text in ["", "a", "\u{e9}\u{1f600}"] {
        client.say(text).await;
        let expected = format!("text {}", text.as_bytes().escape_ascii());
        assert_eq!(client.shown().await, expected);
    }
    for length in [125, 126, 0xffff, 0x10000, 3_000_000] {
        client.frame(FINAL | BINARY, &vec![7; length]).await;
        let (first, payload) = client.next().await.unwrap();
        assert_eq!((first, payload.len()), (FINAL | BINARY, length));
    }
    client.say("Goodbye").await;
    assert_eq!(client.shown().await, "text Goodbye");
    assert_eq!(client.shown().await, "close 1000 ");
    client.close(1000, "").await;
    assert_eq!(client.shown().await, "end");
}

#[tokio::test]
async fn messages_come_in_parts_with_pings_between() {
    let server = start(&["echo"]).await;
    let mut client = connect(&server, "echo", &[]).await;
    client.frame(TEXT, b"a\xc3").await;
    client.frame(FINAL | PING, b"1").await;
    client.frame(0, b"\xa9").await;
    client.frame(FINAL | PONG, b"2").await;
    client.frame(0, b"").await;
    client.frame(FINAL, b"b").await;
    assert_eq!(client.shown().await, "pong 1");
    assert_eq!(client.shown().await, r"text a\xc3\xa9b");
    client.frame(FINAL | PING, &[b'x'; 125]).await;
    assert_eq!(client.shown().await, format!("pong {}", "x".repeat(125)));
}

#[tokio::test]
async fn a_frame_comes_byte_by_byte() {
    let server = start(&["echo"]).await;
    let mut client = connect(&server, "echo", &[]).await;
    let bytes = [&head(FINAL | TEXT, 0x80, 2)[..], &[0; 4], b"hi"].concat();
    for byte in bytes {
        client.raw(&[byte]).await;
        sleep(Duration::from_millis(2)).await;
    }
    assert_eq!(client.shown().await, "text hi");
}

#[tokio::test]
async fn a_close_is_answered() {
    let server = start(&["echo", "echo_exit", "set-cookie"]).await;
    for (status, reason, answer) in [
        (1000, "", "close 1000 "),
        (4999, "why", "close 4999 why"),
        // What must not be said is not said back.
        (1005, "", "close"),
        (1006, "", "close 1011 "),
        (999, "", "close 1011 "),
    ] {
        let mut client = connect(&server, "echo", &[]).await;
        client.close(status, reason).await;
        assert_eq!(client.rest().await, format!("{answer}, end"));
    }
    let mut client = connect(&server, "echo", &[]).await;
    client.frame(FINAL | CLOSE, b"").await;
    assert_eq!(client.rest().await, "close, end");
    // Most handlers say the same whatever they hear.
    for handler in ["echo_exit", "set-cookie?a"] {
        let mut client = connect(&server, handler, &[]).await;
        client.close(4000, "why").await;
        assert_eq!(client.rest().await, "close 1000 , end");
    }
}

#[tokio::test]
async fn a_closing_handshake_goes_on_past_messages() {
    let server = start(&["echo_exit"]).await;
    let mut client = connect(&server, "echo_exit", &[]).await;
    client.say("Goodbye").await;
    assert_eq!(client.shown().await, "close 1000 ");
    client.say("late").await;
    client.frame(FINAL | PING, b"later").await;
    client.close(1000, "").await;
    assert_eq!(client.rest().await, "pong later, end");
}

#[tokio::test]
async fn what_must_not_come_ends_the_connection() {
    let server = start(&["echo"]).await;
    let too_long = [&head(FINAL | BINARY, 0x80, 65 * 1024 * 1024)[..], &[0; 4]].concat();
    let cases: [(&str, &[u8], u16); 12] = [
        ("not masked", &[FINAL | TEXT, 1, b'a'], 1002),
        ("a flag", &[0xc0 | TEXT, 0x80, 0, 0, 0, 0], 1003),
        ("an unknown kind", &[FINAL | 3, 0x80, 0, 0, 0, 0], 1003),
        ("an unknown control", &[FINAL | 11, 0x80, 0, 0, 0, 0], 1003),
        ("a ping in parts", &[PING, 0x80, 0, 0, 0, 0], 1002),
        (
            "a long ping",
            &[FINAL | PING, 0xfe, 0, 126, 0, 0, 0, 0],
            1002,
        ),
        ("half a status", &[FINAL | CLOSE, 0x81, 0, 0, 0, 0, 3], 1002),
        (
            "a text that is not UTF-8",
            &[FINAL | TEXT, 0x81, 0, 0, 0, 0, 0xff],
            1007,
        ),
        (
            "a part without a beginning",
            &[FINAL, 0x80, 0, 0, 0, 0],
            1002,
        ),
        (
            "a beginning in a message",
            &[TEXT, 0x80, 0, 0, 0, 0, FINAL | TEXT, 0x80, 0, 0, 0, 0],
            1002,
        ),
        (
            "no length",
            &[FINAL | TEXT, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            1002,
        ),
        ("too much", &too_long, 1009),
    ];
    for (what, bytes, status) in cases {
        let mut client = connect(&server, "echo", &[]).await;
        client.say("a").await;
        assert_eq!(client.shown().await, "text a");
        client.raw(bytes).await;
        assert_eq!(client.shown().await, format!("close {status} "), "{what}");
        client.close(status, "").await;
        assert_eq!(client.shown().await, "end", "{what}");
    }
}

#[tokio::test]
async fn parts_that_add_up_to_too_much_end_the_connection() {
    let server = start(&["echo"]).await;
    let mut client = connect(&server, "echo", &[]).await;
    let part = vec![0; 16 * 1024 * 1024];
    client.frame(BINARY, &part).await;
    for _ in 0..3 {
        client.frame(0, &part).await;
    }
    client.frame(0, b"a").await;
    assert_eq!(client.shown().await, "close 1009 ");
}

#[tokio::test]
async fn nobody_waits_long_for_a_close() {
    let server = start(&["echo_exit"]).await;
    let mut client = connect(&server, "echo_exit", &[]).await;
    client.say("Goodbye").await;
    let start = Instant::now();
    assert_eq!(client.rest().await, "close 1000 , end");
    assert!(start.elapsed() < Duration::from_secs(15));
}
