//! `winterproof engine NAME`: this process becomes the far end of the wire.

use miette::Result;

use crate::engines;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(name: &str) -> Result<Exit> {
    engines::serve(name);
    Err(Failure::new(format!("this winterproof has no engine {name:?}")).into())
}
