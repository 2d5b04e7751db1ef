//! The entries, in a file of ours.

use toml_edit::Table;

use super::gather::Gathered;
use super::{ImportSource, Imported};
use crate::accept::draft::drafts;
use crate::accept::file::{self, File};
use crate::accept::wanted::{Claim, Wanted};

pub(super) fn write(gathered: Gathered, sources: &[ImportSource<'_>]) -> Imported {
    let mut file = File::new("");
    file.set_header(&header(sources));
    let mut subtests = 0;
    let tests = gathered.tests.len();
    for (test, claims) in gathered.tests {
        let named = |claim: &&Claim| matches!(claim, Claim::Named(..));
        subtests += claims.keys().filter(named).count();
        for draft in drafts(&[Wanted::given(claims)]) {
            file.add(file::table(Table::new(), &test, None, &draft));
        }
    }
    Imported {
        text: file.finish().after,
        tests,
        subtests,
        passing: gathered.passing,
        lost: gathered.lost,
    }
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
