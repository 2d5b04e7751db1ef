//! `Range: bytes=0-9,-5`: parts of a file.

use std::ops::Range;

use super::apply::Draft;

/// Why there is no part to answer with.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub(crate) enum RangeError {
    /// The header is no text: status 400.
    #[error("the header Range has bytes beyond ASCII")]
    Bytes,
    /// There is no such part: status 416, with `Content-Range: bytes */SIZE`.
    #[error("Bad range specifier {0}")]
    Unsatisfiable(String),
}

/// The parts of a file of this size that a header asks for, from the front to the back. Parts that
/// overlap or touch have become one. One that can't be had spoils all.
pub(crate) fn parse(header: &[u8], size: u64) -> Result<Vec<Range<u64>>, RangeError> {
    let text = std::str::from_utf8(header).ok();
    let text = text.filter(|text| text.is_ascii());
    let text = text.ok_or(RangeError::Bytes)?;
    let unsatisfiable = |part: &str| RangeError::Unsatisfiable(part.to_owned());
    let parts = text.strip_prefix("bytes=");
    let parts = parts.ok_or_else(|| unsatisfiable(text))?.split(',');
    let ranges = parts.map(|part| range(part, size).ok_or_else(|| unsatisfiable(part)));
    let mut ranges = ranges.collect::<Result<Vec<_>, _>>()?;
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<u64>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    Ok(joined)
}

/// A part such as `0-9`, `10-` or `-5`; `-` is the whole file.
fn range(part: &str, size: u64) -> Option<Range<u64>> {
    let (first, last) = part.split_once('-')?;
    let range = match (first, last) {
        ("", "") => 0..size,
        ("", count) => size.saturating_sub(number(count)?)..size,
        (first, "") => number(first)?..size,
        (first, last) => number(first)?..number(last)?.saturating_add(1).min(size),
    };
    (!range.is_empty()).then_some(range)
}

/// A number; the largest there is stands for all that are larger.
fn number(text: &str) -> Option<u64> {
    let digits = text.trim_ascii();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(digits.parse().unwrap_or(u64::MAX))
}

/// The value of `Content-Range` for a part.
pub(crate) fn content_range(range: &Range<u64>, size: u64) -> String {
    // A part is never empty.
    format!(
        "bytes {}-{}/{size}",
        range.start,
        range.end.saturating_sub(1)
    )
}

/// The value of `Content-Range` when there is no such part.
pub(crate) fn no_content_range(size: u64) -> String {
    format!("bytes */{size}")
}

impl Draft {
    /// Leaves only parts of the body, which [`parse`] has found. More than one are sent as
    /// `multipart/byteranges` with this boundary.
    pub(crate) fn cut(&mut self, ranges: &[Range<u64>], boundary: &str) {
        let size = self.body.len() as u64;
        let part = |range: &Range<u64>| {
            let at = |offset: u64| usize::try_from(offset.min(size)).unwrap_or(usize::MAX);
            self.body.slice(at(range.start)..at(range.end))
        };
        self.status = 206;
        if let [range] = ranges {
            self.body = part(range);
            self.headers
                .set("Content-Range", content_range(range, size));
            return;
        }
        let mut body = Vec::new();
        for range in ranges {
            body.extend_from_slice(format!("\r\n--{boundary}\r\n").as_bytes());
            if let Some(mime) = self.headers.all("Content-Type").last() {
                body.extend_from_slice(&[b"Content-Type: ", mime, b"\r\n"].concat());
            }
            let range_header = content_range(range, size);
            body.extend_from_slice(format!("Content-Range: {range_header}\r\n\r\n").as_bytes());
            body.extend_from_slice(&part(range));
        }
        body.extend_from_slice(format!("\r\n--{boundary}--").as_bytes());
        self.body = body.into();
        let mime = format!("multipart/byteranges; boundary={boundary}");
        self.headers.set("Content-Type", mime);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use proptest::prelude::*;

    fn draft(body: &'static str) -> Draft {
        let mut draft = Draft {
            status: 200,
            body: body.into(),
            ..Draft::default()
        };
        draft.headers.set("Content-Type", "text/plain");
        draft
    }

    #[test]
    fn finds_parts() {
        let cases = [
            ("0-0", "0..1"),
            ("2-4", "2..5"),
            ("2-", "2..10"),
            ("-3", "7..10"),
            ("-30", "0..10"),
            ("-", "0..10"),
            ("5-99", "5..10"),
            ("0-99999999999999999999", "0..10"),
            (" 1 - 2 ,\t4-4", "1..3 4..5"),
            ("8-9, 0-1,5-", "0..2 5..10"),
            ("0-1,2-3", "0..4"),
            ("0-1,3-3", "0..2 3..4"),
            ("0-8,2-3,5-5", "0..9"),
            ("5-6,5-5", "5..7"),
        ];
        for (text, expected) in cases {
            let ranges = parse(format!("bytes={text}").as_bytes(), 10).unwrap();
            let shown: Vec<_> = ranges.iter().map(|range| format!("{range:?}")).collect();
            assert_eq!(shown.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_there_is_refused() {
        let cases = [
            "bytes=",
            "bytes=1",
            "bytes=a-",
            "bytes=1-2-3",
            "bytes=10-",
            "bytes=4-3",
            "bytes=-0",
            "bytes=0-1,10-11",
            "bytes=0-1,",
            "bytes=0x1-",
            "bytes=99999999999999999999-",
            "lines=0-1",
            "Bytes=0-1",
            "",
        ];
        for text in cases {
            let error = parse(text.as_bytes(), 10).unwrap_err();
            assert!(matches!(error, RangeError::Unsatisfiable(_)), "{text}");
        }
        assert_eq!(parse(b"bytes=\xe9", 10), Err(RangeError::Bytes));
        assert!(parse(b"bytes=0-", 0).is_err());
        assert_eq!(no_content_range(10), "bytes */10");
    }

    #[test]
    fn one_part_is_the_body() {
        let mut draft = draft("abcdefghij");
        draft.cut(&parse(b"bytes=2-4", 10).unwrap(), "B");
        assert_eq!((draft.status, &draft.body[..]), (206, &b"cde"[..]));
        assert_eq!(
            draft.headers.first("content-range"),
            Some(&b"bytes 2-4/10"[..])
        );
        assert_eq!(
            draft.headers.first("content-type"),
            Some(&b"text/plain"[..])
        );
    }

    #[test]
    fn several_parts_are_one_body() {
        let mut draft = draft("abcdefghij");
        draft.cut(&[0..2, 8..10], "B");
        let lines = [
            "",
            "--B",
            "Content-Type: text/plain",
            "Content-Range: bytes 0-1/10",
            "",
            "ab",
            "--B",
            "Content-Type: text/plain",
            "Content-Range: bytes 8-9/10",
            "",
            "ij",
            "--B--",
        ];
        assert_eq!(draft.body, lines.join("\r\n"));
        let mime = draft.headers.first("content-type").unwrap();
        assert_eq!(mime, b"multipart/byteranges; boundary=B");
        assert!(!draft.headers.contains("content-range"));
    }

    proptest! {
        #[test]
        fn parts_are_inside_and_apart(text in "bytes=([0-9]{0,2}-[0-9]{0,2},){0,4}-?[0-9]{0,2}-?", size in 0..90_u64) {
            if let Ok(ranges) = parse(text.as_bytes(), size) {
                prop_assert!(ranges.iter().all(|range| range.start < range.end && range.end <= size));
                prop_assert!(ranges.windows(2).all(|two| two[0].end < two[1].start));
            }
        }

        #[test]
        fn no_header_panics(text: Vec<u8>, size: u64, ranges: Vec<Range<u64>>) {
            let _ = parse(&text, size);
            let ranges: Vec<_> = ranges.into_iter().filter(|range| !range.is_empty()).collect();
            Draft { body: Bytes::from_static(b"text"), ..Draft::default() }.cut(&ranges, "B");
        }
    }
}
