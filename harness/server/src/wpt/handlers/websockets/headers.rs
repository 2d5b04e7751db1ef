//! Those that say a header of the handshake, or set cookies in it.

use super::{failed, forbidden};
use crate::request::Request;
use crate::response::Answer;
use crate::socket::{self, Acceptance};
use crate::wpt::json::latin1;
use crate::wpt::query::Params;

handlers! {
    "/websockets/handlers/echo-cookie_wsh.py" => echo_cookie,
    "/websockets/handlers/origin_wsh.py" => origin,
    "/websockets/handlers/referrer_wsh.py" => referrer,
    "/websockets/handlers/set-cookie_wsh.py" => set_cookie,
    "/websockets/handlers/set-cookie_http_wsh.py" => set_cookie_http,
    "/websockets/handlers/set-cookie-secure_wsh.py" => set_cookie_secure,
    "/websockets/handlers/set-cookies-samesite_wsh.py" => set_cookies_samesite,
}

/// Says the cookies.
async fn echo_cookie(request: &mut Request) -> Answer {
    say(request, "cookie", Some("(none)"))
}

/// Says where the script is from that opened the WebSocket.
async fn origin(request: &mut Request) -> Answer {
    say(request, "origin", None)
}

/// Says the referrer, which there should be none of.
async fn referrer(request: &mut Request) -> Answer {
    say(request, "referer", Some("MISSING AS PER FETCH"))
}

fn say(request: &Request, header: &str, absent: Option<&str>) -> Answer {
    let value = request.header(header).map(latin1);
    let value = value.or_else(|| absent.map(str::to_owned));
    socket::open(request, Acceptance::default(), async move |mut socket| {
        socket
            .send_text(value.ok_or_else(|| failed("there is no such header"))?)
            .await?;
        Ok(socket)
    })
}

/// Sets a cookie that is named after the query.
async fn set_cookie(request: &mut Request) -> Answer {
    let cookie = named(request, "; Path=/");
    set(request, vec![cookie])
}

/// The same, out of the reach of scripts, with the origin in a further header.
async fn set_cookie_http(request: &mut Request) -> Answer {
    let Some(origin) = request.header("origin").map(<[u8]>::to_vec) else {
        return forbidden("there is no Origin").into();
    };
    let cookie = named(request, "; Path=/; HttpOnly");
    let headers = vec![
        (b"Set-Cookie".to_vec(), cookie.into_bytes()),
        (b"Sec-WebSocket-Origin".to_vec(), origin),
    ];
    wait(request, headers)
}

/// The same, for secure connections only.
async fn set_cookie_secure(request: &mut Request) -> Answer {
    let cookie = named(request, "; Secure; Path=/");
    set(request, vec![cookie])
}

fn named(request: &Request, attributes: &str) -> String {
    format!("ws_test_{}=test{attributes}", request.raw_query)
}

/// Sets a cookie for each kind of `SameSite`, to the `value` of the query or, with `clear`, to nothing.
async fn set_cookies_samesite(request: &mut Request) -> Answer {
    let age = match request.raw_query.contains("clear") {
        true => "; Max-Age=0",
        false => "",
    };
    let query = Params::parse(request.raw_query.as_bytes());
    let mut values = query.all(b"value").filter(|value| !value.is_empty());
    let value = match (values.next(), request.raw_query.contains("value")) {
        (Some(value), _) => String::from_utf8_lossy(value).into_owned(),
        (None, false) => "1".to_owned(),
        (None, true) => return forbidden("there is no value").into(),
    };
    let kinds = [
        ("unspecified", ""),
        ("lax", "; SameSite=Lax"),
        ("strict", "; SameSite=Strict"),
        ("none", "; SameSite=None; Secure"),
    ];
    let cookies =
        kinds.map(|(kind, attributes)| format!("samesite-{kind}={value}; Path=/{attributes}{age}"));
    set(request, cookies.into())
}

fn set(request: &Request, cookies: Vec<String>) -> Answer {
    let header = |cookie: String| (b"Set-Cookie".to_vec(), cookie.into_bytes());
    wait(request, cookies.into_iter().map(header).collect())
}

/// Leaves it to the other side to close.
fn wait(request: &Request, headers: Vec<(Vec<u8>, Vec<u8>)>) -> Answer {
    let acceptance = Acceptance {
        headers,
        ..Acceptance::default()
    };
    socket::open(request, acceptance, async move |mut socket| {
        socket.receive().await?;
        Ok(socket)
    })
}
