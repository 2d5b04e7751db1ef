//! Templates: bytes in which `{{host}}`, `{{ports[http][0]}}`, `{{$id:uuid()}}` and the like stand
//! for what the server knows. They are files with `.sub.` in their name, and what the pipe `sub` is
//! used on.
//!
//! Owns: the grammar and variables. Does not own what the names stand for ([`Lookup`]).

use std::collections::HashMap;

use memchr::{memchr, memmem};

use super::escape::Escape;

/// Who knows what the names stand for.
pub(crate) trait Lookup {
    /// The value of a name with keys: `ports` with `http` and `0` for `{{ports[http][0]}}`.
    fn value(&self, name: &str, keys: &[Key<'_>]) -> Option<Vec<u8>>;

    /// What a function returns: `header_or_default` with `X-Test` and `absent` for
    /// `{{header_or_default(X-Test, absent)}}`.
    fn call(&self, function: &str, arguments: &[&[u8]]) -> Option<Vec<u8>>;
}

/// What stands in brackets.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Key<'a>(pub(crate) &'a [u8]);

impl<'a> Key<'a> {
    /// As text.
    pub(crate) fn text(self) -> Option<&'a str> {
        std::str::from_utf8(self.0).ok()
    }

    /// As an index of a list.
    pub(crate) fn index(self) -> Option<usize> {
        self.text()?.trim().parse().ok()
    }
}

/// What could not be filled in.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("line {line}: {{{{{expression}}}}} {problem}")]
pub(crate) struct TemplateError {
    /// The line in which it begins, from 1.
    pub(crate) line: usize,
    /// What stands between the braces.
    pub(crate) expression: String,
    /// What is wrong with it.
    pub(crate) problem: String,
}

/// Fills in a template. Whatever is no `{{...}}` stays as it is.
pub(crate) fn fill(
    template: &[u8],
    escape: Escape,
    lookup: &dyn Lookup,
) -> Result<Vec<u8>, TemplateError> {
    let mut out = Vec::with_capacity(template.len());
    let mut variables = HashMap::new();
    let mut written = 0;
    for (start, end) in places(template) {
        let inner = &template[start + 2..end - 2];
        let value = evaluate(inner, &mut variables, lookup).map_err(|problem| TemplateError {
            line: 1 + template[..start]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count(),
            expression: String::from_utf8_lossy(inner).into_owned(),
            problem,
        })?;
        out.extend_from_slice(&template[written..start]);
        escape.write(&value, &mut out);
        written = end;
    }
    out.extend_from_slice(&template[written..]);
    Ok(out)
}

/// Where `{{...}}` stand: two braces, anything but a closing brace, and two closing braces.
fn places(template: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    // Where the next closing brace stands; kept, so that many opening braces take no longer.
    let mut close = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + memmem::find(template.get(at..)?, b"{{")?;
            if close < start + 2 {
                close = start + 2 + memchr(b'}', &template[start + 2..])?;
            }
            if template.get(close + 1) == Some(&b'}') {
                at = close + 2;
                return Some((start, at));
            }
            at = start + 1;
        }
    })
}

type Variables<'a> = HashMap<&'a str, Vec<u8>>;

/// The value of what stands between braces.
fn evaluate<'a>(
    inner: &'a [u8],
    variables: &mut Variables<'a>,
    lookup: &dyn Lookup,
) -> Result<Vec<u8>, String> {
    let mut rest = inner;
    let mut name = word(&mut rest).ok_or("does not begin with a name")?;
    let mut target = None;
    if name.starts_with('$')
        && let Some(after) = rest.strip_prefix(b":")
    {
        rest = after;
        target = Some(name);
        name = word(&mut rest).ok_or("has no name after the colon")?;
    }
    let mut keys = Vec::new();
    while let Some(key) = enclosed(&mut rest, b'[', b']') {
        keys.push(Key(key));
    }
    let arguments = enclosed(&mut rest, b'(', b')').map(arguments);
    if !rest.trim_ascii().is_empty() {
        let rest = String::from_utf8_lossy(rest);
        return Err(format!("has {rest:?} after its end"));
    }
    let value = match (variables.get(name), arguments) {
        (Some(value), None) if keys.is_empty() => value.clone(),
        (None, None) if name.starts_with('$') => {
            return Err("is a variable without a value".to_owned());
        }
        (None, None) => lookup.value(name, &keys).ok_or("has no value here")?,
        (None, Some(arguments)) if keys.is_empty() => {
            let value = lookup.call(name, &arguments);
            value.ok_or("is no function with a value here")?
        }
        _ => return Err("is neither a value nor a call of a function".to_owned()),
    };
    if let Some(target) = target {
        variables.insert(target, value.clone());
    }
    Ok(value)
}

/// Takes a name or a variable (`$` and a name) off the front.
fn word<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let dollar = usize::from(rest.first() == Some(&b'$'));
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let length = rest[dollar..]
        .iter()
        .take_while(|byte| is_word(byte))
        .count();
    let (word, after) = rest
        .split_at_checked(dollar + length)
        .filter(|_| length > 0)?;
    *rest = after;
    std::str::from_utf8(word).ok()
}

/// Takes what is enclosed by these two off the front.
fn enclosed<'a>(rest: &mut &'a [u8], open: u8, close: u8) -> Option<&'a [u8]> {
    let inner = rest.strip_prefix(&[open])?;
    let end = inner.iter().position(|byte| *byte == close)?;
    *rest = &inner[end + 1..];
    Some(&inner[..end])
}

/// Arguments with commas between them, and white space after those.
fn arguments(inner: &[u8]) -> Vec<&[u8]> {
    if inner.is_empty() {
        return Vec::new();
    }
    let mut arguments: Vec<_> = inner.split(|byte| *byte == b',').collect();
    for argument in &mut arguments[1..] {
        *argument = argument.trim_ascii_start();
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    /// Knows `host` and `tricky`, shows keys and arguments, and counts.
    #[derive(Default)]
    struct Known(Cell<u32>);

    impl Lookup for Known {
        fn value(&self, name: &str, keys: &[Key<'_>]) -> Option<Vec<u8>> {
            let shown = |key: &Key<'_>| match key.index() {
                Some(index) => format!("#{index}"),
                None => key.text().unwrap_or_default().to_owned(),
            };
            match (name, keys) {
                ("host", []) => Some(b"web-platform.test".to_vec()),
                ("tricky", []) => Some(b"<a b=\"'&\xff\">".to_vec()),
                ("map", keys) => Some(keys.iter().map(shown).collect::<Vec<_>>().join("/").into()),
                _ => None,
            }
        }

        fn call(&self, function: &str, arguments: &[&[u8]]) -> Option<Vec<u8>> {
            match function {
                "show" => Some(
                    format!(
                        "{}:{}",
                        arguments.len(),
                        arguments.join(&b'/').escape_ascii()
                    )
                    .into(),
                ),
                "next" => {
                    self.0.set(self.0.get() + 1);
                    Some(self.0.get().to_string().into())
                }
                _ => None,
            }
        }
    }

    fn filled(template: &str) -> String {
        let known = Known::default();
        String::from_utf8(fill(template.as_bytes(), Escape::None, &known).unwrap()).unwrap()
    }

    #[test]
    fn fills_in_values() {
        let cases = [
            ("", ""),
            (
                "a {{host}}!\n{{host}}",
                "a web-platform.test!\nweb-platform.test",
            ),
            ("{{map[http][0]}}", "http/#0"),
            ("{{map[alt][]}}", "alt/"),
            ("{{map[x-y][a(b][élève]}}", "x-y/a(b/élève"),
            ("{{map[ 1 ]}}", "#1"),
            (
                "{{show()}} {{show(a, \n b )}} {{show( a,)}}",
                "0: 2:a/b  2: a/",
            ),
            (
                "{{$id:next()}} {{next()}} {{$id}} {{$b:$id}} {{$id:next()}}",
                "1 2 1 1 3",
            ),
            ("{{host }}", "web-platform.test"),
        ];
        for (template, expected) in cases {
            assert_eq!(filled(template), expected, "{template}");
        }
    }

    #[test]
    fn what_is_no_template_stays() {
        let cases = [
            "{{",
            "}}",
            "{ {host}}",
            "{{host}",
            "{{host} }",
            "if (a) {{ b = {} }}",
            "{{{{{{",
        ];
        for text in cases {
            assert_eq!(filled(text), text);
        }
        assert_eq!(filled("{{a}{{host}}}"), "{{a}web-platform.test}");
    }

    #[test]
    fn values_are_escaped() {
        let known = Known::default();
        let html = fill(b"<{{tricky}}>{{$a:tricky}}", Escape::Html, &known).unwrap();
        let value = &b"&lt;a b=&quot;&#x27;&amp;\xff&quot;&gt;"[..];
        assert_eq!(html, [b"<", value, b">", value].concat());
        let none = fill(b"{{tricky}}", Escape::None, &known).unwrap();
        assert_eq!(none, b"<a b=\"'&\xff\">");
    }

    #[test]
    fn what_cannot_be_filled_in_is_named() {
        let cases = [
            ("{{}}", "does not begin with a name"),
            ("{{ host}}", "does not begin with a name"),
            ("{{{host}}", "does not begin with a name"),
            ("{{$}}", "does not begin with a name"),
            ("{{$a:}}", "no name after the colon"),
            ("{{$a}}", "is a variable without a value"),
            ("{{nowhere}}", "has no value here"),
            ("{{nothing()}}", "is no function"),
            ("{{host.name}}", "has \".name\" after its end"),
            ("{{map[a}}", "has \"[a\" after its end"),
            ("{{show()[a]}}", "has \"[a]\" after its end"),
            ("{{$a:host}}{{$a[0]}}", "neither"),
            ("{{map[a](b)}}", "neither"),
        ];
        for (template, part) in cases {
            let template = format!("{{{{host}}}}\n\n{template}");
            let error = fill(template.as_bytes(), Escape::None, &Known::default()).unwrap_err();
            assert_eq!(error.line, 3, "{error}");
            assert!(error.problem.contains(part), "{error}");
        }
        let error = fill(b"{{nowhere}}", Escape::None, &Known::default()).unwrap_err();
        assert_eq!(error.to_string(), "line 1: {{nowhere}} has no value here");
    }

    #[test]
    fn many_braces_take_no_longer() {
        let text = "{".repeat(200_000) + "}";
        assert_eq!(filled(&text), text);
    }

    proptest! {
        #[test]
        fn no_template_panics(template in r"(\{\{|\}\}|[\[\](){}$:,]|host|map|\PC){0,20}") {
            let _ = fill(template.as_bytes(), Escape::Html, &Known::default());
        }

        #[test]
        fn bytes_without_braces_stay(bytes: Vec<u8>) {
            prop_assume!(!bytes.contains(&b'}'));
            prop_assert_eq!(fill(&bytes, Escape::Html, &Known::default()).unwrap(), bytes);
        }
    }
}
