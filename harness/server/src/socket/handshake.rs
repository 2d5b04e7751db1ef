//! The opening handshake, with the rules of pywebsocket, which is the server that
//! web-platform-tests' WebSocket handlers are written for. Over HTTP/2 it is that of RFC 8441: a
//! CONNECT that says what for, on a stream of a connection that goes on.

use std::future::Future;
use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Method, Version};
use tokio::io::AsyncWriteExt;
use tungstenite::handshake::derive_accept_key;

use super::Socket;
use super::deflate::Agreement;
use crate::request::Request;
use crate::response::{Answer, Response, Takeover};
use crate::site::refused;

/// How a handshake is answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Acceptance {
    /// The subprotocol that is chosen. When the client asks for some, one has to be chosen; when it
    /// asks for none, none may be. Whether it is one of those that are asked for is not looked at.
    pub protocol: Option<Vec<u8>>,
    /// Whether it is overlooked that the client asks for subprotocols.
    pub overlooks_protocols: bool,
    /// Further headers, as they are written.
    pub headers: Vec<(Vec<u8>, Vec<u8>)>,
    /// What is said before the answer to the handshake.
    pub before: Vec<u8>,
    /// Whether messages are left as they are, even if the client offers to compress them.
    pub plain: bool,
}

/// Whether a request asks for a WebSocket.
pub(crate) fn is_asked_for(request: &Request) -> bool {
    let protocol = match is_stream(request) {
        true => request.protocol.as_deref().unwrap_or_default(),
        false => request.text("upgrade"),
    };
    protocol.eq_ignore_ascii_case("websocket")
}

/// Whether the request has no connection of its own.
fn is_stream(request: &Request) -> bool {
    request.version == Version::HTTP_2
}

/// The subprotocols that the client asks for, in its order; none when what it says is no list of
/// names.
pub(crate) fn protocols(request: &Request) -> Vec<Vec<u8>> {
    let header = request.header("sec-websocket-protocol");
    header.and_then(tokens).unwrap_or_default()
}

/// The value that proves that the handshake has been understood.
pub(crate) fn accept_key(request: &Request) -> String {
    derive_accept_key(request.header("sec-websocket-key").unwrap_or_default())
}

/// Opens a WebSocket and has `talk` speak over it; when that ends, the closing handshake is made, if
/// it has not been.
pub(crate) fn open<T, F>(request: &Request, acceptance: Acceptance, talk: T) -> Answer
where
    T: FnOnce(Socket) -> F + Send + 'static,
    F: Future<Output = io::Result<Socket>> + Send + 'static,
{
    let protocol = match check(request).and_then(|()| protocol(request, &acceptance)) {
        Ok(protocol) => protocol.map(|name| (b"Sec-WebSocket-Protocol".to_vec(), name)),
        Err(response) => return response.into(),
    };
    let offers = request.joined("sec-websocket-extensions");
    let compression = offers.filter(|_| !acceptance.plain);
    let compression = compression.and_then(|offers| Agreement::of(&offers));
    let extension = compression.map(|agreement| {
        let name = b"Sec-WebSocket-Extensions".to_vec();
        (name, agreement.header())
    });
    let headers = protocol.into_iter().chain(extension);
    let headers = headers.chain(acceptance.headers);
    if is_stream(request) && acceptance.before.is_empty() {
        let mut response = Response::new(200);
        for (name, value) in headers {
            response.headers.append(name, value);
        }
        return Answer::Tunnel(response, begin(Vec::new(), compression, talk));
    }
    let accept = accept_key(request);
    let mut head = acceptance.before;
    head.extend_from_slice(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
    );
    head.extend_from_slice(format!("Sec-WebSocket-Accept: {accept}\r\n").as_bytes());
    for (name, value) in headers {
        head.extend_from_slice(&name);
        head.extend_from_slice(b": ");
        head.extend_from_slice(&value);
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");
    Answer::Takeover(begin(head, compression, talk))
}

/// Says `head` in the place of an answer to the handshake, and has `talk` go on.
pub(crate) fn open_by_hand<T, F>(head: Vec<u8>, talk: T) -> Answer
where
    T: FnOnce(Socket) -> F + Send + 'static,
    F: Future<Output = io::Result<Socket>> + Send + 'static,
{
    Answer::Takeover(begin(head, None, talk))
}

fn begin<T, F>(head: Vec<u8>, compression: Option<Agreement>, talk: T) -> Takeover
where
    T: FnOnce(Socket) -> F + Send + 'static,
    F: Future<Output = io::Result<Socket>> + Send + 'static,
{
    Box::new(move |mut wire| {
        Box::pin(async move {
            if wire.write_all(&head).await.is_err() || wire.flush().await.is_err() {
                return;
            }
            // Who talks ends with an error when the other side is gone, or is to be left alone.
            if let Ok(mut socket) = talk(Socket::new(wire, compression)).await {
                let _ = socket.finish().await;
            }
        })
    })
}

/// Whether the request is a handshake.
fn check(request: &Request) -> Result<(), Response> {
    let wrong = |why| Err(refused(400, why));
    if !is_stream(request) {
        check_upgrade(request)?;
    }
    match request.header("sec-websocket-version") {
        Some(b"13") => {}
        Some(_) => {
            let response = refused(400, "the version of WebSocket is 13");
            return Err(response.header("Sec-WebSocket-Version", "13"));
        }
        None => return wrong("there is no Sec-WebSocket-Version"),
    }
    if is_stream(request) {
        // That the server knows what is asked of it, the protocol itself has shown.
        return Ok(());
    }
    let key = request.header("sec-websocket-key").unwrap_or_default();
    match STANDARD.decode(key) {
        Ok(key) if key.len() == 16 => Ok(()),
        _ => wrong("Sec-WebSocket-Key is not 16 bytes in Base64"),
    }
}

/// Whether a request over HTTP/1.1 wants its connection to become something else.
fn check_upgrade(request: &Request) -> Result<(), Response> {
    let wrong = |why| Err(refused(400, why));
    if request.method != Method::GET || request.version != Version::HTTP_11 {
        return wrong("a WebSocket begins with GET in HTTP/1.1");
    }
    let connection = request.joined("connection").unwrap_or_default();
    let mut options = connection.split(|byte| *byte == b',');
    if !options.any(|option| option.trim_ascii().eq_ignore_ascii_case(b"upgrade")) {
        return wrong("Connection does not say Upgrade");
    }
    match request.header("host") {
        Some(_) => Ok(()),
        None => wrong("there is no Host"),
    }
}

/// The subprotocol that is answered.
fn protocol(request: &Request, acceptance: &Acceptance) -> Result<Option<Vec<u8>>, Response> {
    let wrong = |why| Err(refused(400, why));
    let asked = match request.header("sec-websocket-protocol").map(tokens) {
        Some(None) => return wrong("Sec-WebSocket-Protocol is no list of names"),
        Some(Some(_)) => !acceptance.overlooks_protocols,
        None => false,
    };
    match &acceptance.protocol {
        Some(_) if !asked => wrong("a subprotocol is chosen, but none asked for"),
        None if asked => wrong("no subprotocol is chosen of those that are asked for"),
        Some(name) if !is_token(name) => wrong("the chosen subprotocol is not one name"),
        protocol => Ok(protocol.clone()),
    }
}

/// The names in a list; `None` when it isn't one.
fn tokens(list: &[u8]) -> Option<Vec<Vec<u8>>> {
    let names = list.split(|&byte| byte == b',').map(<[u8]>::trim_ascii);
    let names: Vec<_> = names
        .filter(|name| !name.is_empty())
        .map(<[u8]>::to_vec)
        .collect();
    (!names.is_empty() && names.iter().all(|name| is_token(name))).then_some(names)
}

fn is_token(name: &[u8]) -> bool {
    let allowed = |byte: &u8| byte.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?={}".contains(byte);
    !name.is_empty() && name.iter().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_of_names() {
        assert_eq!(tokens(b"a, b ,,c").unwrap(), [b"a", b"b", b"c"]);
        for list in [&b""[..], b",", b"a b", b"a;b", b"\xe9", b"a, b/c"] {
            assert_eq!(tokens(list), None, "{}", list.escape_ascii());
        }
    }
}
