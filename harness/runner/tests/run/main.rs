//! Whole runs of fake runtimes: what is executed, in which order, and what the logs say.

mod endings;
mod fake;
mod order;
mod request;
mod resume;
mod stage;
mod trouble;
