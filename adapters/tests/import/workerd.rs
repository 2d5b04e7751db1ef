//! workerd's configurations.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;

use crate::{Case, foreseen};

const API: &str = r#"// A licence, perhaps.
/* Another
 * comment. */
import { type TestRunnerConfig } from 'harness/harness'
import type { Other } from "elsewhere";

export default {
  'a.any.js': {},
  "b.any.js": {
    comment: 'Not all is there',
    expectedFailures: [
      'one',
      // Float16Array is missing
      "two's",
      `three`,
      'four', // for a reason of its own
      // There are no
      // forbidden headers
      'fi' + "ve" +
        '\x21 \u{1F600} \uD83D\uDE00 \
end',
      /^all of (these|those)[/"'] \/ `/iu,
    ],
  },
  'c.any.js': { comment: 'TODO', expectedFailures: true as const },
  'd.any.js': { comment: 'no service workers', omittedTests: true },
  'e.any.js': {
    comment: 'crashes',
    disabledTests: ['six', /seven/],
    omittedTests: ['eight'],
    verbose: true,
    only: false,
  },
  'f.any.js': {
    comment: 'as it was before',
    skipAllTests: true,
    skippedTests: undefined,
  },
  'g.any.js': {
    comment: 'changed',
    expectedFailures: ['nine'],
    replace: (code): string =>
      code.replace(/["url", "a"}]/, `[ ${JSON.stringify({ a: "}" })} ]`) / 2,
    before() {
      if (1 / 2 > [1][0]) { return /}/; }
    },
    async after() {},
    runInGlobalScope: true,
  },
  'sub/h.https.any.js': { expectedFailures: ['without a comment' /* but for this */, 'ten'] },
  'i.window.js': { comment: 'a page', expectedFailures: ['eleven'] },
  'resources/helper.js': {},
  'resources/other.js': { comment: 'no test', omittedTests: true },
  'j.any.js': { comment: 'new', expectedFailures: [], retries: 3 },
} satisfies TestRunnerConfig;
"#;

fn api() -> Case<'static> {
    Case::new(ImportFormat::Workerd).file("src/wpt/fetch/api-test.ts", API)
}

#[test]
fn every_construct() {
    assert_snapshot!(api().seen());
}

#[test]
fn what_is_written_foresees_the_same() {
    let b = foreseen(&api(), "/fetch/api/b.any.js");
    let names: Vec<_> = b
        .subtests
        .iter()
        .filter_map(|s| s.name.as_deref())
        .collect();
    assert_eq!(names.len(), 5);
    assert!(names.contains(&"five! 😀 😀 end"), "{names:?}");
    assert!(names.contains(&"two's"), "{names:?}");
}

#[test]
fn a_place_that_is_told() {
    let text = "export default { 'a.any.js': { expectedFailures: ['one'] } }";
    let mut case = Case::new(ImportFormat::Workerd).file("mine.ts", text);
    case.under = Some("url");
    assert_snapshot!(case.seen());
}
