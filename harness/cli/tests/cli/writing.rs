//! What can't be written, and readers that go away.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use insta::assert_snapshot;

use crate::stage::{Stage, panicked};

#[test]
fn an_output_folder_that_is_a_file() {
    let stage = Stage::mixed();
    stage.file("out", "");
    assert_snapshot!(stage.seen("--root root -r boa --out out"));
}

#[test]
fn a_report_where_a_folder_stands() {
    let stage = Stage::mixed();
    fs::create_dir_all(stage.path("out/index.html")).unwrap();
    assert_snapshot!(stage.seen("--root root -r boa --out out"));
    assert!(stage.log("out/logs/boa.jsonl").is_complete());
    let args = "report out/logs/boa.jsonl --format html --output out/index.html";
    assert_snapshot!(stage.seen(args));
}

#[test]
fn a_log_where_a_folder_stands() {
    let stage = Stage::mixed();
    fs::create_dir_all(stage.path("out/logs/boa.jsonl")).unwrap();
    assert_snapshot!(stage.seen("--root root -r boa --out out"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let stage = Stage::mixed();
    fs::create_dir_all(stage.path("out/logs")).unwrap();
    symlink("/dev/full", stage.path("out/logs/boa.jsonl")).unwrap();
    assert_snapshot!(stage.seen("--root root -r boa --out out"));
    stage.leaves_nothing();
}

/// The other runtime of the run is not harmed.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_for_one_of_two() {
    let stage = Stage::mixed();
    fs::create_dir_all(stage.path("out/logs")).unwrap();
    symlink("/dev/full", stage.path("out/logs/boa.jsonl")).unwrap();
    let output = stage.run("--root root -r boa -r boa --out out");
    assert_eq!(output.status.code(), Some(96));
    assert!(!panicked(&output));
    assert!(stage.log("out/logs/boa-2.jsonl").is_complete());
    assert!(stage.path("out/index.html").is_file());
}

/// A log that can be written at first and not later: a pipe whose reader goes away.
#[test]
fn a_log_that_fails_in_the_middle() {
    let stage = Stage::new();
    for n in 0..6 {
        stage.file(&format!("root/a/{n}.any.js"), "test(() => {}, \"works\");");
    }
    fs::create_dir_all(stage.path("out/logs")).unwrap();
    let pipe = stage.path("out/logs/boa.jsonl");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, 0o600.into()).unwrap();
    let child = stage.start("--root root -r boa --out out -j 1");
    let mut lines = BufReader::new(File::open(&pipe).unwrap()).lines();
    for kind in ["header", "test"] {
        let line = lines.next().unwrap().unwrap();
        assert!(line.starts_with(&format!("{{\"type\":\"{kind}\"")));
    }
    drop(lines);
    assert_snapshot!(stage.shown(&child.wait_with_output().unwrap()));
    stage.leaves_nothing();
}

/// The binary where no file may be longer than so many blocks of 512 bytes, as on a disk that fills.
fn with_room_for(stage: &Stage, blocks: u32, args: &str) -> std::process::Output {
    let winterproof = env!("CARGO_BIN_EXE_winterproof");
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{winterproof}' {args}");
    let mut shell = Command::new("sh");
    let command = stage.command("");
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            shell.env(name, value);
        }
    }
    let folder = command.get_current_dir().unwrap();
    shell
        .args(["-c", &script])
        .current_dir(folder)
        .output()
        .unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_loses_nothing_that_was_recorded() {
    let stage = Stage::new();
    // Each result is of 30 kB.
    let text = "for (let n = 0; n < 100; n++) test(() => {}, `${n} ${\"x\".repeat(250)}`);";
    for n in 0..40 {
        stage.file(&format!("root/a/{n}.any.js"), text);
    }
    let run = "run --root root -r boa --out out -j 1";
    let output = with_room_for(&stage, 1000, run);
    let shown = stage.shown(&output);
    assert_eq!(output.status.code(), Some(96), "{shown}");
    assert!(
        shown.contains("failed to write the run log out/logs/"),
        "{shown}"
    );
    let before = fs::read(stage.path("out/logs/boa.jsonl")).unwrap();
    assert_eq!(before.last(), Some(&b'\n'), "only whole lines stay");
    let log = stage.log("out/logs/boa.jsonl");
    let kept = log.tests.len();
    assert!((1..40).contains(&kept) && log.footer.is_none(), "{kept}");
    // With room again the rest is run, and nothing twice.
    let output = stage.run(&format!("{run} --resume"));
    assert_eq!(output.status.code(), Some(0), "{}", stage.shown(&output));
    let after = fs::read(stage.path("out/logs/boa.jsonl")).unwrap();
    assert!(
        after.starts_with(&before),
        "what was recorded stays as it is"
    );
    let log = stage.log("out/logs/boa.jsonl");
    assert!(log.is_complete() && log.earlier.is_empty());
    assert_eq!(log.tests.len(), 40);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_written_anew_on_a_full_disk_stays_as_it_was() {
    let stage = Stage::mixed();
    stage.run("run --root root -r boa --out out");
    let written = "[[expect]]\ntest = \"/b/x.any.js\"\nreason = \"own\"\nall = \"FAIL\"\n";
    stage.file("own/boa/a.toml", written);
    stage.file("report.md", "an earlier report");
    for (args, path, before) in [
        (
            "accept out/logs/boa.jsonl --expectations own --write",
            "own/boa/a.toml",
            written,
        ),
        (
            "report out/logs/boa.jsonl --format markdown --output report.md",
            "report.md",
            "an earlier report",
        ),
    ] {
        let output = with_room_for(&stage, 0, args);
        let shown = stage.shown(&output);
        assert_eq!(output.status.code(), Some(96), "{shown}");
        assert!(
            shown.contains(&format!("failed to write {path}")),
            "{shown}"
        );
        assert_eq!(fs::read_to_string(stage.path(path)).unwrap(), before);
        // Nothing else is left beside it.
        let folder = stage.path(path).parent().unwrap().to_owned();
        let hidden = fs::read_dir(folder).unwrap().flatten();
        let names = hidden.map(|entry| entry.file_name().into_string().unwrap());
        assert!(
            !names
                .into_iter()
                .any(|name| name.starts_with(".winterproof"))
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_on_a_full_disk() {
    let stage = Stage::mixed();
    let to_full_disk = |args: &str| {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = stage.command(args).stdout(full).output().unwrap();
        format!("$ winterproof {args}\n{}\n", stage.shown(&output))
    };
    assert_snapshot!(
        ["list", "runtimes", "--root root -r boa"]
            .map(to_full_disk)
            .join("\n")
    );
    assert!(stage.log("winterproof-report/logs/boa.jsonl").is_complete());
}

#[test]
fn a_reader_that_goes_away() {
    let stage = Stage::mixed();
    assert_eq!(stage.run("--root root -r boa").status.code(), Some(100));
    let log = "winterproof-report/logs/boa.jsonl";
    for (args, code) in [
        ("list", 0),
        ("list --json", 0),
        ("list nothing", 4),
        ("runtimes", 0),
        ("runtimes --json", 0),
        (&format!("report {log} --format html"), 0),
        (&format!("compare {log} {log}"), 0),
        ("--root root -r boa", 100),
        ("--root root/a -r boa", 96),
        ("--help", 0),
    ] {
        for closed in ["stdout", "stderr", "both"] {
            let mut command = stage.command(args);
            if closed != "stderr" {
                command.stdout(nobody());
            }
            if closed != "stdout" {
                command.stderr(nobody());
            }
            let output = command.output().unwrap();
            assert!(!panicked(&output), "{args}, {closed}: {output:?}");
            assert_eq!(output.status.code(), Some(code), "{args}, {closed}");
        }
    }
}

/// As `winterproof list | head -1` does: it reads a little, then goes away.
#[test]
fn a_reader_that_goes_away_in_the_middle() {
    let stage = Stage::new();
    for n in 0..3000 {
        let name = "long-name-".repeat(20);
        stage.file(&format!("root/a/{name}{n}.any.js"), "");
    }
    let mut child = stage.start("list --root root");
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    assert!(first.starts_with(b"/a/long-name-"));
    let output = child.wait_with_output().unwrap();
    assert!(!panicked(&output), "{output:?}");
    assert_eq!(output.status.code(), Some(0));
}

/// The writing end of a pipe whose reading end is closed.
fn nobody() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn a_report_through_a_shell() {
    let stage = Stage::mixed();
    let script = format!("'{}' list | head -1", env!("CARGO_BIN_EXE_winterproof"));
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    assert_eq!(
        stage.shown(&output).matches("---").count(),
        2,
        "nothing on standard error"
    );
}
