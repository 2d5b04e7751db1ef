//! `winterproof smoke`: is an adapter wired, and if not, which step is broken?

use miette::Result;
use winterproof_adapters::RuntimeSpec;
use winterproof_runner::{Smoke, smoke};

use crate::args::SmokeArgs;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &SmokeArgs) -> Result<Exit> {
    let registry = super::registry(&args.adapters)?;
    let specs = super::connected::asked_for(&registry, &args.runtimes)?;
    let wired = super::block_on(async {
        let mut wired = 0;
        for spec in &specs {
            let adapter = registry.resolve(spec).map_err(Failure::new)?;
            let smoke = smoke(adapter.as_ref()).await;
            show(spec, &smoke);
            wired += usize::from(smoke.is_wired());
        }
        Ok::<usize, Failure>(wired)
    })??;
    println!("{wired} of {} wired", specs.len());
    Ok(match wired == specs.len() {
        true => Exit::Ok,
        false => Exit::SetUp,
    })
}

fn show(spec: &RuntimeSpec, smoke: &Smoke) {
    match &smoke.info {
        Some(info) => println!("{spec}: {}", info.label()),
        None => println!("{spec}"),
    }
    for check in &smoke.checks {
        let (sign, step, proves) = match &check.problem {
            None => ("ok  ", check.step, check.proves),
            Some(_) => ("FAIL", check.step, check.proves),
        };
        println!(
            "  {sign}  {step:12}  {proves} ({} ms)",
            check.duration.as_millis()
        );
        for line in check.problem.iter().flat_map(|problem| problem.lines()) {
            println!("        {line}");
        }
    }
}
