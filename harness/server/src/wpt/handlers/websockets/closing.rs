//! Those that close in ways of their own.

use std::time::Duration;

use tokio::time::sleep;

use super::failed;
use crate::request::Request;
use crate::response::Answer;
use crate::socket::{self, Acceptance, Incoming};
use crate::wpt::query::Params;

handlers! {
    "/websockets/handlers/delayed-passive-close_wsh.py" => delayed_passive_close,
    "/websockets/handlers/passive-close-abort_wsh.py" => passive_close_abort,
    "/websockets/handlers/remote-close_wsh.py" => remote_close,
}

/// Waits a second before it answers a close with the same status and reason.
async fn delayed_passive_close(request: &mut Request) -> Answer {
    socket::open(request, Acceptance::default(), async move |mut socket| {
        if let Incoming::Close(close) = socket.next().await? {
            sleep(Duration::from_secs(1)).await;
            socket.close(close).await?;
        }
        Ok(socket)
    })
}

/// Ends the connection in the place of an answer to a close.
async fn passive_close_abort(request: &mut Request) -> Answer {
    socket::open(request, Acceptance::default(), async move |mut socket| {
        while let Incoming::Message(_) = socket.next().await? {}
        socket.abort().await?;
        Ok(socket)
    })
}

/// Closes as soon as it is open: with `code` and `reason` of the query, without either, or with
/// `abrupt` without a closing handshake.
async fn remote_close(request: &mut Request) -> Answer {
    let query = Params::parse(request.raw_query.as_bytes());
    let text = |name: &str| {
        // A parameter without a value is none.
        let value = query.all(name.as_bytes()).find(|value| !value.is_empty());
        value.map(|value| String::from_utf8_lossy(value).into_owned())
    };
    let (abrupt, code) = (text("abrupt").is_some(), text("code"));
    let reason = text("reason").unwrap_or_default();
    socket::open(request, Acceptance::default(), async move |mut socket| {
        if abrupt {
            // Something has to come, or it might be taken for a handshake that fails.
            socket.send_ping("ping").await?;
            socket.abort().await?;
            return Ok(socket);
        }
        let close = match code.map(|code| code.trim().parse::<i64>()) {
            // What is no status at all is one that must not be sent.
            Some(Ok(code)) => Some((u16::try_from(code).unwrap_or_default(), reason)),
            Some(Err(_)) => return Err(failed("the code is no number")),
            None => None,
        };
        socket.close(close).await?;
        Ok(socket)
    })
}
