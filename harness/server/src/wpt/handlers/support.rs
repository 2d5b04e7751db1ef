//! What handlers have in common: parameters, credentials, values in the stash, and failing as a
//! script does.

use std::str::FromStr;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::Method;

use crate::request::Request;
use crate::response::{Answer, Response};
use crate::wpt::failure;
use crate::wpt::form::Form;
use crate::wpt::query::Params;

/// A script ends with an error: it was not asked as it wants to be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Fault {
    status: u16,
    text: String,
}

/// What a handler gives that may fail.
pub(super) type Outcome<T = Response> = Result<T, Fault>;

impl Fault {
    pub(super) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { status: 500, text }
    }
}

impl<T: Into<Answer>> From<Outcome<T>> for Answer {
    fn from(outcome: Outcome<T>) -> Self {
        match outcome {
            Ok(answer) => answer.into(),
            Err(Fault { status, text }) => failure(status, &text).into(),
        }
    }
}

/// The value of a parameter that has to be there.
pub(super) fn need<'a>(query: &'a Params, name: &str) -> Outcome<&'a [u8]> {
    let value = query.first(name);
    value.ok_or_else(|| Fault::new(format!("the parameter {name} is missing")))
}

/// The value of a parameter that isn't empty.
pub(super) fn filled<'a>(query: &'a Params, name: &str) -> Option<&'a [u8]> {
    query.first(name).filter(|value| !value.is_empty())
}

/// A number in decimals.
pub(super) fn number<T: FromStr>(text: &[u8]) -> Outcome<T> {
    let number = std::str::from_utf8(text)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    number.ok_or_else(|| Fault::new(format!("{:?} is no number", String::from_utf8_lossy(text))))
}

/// A parameter that is a number.
pub(super) fn number_or<T: FromStr>(query: &Params, name: &str, default: T) -> Outcome<T> {
    query.first(name).map_or(Ok(default), number)
}

/// A parameter that is a time in milliseconds.
pub(super) fn milliseconds(query: &Params, name: &str, default: f64) -> Outcome<Duration> {
    let time: f64 = number_or(query, name, default)?;
    Duration::try_from_secs_f64(time / 1000.0).map_err(|error| Fault::new(error.to_string()))
}

/// A key of the stash.
pub(super) fn key(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Request {
    /// The parameters in the body.
    pub(super) async fn form(&mut self) -> Outcome<Form> {
        let body = self.body().await;
        let form = Form::read(self.method.as_str(), self.header("content-type"), body);
        form.await.map_err(|error| Fault::new(error.to_string()))
    }

    /// Whether this is what asks for permission to send another request.
    pub(super) fn is_options(&self) -> bool {
        self.method == Method::OPTIONS
    }

    /// A header, or what stands for one that isn't there.
    pub(super) fn header_or(&self, name: &str, default: &str) -> Vec<u8> {
        let value = self.joined(name);
        value.unwrap_or_else(|| default.as_bytes().to_vec())
    }

    /// The header `Origin`, empty for none.
    pub(super) fn origin(&self) -> Vec<u8> {
        self.header_or("origin", "")
    }

    /// The header `Origin`, without which the script fails.
    pub(super) fn need_origin(&self) -> Outcome<Vec<u8>> {
        let origin = self.joined("origin");
        origin.ok_or_else(|| Fault::new("the header Origin is missing"))
    }

    /// Name and password, if they are told.
    pub(super) fn credentials(&self) -> Outcome<Option<(Vec<u8>, Vec<u8>)>> {
        let Some(header) = self.joined("authorization") else {
            return Ok(None);
        };
        let wrong = || Fault::new("the header Authorization is wrong");
        let space = header.iter().position(|byte| *byte == b' ');
        let (scheme, encoded) = header.split_at(space.ok_or_else(wrong)?);
        if scheme != b"Basic" {
            let text = "only Basic is understood".to_owned();
            return Err(Fault { status: 400, text });
        }
        let decoded = STANDARD.decode(encoded.trim_ascii()).map_err(|_| wrong())?;
        let colon = decoded.iter().position(|byte| *byte == b':');
        let colon = colon.ok_or_else(wrong)?;
        Ok(Some((
            decoded[..colon].to_vec(),
            decoded[colon + 1..].to_vec(),
        )))
    }

    /// Takes what was put under this key by the same script.
    pub(super) fn take(&self, key: &str) -> Option<Bytes> {
        self.site.stash.take(&self.path, key)
    }

    /// Puts something under a key for the same script.
    pub(super) fn put(&self, key: &str, value: impl Into<Bytes>) {
        self.site.stash.put(&self.path, key, value);
    }

    /// Puts something in the stash where nothing is yet: scripts fail where something is.
    pub(super) fn put_first(&self, path: &str, key: &str, value: impl Into<Bytes>) -> Outcome<()> {
        let value = value.into();
        let stash = &self.site.stash;
        stash.update(path, key, |found| match found {
            Some(found) => (Some(found), Err(Fault::new("the key is taken"))),
            None => (Some(value), Ok(())),
        })
    }
}

impl Response {
    /// Lets the origin that asks read the answer, with credentials; anybody when no origin is told.
    pub(super) fn allow_asking_origin(self, request: &Request) -> Self {
        match request.joined("origin") {
            Some(origin) => self
                .header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Allow-Credentials", "true"),
            None => self.allow_all(),
        }
    }

    /// Tells the method of the request, and what was said of its body.
    pub(super) fn tell_body(self, request: &Request) -> Self {
        let header = |name| request.header_or(name, "NO");
        self.header("X-Request-Method", request.method.as_str())
            .header("X-Request-Content-Length", header("content-length"))
            .header("X-Request-Content-Type", header("content-type"))
    }

    /// Lets everybody send the methods and headers that tests of CORS send, and read the answer.
    pub(super) fn allow_tests(self) -> Self {
        self.allow_all()
            .header("Access-Control-Allow-Credentials", "true")
            .header("Access-Control-Allow-Methods", "GET, POST, PUT, FOO")
            .header("Access-Control-Allow-Headers", "x-test, x-foo")
    }

    /// Lets everybody read the answer.
    pub(super) fn allow_all(self) -> Self {
        self.header("Access-Control-Allow-Origin", "*")
    }
}
