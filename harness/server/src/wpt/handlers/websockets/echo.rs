//! Those that send back what they get, or say what they got.

use std::time::Duration;

use tokio::time::sleep;

use super::failed;
use crate::request::Request;
use crate::response::Answer;
use crate::socket::{self, Acceptance, Incoming, Message};
use crate::wpt::json::latin1;

handlers! {
    "/websockets/handlers/echo_wsh.py" => echo,
    "/websockets/handlers/echo_exit_wsh.py" => echo_exit,
    "/websockets/handlers/echo_close_data_wsh.py" => echo_close_data,
    "/websockets/handlers/echo_raw_wsh.py" => echo_raw,
    "/websockets/handlers/echo-query_wsh.py" => echo_query,
    "/websockets/handlers/echo-query_v13_wsh.py" => echo_query_v13,
    "/websockets/handlers/empty-message_wsh.py" => empty_message,
    "/websockets/handlers/sleep_10_v13_wsh.py" => sleep_10,
}

/// What makes the other side say farewell.
const GOODBYE: &str = "Goodbye";

/// Sends back every message, and closes after the farewell. A close is answered with the same status
/// and reason.
async fn echo(request: &mut Request) -> Answer {
    let wanted = socket::protocols(request);
    let acceptance = Acceptance {
        protocol: wanted.into_iter().find(|name| name == b"echo"),
        ..Acceptance::default()
    };
    socket::open(request, acceptance, async move |mut socket| {
        loop {
            match socket.next().await? {
                Incoming::Message(message) => {
                    let last = message == Message::Text(GOODBYE.into());
                    socket.send_message(message).await?;
                    if last {
                        break;
                    }
                }
                Incoming::Close(close) => {
                    socket.close(close).await?;
                    break;
                }
                Incoming::End => break,
            }
        }
        Ok(socket)
    })
}

/// Reads messages, and closes after the farewell.
async fn echo_exit(request: &mut Request) -> Answer {
    socket::open(request, Acceptance::default(), async move |mut socket| {
        while let Some(message) = socket.receive().await? {
            if message == Message::Text(GOODBYE.into()) {
                break;
            }
        }
        Ok(socket)
    })
}

/// The same under another name: what its script would send back is never reached.
async fn echo_close_data(request: &mut Request) -> Answer {
    echo_exit(request).await
}

/// Writes the bytes of messages to the connection as they are, be they frames or not.
async fn echo_raw(request: &mut Request) -> Answer {
    socket::open(request, Acceptance::default(), async move |mut socket| {
        while let Some(message) = socket.receive().await? {
            match message {
                Message::Binary(bytes) if bytes == "exit" => break,
                Message::Binary(bytes) => socket.send_raw(&bytes).await?,
                Message::Text(_) => return Err(failed("a text is not bytes")),
            }
        }
        Ok(socket)
    })
}

/// Sends the query.
async fn echo_query(request: &mut Request) -> Answer {
    say_query(request, latin1(request.raw_query.as_bytes()))
}

/// Sends the query up to a further question mark.
async fn echo_query_v13(request: &mut Request) -> Answer {
    let query = request.raw_query.split('?').next().unwrap_or_default();
    say_query(request, latin1(query.as_bytes()))
}

fn say_query(request: &Request, query: String) -> Answer {
    socket::open(request, Acceptance::default(), async move |mut socket| {
        socket.send_text(query).await?;
        Ok(socket)
    })
}

/// Says `pass` when the first message is an empty text, else `fail`.
async fn empty_message(request: &mut Request) -> Answer {
    socket::open(request, Acceptance::default(), async move |mut socket| {
        let first = socket.receive().await?;
        let verdict = match first {
            Some(Message::Text(text)) if text.is_empty() => "pass",
            Some(_) => "fail",
            None => return Ok(socket),
        };
        socket.send_text(verdict).await?;
        Ok(socket)
    })
}

/// Takes ten seconds for the handshake, and then sends texts back.
async fn sleep_10(request: &mut Request) -> Answer {
    sleep(Duration::from_secs(10)).await;
    socket::open(request, Acceptance::default(), async move |mut socket| {
        while let Some(message) = socket.receive().await? {
            match message {
                Message::Text(text) if text == GOODBYE => break,
                Message::Text(text) => socket.send_text(text).await?,
                Message::Binary(_) => return Err(failed("bytes are not a text")),
            }
        }
        Ok(socket)
    })
}
