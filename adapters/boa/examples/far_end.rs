//! The far end alone, as `winterproof engine boa` starts it.

fn main() {
    winterproof_worker::serve(winterproof_boa::engine())
}
