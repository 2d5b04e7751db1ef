//! How the values of a template are written.

/// How values are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Escape {
    /// As text in HTML and XML.
    Html,
    /// As they are.
    None,
}

impl Escape {
    /// How the values in the file at `path` are written; `None` when its name says that it has none:
    /// it has no `.sub.`.
    pub(crate) fn of_template(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or_default();
        name.contains(".sub.").then(|| Self::of_file(path))
    }

    /// What WPT uses for a template at this path.
    fn of_file(path: &str) -> Self {
        const MARKUP: [&str; 6] = ["html", "htm", "xht", "xhtml", "xml", "svg"];
        match path.rsplit_once('.') {
            Some((_, extension)) if MARKUP.contains(&extension) => Self::Html,
            _ => Self::None,
        }
    }

    /// A text in HTML, in an attribute too.
    pub(crate) fn html(text: &str) -> String {
        let mut out = Vec::new();
        Self::Html.write(text.as_bytes(), &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }

    /// Writes a value.
    pub(crate) fn write(self, value: &[u8], out: &mut Vec<u8>) {
        if self == Self::None {
            return out.extend_from_slice(value);
        }
        for byte in value {
            match byte {
                b'&' => out.extend_from_slice(b"&amp;"),
                b'<' => out.extend_from_slice(b"&lt;"),
                b'>' => out.extend_from_slice(b"&gt;"),
                b'"' => out.extend_from_slice(b"&quot;"),
                b'\'' => out.extend_from_slice(b"&#x27;"),
                _ => out.push(*byte),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        let cases = [
            ("/a.b/c.sub.html", Escape::Html),
            ("/a.sub.svg", Escape::Html),
            ("/a.sub.html/c.sub.js", Escape::None),
            ("/a.sub.html.headers", Escape::None),
            ("/html", Escape::None),
        ];
        for (path, escape) in cases {
            assert_eq!(Escape::of_file(path), escape, "{path}");
        }
    }
}
