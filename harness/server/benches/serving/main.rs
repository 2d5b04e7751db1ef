//! How fast winterproof's server is, beside the own server of a web-platform-tests checkout.
//!
//! ```text
//! cargo bench -p winterproof-server --bench serving -- [--wpt DIR] [--rounds N] [--seconds X]
//! ```
//!
//! Measured are the time from nothing to the first answer, and the answers a second for a file and for
//! a handler, over one connection and over several at once. A connection is kept where the server
//! keeps it. With `--wpt`, both servers serve the checkout and take turns, so what else the machine
//! does meets both: their ratio means more than the numbers do. Without, the files are those of a
//! small root that this benchmark writes. Nothing here passes or fails by time.
//!
//! Our server runs on one thread, as it does in a run; the client has another. Client and server share
//! the machine, and the faster the server, the more of it the client takes: so the answers for each
//! second of the server's own processor time are told too (Linux).

#[path = "../../examples/common/checkout.rs"]
mod checkout;
mod client;
mod cpu;
mod ours;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cpu::Cpu;
use crate::ours::Ours;
use winterproof_server::Wptserve;

/// A file, and a handler.
const PATHS: [(&str, &str); 2] = [
    ("file", "/fetch/api/resources/top.txt"),
    (
        "handler",
        "/fetch/api/resources/inspect-headers.py?headers=accept",
    ),
];

/// How many connections are used at once.
const CONNECTIONS: [usize; 2] = [1, 16];

/// How often our server is started; the other one once a round.
const STARTS: usize = 20;

struct Options {
    wpt: Option<PathBuf>,
    rounds: usize,
    seconds: f64,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        wpt: None,
        rounds: 3,
        seconds: 2.0,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match &word[..] {
            "--wpt" => options.wpt = Some(value()?.into()),
            "--rounds" => options.rounds = value()?.parse()?,
            "--seconds" => options.seconds = value()?.parse()?,
            // What `cargo bench` says to every benchmark.
            "--bench" => {}
            _ => return Err(format!("{word} is not known").into()),
        }
    }
    Ok(options)
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let own = tempfile::tempdir()?;
    let root = match &options.wpt {
        Some(wpt) => wpt.clone(),
        None => write(own.path())?,
    };
    println!("time to the first answer, in milliseconds");
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        let ours = Ours::start(&root)?;
        client::once(ours.port, PATHS[0].1)?;
        starts.push(begin.elapsed().as_secs_f64() * 1000.0);
    }
    let ours = median(starts);
    println!("  winterproof  {ours:8.1}");
    if options.wpt.is_some() {
        let mut starts = Vec::new();
        for _ in 0..options.rounds {
            let begin = Instant::now();
            let theirs = Wptserve::start(&root)?;
            client::once(theirs.ports().http[0], PATHS[0].1)?;
            starts.push(begin.elapsed().as_secs_f64() * 1000.0);
        }
        let theirs = median(starts);
        println!(
            "  wptserve     {theirs:8.1}   {:.0} times as long",
            theirs / ours
        );
    }

    let ours = Ours::start(&root)?;
    let theirs = match options.wpt {
        Some(_) => Some(Wptserve::start(&root)?),
        None => None,
    };
    println!("\nanswers a second, and answers for a second of the server's processor time");
    println!("                        winterproof           wptserve");
    let time = Duration::from_secs_f64(options.seconds);
    for (name, path) in PATHS {
        for connections in CONNECTIONS {
            let (mut left, mut right) = (Rates::default(), Rates::default());
            for _ in 0..options.rounds {
                left.measure(&ours.cpu, || {
                    client::count(ours.port, path, connections, time)
                })?;
                if let Some(theirs) = &theirs {
                    let port = theirs.ports().http[0];
                    let cpu = Cpu::of_process(theirs.id());
                    right.measure(&cpu, || client::count(port, path, connections, time))?;
                }
            }
            let (left, right) = (left.medians(), right.medians());
            print!(
                "  {name:<8} {connections:>3} at once  {:>6.0}  {:>6.0}",
                left.0, left.1
            );
            if theirs.is_some() {
                print!("     {:>6.0}  {:>6.0}", right.0, right.1);
                print!(
                    "     ratios {:.1}  {:.1}",
                    left.0 / right.0,
                    left.1 / right.1
                );
            }
            println!();
        }
    }
    Ok(())
}

/// Answers a second: of time, and of the server's processor time.
#[derive(Default)]
struct Rates(Vec<f64>, Vec<f64>);

impl Rates {
    fn measure(
        &mut self,
        cpu: &Cpu,
        ask: impl FnOnce() -> std::io::Result<u32>,
    ) -> std::io::Result<()> {
        let (begin, used) = (Instant::now(), cpu.seconds());
        let answers = f64::from(ask()?);
        self.0.push(answers / begin.elapsed().as_secs_f64());
        self.1.push(answers / (cpu.seconds() - used));
        Ok(())
    }

    fn medians(self) -> (f64, f64) {
        (median(self.0), median(self.1))
    }
}

/// Makes a root with the paths that are asked for.
fn write(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let resources = folder.join("fetch/api/resources");
    std::fs::create_dir_all(&resources)?;
    std::fs::create_dir_all(folder.join("resources"))?;
    std::fs::write(folder.join("resources/testharness.js"), "")?;
    std::fs::write(resources.join("top.txt"), "top")?;
    std::fs::write(resources.join("inspect-headers.py"), "")?;
    Ok(folder.to_owned())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
