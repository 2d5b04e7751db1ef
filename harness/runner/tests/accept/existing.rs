//! What becomes of entries that are there already.

use winterproof_adapters::accept;

use crate::fake::{Files, accepted, file, log, text, unexpected, written};

#[test]
fn comments_and_own_reasons_stay() {
    let before = file(
        "# What fails in area a.

# Ask the vendor.
[[expect]]
test = \"/a/x.any.js\" # the only one
reason = \"issue 12\" # open
fail = [
  \"gone\",
  \"kept\", # since 2020
]

[[expect]]
test = \"/a/z.any.js\"
reason = \"not in the log\"
fail = [\"s\"]

# The end.
",
    );
    let log = log(
        "1.0.0",
        "/a/x.any.js
           PASS gone
           FAIL kept | changed its message
           FAIL new | new message",
    );
    let after = "# What fails in area a.

# Ask the vendor.
[[expect]]
test = \"/a/x.any.js\" # the only one
reason = \"issue 12\" # open
fail = [
  \"kept\", # since 2020
]

[[expect]]
test = \"/a/x.any.js\"
reason = \"new message\"
fail = [\"new\"]

[[expect]]
test = \"/a/z.any.js\"
reason = \"not in the log\"
fail = [\"s\"]

# The end.
";
    assert_eq!(text(&accepted(&before, &[log])), after);
}

#[test]
fn what_is_as_foreseen_is_left_alone() {
    let odd = file(
        "[[expect]]\ntest='/a/z.any.js'\nreason='own'\nall='FAIL'\npass=[ 'fine' ]\n\n\n\
         [[expect]]\ntest='/a/b.any.js'\nreason='own'\nall='FAIL'\n",
    );
    let log = log(
        "1.0.0",
        "/a/z.any.js\nPASS fine\nFAIL s | x\n/a/b.any.js\nFAIL s | y",
    );
    assert_eq!(accepted(&odd, &[log]), odd);
}

#[test]
fn how_far_a_test_comes_before_it_crashes_is_no_difference() {
    let before = file(
        "[[expect]]
test = \"/a/x.any.js\"
reason = \"own\"
status = \"CRASH\"
fail = [\"wrong\"]
notrun = [\"late\"]
",
    );
    let logs = [
        "/a/x.any.js CRASH gone\nPASS first\nNOTRUN wrong\nNOTRUN late",
        "/a/x.any.js CRASH gone\nPASS first\nFAIL wrong | m\nPASS late",
        "/a/x.any.js CRASH gone\nNOTRUN first",
    ]
    .map(|text| log("1.0.0", text));
    for some in [&logs[..1], &logs[1..2], &logs[2..], &logs] {
        assert_eq!(accepted(&before, some), before);
    }
}

#[test]
fn what_holds_no_longer_is_narrowed_or_removed() {
    let before = file(
        "# Own.
[[expect]]
test = \"/a/x.any.js\"
reason = \"own\"
fail = [\"s\", \"t\"]

[[expect]]
test = \"/a/x.any.js\"
version = \"<18\"
reason = \"very old\"
fail = [\"u\"]
",
    );
    let logs = [
        log("20.0.0", "/a/x.any.js\nFAIL s | a\nPASS t\nPASS u"),
        log("22.0.0", "/a/x.any.js\nPASS s\nPASS t\nPASS u"),
    ];
    // Versions below 18 are told apart from those in the logs: what is foreseen of them stays.
    let after = "# Own.
[[expect]]
test = \"/a/x.any.js\"
version = \"<22\"
reason = \"own\"
fail = [\"s\"]

[[expect]]
test = \"/a/x.any.js\"
version = \"<18\"
reason = \"very old\"
fail = [\"u\"]

[[expect]]
test = \"/a/x.any.js\"
version = \"<18\"
reason = \"own\"
fail = [\"t\"]
";
    assert_eq!(text(&accepted(&before, &logs)), after);
    let simple = file("[[expect]]\ntest = \"/a/x.any.js\"\nreason = \"own\"\nfail = [\"s\"]\n");
    assert_eq!(accepted(&simple, &logs[1..]), Files::new());
}

#[test]
fn other_versions_keep_what_is_foreseen_of_them() {
    let before = file(
        "[[expect]]\ntest = \"/a/x.any.js\"\nversion = \"<24\"\nreason = \"a\"\nfail = [\"s\"]\n",
    );
    let old = log("22.0.0", "/a/x.any.js\nFAIL s | a\nPASS t");
    let new = log("26.0.0", "/a/x.any.js\nPASS s\nFAIL t | b");
    let after = accepted(&before, std::slice::from_ref(&new));
    assert!(text(&after).contains("version = \">=24\"\nreason = \"b\"\nfail = [\"t\"]"));
    assert_eq!(unexpected(&after, &old), [""; 0]);
}

#[test]
fn an_entry_about_several_tests_stays_while_it_holds() {
    let before = file("[[expect]]\ntest = \"/a/*\"\nreason = \"no a\"\nall = \"FAIL\"\n");
    let worse = log(
        "1.0.0",
        "/a/x.any.js\nFAIL s | x\n/a/y.any.js\nFAIL s | x\nNOTRUN t\nFAIL u",
    );
    let after = "[[expect]]\ntest = \"/a/*\"\nreason = \"no a\"\nall = \"FAIL\"\n\n\
        [[expect]]\ntest = \"/a/y.any.js\"\nreason = \"it never started\"\nnotrun = [\"t\"]\n";
    assert_eq!(text(&accepted(&before, &[worse])), after);
    let mut better = log(
        "1.0.0",
        "/a/x.any.js\nFAIL s | x\n/a/y.any.js\nPASS s\nFAIL t | y",
    );
    let after = "[[expect]]\ntest = \"/a/x.any.js\"\nreason = \"no a\"\nall = \"FAIL\"\n\n\
        [[expect]]\ntest = \"/a/y.any.js\"\nreason = \"y\"\nfail = [\"t\"]\n";
    assert_eq!(text(&accepted(&before, &[better.clone()])), after);
    better.header.settings.filters.push("a".into());
    let error = accept(&[("1", &better)], &written(&before))
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("expectations/a.toml:1: the entry is about several"),
        "{error}"
    );
}

#[test]
fn an_issue_stays_with_its_reason() {
    let before = file(
        "[[expect]]
test = \"/a/x.any.js\"
reason = \"first message\"
issue = \"https://example.com/1\"
fail = [\"fixed\", \"kept\"]
",
    );
    let log = log(
        "1.0.0",
        "/a/x.any.js
           PASS fixed
           FAIL kept | another message
           FAIL new | first message",
    );
    let after = "[[expect]]
test = \"/a/x.any.js\"
reason = \"first message\"
issue = \"https://example.com/1\"
fail = [\"kept\"]

[[expect]]
test = \"/a/x.any.js\"
reason = \"first message\"
fail = [\"new\"]
";
    assert_eq!(text(&accepted(&before, &[log])), after);
}

const BY_HAND: &str = "[[expect]]
test = \"/a/x.any.js\"
os = \"linux\"
reason = \"own\"
fail = [\"s\"]

[[expect]]
test = \"/a/x.any.js\"
os = \"macos\"
reason = \"own\"
all = \"TIMEOUT\"

[[expect]]
test = \"/a/y.any.js\"
reason = \"own\"
disabled = true
";

#[test]
fn what_only_a_person_can_write_stays() {
    let before = file(BY_HAND);
    let more = log(
        "1.0.0",
        "/a/x.any.js\nPASS p\nFAIL s | m\nFAIL t | m\n/a/y.any.js SKIP off",
    );
    let after = "[[expect]]\ntest = \"/a/x.any.js\"\nreason = \"m\"\nfail = [\"t\"]\n";
    let accepted = accepted(&before, &[more]);
    let now = text(&accepted);
    assert!(now.contains(after), "{now}");
    assert_eq!(now.replacen(&format!("\n{after}"), "", 1), BY_HAND);
}

#[test]
fn what_only_a_person_can_write_and_is_wrong_is_told() {
    let log = log("1.0.0", "/a/x.any.js\nPASS s\n/a/y.any.js SKIP off");
    let error = accept(&[("1", &log)], &written(&file(BY_HAND))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expectations/a.toml:1: the entry no longer holds for /a/x.any.js, and what has conditions on \
         os, arch or flags or is for several runtimes is only changed by hand"
    );
}

#[test]
fn of_several_tests_one_reports_what_is_listed() {
    let before = file("[[expect]]\ntest = \"/a/*\"\nreason = \"own\"\nfail = [\"s\", \"t\"]\n");
    let log = log("1.0.0", "/a/x.any.js\nFAIL s | m\n/a/y.any.js\nFAIL t | m");
    assert_eq!(accepted(&before, &[log]), before);
}
