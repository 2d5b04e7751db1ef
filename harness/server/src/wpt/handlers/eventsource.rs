//! `eventsource/resources`.

use std::time::Duration;

use tokio::time::sleep;

use super::cookies::{cookie, expired, gone};
use super::support::{Fault, Outcome, need, number};
use crate::request::Request;
use crate::response::{Answer, Response};
use crate::wpt::escape::Escape;
use crate::wpt::template::fill;

handlers! {
    "/eventsource/resources/cors.py" => cors,
    "/eventsource/resources/cors-cookie.py" => cors_cookie,
    "/eventsource/resources/last-event-id.py" => last_event_id,
    "/eventsource/resources/last-event-id2.py" => last_event_id2,
    "/eventsource/resources/message.py" => message,
    "/eventsource/resources/message2.py" => message2,
    "/eventsource/resources/reconnect-fail.py" => reconnect_fail,
    "/eventsource/resources/status-error.py" => status_error,
    "/eventsource/resources/status-reconnect.py" => status_reconnect,
}

/// What streams of events are.
const EVENTS: &str = "text/event-stream";

/// The script and the file that `cors` can stand before.
const REDIRECT: &str = "/common/redirect.py";
const CACHE_CONTROL: &str = "/eventsource/resources/cache-control.event_stream";

/// Answers as another one of these, and allows the origin that asks (or `origin`) to read it.
async fn cors(request: &mut Request) -> Outcome<Answer> {
    let query = request.query();
    let asking = request.joined("origin");
    let asking = asking.ok_or_else(|| Fault::new("there is no Origin"))?;
    let origin = query.first("origin").map_or(asking, <[u8]>::to_vec);
    let credentials = query.first("credentials").unwrap_or(b"true").to_vec();
    let answer = match need(&query, "run")? {
        b"status-reconnect" => status_reconnect(request).await?.into(),
        b"message" => message(request).await?.into(),
        b"redirect" => match super::find(REDIRECT) {
            Some(redirect) => redirect(request).await,
            None => return Err(Fault::new("there are no redirects")),
        },
        b"cache-control" => {
            let template = request.site.files.read(CACHE_CONTROL);
            let template = template.ok_or_else(|| Fault::new("the file is missing"))?;
            let filled = fill(&template, Escape::Html, request);
            let filled = filled.map_err(|error| Fault::new(error.to_string()))?;
            Response::of(200, EVENTS, filled).into()
        }
        _ => Response::new(200).into(),
    };
    Ok(match answer {
        Answer::Response(response) => response
            .header("Access-Control-Allow-Origin", origin)
            .header("Access-Control-Allow-Credentials", credentials)
            .into(),
        answer => answer,
    })
}

/// Sends one event and says whether a cookie came, which it sets; the next time it ends the cookie's
/// life, and then it is no stream of events any more.
async fn cors_cookie(request: &mut Request) -> Outcome {
    let query = request.query();
    let last_id = request.header_or("last-event-id", "");
    let name = query.first("ident").unwrap_or(b"test");
    let seen = match request.cookies().contains(name) {
        true => "COOKIE",
        false => "NO_COOKIE",
    };
    let asking = request.joined("origin");
    let asking = asking.ok_or_else(|| Fault::new("there is no Origin"))?;
    let origin = query.first("origin").map_or(asking, <[u8]>::to_vec);
    let credentials = query.first("credentials").unwrap_or(b"true");

    let mut response = Response::new(200);
    if origin != b"none" {
        response = response.header("Access-Control-Allow-Origin", origin);
    }
    if credentials != b"none" {
        response = response.header("Access-Control-Allow-Credentials", credentials);
    }
    Ok(match &last_id[..] {
        b"" => response
            .header("Content-Type", EVENTS)
            .header("Set-Cookie", cookie(name, b"COOKIE"))
            .body(format!("id: 1\nretry: 200\ndata: first {seen}\n\n")),
        b"1" => response
            .header("Content-Type", EVENTS)
            .header("Set-Cookie", expired(name, b"COOKIE"))
            .body(format!("id: 2\ndata: second {seen}\n\n")),
        id => response
            .header("Content-Type", "stop")
            .body([b"data: ", id, seen.as_bytes(), b"\n\n"].concat()),
    })
}

/// Gives an event with an id (`idvalue`, else an ellipsis); to whoever comes back with one, says which.
async fn last_event_id(request: &mut Request) -> Response {
    let last = request.header_or("last-event-id", "");
    if !last.is_empty() {
        return Response::of(200, EVENTS, [b"data: ", &last[..], b"\n\n"].concat());
    }
    let query = request.query();
    let id = query.first("idvalue").unwrap_or("\u{2026}".as_bytes());
    let body = [b"id: ", id, b"\nretry: 200\ndata: hello\n\n"].concat();
    Response::of(200, EVENTS, body)
}

/// Gives events of which only the first has an id that stays or, by `type`, is taken back.
async fn last_event_id2(request: &mut Request) -> Response {
    let query = request.query();
    let kind = query.first("type").map(number::<i64>);
    let body = match kind {
        None | Some(Ok(1) | Err(_)) => "id: 1\ndata: 1\n\ndata: 2\n\nid: 2\ndata:3\n\ndata:4\n\n",
        Some(Ok(2)) => "id: 1\ndata: 1\n\nid:\ndata:2\n\ndata:3\n\n",
        Some(Ok(3)) => "id: 1\ndata: 1\n\nid\ndata:2\n\ndata:3\n\n",
        Some(Ok(_)) => "data: invalid_test\n\n",
    };
    Response::of(200, EVENTS, body)
}

/// Gives `message` as `mime`, after `sleep` milliseconds; with `newline=none` no empty line follows.
async fn message(request: &mut Request) -> Outcome {
    let query = request.query();
    let mime = query.first("mime").unwrap_or(EVENTS.as_bytes());
    let message = query.first("message").unwrap_or(b"data: data");
    let end: &[u8] = match query.first("newline") {
        Some(b"none") => b"\n",
        _ => b"\n\n\n",
    };
    let time = number(query.first("sleep").unwrap_or(b"0"))?;
    sleep(Duration::from_millis(time)).await;
    let response = Response::new(200).header("Content-Type", mime);
    Ok(response.body([message, end].concat()))
}

/// Gives what a reader of events has to make out, every two seconds without an end.
async fn message2(_: &mut Request) -> Response {
    let response = Response::new(200)
        .header("Content-Type", EVENTS)
        .header("Cache-Control", "no-cache");
    response.stream(async |out| {
        loop {
            out.send(
                "data:msg\ndata: msg\n\n:\nfalsefield:msg\n\nfalsefield:msg\nData:data\n\n\
                 data\n\ndata:end\n\n",
            )
            .await?;
            sleep(Duration::from_secs(2)).await;
        }
    })
}

/// Gives an event, to whoever comes back another one, and then says that it is enough.
async fn reconnect_fail(request: &mut Request) -> Outcome {
    let query = request.query();
    let name = [b"recon_fail_", need(&query, "id")?].concat();
    let cookies = request.cookies();
    let (status, reason, set, body) = match cookies.first(&name) {
        Some(b"opened") => (
            200,
            "RECONNECT",
            cookie(&name, b"reconnected"),
            "data: reconnected\n\n",
        ),
        Some(b"reconnected") => (204, "NO CONTENT (CLOSE)", gone(&name), "data: closed\n\n"),
        _ => (
            200,
            "OPEN",
            cookie(&name, b"opened"),
            "retry: 2\ndata: opened\n\n",
        ),
    };
    let response = Response {
        reason: Some(reason.into()),
        ..Response::of(status, EVENTS, body)
    };
    Ok(response.header("Set-Cookie", set))
}

/// Answers with `status`, as a stream of events.
async fn status_error(request: &mut Request) -> Outcome {
    let query = request.query();
    let status = number(query.first("status").unwrap_or(b"404"))?;
    let body = match status {
        204 | 205 => "",
        _ => "data: data\n\n",
    };
    Ok(Response {
        reason: Some(b"HAHAHAHA".to_vec()),
        ..Response::of(status, EVENTS, body)
    })
}

/// Answers with `status`, and to whoever comes back with an event.
async fn status_reconnect(request: &mut Request) -> Outcome {
    let query = request.query();
    let status = query.first("status").unwrap_or(b"204");
    let name = [b"request", query.first("id").unwrap_or(status)].concat();
    if request.cookies().first(&name).unwrap_or_default() == status {
        let response = Response::of(200, EVENTS, "data: data\n\n");
        return Ok(response.header("Set-Cookie", gone(&name)));
    }
    let body = match query.contains("ok_first") {
        true => "retry: 2\ndata: ok\n\n",
        false => "retry: 2\n",
    };
    let response = Response {
        reason: Some(b"TEST".to_vec()),
        ..Response::of(number(status)?, EVENTS, body)
    };
    Ok(response.header("Set-Cookie", cookie(&name, status)))
}
