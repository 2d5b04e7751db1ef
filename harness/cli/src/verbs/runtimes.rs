//! `winterproof runtimes`: what is known, what is here, and who answers.

use miette::Result;
use serde::Serialize;
use winterproof_adapters::RuntimeSpec;
use winterproof_model::RuntimeInfo;

use crate::args::RuntimesArgs;
use crate::exit::Exit;
use crate::failure::Failure;

#[derive(Serialize)]
struct Known {
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    runtime: Option<RuntimeInfo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

pub(crate) fn main(args: &RuntimesArgs) -> Result<Exit> {
    let known = super::block_on(known())??;
    if args.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&known).map_err(Failure::new)?
        );
        return Ok(Exit::Ok);
    }
    for one in &known {
        match &one.runtime {
            Some(info) => {
                let engine = info.engine.as_deref().unwrap_or_default();
                let place = info.binary.as_deref().unwrap_or("inside winterproof");
                println!("{:10} {:24} {engine:28} {place}", one.id, info.label());
            }
            None => println!(
                "{:10} {}",
                one.id,
                one.problem.as_deref().unwrap_or_default()
            ),
        }
    }
    Ok(Exit::Ok)
}

async fn known() -> Result<Vec<Known>, Failure> {
    let registry = super::registry()?;
    let mut known = Vec::new();
    for manifest in registry.manifests() {
        let adapter = registry
            .resolve(&RuntimeSpec::parse(&manifest.id))
            .map_err(Failure::new)?;
        let (runtime, problem) = match adapter.connect().await {
            Ok(session) => (Some(session.info().clone()), None),
            Err(error) => (None, Some(error.to_string())),
        };
        known.push(Known {
            id: manifest.id.clone(),
            title: manifest.title.clone(),
            runtime,
            problem,
        });
    }
    Ok(known)
}
