//! One attempt at one test: sends the job, owns the clock, ends the far end.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};
use winterproof_adapters::{Session, SessionError, Signal};
use winterproof_model::TestResult;
use winterproof_model::wire::Run;

use crate::settle::{End, Settler};

/// How much longer than the far end's own clock ours is: it then says what was pending.
const LEEWAY: Duration = Duration::from_secs(1);
/// How long a far end that is done may take to end by itself.
const GRACE: Duration = Duration::from_secs(2);

/// Runs one test once.
pub(crate) async fn attempt(session: &dyn Session, run: Run) -> Result<TestResult, SessionError> {
    let limit = Duration::from_millis(run.timeout_ms);
    let begin = Instant::now();
    let deadline = begin + limit + LEEWAY;
    let mut settler = Settler::default();
    let mut execution = session.start(run).await?;
    let end = loop {
        match timeout_at(deadline, execution.next()).await {
            Ok(Ok(Signal::Message(message))) => {
                settler.hear(message);
                if settler.is_done() {
                    break End::Done;
                }
            }
            Ok(Ok(Signal::Ended)) => break End::Ended,
            Ok(Err(error)) => return Err(error),
            Err(_) => break End::Deadline(limit),
        }
    };
    let duration = begin.elapsed();
    let grace = if matches!(end, End::Deadline(_)) {
        Duration::ZERO
    } else {
        GRACE
    };
    let ended = execution.end(grace).await;
    Ok(settler.finish(end, ended, duration))
}
