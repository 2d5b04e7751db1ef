//! What this process may take from the machine.
//!
//! Best effort: on a system without such a limit, the harness's deadline is what remains.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Caps the memory that this process may allocate, so that a test which eats memory ends its engine
/// instead of driving the machine into swap. For engines without a heap limit of their own.
pub fn limit_memory(bytes: u64) {
    // Not the address space: what an allocator merely reserves for each thread costs nothing.
    lower(Resource::Data, bytes);
}

/// A crash is an ordinary end of a test; a file for each would fill the disk.
pub(crate) fn no_core_dumps() {
    lower(Resource::Core, 0);
}

fn lower(resource: Resource, to: u64) {
    let old = getrlimit(resource);
    let lowered = |limit: Option<u64>| Some(limit.map_or(to, |limit| limit.min(to)));
    let new = Rlimit {
        current: lowered(old.current),
        maximum: lowered(old.maximum),
    };
    let _ = setrlimit(resource, new);
}
