//! What pipes do to an answer.

use std::io::Write;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::headers::Headers;
use super::pipe::Pipe;
use super::template::{Lookup, TemplateError, fill};
use super::trickle::Trickle;

/// An answer before it is sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The status.
    pub(crate) status: u16,
    /// The headers. Where `Content-Length` is missing, whoever sends the answer adds it, but not
    /// when the body trickles.
    pub(crate) headers: Headers,
    /// The body.
    pub(crate) body: Bytes,
    /// How the body is sent. Pipes after `trickle` change the body; the steps are those of the new
    /// one.
    pub(crate) trickle: Option<Trickle>,
}

impl Draft {
    /// Applies pipes one after the other.
    pub(crate) fn apply(
        &mut self,
        pipes: &[Pipe],
        lookup: &dyn Lookup,
    ) -> Result<(), TemplateError> {
        for pipe in pipes {
            match pipe {
                Pipe::Sub(escape) => self.body = fill(&self.body, *escape, lookup)?.into(),
                Pipe::Header {
                    name,
                    value,
                    append: true,
                } => self.headers.append(name.as_slice(), value.as_slice()),
                Pipe::Header { name, value, .. } => {
                    self.headers.set(name.as_slice(), value.as_slice());
                }
                Pipe::Status(status) => self.status = *status,
                Pipe::Slice { start, end } => {
                    self.body = slice(&self.body, *start, *end);
                    self.set_length();
                }
                Pipe::Trickle(trickle) => self.set_trickle(trickle),
                Pipe::Gzip => {
                    self.headers.set("Content-Encoding", "gzip");
                    self.body = gzip(&self.body);
                    self.set_length();
                }
            }
        }
        Ok(())
    }

    fn set_length(&mut self) {
        self.headers
            .set("Content-Length", self.body.len().to_string());
    }

    fn set_trickle(&mut self, trickle: &Trickle) {
        self.trickle = Some(trickle.clone());
        let about_caches = ["Cache-Control", "Pragma", "Expires"];
        if !about_caches.iter().any(|name| self.headers.contains(name)) {
            let never = "no-cache, no-store, must-revalidate";
            self.headers.set("Cache-Control", never);
            self.headers.set("Pragma", "no-cache");
            self.headers.set("Expires", "0");
        }
    }
}

/// A part of a body, as Python's `body[start:end]`.
fn slice(body: &Bytes, start: Option<i64>, end: Option<i64>) -> Bytes {
    let absolute = |offset: i64| {
        let size = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
        match offset < 0 {
            true => body.len().saturating_sub(size),
            false => size.min(body.len()),
        }
    };
    let start = start.map_or(0, absolute);
    let end = end.map_or(body.len(), absolute);
    body.slice(start..end.max(start))
}

fn gzip(body: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(body).and_then(|()| encoder.finish());
    // Writing to memory never fails.
    written.unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wpt::pipe;
    use crate::wpt::template::Key;
    use flate2::read::GzDecoder;
    use proptest::prelude::*;
    use std::io::Read;

    struct Host;

    impl Lookup for Host {
        fn value(&self, name: &str, _: &[Key<'_>]) -> Option<Vec<u8>> {
            (name == "host").then(|| b"<h>".to_vec())
        }

        fn call(&self, _: &str, _: &[&[u8]]) -> Option<Vec<u8>> {
            None
        }
    }

    fn applied(pipes: &str, body: &'static str) -> Draft {
        let mut draft = Draft {
            status: 200,
            body: body.into(),
            ..Draft::default()
        };
        let pipes = pipe::parse(pipes).unwrap();
        draft.apply(&pipes, &Host).unwrap();
        draft
    }

    fn header<'a>(draft: &'a Draft, name: &str) -> &'a str {
        let value = draft.headers.first(name).unwrap_or_default();
        std::str::from_utf8(value).unwrap()
    }

    #[test]
    fn pipes_change_an_answer_in_order() {
        let draft = applied(
            "sub|slice(1,-1)|status(404)|header(A,b)|header(a,c)|header(a,d,1)",
            "0{{host}}9",
        );
        assert_eq!(draft.body, "&lt;h&gt;");
        assert_eq!(draft.status, 404);
        assert_eq!(header(&draft, "content-length"), "9");
        let named = draft.headers.iter().filter(|(name, _)| *name == b"a");
        assert_eq!(
            named.map(|(_, value)| value).collect::<Vec<_>>(),
            [b"c", b"d"]
        );
        assert_eq!(applied("sub(none)", "{{host}}").body, "<h>");
        let mut draft = applied("", "{{nobody}}");
        assert!(draft.apply(&pipe::parse("sub").unwrap(), &Host).is_err());
    }

    #[test]
    fn gzip_can_be_undone() {
        let draft = applied("gzip", "some text");
        assert_eq!(header(&draft, "content-encoding"), "gzip");
        assert_eq!(
            header(&draft, "content-length"),
            draft.body.len().to_string()
        );
        let mut text = String::new();
        GzDecoder::new(&draft.body[..])
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "some text");
    }

    #[test]
    fn what_trickles_is_not_cached_unless_told_so() {
        let draft = applied("trickle(1:d1)", "some text");
        assert_eq!(
            header(&draft, "cache-control"),
            "no-cache, no-store, must-revalidate"
        );
        assert_eq!(header(&draft, "pragma"), "no-cache");
        assert_eq!(header(&draft, "expires"), "0");
        assert!(!draft.headers.contains("content-length"));
        assert!(draft.trickle.is_some());
        let draft = applied("header(Expires,1)|trickle(1:d1)", "some text");
        assert!(!draft.headers.contains("Pragma"));
    }

    proptest! {
        #[test]
        fn two_slices_make_the_body(body: Vec<u8>, at in -40..40_i64) {
            let body = Bytes::from(body);
            let head = slice(&body, None, Some(at));
            let tail = slice(&body, Some(at), None);
            prop_assert_eq!([head, tail].concat(), body);
        }

        #[test]
        fn no_slice_panics(start: Option<i64>, end: Option<i64>) {
            let _ = slice(&Bytes::from_static(b"some text"), start, end);
        }
    }
}
