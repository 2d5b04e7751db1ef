//! What the handlers of web-platform-tests' `fetch` answer slowly, in parts, byte by byte, or from
//! what they have noted.

mod common;

use std::time::{Duration, Instant};

use common::{ask, body, get, has, lacks, open, parts, read_until, scripts, start};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::sleep;

const API: &str = "/fetch/api/resources";
const RANGE: &str = "/fetch/range/resources";

#[tokio::test]
async fn what_trickles_comes_bit_by_bit() {
    let server = scripts(API, &["trickle"]).await;
    let begin = Instant::now();
    let mut stream = open(&server, &format!("{API}/trickle.py?ms=100&count=3")).await;
    read_until(&mut stream, "\r\n\r\n").await;
    let head = begin.elapsed();
    read_until(&mut stream, "TEST_TRICKLE\n\r\n").await;
    let line = begin.elapsed();
    read_until(&mut stream, "0\r\n\r\n").await;
    let end = begin.elapsed();
    assert!(head >= Duration::from_millis(100), "{head:?}");
    assert!(line >= Duration::from_millis(200), "{line:?}");
    assert!(end >= Duration::from_millis(500), "{end:?}");
}

#[tokio::test]
async fn bad_chunks_are_written_as_they_are() {
    let server = scripts(API, &["bad-chunk-encoding"]).await;
    let answer = get(
        &server,
        &format!("{API}/bad-chunk-encoding.py?ms=1&count=2"),
    )
    .await;
    has(&answer, "transfer-encoding: chunked");
    assert_eq!(
        body(&answer),
        "a\r\nTEST_CHUNK\r\na\r\nTEST_CHUNK\r\ngarbage"
    );
}

#[tokio::test]
async fn an_endless_answer_notices_that_nobody_reads() {
    let server = scripts(API, &["infinite-slow-response", "stash-take", "stash-put"]).await;
    let endless = format!("{API}/infinite-slow-response.py?stateKey=s&abortKey=a");
    let state = format!("{API}/stash-take.py?key=s");
    let mut stream = open(&server, &endless).await;
    read_until(&mut stream, ".\r\n").await;
    assert_eq!(body(&get(&server, &state).await), "\"open\"");
    drop(stream);
    let mut closed = String::new();
    for _ in 0..200 {
        closed = body(&get(&server, &state).await).to_owned();
        if closed != "null" {
            break;
        }
        sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(closed, "\"closed\"");
    // And it ends when it is told to.
    let mut stream = open(&server, &endless).await;
    get(&server, &format!("{API}/stash-put.py?key=a&value=1")).await;
    read_until(&mut stream, "\r\n0\r\n\r\n").await;
}

#[tokio::test]
async fn a_huge_answer_tells_its_length_and_comes() {
    let server = scripts(API, &["huge-response"]).await;
    let mut stream = open(&server, &format!("{API}/huge-response.py")).await;
    let mut read = vec![0; 8 * 1024 * 1024];
    stream.read_exact(&mut read).await.unwrap();
    let head = String::from_utf8_lossy(&read[..300]);
    assert!(head.contains("Content-Length: 8589934592\r\n"), "{head}");
    assert!(read.ends_with(&[0; 100]));
}

#[tokio::test]
async fn parts_are_cut_from_what_plays() {
    let server = scripts(RANGE, &["long-wav", "partial-text", "stash-take"]).await;
    let url = format!("GET {RANGE}/long-wav.py?range-received-key=k");
    let answer = ask(&server, &url, &["Range: bytes=40-49"], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 206 Partial Content\r\n"),
        "{answer}"
    );
    has(&answer, "content-range: bytes 40-49/2400000");
    has(&answer, "content-length: 10");
    assert_eq!(body(&answer).chars().count(), 10, "{answer:?}");
    let answer = get(&server, &format!("{RANGE}/stash-take.py?key=k")).await;
    assert_eq!(body(&answer), "\"range-header-received\"");
    let url = format!("GET {RANGE}/partial-text.py?length=10");
    let answer = ask(&server, &url, &["Range: bytes=2-5"], "").await;
    has(&answer, "content-range: bytes 2-5/10");
    assert_eq!(body(&answer), "000");
    let answer = ask(&server, &url, &["Range: bytes=2-11"], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 416 Requested Range Not Satisfiable\r\n"),
        "{answer}"
    );
    has(&answer, "content-type: text/plain");
}

#[tokio::test]
async fn invalid_answers_are_written_byte_by_byte() {
    let server = start(&[
        ("/fetch/content-length/resources/content-length.py", ""),
        ("/fetch/h1-parsing/resources/message.py", ""),
        (
            "/fetch/h1-parsing/resources/script-with-0x00-in-header.py",
            "",
        ),
    ])
    .await;
    let url =
        "/fetch/content-length/resources/content-length.py?length=A:1%0D%0AContent-Length:%20,42";
    let answer = get(&server, url).await;
    assert!(
        answer.contains("\r\nA:1\r\nContent-Length: ,42\r\n\r\nFact: "),
        "{answer}"
    );
    let answer = get(
        &server,
        "/fetch/h1-parsing/resources/message.py?message=no%0Aanswer",
    )
    .await;
    assert_eq!(answer, "no\nanswer");
    let url = "/fetch/h1-parsing/resources/script-with-0x00-in-header.py";
    let answer = get(&server, url).await;
    assert!(answer.contains("Custom: \0\r\n"), "{answer:?}");
    has(&answer, "content-length: 24");
}

#[tokio::test]
async fn caches_are_answered_as_the_test_says() {
    let path = "/fetch/http-cache/resources/http-cache.py";
    let server = start(&[(path, "")]).await;
    // [{"response_headers": [["ETag", "x"], ["Expires", 0]]}, {"expected_type": "etag_validated"},
    //  {"expected_type": "etag_validated"}]
    let steps = "Test-Requests: W3sicmVzcG9uc2VfaGVhZGVycyI6IFtbIkVUYWciLCAieCJdLCBbIkV4cGlyZXMiLC\
        AwXV19LCB7ImV4cGVjdGVkX3R5cGUiOiAiZXRhZ192YWxpZGF0ZWQifSwgeyJleHBlY3RlZF90eXBlIjogImV0YWd\
        fdmFsaWRhdGVkIn1d";
    let url = format!("GET {path}?dispatch=test&uuid=u");
    let answer = ask(&server, &url, &[steps], "").await;
    has(&answer, "etag: x");
    has(&answer, "server-request-count: 1");
    assert!(parts(&answer).1.contains("expires: "), "{answer}");
    assert_eq!(body(&answer), "u");
    let answer = ask(&server, &url, &[steps, "If-None-Match: x"], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 304 Not Modified\r\n"),
        "{answer}"
    );
    let answer = ask(&server, &url, &[steps, "If-None-Match: y"], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 999 304 Not Generated\r\n"),
        "{answer}"
    );
    let answer = get(&server, &format!("{path}?dispatch=state&uuid=u")).await;
    let state = body(&answer);
    assert!(state.starts_with("[{\"now\": "), "{state}");
    assert!(state.contains("\"if-none-match\": \"y\""), "{state}");
    assert!(
        state.contains("\"response_headers\": {\"etag\": \"x\"}"),
        "{state}"
    );
}

#[tokio::test]
async fn connections_are_told_apart() {
    let path = "/fetch/connection-pool/resources/network-partition-key.py";
    let server = start(&[(path, "")]).await;
    let url = format!("{path}?dispatch=check_partition&uuid=u&addcounter=true&partition_id");
    assert_eq!(
        body(&get(&server, &format!("{url}=1")).await),
        "ok. Request was sent 1 times. 1 connections were created."
    );
    assert_eq!(
        body(&get(&server, &format!("{url}=1")).await),
        "ok. Request was sent 2 times. 2 connections were created."
    );
    let mut stream = open(&server, &format!("{url}=1")).await;
    read_until(&mut stream, "created.").await;
    let request = format!("GET {url}=2 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    read_until(&mut stream, "Multiple partition IDs used on a socket").await;
}

#[tokio::test]
async fn what_is_said_of_things_is_recorded() {
    let record = "/fetch/metadata/resources/record-header.py";
    let echo = "/fetch/metadata/resources/echo-as-json.py";
    let server = start(&[(record, ""), (echo, ""), ("/media/A4.mp4", "film")]).await;
    let said = ["Sec-Fetch-Dest: video", "Sec-Fetch-Mode: cors"];
    let expected = r#"{"dest": "video", "mode": "cors", "site": "", "user": ""}"#;
    let url = format!("GET {record}?file=video-1");
    let answer = ask(&server, &url, &said, "").await;
    has(&answer, "content-type: video/mp4");
    assert_eq!(body(&answer), "film");
    let url = format!("{record}?file=video-1&retrieve=true");
    assert_eq!(body(&get(&server, &url).await), expected);
    assert_eq!(
        body(&get(&server, &url).await),
        "No header has been recorded"
    );
    let answer = ask(&server, &format!("GET {echo}"), &said, "").await;
    assert_eq!(body(&answer), expected);
    let answer = ask(&server, &format!("OPTIONS {echo}"), &said[..1], "").await;
    assert!(answer.starts_with("HTTP/1.1 403 Failed\r\n"), "{answer}");
}

#[tokio::test]
async fn private_networks_are_asked_before() {
    let path = "/fetch/private-network-access/resources/preflight.py";
    let server = start(&[(path, "")]).await;
    let url = format!("{path}?preflight-uuid=u&preflight-headers=cors%2Bpna&final-headers=cors");
    let answer = get(&server, &url).await;
    assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
    let asked = ["Access-Control-Request-Method: PUT"];
    let answer = ask(&server, &format!("OPTIONS {url}"), &asked, "").await;
    has(&answer, "access-control-allow-methods: PUT");
    has(&answer, "access-control-allow-private-network: true");
    let answer = get(&server, &url).await;
    assert_eq!(body(&answer), "success");
    has(&answer, "access-control-allow-origin: *");
    lacks(&answer, "access-control-allow-private-network");
}

#[tokio::test]
async fn origins_and_beacons_are_noted() {
    let stash = "/fetch/origin/resources/redirect-and-stash.py";
    let set = "/fetch/fetch-later/resources/set_beacon.py";
    let received = "/fetch/fetch-later/resources/get_beacon.py";
    let server = start(&[(stash, ""), (set, ""), (received, "")]).await;
    let url = format!("GET {stash}?stash=s&location=/x");
    let answer = ask(&server, &url, &["Origin: http://o.test"], "").await;
    assert!(answer.starts_with("HTTP/1.1 308 \r\n"), "{answer}");
    get(&server, &format!("{stash}?stash=s")).await;
    let answer = get(&server, &format!("{stash}?stash=s&dump")).await;
    assert_eq!(body(&answer), r#"["http://o.test", "no Origin header"]"#);
    for data in ["payload=a", "b", ""] {
        ask(&server, &format!("POST {set}?uuid=u"), &[], data).await;
    }
    let answer = get(&server, &format!("{received}?uuid=u")).await;
    assert_eq!(body(&answer), r#"{"data": ["a", "b", null]}"#);
    let url = format!("GET {set}?uuid=u&expectOrigin=http://a.test");
    let answer = ask(&server, &url, &["Origin: http://b.test"], "").await;
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
}
