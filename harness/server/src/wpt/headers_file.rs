//! Files of headers: `NAME.headers` for the file `NAME`, `__dir__.headers` for all of a folder.
//! With `.sub.headers` the content is a template, and has been filled in before it gets here.

use super::headers::Headers;

/// A line that is no header.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("line {line}: {text:?} is no header; one is name: value")]
pub(crate) struct HeadersFileError {
    /// The line's number, from 1.
    pub(crate) line: usize,
    /// The line.
    pub(crate) text: String,
}

/// Adds what a file says, one header a line; there is no way to go on in the next line. A folder's
/// file comes before that of the file itself, and neither replaces what the other says.
pub(crate) fn add(content: &[u8], headers: &mut Headers) -> Result<(), HeadersFileError> {
    for (at, line) in lines(content).enumerate() {
        if line.is_empty() {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            return Err(HeadersFileError {
                line: at + 1,
                text: String::from_utf8_lossy(line).into_owned(),
            });
        };
        let (name, value) = (&line[..colon], &line[colon + 1..]);
        headers.append(name.trim_ascii(), value.trim_ascii());
    }
    Ok(())
}

/// Lines that end with CR LF, with LF or with CR.
fn lines(content: &[u8]) -> impl Iterator<Item = &[u8]> {
    content.split(|byte| *byte == b'\n').flat_map(|line| {
        line.strip_suffix(b"\r")
            .unwrap_or(line)
            .split(|byte| *byte == b'\r')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(content: &[u8]) -> Result<Headers, HeadersFileError> {
        let mut headers = Headers::default();
        add(content, &mut headers)?;
        Ok(headers)
    }

    #[test]
    fn reads_headers_as_they_are() {
        let content = b"Content-Type: text/html; charset=utf-8\r\nX:a:b\n\n  x : \tc \rY:\xff\nZ:";
        let expected: [(&[u8], &[u8]); 5] = [
            (b"Content-Type", b"text/html; charset=utf-8"),
            (b"X", b"a:b"),
            (b"X", b"c"),
            (b"Y", b"\xff"),
            (b"Z", b""),
        ];
        let headers = read(content).unwrap();
        assert_eq!(headers.iter().collect::<Vec<_>>(), expected);
        assert_eq!(read(b"\r\n").unwrap(), Headers::default());
    }

    #[test]
    fn a_line_without_a_colon_is_named() {
        let error = read(b"A: b\n\nnonsense\n").unwrap_err();
        let text = "line 3: \"nonsense\" is no header; one is name: value";
        assert_eq!(error.to_string(), text);
    }

    proptest! {
        #[test]
        fn no_content_panics(content: Vec<u8>) {
            let _ = read(&content);
        }
    }
}
