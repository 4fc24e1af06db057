//! Pieces that pages and islands share. They render the same on both sides.

pub mod badge;
pub mod connect_button;
pub mod icon;
pub mod tile;
