//! The text format of wptrunner's metadata: sections in sections, keys, values and conditions.
//!
//! ```ini
//! [a.any.worker.html]
//!   bug: https://bugs.example/1
//!   [a subtest]
//!     expected:
//!       if os == "linux" and debug: [PASS, FAIL]   # a comment
//!       TIMEOUT
//! ```
//!
//! Deeper is what is indented by more spaces. Source: `tools/wptrunner/docs/expectation.rst` of
//! <https://github.com/web-platform-tests/wpt>.

use super::condition::Condition;
use super::{ImportError, ImportSource};

/// How deep sections may be nested; a test and a subtest are two.
const DEEPEST: usize = 20;

/// A section, or the whole file.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub(super) line: usize,
    pub(super) name: String,
    /// The comment in the lines above it.
    pub(super) above: Option<String>,
    pub(super) keys: Vec<Key>,
    pub(super) sections: Vec<Section>,
}

/// A key with its values.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) line: usize,
    pub(super) name: String,
    /// In the order in which they are tried: the first whose condition holds counts.
    pub(super) cases: Vec<Case>,
}

/// A value, and when it is it.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Case {
    pub(super) line: usize,
    pub(super) condition: Option<Condition>,
    /// One word, or those of a list.
    pub(super) values: Vec<String>,
    /// The comment behind it.
    pub(super) comment: Option<String>,
}

impl Section {
    /// The key of that name.
    pub(super) fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// Reads a file.
pub(super) fn parse(source: ImportSource<'_>) -> Result<Section, ImportError> {
    let text = source.text;
    let mut reader = Reader {
        source,
        lines: text.strip_prefix('\u{feff}').unwrap_or(text).lines(),
        number: 0,
        next: None,
        above: Vec::new(),
    };
    reader.advance()?;
    let mut file = Section::default();
    reader.block(&mut file, 0, 0)?;
    match reader.next {
        None => Ok(file),
        Some(_) => Err(reader.error("the line is indented otherwise than those above it")),
    }
}

struct Reader<'a> {
    source: ImportSource<'a>,
    lines: std::str::Lines<'a>,
    number: usize,
    /// The line that comes, without its indentation, and how deep that is.
    next: Option<(usize, &'a str)>,
    /// The comments right above it.
    above: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn error(&self, problem: impl Into<String>) -> ImportError {
        self.source.error(self.number.max(1), problem)
    }

    /// Goes to the next line with something in it.
    fn advance(&mut self) -> Result<(), ImportError> {
        self.above.clear();
        loop {
            let Some(line) = self.lines.next() else {
                self.next = None;
                return Ok(());
            };
            self.number += 1;
            let line = line.trim_end();
            let rest = line.trim_start_matches(' ');
            if rest.starts_with('\t') {
                return Err(self.error("lines are indented with spaces, found a tab"));
            }
            match rest.strip_prefix('#') {
                Some(comment) => self.above.push(comment.trim()),
                None if rest.is_empty() => self.above.clear(),
                None => {
                    self.next = Some((line.len() - rest.len(), rest));
                    return Ok(());
                }
            }
        }
    }

    /// Reads everything that is indented by just `indent`.
    fn block(
        &mut self,
        section: &mut Section,
        indent: usize,
        depth: usize,
    ) -> Result<(), ImportError> {
        while let Some((at, text)) = self.next {
            if at != indent {
                if at > indent {
                    return Err(self.error("the line is indented further than those above it"));
                }
                return Ok(());
            }
            if text.starts_with('[') {
                if depth >= DEEPEST {
                    return Err(self.error("sections are nested too deep"));
                }
                let inner = self.section(indent, depth)?;
                section.sections.push(inner);
            } else {
                let key = self.key(text, indent)?;
                if let Some(before) = section.key(&key.name) {
                    let (name, line) = (&key.name, before.line);
                    let problem = format!("{name:?} stands here and in line {line}");
                    return Err(self.source.error(key.line, problem));
                }
                section.keys.push(key);
            }
        }
        Ok(())
    }

    fn section(&mut self, indent: usize, depth: usize) -> Result<Section, ImportError> {
        let line = self.number;
        let above = Some(self.above.join(" ")).filter(|text| !text.is_empty());
        let mut chars = Chars::new(self.next.map_or("", |(_, text)| text));
        chars.bump();
        let Some(name) = chars.until(']') else {
            return Err(self.error("the section's name is not closed with ']'"));
        };
        self.behind(chars)?;
        self.advance()?;
        let mut section = Section {
            line,
            name,
            above,
            ..Section::default()
        };
        if let Some((at, _)) = self.next
            && at > indent
        {
            self.block(&mut section, at, depth + 1)?;
        }
        Ok(section)
    }

    fn key(&mut self, text: &'a str, indent: usize) -> Result<Key, ImportError> {
        let line = self.number;
        let mut chars = Chars::new(text);
        let Some(name) = chars.until(':') else {
            return Err(self.error("a key has a ':' behind it"));
        };
        let name = name.trim_end().to_owned();
        if name.is_empty() || name.contains(' ') {
            return Err(self.error(format!("a key is one word, found {name:?}")));
        }
        let mut cases = Vec::new();
        chars.space();
        if chars.peek().is_some_and(|c| c != '#') {
            if chars.rest.starts_with("if ") {
                return Err(self.error("a condition stands in a line of its own, further indented"));
            }
            cases.push(self.case(chars, None)?);
            return Ok(Key { line, name, cases });
        }
        self.advance()?;
        let Some((deeper, _)) = self.next.filter(|(at, _)| *at > indent) else {
            return Ok(Key { line, name, cases });
        };
        while let Some((at, text)) = self.next
            && at == deeper
        {
            let (condition, rest) = match text.strip_prefix("if ") {
                Some(rest) => {
                    let (condition, rest) =
                        Condition::parse(rest).map_err(|problem| self.error(problem))?;
                    (Some(condition), rest)
                }
                None => (None, text),
            };
            let mut chars = Chars::new(rest);
            chars.space();
            cases.push(self.case(chars, condition)?);
        }
        Ok(Key { line, name, cases })
    }

    /// A value up to the end of its line, or, for a list, of its lines.
    fn case(
        &mut self,
        mut chars: Chars<'a>,
        condition: Option<Condition>,
    ) -> Result<Case, ImportError> {
        let line = self.number;
        let mut values = Vec::new();
        match chars.peek() {
            Some('[') => {
                chars.bump();
                self.list(&mut chars, &mut values)?;
            }
            Some('"' | '\'') => values.push(self.quoted(&mut chars)?),
            _ => {
                let value = chars.plain("#");
                if value.is_empty() {
                    return Err(self.error("a value is due here"));
                }
                values.push(value);
            }
        }
        let comment = self.behind(chars)?;
        self.advance()?;
        Ok(Case {
            line,
            condition,
            values,
            comment,
        })
    }

    fn list(&mut self, chars: &mut Chars<'a>, values: &mut Vec<String>) -> Result<(), ImportError> {
        loop {
            chars.space();
            match chars.peek() {
                Some(']') => {
                    chars.bump();
                    return Ok(());
                }
                None | Some('#') => {
                    self.advance()?;
                    let Some((_, text)) = self.next else {
                        return Err(self.error("the list is never closed"));
                    };
                    *chars = Chars::new(text);
                }
                Some(',') => {
                    chars.bump();
                }
                Some('"' | '\'') => values.push(self.quoted(chars)?),
                Some(_) => values.push(chars.plain("#,]")),
            }
        }
    }

    fn quoted(&self, chars: &mut Chars<'a>) -> Result<String, ImportError> {
        let quote = chars.bump().unwrap_or('"');
        chars
            .until(quote)
            .ok_or_else(|| self.error("the string has no end"))
    }

    /// The comment behind everything else in a line.
    fn behind(&self, mut chars: Chars<'a>) -> Result<Option<String>, ImportError> {
        chars.space();
        match chars.peek() {
            None => Ok(None),
            Some('#') => {
                Ok(Some(chars.rest[1..].trim().to_owned()).filter(|text| !text.is_empty()))
            }
            Some(c) => {
                Err(self.error(format!("nothing may stand here but a comment, found {c:?}")))
            }
        }
    }
}

/// The characters of one line.
struct Chars<'a> {
    rest: &'a str,
}

impl<'a> Chars<'a> {
    fn new(rest: &'a str) -> Self {
        Self { rest }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }

    /// The text up to `end`, which is taken too; `None` when it does not come.
    fn until(&mut self, end: char) -> Option<String> {
        let mut text = String::new();
        loop {
            match self.bump()? {
                '\\' => text.push(self.escape()?),
                c if c == end => return Some(text),
                c => text.push(c),
            }
        }
    }

    /// The text up to one of `ends` or the end of the line, without the spaces around it.
    fn plain(&mut self, ends: &str) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|c| !ends.contains(*c)) {
            self.bump();
            match c {
                '\\' => text.extend(self.escape()),
                c => text.push(c),
            }
        }
        text.trim_end_matches(' ').to_owned()
    }

    fn escape(&mut self) -> Option<char> {
        let digits = match self.bump()? {
            'x' => 2,
            'u' => 4,
            'U' => 6,
            'a' => return Some('\u{7}'),
            'b' => return Some('\u{8}'),
            'f' => return Some('\u{c}'),
            'n' => return Some('\n'),
            'r' => return Some('\r'),
            't' => return Some('\t'),
            'v' => return Some('\u{b}'),
            c => return Some(c),
        };
        let number = self.rest.get(..digits)?;
        let c = char::from_u32(u32::from_str_radix(number, 16).ok()?)?;
        self.rest = &self.rest[digits..];
        Some(c)
    }
}
