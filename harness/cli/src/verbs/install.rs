//! `winterproof runtimes install`: brings runtimes to this machine and sees whether they answer.

use std::path::PathBuf;

use miette::{Report, Result};
use winterproof_adapters::{Registry, RuntimeSpec};

use crate::args::InstallArgs;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &InstallArgs) -> Result<Exit> {
    let registry = super::registry(&args.adapters)?;
    let specs = wanted(&registry, args)?;
    let failed = super::block_on(async {
        let mut failed = 0;
        for spec in &specs {
            match install(&registry, spec).await {
                Ok(line) => println!("{line}"),
                Err(error) => {
                    failed += 1;
                    let report = Failure::new(format!("{spec} was not installed: {error}"));
                    eprintln!("{:?}", Report::new(report));
                }
            }
        }
        failed
    })?;
    Ok(match failed {
        0 => Exit::Ok,
        _ => Exit::SetUp,
    })
}

fn wanted(registry: &Registry, args: &InstallArgs) -> Result<Vec<RuntimeSpec>, Failure> {
    if args.tested {
        let of = |id: &str, version: &String| RuntimeSpec {
            version: Some(version.clone()),
            ..RuntimeSpec::of(id)
        };
        return Ok(registry
            .manifests()
            .filter(|manifest| manifest.npm_package().is_some())
            .flat_map(|manifest| {
                manifest
                    .tested
                    .iter()
                    .map(|version| of(&manifest.id, version))
            })
            .collect());
    }
    let mut specs = Vec::new();
    for text in &args.runtimes {
        let spec = RuntimeSpec::parse(text).map_err(Failure::new)?;
        if spec.binary.is_some() || !spec.options.is_empty() {
            return Err(Failure::new(format!("{text} can't be installed"))
                .help("`runtimes install` takes ID or ID@VERSION"));
        }
        specs.push(spec);
    }
    Ok(specs)
}

/// Installs one runtime and tells what came of it.
async fn install(registry: &Registry, spec: &RuntimeSpec) -> Result<String, Failure> {
    let staged = registry.fetch(spec).await.map_err(Failure::new)?;
    let label = answer(registry, spec, staged.installed.binary.clone()).await?;
    let installed = staged.keep().map_err(Failure::new)?;
    Ok(format!(
        "{label}: {} (-r {}@{})",
        installed.binary.display(),
        spec.id,
        installed.version
    ))
}

/// Starts the runtime once.
async fn answer(
    registry: &Registry,
    spec: &RuntimeSpec,
    binary: PathBuf,
) -> Result<String, Failure> {
    let spec = RuntimeSpec {
        binary: Some(binary),
        ..RuntimeSpec::of(&spec.id)
    };
    let adapter = registry.resolve(&spec).map_err(Failure::new)?;
    let session = adapter.connect().await.map_err(Failure::new)?;
    Ok(session.info().label())
}
