//! A runtime to test, as the test target names it.

use std::sync::Arc;

use winterproof_adapters::{Adapter, RuntimeSpec};

/// A runtime to test.
pub struct Runtime {
    pub(crate) which: Which,
    pub(crate) called: Option<String>,
    pub(crate) tests: Vec<String>,
    pub(crate) ignored: Option<String>,
}

pub(crate) enum Which {
    /// As the command line names it.
    Named(String),
    Spec(RuntimeSpec),
    Driven(Arc<dyn Adapter>),
}

impl Runtime {
    fn of(which: Which) -> Self {
        Self {
            which,
            called: None,
            tests: Vec::new(),
            ignored: None,
        }
    }

    /// One that `winterproof run -r` would know: `ID[@VERSION][=PATH][?NAME=VALUE&...]`, where the id is
    /// that of an adapter of winterproof's own or of one that
    /// [`Conformance::adapter`](crate::Conformance::adapter) names. A relative path begins at the
    /// package's folder.
    ///
    /// Its tests are ignored where it is not on the machine, and standard error says so; with `CI` set,
    /// they fail.
    pub fn named(runtime: &str) -> Self {
        Self::of(Which::Named(runtime.to_owned()))
    }

    /// One that an adapter of yours drives. The names of its tests begin with the id of its manifest.
    ///
    /// Its tests fail where [`Adapter::connect`] does.
    pub fn driven_by(adapter: Arc<dyn Adapter>) -> Self {
        Self::of(Which::Driven(adapter))
    }

    /// Begins the names of its tests with `name`, instead of what was asked for without path.
    pub fn called(mut self, name: impl Into<String>) -> Self {
        self.called = Some(name.into());
        self
    }

    /// Runs these tests on it, in place of those of [`Conformance::tests`](crate::Conformance::tests).
    pub fn tests<T: Into<String>>(mut self, filters: impl IntoIterator<Item = T>) -> Self {
        self.tests.extend(filters.into_iter().map(Into::into));
        self
    }

    /// Ignores its tests. `why` stands on standard error behind its name, such as "is not for this
    /// machine".
    pub fn ignored(mut self, why: impl Into<String>) -> Self {
        self.ignored = Some(why.into());
        self
    }
}

impl From<&str> for Runtime {
    fn from(runtime: &str) -> Self {
        Self::named(runtime)
    }
}

impl From<RuntimeSpec> for Runtime {
    fn from(spec: RuntimeSpec) -> Self {
        Self::of(Which::Spec(spec))
    }
}
