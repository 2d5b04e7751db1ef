//! The headers of an answer: bytes in an order, names in any case.

/// Headers. Those of one name stand together, in the spelling and the place of the first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Headers(Vec<Header>);

#[derive(Clone, Debug, Eq, PartialEq)]
struct Header {
    name: Vec<u8>,
    values: Vec<Vec<u8>>,
}

impl Headers {
    /// Sets a header in place of all of its name, in this spelling.
    pub(crate) fn set(&mut self, name: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) {
        let header = Header {
            name: name.into(),
            values: vec![value.into()],
        };
        match self.position(&header.name) {
            Some(at) => self.0[at] = header,
            None => self.0.push(header),
        }
    }

    /// Adds a header.
    pub(crate) fn append(&mut self, name: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) {
        let name = name.into();
        match self.position(&name) {
            Some(at) => self.0[at].values.push(value.into()),
            None => self.set(name, value),
        }
    }

    /// Whether there is a header of this name.
    pub(crate) fn contains(&self, name: impl AsRef<[u8]>) -> bool {
        self.position(name.as_ref()).is_some()
    }

    /// The first value of this name.
    pub(crate) fn first(&self, name: impl AsRef<[u8]>) -> Option<&[u8]> {
        self.all(name).next()
    }

    /// The values of this name.
    pub(crate) fn all(&self, name: impl AsRef<[u8]>) -> impl DoubleEndedIterator<Item = &[u8]> {
        let header = self.position(name.as_ref()).map(|at| &self.0[at]);
        let values = header.into_iter().flat_map(|header| &header.values);
        values.map(Vec::as_slice)
    }

    /// Names and values, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.0.iter().flat_map(|header| {
            let values = header.values.iter();
            values.map(|value| (header.name.as_slice(), value.as_slice()))
        })
    }

    fn position(&self, name: &[u8]) -> Option<usize> {
        let is = |header: &Header| header.name.eq_ignore_ascii_case(name);
        self.0.iter().position(is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(headers: &Headers) -> String {
        let lines = headers.iter().map(|(name, value)| {
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
            format!("{}={}", text(name), text(value))
        });
        lines.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_name_stands_together() {
        let mut headers = Headers::default();
        headers.append("A", "1");
        headers.append("B", "2");
        headers.append("a", "3");
        assert_eq!(shown(&headers), "A=1 A=3 B=2");
        headers.set("a", "4");
        assert_eq!(shown(&headers), "a=4 B=2");
        assert!(headers.contains("A") && !headers.contains("C"));
        assert_eq!(headers.first("A"), Some(&b"4"[..]));
        assert_eq!(headers.first("C"), None);
        headers.append("A", "5");
        assert_eq!(headers.all("a").collect::<Vec<_>>(), [b"4", b"5"]);
    }
}
