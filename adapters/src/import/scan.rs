//! The characters of a JavaScript text, with lines, comments, strings and regular expressions.

use super::{ImportError, ImportSource};

/// A place in a text.
pub(super) struct Scanner<'a> {
    source: ImportSource<'a>,
    rest: &'a str,
    pub(super) line: usize,
    /// The comments since they were last taken: line, and text.
    pub(super) comments: Vec<(usize, String)>,
    /// How many templates with code are open, one in the other.
    templates: usize,
}

/// How deep templates with code may be nested.
const DEEPEST: usize = 32;

impl<'a> Scanner<'a> {
    pub(super) fn new(source: ImportSource<'a>) -> Self {
        let text = source.text;
        Self {
            source,
            rest: text.strip_prefix('\u{feff}').unwrap_or(text),
            line: 1,
            comments: Vec::new(),
            templates: 0,
        }
    }

    pub(super) fn error(&self, problem: impl Into<String>) -> ImportError {
        self.source.error(self.line, problem)
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.rest = &self.rest[next.len_utf8()..];
        self.line += usize::from(next == '\n');
        Some(next)
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let there = self.rest.starts_with(text);
        if there {
            for _ in text.chars() {
                self.bump();
            }
        }
        there
    }

    /// Takes a word, if that is what comes.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        let part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        if self.peek().is_none_or(|c| !part(c) || c.is_numeric()) {
            return None;
        }
        let end = self.rest.find(|c| !part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(word)
    }

    /// Takes that word, if it is what comes.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let before = self.rest;
        if self.word() == Some(word) {
            return true;
        }
        self.rest = before;
        false
    }

    /// Skips white space, and keeps the comments in it.
    pub(super) fn space(&mut self) -> Result<(), ImportError> {
        loop {
            match self.peek() {
                Some(c) if c.is_whitespace() || c == '\u{feff}' => {
                    self.bump();
                }
                Some('/') if self.rest.starts_with("//") || self.rest.starts_with("/*") => {
                    self.comment()?;
                }
                _ => return Ok(()),
            }
        }
    }

    fn comment(&mut self) -> Result<(), ImportError> {
        let line = self.line;
        let text = if self.eat("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            text.trim().to_owned()
        } else {
            self.eat("/*");
            let Some(end) = self.rest.find("*/") else {
                return Err(self.error("the comment has no end"));
            };
            let text = &self.rest[..end];
            self.line += text.matches('\n').count();
            self.rest = &self.rest[end + 2..];
            let lines = text.lines().map(|line| line.trim().trim_start_matches('*'));
            lines.map(str::trim).collect::<Vec<_>>().join(" ")
        };
        self.comments.push((line, text.trim().to_owned()));
        Ok(())
    }

    /// A string in quotation marks, or a template without code in it; `None` for a template with code.
    ///
    /// Half a surrogate pair becomes what testharness.js makes of it in names.
    pub(super) fn string(&mut self) -> Result<Option<String>, ImportError> {
        let start = self.line;
        let no_end = |scanner: &Self| scanner.source.error(start, "the string has no end");
        let quote = self.bump().unwrap_or('"');
        let mut units: Vec<u16> = Vec::new();
        let mut code = false;
        loop {
            let mut buffer = [0; 2];
            match self.bump() {
                None => return Err(no_end(self)),
                Some(c) if c == quote => break,
                Some('\n' | '\r') if quote != '`' => return Err(no_end(self)),
                Some('$') if quote == '`' && self.peek() == Some('{') => {
                    self.bump();
                    code = true;
                    self.templates += 1;
                    if self.templates > DEEPEST {
                        return Err(self.error("templates are nested too deep"));
                    }
                    self.skip_until_closed(start)?;
                    self.templates -= 1;
                }
                Some('\\') => self.escape(&mut units)?,
                Some(c) => units.extend_from_slice(c.encode_utf16(&mut buffer)),
            }
        }
        Ok((!code).then(|| text_of(&units)))
    }

    fn escape(&mut self, units: &mut Vec<u16>) -> Result<(), ImportError> {
        let Some(c) = self.bump() else {
            return Err(self.error("the string has no end"));
        };
        let plain = match c {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '0' if !self.peek().is_some_and(|c| c.is_ascii_digit()) => '\0',
            '\r' => {
                self.eat("\n");
                return Ok(());
            }
            '\n' | '\u{2028}' | '\u{2029}' => return Ok(()),
            'x' => {
                units.push(self.hexadecimal(2)?);
                return Ok(());
            }
            'u' if self.eat("{") => {
                let end = self.rest.find('}').unwrap_or(0);
                let number = u32::from_str_radix(&self.rest[..end], 16).ok();
                let Some(c) = number.and_then(char::from_u32) else {
                    return Err(self.error("the escape \\u{…} names no character"));
                };
                self.rest = &self.rest[end + 1..];
                c
            }
            'u' => {
                units.push(self.hexadecimal(4)?);
                return Ok(());
            }
            c => c,
        };
        units.extend_from_slice(plain.encode_utf16(&mut [0; 2]));
        Ok(())
    }

    fn hexadecimal(&mut self, digits: usize) -> Result<u16, ImportError> {
        let number = self.rest.get(..digits);
        let number = number.filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match number.and_then(|text| u16::from_str_radix(text, 16).ok()) {
            Some(number) => {
                self.rest = &self.rest[digits..];
                Ok(number)
            }
            None => Err(self.error(format!("an escape needs {digits} hexadecimal digits"))),
        }
    }

    /// A regular expression, with its slashes and flags.
    pub(super) fn pattern(&mut self) -> Result<String, ImportError> {
        let start = self.rest;
        self.bump();
        let mut in_class = false;
        loop {
            match self.peek() {
                None | Some('\n') => return Err(self.error("the regular expression has no end")),
                Some('\\') => {
                    self.bump();
                    if self.peek() == Some('\n') {
                        continue;
                    }
                }
                Some('[') => in_class = true,
                Some(']') => in_class = false,
                Some('/') if !in_class => break,
                _ => {}
            }
            self.bump();
        }
        self.bump();
        self.word();
        Ok(start[..start.len() - self.rest.len()].to_owned())
    }

    /// Skips code up to what ends an expression: `,`, `;`, the end, or a bracket that closes.
    pub(super) fn skip_code(&mut self) -> Result<(), ImportError> {
        self.skip(false, self.line)
    }

    /// Skips code up to the bracket that closes what is open, and that bracket.
    fn skip_until_closed(&mut self, opened: usize) -> Result<(), ImportError> {
        self.skip(true, opened)?;
        self.bump();
        Ok(())
    }

    fn skip(&mut self, through: bool, opened: usize) -> Result<(), ImportError> {
        let mut open: Vec<usize> = Vec::new();
        // Whether a slash would be a division: something that has a value stands before it.
        let mut value = false;
        loop {
            self.space()?;
            let Some(c) = self.peek() else {
                return match (open.last(), through) {
                    (None, false) => Ok(()),
                    (None, true) => Err(self.source.error(opened, "the code has no end")),
                    (Some(&line), _) => Err(self.source.error(line, "the bracket is never closed")),
                };
            };
            match c {
                ')' | ']' | '}' if open.is_empty() => return Ok(()),
                ',' | ';' if open.is_empty() && !through => return Ok(()),
                '(' | '[' | '{' => {
                    open.push(self.line);
                    self.bump();
                    value = false;
                }
                ')' | ']' | '}' => {
                    open.pop();
                    self.bump();
                    value = c != '}';
                }
                '"' | '\'' | '`' => {
                    self.string()?;
                    value = true;
                }
                '/' if !value => {
                    self.pattern()?;
                    value = true;
                }
                _ => match self.word() {
                    Some(word) => {
                        value = !matches!(word, "return" | "typeof" | "case" | "in" | "of")
                    }
                    None => {
                        self.bump();
                        value = c.is_numeric();
                    }
                },
            }
        }
    }
}

/// UTF-16 as text, with `U+d800` and the like for halves of surrogate pairs.
fn text_of(units: &[u16]) -> String {
    let mut text = String::new();
    for c in char::decode_utf16(units.iter().copied()) {
        match c {
            Ok(c) => text.push(c),
            Err(half) => text.push_str(&format!("U+{:x}", half.unpaired_surrogate())),
        }
    }
    text
}
