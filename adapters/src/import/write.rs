//! The entries, in a file of ours.

use toml_edit::{Array, Table, value};

use super::gather::Gathered;
use super::systems::Systems;
use super::{ImportSource, Imported};
use crate::accept::draft::{Draft, drafts};
use crate::accept::file::{self, File};
use crate::accept::wanted::{Claim, Wanted};

pub(super) fn write(gathered: Gathered, sources: &[ImportSource<'_>]) -> Imported {
    let mut file = File::new("");
    file.set_header(&header(sources));
    let mut subtests = 0;
    let tests = gathered.tests.len();
    for (test, systems) in gathered.tests {
        for (systems, foretold) in systems {
            let named = |claim: &&Claim| matches!(claim, Claim::Named(..));
            subtests += foretold.claims.keys().filter(named).count();
            if let Some(reason) = foretold.disabled {
                let mut table = start(&systems);
                table.insert("disabled", value(true));
                file.add(file::table(table, &test, None, &Draft::empty(reason)));
            }
            for draft in drafts(&[Wanted::given(foretold.claims)]) {
                file.add(file::table(start(&systems), &test, None, &draft));
            }
        }
    }
    Imported {
        text: file.finish().after,
        tests,
        subtests,
        passing: gathered.passing,
        lost: gathered.lost,
        unasked: Vec::new(),
    }
}

/// An entry with nothing in it but the systems that it is about.
fn start(systems: &Systems) -> Table {
    let mut table = Table::new();
    match systems.as_slice() {
        [] => {}
        [one] => {
            table.insert("os", value(*one));
        }
        several => {
            table.insert("os", value(several.iter().copied().collect::<Array>()));
        }
    }
    table
}

/// Where it all comes from.
fn header(sources: &[ImportSource<'_>]) -> String {
    let mut header = String::from("# Imported by winterproof from:\n");
    for source in sources {
        let path: String = source.path.chars().filter(|c| !c.is_control()).collect();
        header.push_str(&format!("#   {path}\n"));
    }
    header.push('\n');
    header
}
