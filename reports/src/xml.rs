//! Elements on lines of their own, over `quick-xml`. What XML can't hold is written visibly, so that any
//! foreign text makes a well-formed document.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::escape::{escape, partial_escape};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;

use crate::text::visible;

/// A document, or a part of one, in the making.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole document, with its declaration.
    pub(crate) fn document() -> Self {
        let mut xml = Self::at_depth(0);
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Elements that stand that deep in a document. Each begins with the end of the line before it.
    pub(crate) fn at_depth(depth: usize) -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        // The writer indents by what it has seen opened.
        for _ in 0..depth {
            xml.open("around", &[]);
        }
        xml.0.get_mut().clear();
        xml
    }

    /// What was written.
    pub(crate) fn into_text(self) -> String {
        String::from_utf8(self.0.into_inner()).expect("only strings were written")
    }

    /// Elements that were written elsewhere.
    pub(crate) fn append(&mut self, elements: Self) {
        self.0.get_mut().append(&mut elements.0.into_inner());
    }

    /// `<name a="b">` and what comes in it until [`Xml::close`].
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(element(name, attributes)));
    }

    /// `</name>`
    pub(crate) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// `<name a="b"/>`
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(element(name, attributes)));
    }

    /// `<name a="b">text</name>`
    pub(crate) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        let text = visible(text);
        self.event(Event::Text(BytesText::from_escaped(partial_escape(text))));
        self.close(name);
    }

    fn event(&mut self, event: Event<'_>) {
        let written = self.0.write_event(event);
        written.expect("memory takes whatever is written");
    }
}

fn element<'a>(name: &'a str, attributes: &[(&'a str, &str)]) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute(Attribute {
            key: QName(name.as_bytes()),
            value: Cow::Owned(attribute(value).into_bytes()),
        });
    }
    element
}

/// A text as the value of an attribute. Line ends and tabs would become spaces there; references keep
/// them.
pub(crate) fn attribute(text: &str) -> String {
    let escaped = escape(visible(text));
    escaped.replace('\n', "&#10;").replace('\t', "&#9;")
}
