//! Names with values: queries, forms, cookies.

use std::borrow::Cow;

use percent_encoding::percent_decode;

/// Names with values, both of them bytes, in the order in which they came.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Params(Vec<(Vec<u8>, Vec<u8>)>);

impl Params {
    /// Reads a query (without `?`), or a body that is `application/x-www-form-urlencoded`.
    pub(crate) fn parse(query: &[u8]) -> Self {
        let pairs = query.split(|byte| *byte == b'&');
        let pairs = pairs.filter(|pair| !pair.is_empty());
        let decoded = |bytes: &[u8]| percent_decode(&with_spaces(bytes)).collect();
        Self(
            pairs
                .map(|pair| halves(pair, b'='))
                .map(|(name, value)| (decoded(name), decoded(value.unwrap_or_default())))
                .collect(),
        )
    }

    /// Reads the value of a header `Cookie`.
    pub(crate) fn cookies(header: &[u8]) -> Self {
        let pairs = header.split(|byte| *byte == b';');
        let pairs = pairs.filter_map(|pair| {
            let (name, value) = halves(pair, b'=');
            let (name, value) = (name.trim_ascii(), value?.trim_ascii());
            (!name.is_empty()).then(|| (name.to_vec(), value.to_vec()))
        });
        Self(pairs.collect())
    }

    /// The first value of a name.
    pub(crate) fn first(&self, name: impl AsRef<[u8]>) -> Option<&[u8]> {
        self.all(name.as_ref()).next()
    }

    /// All values of a name.
    pub(crate) fn all(&self, name: &[u8]) -> impl Iterator<Item = &[u8]> {
        let named = self.iter().filter(move |(found, _)| *found == name);
        named.map(|(_, value)| value)
    }

    /// Whether there is a value of this name, if only an empty one.
    pub(crate) fn contains(&self, name: impl AsRef<[u8]>) -> bool {
        self.first(name).is_some()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let pairs = self.0.iter();
        pairs.map(|(name, value)| (name.as_slice(), value.as_slice()))
    }
}

impl IntoIterator for Params {
    type Item = (Vec<u8>, Vec<u8>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The text of `?pipe=` in a query: of several, the last that isn't empty counts.
pub(crate) fn pipe(query: &[u8]) -> Option<String> {
    let pairs = query
        .split(|byte| *byte == b'&')
        .map(|pair| halves(pair, b'='));
    let mut pipes = pairs.filter_map(|(name, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        (text(&with_spaces(name)) == "pipe").then(|| text(&with_spaces(value)))
    });
    pipes.next_back()
}

/// Percent-decodes bytes to text. What was percent-encoded is UTF-8; what was not is Latin-1.
fn text(bytes: &[u8]) -> String {
    let parts = bytes.chunk_by(|one, other| one.is_ascii() == other.is_ascii());
    let parts = parts.map(|part| match part.is_ascii() {
        true => percent_decode(part).decode_utf8_lossy(),
        false => part.iter().copied().map(char::from).collect(),
    });
    parts.collect()
}

/// Bytes with spaces for plus signs.
fn with_spaces(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !bytes.contains(&b'+') {
        return Cow::Borrowed(bytes);
    }
    let space = |byte: &u8| if *byte == b'+' { b' ' } else { *byte };
    bytes.iter().map(space).collect()
}

/// What stands before the first separator, and after it.
fn halves(bytes: &[u8], separator: u8) -> (&[u8], Option<&[u8]>) {
    match bytes.iter().position(|byte| *byte == separator) {
        Some(at) => (&bytes[..at], Some(&bytes[at + 1..])),
        None => (bytes, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(params: &Params) -> String {
        let pairs = params
            .iter()
            .map(|(name, value)| format!("{}={}", name.escape_ascii(), value.escape_ascii()));
        pairs.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reads_queries() {
        let cases: [(&[u8], &str); 7] = [
            (b"", ""),
            (b"a=1&b=2&a=3", "a=1 b=2 a=3"),
            (b"&&a&b=&=c&=", "a= b= =c ="),
            (b"a=b=c;d=e", "a=b=c;d=e"),
            (b"a%3Db=%26+%2B", "a=b=& +"),
            (b"a=%ff\xe9%C3%A9", r"a=\xff\xe9\xc3\xa9"),
            (b"a=%&b=%4&c=%zz", "a=% b=%4 c=%zz"),
        ];
        for (query, expected) in cases {
            assert_eq!(shown(&Params::parse(query)), expected);
        }
    }

    #[test]
    fn finds_values() {
        let params = Params::parse(b"a=1&b&a=2");
        assert_eq!(params.first("a"), Some(&b"1"[..]));
        assert_eq!(params.first("A"), None);
        assert_eq!(params.first("b"), Some(&b""[..]));
        assert!(params.contains("b") && !params.contains("c"));
        assert_eq!(params.all(b"a").count(), 2);
    }

    #[test]
    fn reads_cookies() {
        let cookies = Params::cookies(b" a=1; b=\"x y\";c = =; nothing; =d; e=\xe9; a=2");
        assert_eq!(shown(&cookies), r#"a=1 b=\"x y\" c== e=\xe9 a=2"#);
    }

    #[test]
    fn finds_the_pipe() {
        let cases: [(&[u8], Option<&str>); 8] = [
            (b"", None),
            (b"pipe", None),
            (b"pipe=", None),
            (b"a=b&pipe=sub%7Cgzip", Some("sub|gzip")),
            (b"pipe=sub|header(a,b=%26+c)", Some("sub|header(a,b=& c)")),
            (b"pipe=sub&pipe=gzip&pipe=", Some("gzip")),
            (b"%70ipe=%C3%A9\xe9", Some("\u{e9}\u{e9}")),
            (b"pipe=%e9", Some("\u{fffd}")),
        ];
        for (query, expected) in cases {
            assert_eq!(pipe(query).as_deref(), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read_back(pairs: Vec<(Vec<u8>, Vec<u8>)>) {
            let encoded = |bytes: &[u8]| bytes.iter().map(|byte| format!("%{byte:02x}")).collect::<String>();
            let query = pairs.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
            let query = query.collect::<Vec<_>>().join("&");
            prop_assert_eq!(Params::parse(query.as_bytes()).0, pairs);
        }

        #[test]
        fn no_query_panics(query: Vec<u8>) {
            let _ = (Params::parse(&query), Params::cookies(&query), pipe(&query));
        }
    }
}
