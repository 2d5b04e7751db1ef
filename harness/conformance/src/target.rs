//! The runtimes of a test target: which adapter drives each, and whether it is here.

use std::env;
use std::sync::Arc;

use tokio::sync::OnceCell;
use winterproof_adapters::{
    Adapter, AdapterFolder, ConnectError, Expectations, OwnExpectations, Registry, RuntimeSpec,
    Session,
};
use winterproof_runner::{Filters, expectations};
use winterproof_server::Serving;
use winterproof_suites::SuiteRoot;

use crate::problem::Problem;
use crate::runtime::{Runtime, Which};
use crate::{Conformance, beside, here};

/// One runtime, connected when its first test runs.
pub(crate) struct Target {
    /// What the names of its tests begin with.
    pub(crate) name: String,
    pub(crate) adapter: Arc<dyn Adapter>,
    pub(crate) expectations: Expectations,
    /// Where all of its expectations are, as far as there is such a folder.
    pub(crate) folder: Option<AdapterFolder>,
    /// What is run on it; everything when there is nothing.
    pub(crate) tests: Filters,
    /// Why nothing is run on it, if nothing is.
    pub(crate) left_out: Option<String>,
    session: OnceCell<Arc<dyn Session>>,
}

impl Target {
    pub(crate) async fn session(&self) -> Result<Arc<dyn Session>, ConnectError> {
        let session = self.session.get_or_try_init(|| self.adapter.connect());
        session.await.cloned()
    }
}

/// The runtimes that were asked for.
pub(crate) fn targets(
    asked: &mut Conformance,
    root: &SuiteRoot,
    serving: &Serving,
) -> Result<Vec<Arc<Target>>, Problem> {
    let mut registry = Registry::built_in(&[])?.serving(serving.clone());
    let mut runtimes = Vec::new();
    for engine in &asked.engines {
        let id = registry.add_engine(here(engine.folder.clone()))?;
        runtimes.push(Runtime::from(RuntimeSpec::of(&id)));
    }
    for folder in &asked.folders {
        registry.add(&beside(folder))?;
    }
    runtimes.append(&mut asked.runtimes);
    for choose in asked.choose.drain(..) {
        runtimes.extend(choose(&registry));
    }
    let paths = asked.expectations.iter().map(|path| beside(path)).collect();
    let own = OwnExpectations::among(paths, &registry);
    let mut targets: Vec<Arc<Target>> = Vec::new();
    for runtime in runtimes {
        let target = target(runtime, &asked.tests, &registry, root, &own)?;
        if targets.iter().any(|other| other.name == target.name) {
            return Err(Problem::Twice(target.name));
        }
        targets.push(Arc::new(target));
    }
    if targets.is_empty() {
        return Err(Problem::NoRuntime);
    }
    Ok(targets)
}

fn target(
    runtime: Runtime,
    tests: &[String],
    registry: &Registry,
    root: &SuiteRoot,
    own: &OwnExpectations,
) -> Result<Target, Problem> {
    let (name, adapter, missing) = match runtime.which {
        Which::Driven(adapter) => (adapter.manifest().id.clone(), adapter, None),
        Which::Named(text) => named(RuntimeSpec::parse(&text)?, registry)?,
        Which::Spec(spec) => named(spec, registry)?,
    };
    let tests = match runtime.tests.as_slice() {
        [] => tests,
        own => own,
    };
    let id = &adapter.manifest().id;
    Ok(Target {
        name: runtime.called.unwrap_or(name),
        expectations: expectations(root, adapter.as_ref(), own)?,
        // Nobody could tell in which of several places an entry belongs.
        folder: match own.paths.is_empty() {
            true => registry.folder_of(id).cloned(),
            false => None,
        },
        tests: Filters::parse(tests)?,
        // A machine that checks for others has to have what it is to check.
        left_out: runtime
            .ignored
            .or_else(|| missing.filter(|_| env::var_os("CI").is_none())),
        adapter,
        session: OnceCell::new(),
    })
}

type Named = (String, Arc<dyn Adapter>, Option<String>);

/// The name of a runtime of the registry, its adapter, and that it is missing if it is.
fn named(mut spec: RuntimeSpec, registry: &Registry) -> Result<Named, Problem> {
    spec.binary = spec.binary.map(|path| beside(&path));
    let adapter = registry.resolve(&spec)?;
    let missing = match registry.finds(&spec)? {
        true => None,
        false => Some(missing(&spec, adapter.as_ref())),
    };
    let plain = RuntimeSpec {
        binary: None,
        ..spec
    };
    Ok((plain.to_string(), adapter, missing))
}

/// That a runtime is missing, and what brings it, as the end of a sentence.
fn missing(spec: &RuntimeSpec, adapter: &dyn Adapter) -> String {
    if let Some(path) = &spec.binary {
        return format!("is not on this machine: {} is no file", path.display());
    }
    let command = adapter.manifest().installation(spec);
    let brings = command.map_or(String::new(), |command| format!("; `{command}` brings it"));
    format!("is not on this machine{brings}")
}
