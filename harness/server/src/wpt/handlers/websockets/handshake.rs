//! Those that answer the opening handshake in ways of their own.

use std::time::Duration;

use tokio::time::sleep;

use super::{failed, forbidden};
use crate::request::Request;
use crate::response::Answer;
use crate::site::refused;
use crate::socket::{self, Acceptance, Incoming};
use crate::wpt::json::latin1;

handlers! {
    "/websockets/handlers/basic_auth_wsh.py" => basic_auth,
    "/websockets/handlers/handshake_no_extensions_wsh.py" => handshake_no_extensions,
    "/websockets/handlers/handshake_no_protocol_wsh.py" => handshake_no_protocol,
    "/websockets/handlers/handshake_protocol_wsh.py" => handshake_protocol,
    "/websockets/handlers/handshake_sleep_2_wsh.py" => handshake_sleep_2,
    "/websockets/handlers/invalid_wsh.py" => invalid,
    "/websockets/handlers/protocol_wsh.py" => protocol,
    "/websockets/handlers/protocol_array_wsh.py" => protocol_array,
    "/websockets/handlers/simple_handshake_wsh.py" => simple_handshake,
    "/websockets/handlers/wrong_accept_key_wsh.py" => wrong_accept_key,
}

/// Opens and closes at once.
fn pass(request: &Request, acceptance: Acceptance) -> Answer {
    socket::open(request, acceptance, async move |socket| Ok(socket))
}

/// Wants the user `foo` with the password `bar`.
async fn basic_auth(request: &mut Request) -> Answer {
    if request.header("authorization") == Some(b"Basic Zm9vOmJhcg==") {
        return pass(request, Acceptance::default());
    }
    refused(401, "who asks has to say who it is")
        .header("WWW-Authenticate", "Basic realm=\"camelot\"")
        .into()
}

/// Agrees to no extension.
async fn handshake_no_extensions(request: &mut Request) -> Answer {
    let acceptance = Acceptance {
        plain: true,
        ..Acceptance::default()
    };
    pass(request, acceptance)
}

/// Overlooks that a subprotocol is asked for.
async fn handshake_no_protocol(request: &mut Request) -> Answer {
    let acceptance = Acceptance {
        overlooks_protocols: true,
        ..Acceptance::default()
    };
    pass(request, acceptance)
}

/// Chooses a subprotocol that nobody has asked for.
async fn handshake_protocol(request: &mut Request) -> Answer {
    let acceptance = Acceptance {
        protocol: Some(b"foobar".to_vec()),
        ..Acceptance::default()
    };
    pass(request, acceptance)
}

/// Takes two seconds for the handshake.
async fn handshake_sleep_2(request: &mut Request) -> Answer {
    sleep(Duration::from_secs(2)).await;
    pass(request, Acceptance::default())
}

/// Says something that is no HTTP before the answer.
async fn invalid(request: &mut Request) -> Answer {
    let acceptance = Acceptance {
        before: b"FOO BAR BAZ\r\n\r\n".to_vec(),
        ..Acceptance::default()
    };
    pass(request, acceptance)
}

/// Chooses all that is asked for, which is right for a single name; says what it has chosen.
async fn protocol(request: &mut Request) -> Answer {
    let chosen = request.header("sec-websocket-protocol").map(<[u8]>::to_vec);
    say_protocol(request, chosen)
}

/// Chooses the first of those that are asked for, and says which.
async fn protocol_array(request: &mut Request) -> Answer {
    let Some(asked) = request.header("sec-websocket-protocol") else {
        return forbidden("no subprotocol is asked for").into();
    };
    let first = asked.split(|byte| *byte == b',').next();
    let chosen = first.map(<[u8]>::to_vec);
    say_protocol(request, chosen)
}

fn say_protocol(request: &Request, protocol: Option<Vec<u8>>) -> Answer {
    let said = protocol.as_deref().map(latin1);
    let acceptance = Acceptance {
        protocol,
        ..Acceptance::default()
    };
    socket::open(request, acceptance, async move |mut socket| {
        socket
            .send_text(said.ok_or_else(|| failed("there is no subprotocol"))?)
            .await?;
        Ok(socket)
    })
}

/// A head of an answer that goes on with what is said here.
fn by_hand(request: &Request, cookie: &str, accept: &str) -> Option<Vec<u8>> {
    let mut head = b"HTTP/1.1 101 Switching Protocols:\r\nConnection: Upgrade\r\n\
        Upgrade: WebSocket\r\n"
        .to_vec();
    head.extend_from_slice(cookie.as_bytes());
    head.extend_from_slice(b"Sec-WebSocket-Origin: ");
    head.extend_from_slice(request.header("origin")?);
    head.extend_from_slice(format!("\r\nSec-WebSocket-Accept: {accept}\r\n\r\n").as_bytes());
    Some(head)
}

/// Closes in the same packet as it opens.
async fn simple_handshake(request: &mut Request) -> Answer {
    let accept = socket::accept_key(request);
    let close = socket::close_bytes(1001, "PASS");
    let head = by_hand(request, "Set-Cookie: ws_test=test\r\n", &accept);
    let (Some(mut head), Ok(close)) = (head, close) else {
        return forbidden("there is no Origin").into();
    };
    head.extend_from_slice(&close);
    socket::open_by_hand(head, async move |mut socket| {
        while let Incoming::Message(_) = socket.next().await? {}
        socket.abort().await?;
        Ok(socket)
    })
}

/// Answers with a wrong proof, and then goes on as if nothing were wrong.
async fn wrong_accept_key(request: &mut Request) -> Answer {
    let Some(before) = by_hand(request, "", "thisisawrongacceptkey") else {
        return forbidden("there is no Origin").into();
    };
    let acceptance = Acceptance {
        before,
        ..Acceptance::default()
    };
    socket::open(request, acceptance, async move |mut socket| {
        socket.send_text("test").await?;
        Ok(socket)
    })
}
