//! JSON as Python writes it, which is what web-platform-tests' server answers with.

use std::fmt::{self, Write};

/// A JSON value; the members of an object have an order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    /// `null`.
    Null,
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
    /// What is JSON already.
    Written(String),
}

impl Json {
    /// A string of bytes, each of which is a character.
    pub(crate) fn latin1(bytes: &[u8]) -> Self {
        Self::Text(latin1(bytes))
    }
}

/// Bytes as text, each of which is a character.
pub(crate) fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => quoted(text, f),
            Self::List(items) => {
                f.write_char('[')?;
                for (at, item) in items.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { ", " })?;
                    item.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Object(members) => {
                f.write_char('{')?;
                for (at, (name, value)) in members.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { ", " })?;
                    quoted(name, f)?;
                    f.write_str(": ")?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
            Self::Written(json) => f.write_str(json),
        }
    }
}

/// A string in ASCII alone.
fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    let mut units = [0; 2];
    for character in text.chars() {
        match character {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '\u{8}' => f.write_str("\\b")?,
            '\u{c}' => f.write_str("\\f")?,
            ' '..='~' => f.write_char(character)?,
            _ => {
                for unit in character.encode_utf16(&mut units) {
                    write!(f, "\\u{unit:04x}")?;
                }
            }
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_python_does() {
        let json = Json::Object(vec![
            ("a".into(), Json::List(vec![Json::Null, Json::Number(1.5)])),
            ("b\u{7f}".into(), Json::latin1(b"\"\\\n\xe9")),
            ("c".into(), Json::Text("\u{1f600}".into())),
            ("d".into(), Json::Written("{}".into())),
            ("e".into(), Json::List(Vec::new())),
        ]);
        let expected = r#"{"a": [null, 1.5], "b\u007f": "\"\\\n\u00e9", "c": "\ud83d\ude00", "d": {}, "e": []}"#;
        assert_eq!(json.to_string(), expected);
    }
}
