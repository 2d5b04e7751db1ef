//! One expectation file whose entries come and go while its comments stay.

use std::collections::{BTreeMap, BTreeSet};

use semver::VersionReq;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::draft::Draft;
use super::wanted::List;
use crate::expectations::Expectations;
use crate::toml_file::{TomlError, line_of};

/// How wide a line of a file may be before a list gets a line for each name.
const WIDTH: usize = 100;

/// A file.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: String,
    before: String,
    document: DocumentMut,
    /// Comments above the first entry that a blank line separates from it.
    header: String,
    /// The entries; `None` in place of those that were taken out.
    slots: Vec<Option<Slot>>,
    changed: bool,
}

#[derive(Debug)]
struct Slot {
    test: String,
    table: Table,
}

impl File {
    /// Reads a file, and adds its entries to `expectations`.
    pub(super) fn read(
        path: &str,
        text: &str,
        expectations: &mut Expectations,
    ) -> Result<Self, TomlError> {
        expectations.add(path, text)?;
        let mut document: DocumentMut =
            text.parse().map_err(|error: toml_edit::TomlError| TomlError {
                path: path.to_owned(),
                line: error.span().map_or(1, |span| line_of(text, span.start)),
                problem: error.message().replace('\n', " "),
            })?;
        let tables = document
            .remove("expect")
            .and_then(|item| item.into_array_of_tables().ok())
            .unwrap_or_default();
        let mut slots: Vec<Option<Slot>> = tables
            .into_iter()
            .map(|table| {
                let test = table.get("test").and_then(Item::as_str).unwrap_or_default();
                Some(Slot {
                    test: test.to_owned(),
                    table,
                })
            })
            .collect();
        let header = match slots.first_mut() {
            Some(Some(first)) => cut_header(&mut first.table),
            _ => {
                let text = document.trailing().as_str().unwrap_or_default().to_owned();
                document.set_trailing("");
                text
            }
        };
        Ok(Self {
            path: path.to_owned(),
            before: text.to_owned(),
            document,
            header,
            slots,
            changed: false,
        })
    }

    /// How many entries it had when it was read.
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Takes an entry out; its place stays.
    pub(super) fn take(&mut self, slot: usize) -> Option<Table> {
        self.changed = true;
        self.slots[slot].take().map(|slot| slot.table)
    }

    /// Puts an entry that was taken out back into its place.
    pub(super) fn put(&mut self, slot: usize, test: &str, table: Table) {
        self.slots[slot] = Some(Slot {
            test: test.to_owned(),
            table,
        });
    }

    /// Adds an entry behind the last one whose test is not behind its own by the alphabet.
    ///
    /// Call it when every [`Self::put`] is done: places behind the new entry move.
    pub(super) fn add(&mut self, test: &str, table: Table) {
        self.changed = true;
        let before = |slot: &Option<Slot>| slot.as_ref().is_some_and(|slot| *slot.test <= *test);
        let at = self.slots.iter().rposition(before).map_or(0, |at| at + 1);
        let slot = Slot {
            test: test.to_owned(),
            table,
        };
        self.slots.insert(at, Some(slot));
    }

    /// The path, the text as it was read, and the new text, which is empty when nothing is left.
    pub(super) fn finish(mut self) -> (String, String, String) {
        if !self.changed {
            return (self.path, self.before.clone(), self.before);
        }
        let mut tables = ArrayOfTables::new();
        for (at, slot) in self.slots.into_iter().flatten().enumerate() {
            let mut table = slot.table;
            let prefix = table.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default();
            let comment = prefix.trim_start_matches('\n');
            let prefix = match at {
                0 => format!("{}{comment}", self.header),
                _ if comment.len() == prefix.len() => format!("\n{prefix}"),
                _ => prefix.to_owned(),
            };
            table.decor_mut().set_prefix(prefix);
            table.set_position(Some(at.try_into().unwrap_or(isize::MAX)));
            tables.push(table);
        }
        let after = if tables.is_empty() {
            self.header + self.document.trailing().as_str().unwrap_or_default()
        } else {
            self.document.insert("expect", Item::ArrayOfTables(tables));
            self.document.to_string()
        };
        (self.path, self.before, after)
    }
}

/// Cuts off what stands above the blank line above the first entry.
fn cut_header(table: &mut Table) -> String {
    let prefix = table.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default().to_owned();
    let at = prefix.rfind("\n\n").map_or(0, |at| at + 2);
    table.decor_mut().set_prefix(&prefix[at..]);
    prefix[..at].to_owned()
}

/// The entry `draft` as a table, made of `old` if there is one, whose comments and list formats stay.
pub(super) fn table(
    old: Option<Table>,
    test: &str,
    condition: Option<String>,
    draft: &Draft,
) -> Table {
    let mut table = old.unwrap_or_default();
    set(&mut table, "test", Some(test));
    set(&mut table, "version", condition.as_deref());
    set(&mut table, "reason", Some(&draft.reason));
    set(&mut table, "status", draft.status.map(|status| status.as_str()));
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

/// Whether a table's condition, if it has one, holds for just those versions.
pub(super) fn has_condition(table: &Table, holds: impl Fn(Option<&VersionReq>) -> bool) -> bool {
    let text = table.get("version").and_then(Item::as_str);
    holds(text.and_then(|text| text.parse().ok()).as_ref())
}

fn set(table: &mut Table, key: &str, text: Option<&str>) {
    let now = table.get(key).and_then(Item::as_str);
    match text {
        _ if now == text => {}
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
    let head = ["test", "version", "reason", "status", "all"];
    let keys = head.into_iter().chain(List::ALL.map(List::key));
    keys.into_iter().take_while(|&known| known != key).count()
}

fn update(key: &str, array: &mut Array, names: &BTreeSet<String>) {
    let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let old: BTreeSet<String> = array.iter().map(name).collect();
    if old == *names {
        return;
    }
    let commented = array.to_string() != without_comments(array);
    array.retain(|value| names.contains(&name(value)));
    for new in names.difference(&old) {
        let at = array.iter().position(|value| name(value) > *new).unwrap_or(array.len());
        let mut value = Value::from(new.as_str());
        value.decor_mut().set_prefix("\n  ");
        array.insert_formatted(at, value);
    }
    if !commented {
        lay_out(key, array);
    }
}

/// One line if it fits, else a line for each name.
fn lay_out(key: &str, array: &mut Array) {
    array.fmt();
    array.set_trailing("");
    array.set_trailing_comma(false);
    if key.len() + " = ".len() + array.to_string().trim().chars().count() <= WIDTH {
        return;
    }
    for value in array.iter_mut() {
        value.decor_mut().set_prefix("\n  ");
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
}
