//! What the names in a template stand for: the request, and the origins of the server.

use super::functions;
use super::query::Params;
use super::template::{Key, Lookup};
use crate::request::Request;

impl Lookup for Request {
    fn value(&self, name: &str, keys: &[Key<'_>]) -> Option<Vec<u8>> {
        let origins = &self.site.origins;
        let text = |key: &Key<'_>| String::from_utf8_lossy(key.0).into_owned();
        match (name, keys) {
            ("host" | "browser_host", []) => Some(origins.host.clone().into()),
            ("url_base", []) => Some(b"/".to_vec()),
            ("domains", [subdomain]) => Some(origins.domain(false, &text(subdomain))?.into()),
            ("hosts", [host, subdomain]) => {
                let alternate = match &text(host)[..] {
                    "" => false,
                    "alt" => true,
                    _ => return None,
                };
                Some(origins.domain(alternate, &text(subdomain))?.into())
            }
            ("ports", [scheme, index]) => {
                let ports = origins.ports(&text(scheme));
                Some(ports.get(index.index()?)?.to_string().into())
            }
            ("location", [part]) => self.location(&text(part)).map(Into::into),
            ("headers", [name]) => self.joined(&text(name)),
            ("GET", [name]) => {
                let query = Params::parse(self.raw_query.as_bytes());
                query.first(name.0).map(<[u8]>::to_vec)
            }
            _ => None,
        }
    }

    fn call(&self, function: &str, arguments: &[&[u8]]) -> Option<Vec<u8>> {
        match (function, arguments) {
            ("uuid", []) => Some(functions::uuid().into()),
            ("header_or_default", [name, default]) => {
                let value = self.joined(std::str::from_utf8(name).ok()?);
                Some(value.unwrap_or_else(|| default.to_vec()))
            }
            ("file_hash", [algorithm, path]) => {
                let path = format!("/{}", std::str::from_utf8(path).ok()?);
                let content = self.site.files.read(&path)?;
                functions::file_hash(algorithm, &content).map(Into::into)
            }
            ("fs_path", [path]) => self
                .file_path(std::str::from_utf8(path).ok()?)
                .map(Into::into),
            _ => None,
        }
    }
}

impl Request {
    /// A part of the URL of the request.
    fn location(&self, part: &str) -> Option<String> {
        let host = self.host();
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (name, port),
            _ => (&host[..], ""),
        };
        Some(match part {
            "scheme" => self.scheme().to_owned(),
            "host" => host,
            "hostname" => name.to_owned(),
            "port" => port.to_owned(),
            "server" => format!("{}://{host}", self.scheme()),
            "path" | "pathname" => self.raw_path.clone(),
            "query" => format!("?{}", self.raw_query),
            _ => return None,
        })
    }

    /// The path of a file as a URL's, for one that is written relative to that of the request.
    fn file_path(&self, path: &str) -> Option<String> {
        if path.starts_with('/') {
            return Some(path.to_owned());
        }
        Some(format!("{}{path}", self.folder()))
    }
}
