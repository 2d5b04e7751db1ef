//! Settings from a file.

use insta::assert_snapshot;

use crate::stage::{Stage, read};

/// A root with two areas, one of which a file chooses.
fn stage(config: &str) -> Stage {
    let stage = Stage::mixed();
    stage.file("root/b/fine.any.js", "test(() => {}, \"works\");");
    stage.file("winterproof.toml", config);
    stage
}

const CONFIG: &str = "[run.default]\nruntimes = [\"boa\"]\nroot = \"root\"\nfilters = [\"b\"]\n\
    jobs = 1\n\n[run.all]\ninherits = \"default\"\nfilters = []\nout = \"all\"\n\
    formats = [\"junit\"]\nretries = 1\ntimeout-multiplier = 2\n";

#[test]
fn a_file_says_what_to_run() {
    let stage = stage(CONFIG);
    assert_snapshot!(stage.seen("run"));
    assert_snapshot!(stage.seen("-P all"));
    let log = stage.log("all/logs/boa.jsonl");
    assert_eq!(log.header.settings.retries, 1);
    assert_eq!(log.header.settings.timeout_multiplier, 2.0);
    assert_eq!(log.header.planned.len(), 3);
    assert!(stage.path("all/junit.xml").is_file());
}

#[test]
fn the_command_line_counts_first() {
    let stage = stage(CONFIG);
    stage.run("run a/good.any.js -P all --out mine --retries 0 --timeout-multiplier 1");
    let header = stage.log("mine/logs/boa.jsonl").header;
    assert_eq!(header.settings.filters, ["a/good.any.js"]);
    assert_eq!(header.settings.retries, 0);
    assert_eq!(header.settings.timeout_multiplier, 1.0);
}

#[test]
fn paths_are_relative_to_the_file() {
    let stage = stage("");
    let config = CONFIG.replace("\"root\"", "\"../root\"");
    stage.file("settings/own.toml", config);
    let text = stage.seen("run --config settings/own.toml -P all");
    assert!(text.contains("settings/own.toml: run.all"), "{text}");
    assert!(stage.path("settings/all/logs/boa.jsonl").is_file());
}

#[test]
fn mistakes_name_their_line() {
    let cases = [
        ("[run.default]\nruntime = [\"boa\"]\n", ""),
        ("[run.default]\njobs = 0\n", ""),
        ("[run.default]\n\ntimeout-multiplier = 0.0\n", ""),
        ("[run.default]\nformats = [\"html\", \"pdf\"]\n", ""),
        ("[run.default]\ninherits = \"base\"\n", ""),
        (
            "[run.default]\ninherits = \"a\"\n[run.a]\ninherits = \"default\"\n",
            "",
        ),
        ("[runs.default]\n", ""),
        ("[run.default\n", ""),
        (CONFIG, "-P nightly"),
    ];
    let mut seen = String::new();
    for (config, args) in cases {
        seen += &stage(config).seen(&format!("run {args}"));
        seen += "\n\n";
    }
    seen += &Stage::mixed().seen("run -P nightly");
    assert_snapshot!(seen);
}

#[test]
fn init_writes_what_run_takes() {
    let stage = Stage::mixed();
    assert_snapshot!(stage.seen("init"));
    let text = read(stage.path("winterproof.toml"));
    // Every line that is only there to be filled in is right when it is.
    let text = text.replace("\n# ", "\n");
    let is_kept =
        |line: &&str| line.starts_with(['[', '#']) || line.contains(" = ") || line.is_empty();
    let filled: Vec<&str> = text.lines().filter(is_kept).collect();
    assert!(filled.iter().any(|line| line.starts_with("runtimes = ")));
    stage.file("filled.toml", filled.join("\n"));
    let run = stage.seen("run a -r boa --root root --config filled.toml -P ci --out out");
    assert!(run.contains("filled.toml: run.ci"), "{run}");
    let again = stage.seen("init --ci gitlab");
    assert!(
        again.contains("is there already; nothing was written"),
        "{again}"
    );
    assert!(!stage.path("winterproof.gitlab-ci.yml").exists());
    assert!(read(stage.path(".github/workflows/winterproof.yml")).contains("--run-profile ci"));
}
