//! What tests of our own talk to, under `/_server/`.

mod common;

use common::{ask, get, open, start};
use serde_json::{Value, json};
use winterproof_server::Server;

async fn server() -> Server {
    start::<&str>(&[]).await
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

fn json(answer: &str) -> Value {
    serde_json::from_str(body(answer)).unwrap()
}

#[tokio::test]
async fn an_echo_tells_what_arrived() {
    let server = server().await;
    let answer = ask(&server, "CHICKEN /_server/echo?a=%20", &["X-One:  1"], "AB").await;
    let told = json(&answer);
    assert_eq!(told["method"], "CHICKEN");
    assert_eq!(told["target"], "/_server/echo?a=%20");
    assert_eq!(told["body"], "QUI=");
    let headers = told["headers"].as_array().unwrap();
    assert!(
        headers.contains(&serde_json::json!(["X-One", "1"])),
        "{headers:?}"
    );
}

#[tokio::test]
async fn a_response_is_what_the_query_says() {
    let server = server().await;
    let query = "status=299&reason=Own&header=X-One:a%00&header=X-One:b&body=%ff";
    let answer = get(&server, &format!("/_server/respond?{query}")).await;
    assert!(answer.starts_with("HTTP/1.1 299 Own\r\n"), "{answer}");
    assert!(answer.contains("X-One: a\0\r\nX-One: b\r\n"), "{answer}");
    assert_eq!(body(&answer), "\u{fffd}");
    let answer = get(&server, "/_server/nothing").await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
}

#[tokio::test]
async fn a_redirect_counts_down_to_its_location() {
    let server = server().await;
    let path = "/_server/redirect?count=1&location=echo&status=307";
    let answer = get(&server, path).await;
    assert!(answer.starts_with("HTTP/1.1 307 "), "{answer}");
    let next = "redirect?count=0&location=echo&status=307";
    assert!(
        answer.contains(&format!("Location: {next}\r\n")),
        "{answer}"
    );
    let answer = get(&server, &format!("/_server/{next}")).await;
    assert!(answer.contains("Location: echo\r\n"), "{answer}");
}

#[tokio::test]
async fn bytes_are_given_as_they_are() {
    let server = server().await;
    assert_eq!(
        get(&server, "/_server/raw?bytes=no%0aHTTP").await,
        "no\nHTTP"
    );
    assert_eq!(get(&server, "/_server/raw").await, "");
    let answer = get(&server, "/_server/stream?chunk=a&chunk=bc&delay=1").await;
    assert!(
        answer.ends_with("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_log_tells_what_was_noted() {
    let server = server().await;
    get(&server, "/_server/echo?token=t").await;
    get(&server, "/_server/big?size=70000&token=t").await;
    get(&server, "/_server/echo?token=other").await;
    let notes = json(&get(&server, "/_server/log?token=t&count=2").await);
    assert_eq!(notes[0]["method"], "GET");
    assert_eq!(notes[1], 70000);
    assert_eq!(notes.as_array().unwrap().len(), 2);
    let nothing = get(&server, "/_server/log?token=none&count=1&within=10").await;
    assert_eq!(body(&nothing), "[]");
}

#[tokio::test]
async fn a_silent_answer_notes_who_leaves() {
    let server = server().await;
    let stream = open(&server, "/_server/silent?token=t").await;
    let waiting = get(&server, "/_server/log?token=t&count=1").await;
    assert_eq!(json(&waiting), json!(["waiting"]));
    drop(stream);
    let ended = get(&server, "/_server/log?token=t&count=2").await;
    assert_eq!(json(&ended), json!(["waiting", "ended"]));
}

#[tokio::test]
async fn other_origins_may_read_what_is_open_to_them() {
    let server = server().await;
    let closed = ask(
        &server,
        "GET /_server/respond",
        &["Origin: http://a.test"],
        "",
    )
    .await;
    assert!(!closed.contains("Access-Control"), "{closed}");
    let asking = [
        "Origin: http://a.test",
        "Access-Control-Request-Method: PUT",
        "Access-Control-Request-Headers: x-one",
    ];
    let open = ask(&server, "OPTIONS /_server/respond?cors=1", &asking, "").await;
    assert!(open.starts_with("HTTP/1.1 204 "), "{open}");
    for line in [
        "Access-Control-Allow-Origin: http://a.test\r\n",
        "Access-Control-Allow-Methods: PUT\r\n",
        "Access-Control-Allow-Headers: x-one\r\n",
    ] {
        assert!(open.contains(line), "{open}");
    }
}
