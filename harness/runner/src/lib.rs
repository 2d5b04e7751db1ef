//! A run: plan -> execute -> settle -> judge -> record, for one runtime or several at once.
//!
//! Owns: filters, deadlines, retries, what an ending means, and the writing of run logs. Does not
//! own: how a runtime is driven (`adapters`), or how a log is shown (`reports`).

mod execute;
mod filter;
mod header;
mod judge;
mod mutants;
mod plan;
mod record;
mod resume;
mod run;
mod scripts;
mod settle;
mod smoke;

pub use execute::{ExecuteError, Executor, serving, serving_tests, time_limit};
pub use filter::{Filter, FilterError, Filters};
pub use judge::{judge, leave_out};
pub use mutants::{Fate, Mutation, Mutator, Notice};
pub use plan::{Offer, Outside, Plan, Planned, Skip, UnknownHandlers, without_anywhere};
pub use record::RecordError;
pub use resume::ResumeError;
pub use run::{Listener, Outcome, RunError, RuntimeRun, Settings, expectations, run};
pub use scripts::suite_info;
pub use settle::{End, Settler};
pub use smoke::{Check, Smoke, smoke};
