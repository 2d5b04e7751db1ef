//! What single handlers say.

use std::time::{Duration, Instant};

use crate::client::{BINARY, CLOSE, FINAL, TEXT, connect};
use crate::start;

#[tokio::test]
async fn some_say_what_they_were_asked() {
    let server = start(&["echo-query", "echo-query_v13", "origin", "referrer"]).await;
    for (handler, headers, said) in [
        ("echo-query?a=%20?b", &[][..], "text a=%20?b"),
        ("echo-query_v13?a?b", &[], "text a"),
        ("origin", &["Origin: http://a.test"], "text http://a.test"),
        ("origin", &[], "end"),
        (
            "referrer",
            &["Referer: http://a.test/"],
            "text http://a.test/",
        ),
        ("referrer", &[], "text MISSING AS PER FETCH"),
    ] {
        let mut client = connect(&server, handler, headers).await;
        assert_eq!(client.shown().await, said, "{handler}");
    }
}

#[tokio::test]
async fn some_take_one_message() {
    let server = start(&["empty-message", "echo_raw"]).await;
    for (text, verdict) in [("", "pass"), ("a", "fail")] {
        let mut client = connect(&server, "empty-message", &[]).await;
        client.say(text).await;
        assert_eq!(client.shown().await, format!("text {verdict}"));
        assert_eq!(client.shown().await, "close 1000 ");
    }
    let mut client = connect(&server, "echo_raw", &[]).await;
    client
        .frame(FINAL | BINARY, &[FINAL | TEXT, 2, b'h', b'i'])
        .await;
    assert_eq!(client.shown().await, "text hi");
    client.frame(FINAL | BINARY, b"exit").await;
    assert_eq!(client.shown().await, "close 1000 ");
}

#[tokio::test]
async fn the_server_closes_as_it_is_asked_to() {
    let server = start(&["remote-close"]).await;
    for (query, said) in [
        ("", "close, end"),
        ("?code=4000&reason=a%20b", "close 4000 a b, end"),
        ("?code=1000", "close 1000 , end"),
        ("?code=1006", "close 1011 , end"),
        ("?code=70000", "close 1011 , end"),
        ("?code=x", "end"),
        ("?abrupt=1", "ping ping, end"),
    ] {
        let mut client = connect(&server, &format!("remote-close{query}"), &[]).await;
        let first = client.shown().await;
        if first.starts_with("close") {
            client.frame(FINAL | CLOSE, b"").await;
        }
        let rest = match &first[..] {
            "end" => first,
            _ => format!("{first}, {}", client.rest().await),
        };
        assert_eq!(rest, said, "{query}");
    }
}

#[tokio::test]
async fn a_close_is_answered_late_or_never() {
    let server = start(&["delayed-passive-close", "passive-close-abort"]).await;
    let mut client = connect(&server, "delayed-passive-close", &[]).await;
    let start = Instant::now();
    client.close(4000, "why").await;
    assert_eq!(client.rest().await, "close 4000 why, end");
    assert!(start.elapsed() >= Duration::from_secs(1));
    let mut client = connect(&server, "passive-close-abort", &[]).await;
    client.say("a").await;
    client.close(4000, "why").await;
    assert_eq!(client.rest().await, "end");
}

#[tokio::test]
async fn some_read_late() {
    let server = start(&["receive-backpressure", "receive-many-with-backpressure"]).await;
    let start = Instant::now();
    let mut client = connect(&server, "receive-backpressure", &[]).await;
    client
        .frame(FINAL | BINARY, &vec![0; 8 * 1024 * 1024])
        .await;
    // More than the connection holds is taken when it is read.
    assert!(start.elapsed() >= Duration::from_secs(2));
    assert_eq!(client.shown().await, "close 1000 ");
    let mut client = connect(&server, "receive-many-with-backpressure", &[]).await;
    client.say("\u{e9}\u{e9}").await;
    client
        .frame(FINAL | BINARY, "\u{e9}\u{e9}".as_bytes())
        .await;
    assert_eq!(client.shown().await, "text 2");
    assert_eq!(client.shown().await, "text 4");
}

#[tokio::test]
async fn some_wait_for_their_reader() {
    let server = start(&["send-backpressure"]).await;
    let mut client = connect(&server, "send-backpressure", &[]).await;
    assert_eq!(client.shown().await, "binary ");
    tokio::time::sleep(Duration::from_secs(2)).await;
    for _ in 0..16 {
        assert_eq!(client.next().await.unwrap().1.len(), 1024 * 1024);
    }
    let said = client.shown().await;
    let seconds: f64 = said["text ".len()..].parse().unwrap();
    assert!(seconds > 1.5, "{seconds}");
}

#[tokio::test]
async fn values_are_left_for_others() {
    let server = start(&["stash_responder", "stash_responder_blocking"]).await;
    for (query, said) in [
        (
            "action=take&key=k&path=/p",
            r#"{"status": "allowed", "result": null}"#,
        ),
        (
            "action=put&key=k&path=/p&value=v",
            r#"{"status": "success", "result": "k"}"#,
        ),
        (
            "action=take&key=k",
            r#"{"status": "allowed", "result": null}"#,
        ),
        (
            "action=take&key=k&path=/p",
            r#"{"status": "blocked", "result": "v"}"#,
        ),
        (
            "action=purge&key=k&path=/p",
            r#"{"status": "success", "result": null}"#,
        ),
    ] {
        let mut client = connect(&server, &format!("stash_responder?{query}"), &[]).await;
        client.say("echo").await;
        let (_, payload) = client.next().await.unwrap();
        assert_eq!(String::from_utf8(payload).unwrap(), said, "{query}");
    }
    let handler = "stash_responder_blocking";
    let mut waiting = connect(&server, handler, &[]).await;
    waiting.say(r#"{"action":"get","key":"k"}"#).await;
    let mut setting = connect(&server, handler, &[]).await;
    setting
        .say(r#"{"action":"set","key":"k","value":[1]}"#)
        .await;
    assert_eq!(setting.shown().await, "text {}");
    let (_, payload) = waiting.next().await.unwrap();
    assert_eq!(payload, br#"{"value": [1]}"#);
}

#[tokio::test]
async fn channels_have_a_reader_and_writers() {
    let server = start(&["msg_channel"]).await;
    let handler = |direction| format!("msg_channel?uuid=u&direction={direction}");
    let mut early = connect(&server, &handler("write"), &[]).await;
    early.say(r#"["message", {"b": 1, "a": [2]}]"#).await;
    early.close(1000, "").await;
    assert_eq!(early.rest().await, "close 1000 , end");
    let mut reader = connect(&server, &handler("read"), &[]).await;
    let (_, payload) = reader.next().await.unwrap();
    assert_eq!(payload, br#"{"b": 1, "a": [2]}"#);
    let mut second = connect(&server, &handler("read"), &[]).await;
    assert_eq!(second.shown().await, "end");
    let mut writers = Vec::new();
    for text in ["one", "two"] {
        let mut writer = connect(&server, &handler("write"), &[]).await;
        writer.say(&format!(r#"["message", "{text}"]"#)).await;
        let (_, payload) = reader.next().await.unwrap();
        assert_eq!(payload, format!("\"{text}\"").as_bytes());
        writers.push(writer);
    }
    writers[0].say(r#"["disconnectReader", null]"#).await;
    assert_eq!(reader.shown().await, "close 1000 ");
    reader.close(1000, "").await;
    assert_eq!(reader.shown().await, "end");
    let mut reader = connect(&server, &handler("read"), &[]).await;
    reader.say(r#"["close", null]"#).await;
    assert_eq!(reader.shown().await, "close 1000 ");
}
