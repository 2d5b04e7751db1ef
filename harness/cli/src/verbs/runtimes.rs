//! `winterproof runtimes`: what is known, what is here, and who answers.

use miette::Result;
use serde::Serialize;
use winterproof_adapters::{Registry, RuntimeSpec};
use winterproof_model::RuntimeInfo;

use crate::args::{RuntimesArgs, RuntimesVerb};
use crate::exit::Exit;
use crate::failure::Failure;

#[derive(Serialize)]
struct Known {
    /// What `-r` takes.
    spec: String,
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    runtime: Option<RuntimeInfo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

pub(crate) fn main(args: &RuntimesArgs) -> Result<Exit> {
    if let Some(RuntimesVerb::Install(args)) = &args.verb {
        return super::install::main(args);
    }
    let registry = super::registry(&args.adapters)?;
    let known = super::block_on(known(&registry))??;
    if args.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&known).map_err(Failure::new)?
        );
        return Ok(Exit::Ok);
    }
    let width = known.iter().map(|one| one.spec.len()).max().unwrap_or(0);
    for one in &known {
        match &one.runtime {
            Some(info) => {
                let engine = info.engine.as_deref().unwrap_or_default();
                let place = info.binary.as_deref().unwrap_or("inside winterproof");
                println!(
                    "{:width$}  {:24} {engine:28} {place}",
                    one.spec,
                    info.label()
                );
            }
            None => println!(
                "{:width$}  {}",
                one.spec,
                one.problem.as_deref().unwrap_or_default()
            ),
        }
    }
    Ok(Exit::Ok)
}

/// Every adapter's runtime that is found, and those that are installed beside it.
async fn known(registry: &Registry) -> Result<Vec<Known>, Failure> {
    let mut known = Vec::new();
    for manifest in registry.manifests() {
        let found = RuntimeSpec::of(&manifest.id);
        let installed = registry.installed(manifest).into_iter();
        let versions = installed.map(|one| RuntimeSpec {
            version: Some(one.version.to_string()),
            ..found.clone()
        });
        for spec in std::iter::once(found.clone()).chain(versions) {
            let adapter = registry.resolve(&spec).map_err(Failure::new)?;
            let (runtime, problem) = match adapter.connect().await {
                Ok(session) => (Some(session.info().clone()), None),
                Err(error) => (None, Some(error.to_string())),
            };
            known.push(Known {
                spec: spec.to_string(),
                id: manifest.id.clone(),
                title: manifest.title.clone(),
                runtime,
                problem,
            });
        }
    }
    Ok(known)
}
