//! One expectation file whose entries come and go while its comments stay.

use std::collections::BTreeSet;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, Value, value};

use super::Change;
use super::draft::Draft;
use super::wanted::List;
use crate::expectations::{Expectations, applies, number};
use crate::toml_file::{TomlError, line_of};

/// How wide a line of a file may be before a list gets a line for each name.
const WIDTH: usize = 100;

/// A file.
#[derive(Debug)]
pub(crate) struct File {
    pub(super) path: String,
    before: String,
    document: DocumentMut,
    /// Comments above the first entry that a blank line separates from it.
    header: String,
    /// The entries; `None` in place of those that were taken out.
    slots: Vec<Option<Table>>,
    changed: bool,
}

/// An entry that was taken out of its place.
#[derive(Debug)]
pub(super) struct Old {
    pub(super) file: usize,
    pub(super) slot: usize,
    pub(super) table: Table,
}

impl File {
    /// A file that is not there yet.
    pub(crate) fn new(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            before: String::new(),
            document: DocumentMut::new(),
            header: String::new(),
            slots: Vec::new(),
            changed: false,
        }
    }

    /// Puts a comment above all entries: lines that end in an empty one.
    pub(crate) fn set_header(&mut self, text: &str) {
        text.clone_into(&mut self.header);
        self.changed = true;
    }

    /// Reads a file, and adds its entries to `expectations`.
    pub(super) fn read(
        path: &str,
        text: &str,
        expectations: &mut Expectations,
    ) -> Result<Self, TomlError> {
        expectations.add(path, text)?;
        let mut file = Self::new(path);
        file.before = text.to_owned();
        file.document = text
            .parse()
            .map_err(|error: toml_edit::TomlError| TomlError {
                path: path.to_owned(),
                line: error.span().map_or(1, |span| line_of(text, span.start)),
                problem: error.message().replace('\n', " "),
            })?;
        let tables = file
            .document
            .remove("expect")
            .map(Item::into_array_of_tables);
        file.slots = match tables {
            Some(Ok(tables)) => tables.into_iter().map(Some).collect(),
            _ => Vec::new(),
        };
        file.header = match file.slots.first_mut() {
            Some(Some(first)) => cut_header(first),
            _ => {
                let text = file
                    .document
                    .trailing()
                    .as_str()
                    .unwrap_or_default()
                    .to_owned();
                file.document.set_trailing("");
                text
            }
        };
        Ok(file)
    }

    /// How many entries it had when it was read.
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Takes an entry out; its place stays.
    pub(super) fn take(&mut self, slot: usize) -> Table {
        self.changed = true;
        self.slots[slot].take().unwrap_or_default()
    }

    /// Puts an entry into the place of one that was taken out.
    pub(super) fn put(&mut self, slot: usize, table: Table) {
        self.slots[slot] = Some(table);
    }

    /// Adds an entry behind the last one whose test is not behind its own by the alphabet.
    ///
    /// Call it when every [`Self::put`] is done: the places behind the new entry move.
    pub(crate) fn add(&mut self, table: Table) {
        self.changed = true;
        let not_behind = |slot: &Option<Table>| {
            slot.as_ref()
                .is_some_and(|there| test(there) <= test(&table))
        };
        let at = self
            .slots
            .iter()
            .rposition(not_behind)
            .map_or(0, |at| at + 1);
        self.slots.insert(at, Some(table));
    }

    /// What became of the file.
    pub(crate) fn finish(mut self) -> Change {
        let after = if self.changed {
            self.text()
        } else {
            self.before.clone()
        };
        Change {
            path: self.path,
            before: self.before,
            after,
        }
    }

    /// The text with the entries as they are now; empty when nothing is left.
    fn text(&mut self) -> String {
        let mut tables = ArrayOfTables::new();
        for (at, mut table) in self.slots.drain(..).flatten().enumerate() {
            let prefix = prefix(&table);
            let comment = prefix.trim_start_matches('\n');
            let prefix = match at {
                0 => format!("{}{comment}", self.header),
                _ if comment.len() == prefix.len() => format!("\n{prefix}"),
                _ => prefix,
            };
            table.decor_mut().set_prefix(prefix);
            table.set_position(Some(at.try_into().unwrap_or(isize::MAX)));
            tables.push(table);
        }
        if tables.is_empty() {
            let trailing = self.document.trailing().as_str().unwrap_or_default();
            return format!("{}{trailing}", self.header);
        }
        self.document.insert("expect", Item::ArrayOfTables(tables));
        self.document.to_string()
    }
}

impl Old {
    pub(super) fn condition(&self) -> Option<String> {
        text(&self.table, "version").map(str::to_owned)
    }

    pub(super) fn has_reason_of(&self, draft: &Draft) -> bool {
        text(&self.table, "reason") == Some(&draft.reason.text)
            && text(&self.table, "issue") == draft.reason.issue.as_deref()
    }

    /// Whether it is about just those spans, of which a version each is given.
    pub(super) fn has_spans_of(&self, draft: &Draft, versions: &[String]) -> bool {
        let condition = self.condition().and_then(|text| text.parse().ok());
        versions.iter().enumerate().all(|(span, version)| {
            applies(condition.as_ref(), number(version).as_ref()) == draft.spans.contains(&span)
        })
    }
}

fn text<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(Item::as_str)
}

fn test(table: &Table) -> &str {
    text(table, "test").unwrap_or_default()
}

fn prefix(table: &Table) -> String {
    let prefix = table.decor().prefix().and_then(RawString::as_str);
    prefix.unwrap_or_default().to_owned()
}

/// Cuts off what stands above the blank line above the first entry.
fn cut_header(table: &mut Table) -> String {
    let prefix = prefix(table);
    let at = prefix.rfind("\n\n").map_or(0, |at| at + 2);
    table.decor_mut().set_prefix(&prefix[at..]);
    prefix[..at].to_owned()
}

/// The entry that `draft` stands for, made of `table`, whose comments and list formats stay.
pub(crate) fn table(
    mut table: Table,
    test: &str,
    condition: Option<String>,
    draft: &Draft,
) -> Table {
    set(&mut table, "test", Some(test));
    set(&mut table, "version", condition.as_deref());
    set(&mut table, "reason", Some(&draft.reason.text));
    set(&mut table, "issue", draft.reason.issue.as_deref());
    set(
        &mut table,
        "status",
        draft.status.map(|status| status.as_str()),
    );
    set(&mut table, "all", draft.all.map(|status| status.as_str()));
    for list in List::ALL {
        let names = draft.lists.get(&list);
        let key = list.key();
        match (names, table.get_mut(key).and_then(Item::as_array_mut)) {
            (None, _) => {
                table.remove(key);
            }
            (Some(names), Some(array)) => update(key, array, names),
            (Some(names), None) => {
                let mut array: Array = names.iter().collect();
                lay_out(key, &mut array);
                table.insert(key, value(array));
            }
        }
    }
    table.sort_values_by(|a, _, b, _| place(a.get()).cmp(&place(b.get())));
    table
}

fn set(table: &mut Table, key: &str, text: Option<&str>) {
    match text {
        _ if self::text(table, key) == text => {}
        None => {
            table.remove(key);
        }
        Some(text) => match table.get_mut(key).and_then(Item::as_value_mut) {
            // A comment behind the value stays.
            Some(old) => {
                let decor = old.decor().clone();
                *old = Value::from(text);
                *old.decor_mut() = decor;
            }
            None => {
                table.insert(key, value(text));
            }
        },
    }
}

/// Where a key stands in an entry.
fn place(key: &str) -> usize {
    let head = [
        "test", "version", "os", "reason", "issue", "disabled", "status", "all",
    ];
    let keys = head.into_iter().chain(List::ALL.map(List::key));
    keys.into_iter().take_while(|&known| known != key).count()
}

fn update(key: &str, array: &mut Array, names: &BTreeSet<String>) {
    let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let old: BTreeSet<String> = array.iter().map(name).collect();
    if old == *names {
        return;
    }
    let commented = is_commented(array);
    array.retain(|value| names.contains(&name(value)));
    for new in names.difference(&old) {
        let at = array
            .iter()
            .position(|value| name(value) > *new)
            .unwrap_or(array.len());
        let mut value = Value::from(new.as_str());
        value.decor_mut().set_prefix("\n  ");
        array.insert_formatted(at, value);
    }
    if !commented {
        lay_out(key, array);
    }
}

fn is_commented(array: &Array) -> bool {
    let decors = array.iter().map(Value::decor);
    let around = decors
        .flat_map(|decor| [decor.prefix(), decor.suffix()])
        .flatten();
    around
        .chain([array.trailing()])
        .any(|text| text.as_str().is_some_and(|text| text.contains('#')))
}

/// One line if it fits, else a line for each name.
fn lay_out(key: &str, array: &mut Array) {
    array.fmt();
    if key.len() + " = ".len() + array.to_string().trim().chars().count() <= WIDTH {
        return;
    }
    for value in array.iter_mut() {
        value.decor_mut().set_prefix("\n  ");
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
}
