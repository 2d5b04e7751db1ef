//! The runtimes of a run: which are asked for, how their logs are called, and which answer.

use std::collections::HashMap;
use std::sync::Arc;

use winterproof_adapters::{Adapter, Registry, RuntimeSpec, Session};

use crate::failure::Failure;

/// What the user asks for, or all that are here.
pub(super) fn asked_for(
    registry: &Registry,
    runtimes: &[String],
) -> Result<Vec<RuntimeSpec>, Failure> {
    if !runtimes.is_empty() {
        return runtimes
            .iter()
            .map(|text| RuntimeSpec::parse(text).map_err(Failure::new))
            .collect();
    }
    let present = registry.present();
    for manifest in registry.manifests() {
        if !present.iter().any(|spec| spec.id == manifest.id) {
            eprintln!("{} is not on this machine and is left out", manifest.title);
        }
    }
    if present.is_empty() {
        return Err(Failure::new("no runtime was found on this machine")
            .help("`winterproof runtimes` tells where each is looked for"));
    }
    Ok(present)
}

/// A runtime that was asked for, and whether it answered.
pub(super) struct Connected {
    pub name: String,
    pub adapter: Arc<dyn Adapter>,
    pub session: Arc<dyn Session>,
    pub binary_sha256: Option<String>,
}

/// An adapter and the name of its log.
pub(super) type Named = (String, Arc<dyn Adapter>);

/// Resolves what was asked for, and gives each a name of its own for its log of that round.
pub(super) fn named(
    registry: &Registry,
    specs: &[RuntimeSpec],
    round: u16,
) -> Result<Vec<Named>, Failure> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut adapters = Vec::new();
    for spec in specs {
        let adapter = super::resolve(registry, spec)?;
        let name = spec.file_name();
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        let name = match *count {
            1 => name,
            count => format!("{name}-{count}"),
        };
        let name = match round {
            1 => name,
            round => format!("{name}-repeat-{round}"),
        };
        adapters.push((name, adapter));
    }
    Ok(adapters)
}

/// Starts the runtimes; `true` when some do not answer.
pub(super) async fn connect(adapters: Vec<Named>) -> Result<(Vec<Connected>, bool), Failure> {
    let mut tasks = Vec::new();
    for (name, adapter) in adapters {
        let connecting = Arc::clone(&adapter);
        let task =
            tokio::spawn(
                async move { tokio::join!(connecting.connect(), connecting.binary_sha256()) },
            );
        tasks.push((name, adapter, task));
    }
    let mut connected = Vec::new();
    let mut failed = false;
    for (name, adapter, task) in tasks {
        let (session, binary_sha256) = task.await.map_err(Failure::new)?;
        match session {
            Ok(session) => connected.push(Connected {
                name,
                adapter,
                session,
                binary_sha256,
            }),
            Err(error) => {
                failed = true;
                let report = Failure::new(format!("{name} was not run: {error}"));
                eprintln!("{:?}", miette::Report::new(report));
            }
        }
    }
    Ok((connected, failed))
}
