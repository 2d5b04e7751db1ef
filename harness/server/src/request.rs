//! A request as handlers see it.

use std::fmt;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use http::header::{COOKIE, HeaderValue};
use http::{HeaderMap, Method, Version};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::ext::Protocol;
use percent_encoding::percent_decode_str;

use crate::heads::Head;
use crate::response::Response;
use crate::site::Site;
use crate::wpt::query::Params;

/// The longest body that is kept as a whole.
const LONGEST_BODY: usize = 64 * 1024 * 1024;

/// What remains of a body that nobody wanted and is read nevertheless, so that the connection lives
/// on and the other side can hear the answer.
const LONGEST_REST: usize = 8 * 1024 * 1024 * 1024;

/// Where a request came in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Entry {
    /// Whether over TLS.
    pub tls: bool,
    /// The port.
    pub port: u16,
    /// The port that the other side has, which tells its connections apart.
    pub client: u16,
}

/// A request.
pub(crate) struct Request {
    /// `GET`, or whatever the client says.
    pub method: Method,
    /// The path as it was sent.
    pub raw_path: String,
    /// The path, percent-decoded, with a leading slash.
    pub path: String,
    /// The query as it was sent, without the question mark; empty for none.
    pub raw_query: String,
    /// The host and port in the address, where it has them.
    authority: Option<String>,
    /// What the stream is wanted for (RFC 8441, `:protocol`), over HTTP/2.
    pub protocol: Option<String>,
    /// The headers.
    pub headers: HeaderMap,
    /// The head as it was sent, over HTTP/1.1.
    head: Option<Head>,
    /// The version of HTTP.
    pub version: Version,
    /// Where it came in.
    pub entry: Entry,
    /// The server.
    pub site: Arc<Site>,
    body: Option<Incoming>,
    whole: Option<Bytes>,
    /// What is wrong with its body.
    fault: Option<u16>,
    /// What has been read of the body, where somebody wants it afterwards.
    kept: Option<BytesMut>,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}?{}", self.method, self.raw_path, self.raw_query)
    }
}

impl Request {
    /// `None` for a path that is no text.
    pub fn new(request: http::Request<Incoming>, entry: Entry, site: Arc<Site>) -> Option<Self> {
        let (mut head, body) = request.into_parts();
        let raw_path = match head.uri.path() {
            "" => "/",
            path => path,
        };
        if head.version == Version::HTTP_2 {
            put_cookies_together(&mut head.headers);
        }
        let protocol = head.extensions.remove::<Protocol>();
        Some(Self {
            path: percent_decode_str(raw_path)
                .decode_utf8()
                .ok()?
                .into_owned(),
            raw_path: raw_path.to_owned(),
            raw_query: head.uri.query().unwrap_or_default().to_owned(),
            authority: head.uri.authority().map(ToString::to_string),
            protocol: protocol.map(|protocol| protocol.as_str().to_owned()),
            method: head.method,
            headers: head.headers,
            head: head.extensions.remove(),
            version: head.version,
            entry,
            site,
            body: Some(body),
            whole: None,
            fault: None,
            kept: None,
        })
    }

    /// A request that nobody sent: for a path and query at an origin of the site that tests come from,
    /// or at its first.
    pub fn made_up(site: Arc<Site>, origin: &str, path: &str, query: &str) -> Self {
        let origin = site.origins.of(origin);
        let (tls, port) = site.origins.door(&origin);
        let authority = origin.split_once("://").map(|(_, host)| host.to_owned());
        Self {
            path: path.to_owned(),
            raw_path: path.to_owned(),
            raw_query: query.to_owned(),
            authority,
            protocol: None,
            method: Method::GET,
            headers: HeaderMap::new(),
            head: None,
            version: Version::HTTP_11,
            entry: Entry {
                tls,
                port,
                client: 0,
            },
            site,
            body: None,
            whole: None,
            fault: None,
            kept: None,
        }
    }

    /// The first header of a name.
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        self.headers.get(name).map(|value| value.as_bytes())
    }

    /// A header that is text; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        let value = self.headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default()
    }

    /// All headers of a name, joined as one; `None` when there is none.
    pub fn joined(&self, name: &str) -> Option<Vec<u8>> {
        if !self.headers.contains_key(name) {
            return None;
        }
        Some(self.told(name).join(&b", "[..]))
    }

    /// The values of all headers of a name, as they were sent.
    pub fn told(&self, name: &str) -> Vec<&[u8]> {
        match &self.head {
            Some(head) => head.all(name).collect(),
            None => {
                let values = self.headers.get_all(name).iter();
                values.map(HeaderValue::as_bytes).collect()
            }
        }
    }

    /// The headers as they came: names and values in order.
    pub fn lines(&self) -> Vec<(Vec<u8>, Vec<u8>)> {
        let owned = |(name, value): (&[u8], &[u8])| (name.to_vec(), value.to_vec());
        match &self.head {
            Some(head) => head.lines().map(owned).collect(),
            None => {
                let lines = self.headers.iter();
                let lines = lines.map(|(name, value)| (name.as_str().as_bytes(), value.as_bytes()));
                lines.map(owned).collect()
            }
        }
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        match self.entry.tls {
            true => "https",
            false => "http",
        }
    }

    /// The host and port that the client asks for.
    pub fn host(&self) -> String {
        match (self.text("host"), &self.authority) {
            ("", Some(authority)) => authority.clone(),
            ("", None) => format!("{}:{}", self.site.origins.host, self.entry.port),
            (host, _) => host.to_owned(),
        }
    }

    /// Path and query as they were sent.
    pub fn target(&self) -> String {
        self.with_query(self.raw_path.clone())
    }

    /// An address with the query as it was sent.
    pub fn with_query(&self, mut address: String) -> String {
        if !self.raw_query.is_empty() {
            address.push('?');
            address.push_str(&self.raw_query);
        }
        address
    }

    /// The whole URL.
    pub fn url(&self) -> String {
        format!("{}://{}{}", self.scheme(), self.host(), self.target())
    }

    /// The parameters in the URL.
    pub fn query(&self) -> Params {
        Params::parse(self.raw_query.as_bytes())
    }

    /// The path of the folder that was asked for something in, with a slash at its end.
    pub fn folder(&self) -> &str {
        let end = self.path.rfind('/').map_or(0, |at| at + 1);
        &self.path[..end]
    }

    /// The next part of the body, as it comes; `None` at its end.
    pub async fn chunk(&mut self) -> Option<Bytes> {
        loop {
            match self.body.as_mut()?.frame().await {
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        if let Some(kept) = &mut self.kept {
                            kept.extend_from_slice(&data);
                        }
                        return Some(data);
                    }
                }
                Some(Err(_)) => {
                    self.fault = Some(400);
                    self.body = None;
                }
                None => self.body = None,
            }
        }
    }

    /// The body as a whole. One that is too long or broken off gives nothing, and what the handler
    /// answers then is not sent.
    pub async fn body(&mut self) -> Bytes {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let mut whole = Bytes::new();
        let mut more = BytesMut::new();
        while let Some(chunk) = self.chunk().await {
            if whole.is_empty() && more.is_empty() {
                whole = chunk;
                continue;
            }
            if more.is_empty() {
                more.extend_from_slice(&whole);
            }
            more.extend_from_slice(&chunk);
            if more.len() > LONGEST_BODY {
                self.fault = Some(413);
                return Bytes::new();
            }
        }
        if !more.is_empty() {
            whole = more.freeze();
        }
        self.whole = Some(whole.clone());
        whole
    }

    /// Reads what the handler has left of the body.
    pub async fn drain(&mut self) {
        let mut length = 0;
        while let Some(chunk) = self.chunk().await {
            length += chunk.len();
            if length > LONGEST_REST {
                return;
            }
        }
    }

    /// Keeps what is read of the body from now on.
    pub fn keep_body(&mut self) {
        self.kept = Some(BytesMut::new());
    }

    /// What has been kept of the body.
    pub fn kept(&self) -> &[u8] {
        self.kept.as_deref().unwrap_or_default()
    }

    /// What is to be said of a body that was too long or broken off.
    pub fn fault(&self) -> Option<Response> {
        let status = self.fault?;
        Some(Response::new(status).header("Connection", "close"))
    }
}

/// RFC 9113, 8.2.3: cookies may come in several headers, and are one before anybody looks at them.
fn put_cookies_together(headers: &mut HeaderMap) {
    let parts: Vec<&[u8]> = headers
        .get_all(COOKIE)
        .iter()
        .map(HeaderValue::as_bytes)
        .collect();
    if let [_, _, ..] = &parts[..]
        && let Ok(whole) = HeaderValue::from_bytes(&parts.join(&b"; "[..]))
    {
        headers.insert(COOKIE, whole);
    }
}
