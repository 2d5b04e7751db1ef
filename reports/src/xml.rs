//! Writing XML: elements on lines of their own, text and attributes escaped. What XML can't hold is
//! written visibly, so that any foreign text makes a well-formed document.

use std::fmt::Write;

use crate::text::visible;

/// A document, or a part of one, in the making.
#[derive(Debug)]
pub(crate) struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    /// Elements that stand that deep in a document.
    pub(crate) fn at_depth(depth: usize) -> Self {
        Self {
            out: String::new(),
            depth,
        }
    }

    /// What was written.
    pub(crate) fn into_text(self) -> String {
        self.out
    }

    /// Elements that were written elsewhere.
    pub(crate) fn append(&mut self, elements: &str) {
        self.out.push_str(elements);
    }

    /// `<name a="b">` and what comes in it until [`Xml::close`].
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.out.push_str(">\n");
        self.depth += 1;
    }

    /// `</name>`
    pub(crate) fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.indent();
        let _ = writeln!(self.out, "</{name}>");
    }

    /// `<name a="b"/>`
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.out.push_str("/>\n");
    }

    /// `<name a="b">text</name>`
    pub(crate) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.begin(name, attributes);
        self.out.push('>');
        escape(text, false, &mut self.out);
        let _ = writeln!(self.out, "</{name}>");
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        let _ = write!(self.out, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}=\"");
            escape(value, true, &mut self.out);
            self.out.push('"');
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }
}

/// Writes a text so that it can stand in a document. Line ends and tabs of an attribute would become
/// spaces; references keep them.
pub(crate) fn escape(text: &str, attribute: bool, out: &mut String) {
    let text = visible(text);
    let mut rest: &str = &text;
    while let Some(at) = rest.find(['<', '>', '&', '"', '\n', '\t']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' if attribute => "&quot;",
            b'"' => "\"",
            b'\n' if attribute => "&#10;",
            b'\n' => "\n",
            _ if attribute => "&#9;",
            _ => "\t",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}
