//! Object literals as JSON, JavaScript and TypeScript write them, with the line of each value.
//!
//! Data is read: strings (and sums of them), templates without code, regular expressions, numbers,
//! words, lists and objects. Whatever else may stand in a value's place is [`Value::Code`], which is
//! skipped; who reads the literal decides whether that is a mistake. What is no property with a name
//! that stands there (a spread, a computed name) is refused.

use std::collections::BTreeMap;

use super::scan::Scanner;
use super::{ImportError, ImportSource};

/// How deep lists and objects may be nested.
const DEEPEST: usize = 100;

/// A value, and the line in which it begins.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) value: Value,
}

#[derive(Debug)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number,
    Text(String),
    /// A regular expression, as it is written.
    Pattern(String),
    List(Vec<Item>),
    Map(Vec<Member>),
    /// What only a JavaScript engine could tell the value of.
    Code,
}

/// A value in a list.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) node: Node,
    /// The comment in the lines above it.
    pub(super) above: Option<String>,
    /// The comment behind it, in its line.
    pub(super) beside: Option<String>,
}

/// A property of an object.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) key: String,
    pub(super) line: usize,
    pub(super) node: Node,
}

impl Value {
    /// What it is, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Number => "a number",
            Self::Text(_) => "a string",
            Self::Pattern(_) => "a regular expression",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
            Self::Code => "code",
        }
    }
}

/// Reads a text that is one object, as JSON files are.
pub(super) fn json(source: ImportSource<'_>) -> Result<Vec<Member>, ImportError> {
    let mut reader = Reader::new(source, false);
    let node = reader.value(0)?;
    reader.end()?;
    source.members(node)
}

/// Reads a module that exports one object as `default`, and does nothing else but import.
pub(super) fn module(source: ImportSource<'_>) -> Result<Vec<Member>, ImportError> {
    let mut reader = Reader::new(source, true);
    loop {
        reader.scanner.space()?;
        if reader.scanner.eat_word("import") {
            reader.import()?;
        } else if reader.scanner.eat_word("export") {
            reader.scanner.space()?;
            if reader.scanner.eat_word("default") {
                break;
            }
            return Err(reader.unknown());
        } else {
            return Err(reader.unknown());
        }
    }
    let node = reader.value(0)?;
    reader.scanner.eat(";");
    reader.end()?;
    source.members(node)
}

/// The text of the member of that name, where it is one.
pub(super) fn text<'a>(members: &'a [Member], key: &str) -> Option<&'a str> {
    members.iter().find_map(|member| match &member.node.value {
        Value::Text(text) if member.key == key => Some(text.as_str()),
        _ => None,
    })
}

struct Reader<'a> {
    scanner: Scanner<'a>,
    /// Whether there may be code.
    code: bool,
}

impl<'a> Reader<'a> {
    fn new(source: ImportSource<'a>, code: bool) -> Self {
        Self {
            scanner: Scanner::new(source),
            code,
        }
    }

    fn unknown(&self) -> ImportError {
        let mut error = self
            .scanner
            .error("only imports may stand before `export default { … }`");
        error.help = Some("the object has to be written out there, without variables".into());
        error
    }

    fn import(&mut self) -> Result<(), ImportError> {
        loop {
            self.scanner.space()?;
            match self.scanner.peek() {
                Some('"' | '\'') => {
                    self.scanner.string()?;
                    self.scanner.eat(";");
                    return Ok(());
                }
                Some('(') | None => return Err(self.unknown()),
                Some(_) => {
                    self.scanner.bump();
                }
            }
        }
    }

    fn end(&mut self) -> Result<(), ImportError> {
        self.scanner.space()?;
        match self.scanner.peek() {
            None => Ok(()),
            Some(c) => Err(self
                .scanner
                .error(format!("nothing may stand behind the object, found {c:?}"))),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, ImportError> {
        self.scanner.space()?;
        let line = self.scanner.line;
        let mut value = self.primary(depth)?;
        loop {
            self.scanner.space()?;
            match self.scanner.peek() {
                None | Some(',' | '}' | ']' | ')' | ';') => break,
                Some(_) if !self.code => break,
                Some('+') if matches!(value, Value::Text(_)) => {
                    self.scanner.bump();
                    self.scanner.space()?;
                    let more = self.primary(depth)?;
                    value = match (value, more) {
                        (Value::Text(text), Value::Text(more)) => Value::Text(text + &more),
                        _ => Value::Code,
                    };
                }
                Some(_) => {
                    let of_type = self.scanner.eat_word("as") || self.scanner.eat_word("satisfies");
                    self.scanner.skip_code()?;
                    if !of_type {
                        value = Value::Code;
                    }
                    break;
                }
            }
        }
        Ok(Node { line, value })
    }

    /// A value without what operators make of it.
    fn primary(&mut self, depth: usize) -> Result<Value, ImportError> {
        if depth > DEEPEST {
            return Err(self.scanner.error("lists and objects are nested too deep"));
        }
        Ok(match self.scanner.peek() {
            Some('{') => self.object(depth)?,
            Some('[') => self.list(depth)?,
            Some('"' | '\'' | '`') => match self.scanner.string()? {
                Some(text) => Value::Text(text),
                None => Value::Code,
            },
            Some('/') => Value::Pattern(self.scanner.pattern()?),
            Some(c) if c.is_ascii_digit() || c == '-' => {
                let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
                while self.scanner.peek().is_some_and(part) {
                    self.scanner.bump();
                }
                Value::Number
            }
            None | Some(',' | '}' | ']' | ')' | ';' | ':') => return Err(self.no_value()),
            Some(_) => match self.scanner.word() {
                Some("null" | "undefined") => Value::Null,
                Some("true") => Value::Bool(true),
                Some("false") => Value::Bool(false),
                _ if self.code => {
                    self.scanner.skip_code()?;
                    Value::Code
                }
                Some(word) => {
                    let problem = format!("a value is due here, found the word {word:?}");
                    return Err(self.scanner.error(problem));
                }
                None => return Err(self.no_value()),
            },
        })
    }

    fn no_value(&self) -> ImportError {
        let found = self.scanner.peek();
        let found = found.map_or("the end".into(), |c| format!("{c:?}"));
        self.scanner
            .error(format!("a value is due here, found {found}"))
    }

    fn list(&mut self, depth: usize) -> Result<Value, ImportError> {
        let opened = self.scanner.line;
        self.scanner.bump();
        let mut items: Vec<Item> = Vec::new();
        loop {
            self.scanner.comments.clear();
            self.scanner.space()?;
            self.beside(&mut items);
            match self.scanner.peek() {
                Some(']') => break,
                None => {
                    self.scanner.line = opened;
                    return Err(self.scanner.error("the list is never closed"));
                }
                _ => {}
            }
            let above = said(self.scanner.comments.drain(..).map(|(_, text)| text));
            let node = self.value(depth + 1)?;
            items.push(Item {
                node,
                above,
                beside: None,
            });
            // A comment may stand before the comma as well as behind it.
            self.beside(&mut items);
            if !self.scanner.eat(",") {
                self.scanner.space()?;
                self.beside(&mut items);
                self.closes(']', opened)?;
                break;
            }
        }
        self.scanner.bump();
        Ok(Value::List(items))
    }

    /// Gives the last item the comments that stand in its line. The scanner stands behind them, and
    /// only white space may have come since.
    fn beside(&mut self, items: &mut [Item]) {
        let Some(last) = items.last_mut() else {
            return;
        };
        let line = last.node.line;
        let comments = &mut self.scanner.comments;
        let here = comments.iter().take_while(|(at, _)| *at == line).count();
        let here = said(comments.drain(..here).map(|(_, text)| text));
        last.beside = last.beside.take().or(here);
    }

    fn object(&mut self, depth: usize) -> Result<Value, ImportError> {
        let opened = self.scanner.line;
        self.scanner.bump();
        let mut members: Vec<Member> = Vec::new();
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        loop {
            self.scanner.space()?;
            if self.scanner.peek() == Some('}') {
                break;
            }
            let line = self.scanner.line;
            let mut key = self.key(opened)?;
            self.scanner.space()?;
            if matches!(key.as_str(), "async" | "get" | "set")
                && self.code
                && !matches!(self.scanner.peek(), Some(':' | ',' | '}' | '(') | None)
            {
                self.scanner.eat("*");
                self.scanner.space()?;
                key = self.key(opened)?;
            }
            if let Some(before) = lines.insert(key.clone(), line) {
                self.scanner.line = line;
                return Err(self
                    .scanner
                    .error(format!("{key:?} stands here and in line {before}")));
            }
            self.scanner.space()?;
            let node = if self.scanner.eat(":") {
                self.value(depth + 1)?
            } else if !self.code {
                return Err(self.scanner.error(format!("a ':' is due behind {key:?}")));
            } else {
                // A method, a getter, or a variable with its own name.
                self.scanner.skip_code()?;
                Node {
                    line,
                    value: Value::Code,
                }
            };
            members.push(Member { key, line, node });
            self.scanner.space()?;
            if !self.scanner.eat(",") {
                self.closes('}', opened)?;
                break;
            }
        }
        self.scanner.bump();
        Ok(Value::Map(members))
    }

    fn key(&mut self, opened: usize) -> Result<String, ImportError> {
        match self.scanner.peek() {
            Some('"' | '\'') => {
                let key = self.scanner.string()?;
                Ok(key.unwrap_or_default())
            }
            Some(c) if c.is_ascii_digit() => {
                let mut key = String::new();
                while let Some(c) = self.scanner.peek().filter(char::is_ascii_alphanumeric) {
                    key.push(c);
                    self.scanner.bump();
                }
                Ok(key)
            }
            None => {
                self.scanner.line = opened;
                Err(self.scanner.error("the object is never closed"))
            }
            Some(c) => match self.scanner.word() {
                Some(word) => Ok(word.to_owned()),
                None if self.scanner.eat("...") => {
                    let mut error = self
                        .scanner
                        .error("what a spread (`...`) adds is not known");
                    error.help = Some("write out what it stands for".into());
                    Err(error)
                }
                None => Err(self
                    .scanner
                    .error(format!("the name of a property is due here, found {c:?}"))),
            },
        }
    }

    fn closes(&mut self, bracket: char, opened: usize) -> Result<(), ImportError> {
        match self.scanner.peek() {
            Some(c) if c == bracket => Ok(()),
            None => {
                self.scanner.line = opened;
                Err(self
                    .scanner
                    .error(format!("what begins here is never closed with {bracket:?}")))
            }
            Some(c) => Err(self
                .scanner
                .error(format!("',' or {bracket:?} is due here, found {c:?}"))),
        }
    }
}

fn said(comments: impl Iterator<Item = String>) -> Option<String> {
    let text = comments.collect::<Vec<_>>().join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
