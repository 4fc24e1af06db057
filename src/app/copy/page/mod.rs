//! What pages alone say; it stays on the server.

mod embed;
mod entrance;
mod operator;
mod palette;
mod parts;
mod people;
mod told;

pub use self::{embed::*, entrance::*, operator::*, palette::*, parts::*, people::*, told::*};
