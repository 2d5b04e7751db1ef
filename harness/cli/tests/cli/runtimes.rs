//! Runtimes that are installed, and runtimes that are tried out: with an npm client and a Node.js
//! that are small scripts.

use std::fs;
use std::process::Output;

use insta::assert_snapshot;

use crate::stage::Stage;

/// A runtime that says hello and reads no test.
const RUNTIME: &str = r#"#!/bin/sh
read -r request
key=${request#*'"key":"'}
say() { printf '%s %s\n' "${key%%'"'*}" "$1" >&3; }
say '{"type":"hello","wire":1,"version":"VERSION","engine":"E 1"}'
case $request in *'"type":"hello"'*) exit 0 ;; esac
"#;

/// `npm install ... --prefix FOLDER PACKAGE@VERSION` with a registry that has one version.
const NPM: &str = r#"#!/bin/sh
while [ $# -gt 2 ]; do
  [ "$1" = --prefix ] && folder=$2
  shift
done
package=$2
case $package in
  *@latest | *@26 | *@26.1.0) ;;
  *) echo "npm error notarget No matching version found for $package." >&2; exit 1 ;;
esac
mkdir -p "$folder/node_modules/${package%@*}/bin"
cd "$folder/node_modules/${package%@*}"
echo '{"version":"26.1.0"}' > package.json
cp "$RUNTIME_FILE" bin/node
"#;

/// A machine with npm and nothing else.
fn machine(runtime: &str) -> Stage {
    let stage = Stage::mixed();
    stage.program("bin/npm", NPM);
    stage.file("runtime", runtime);
    stage
}

fn run(stage: &Stage, args: &str) -> Output {
    let mut path = stage.path("bin").into_os_string();
    path.push(":/usr/bin:/bin");
    stage
        .command(args)
        .env("PATH", path)
        .env("XDG_CACHE_HOME", stage.path("cache"))
        .env("RUNTIME_FILE", stage.path("runtime"))
        .output()
        .unwrap()
}

fn seen(stage: &Stage, args: &str) -> String {
    stage.shown(&run(stage, args))
}

#[test]
fn one_is_installed_and_found_by_its_version() {
    let stage = machine(&RUNTIME.replace("VERSION", "26.1.0"));
    assert_snapshot!("installed", seen(&stage, "runtimes install node@26"));
    let again = seen(&stage, "runtimes install node");
    assert!(again.starts_with("exit code: 0"), "{again}");
    let json = run(&stage, "runtimes --json").stdout;
    let known: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let specs: Vec<&str> = known
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["runtime"]["version"] == "26.1.0")
        .map(|one| one["spec"].as_str().unwrap())
        .collect();
    assert!(specs.contains(&"node@26.1.0"), "{specs:?}");
    let names: Vec<_> = fs::read_dir(stage.path("cache/winterproof/runtimes/node"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["26.1.0"], "nothing else is left");
}

#[test]
fn what_cannot_be_installed_is_told() {
    let stage = machine(&RUNTIME.replace("VERSION", "26.1.0"));
    for (name, args) in [
        ("no_such_version", "runtimes install node@18"),
        ("no_such_runtime", "runtimes install nodd"),
        ("an_engine", "runtimes install boa"),
        ("a_path", "runtimes install node=/bin/node"),
        ("a_version_that_is_not_there", "run -r node@18"),
        ("no_version", "run -r node@"),
    ] {
        assert_snapshot!(name, seen(&stage, args));
    }
}

/// It would be found from then on, and every run would end with its mistakes.
#[test]
fn what_does_not_answer_is_not_kept() {
    let stage = machine("#!/bin/sh\necho \"wrong libc\" >&2\nexit 127\n");
    let output = run(&stage, "runtimes install node");
    assert_eq!(output.status.code(), Some(96));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("wrong libc"), "{told}");
    let left: Vec<_> = fs::read_dir(stage.path("cache/winterproof/runtimes/node"))
        .unwrap()
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Steps and their times, the times left out.
fn smoke(stage: &Stage, args: &str) -> String {
    let seen = stage.seen(args);
    let untimed = |line: &str| match line.rfind(" (") {
        Some(at) if line.ends_with(" ms)") => line[..at].to_owned(),
        _ => line.to_owned(),
    };
    seen.lines().map(untimed).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_wired_runtime_passes_every_step() {
    assert_snapshot!("wired", smoke(&Stage::new(), "smoke -r boa"));
}

#[test]
fn the_step_that_is_broken_is_named() {
    let stage = Stage::new();
    stage.program("mute", "#!/bin/sh\nexit 3\n");
    stage.program("idle", &RUNTIME.replace("VERSION", "1.0.0"));
    assert_snapshot!(
        "broken",
        smoke(&stage, "smoke -r node=nothing -r node=mute -r node=idle")
    );
}
