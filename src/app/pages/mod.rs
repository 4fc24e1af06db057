//! The pages: plain HTML, rendered on the server. Each gathers what it shows through `api`, then draws it.

pub mod account;
pub mod app_center;
pub mod app_detail;
pub mod connect;
pub mod connected;
mod drawn;
pub mod embed;
pub mod entrance;
pub mod failure;
pub mod frame;
pub mod gallery;
pub mod join;
pub mod language;
pub mod operator;
pub mod palette;
pub mod request;
pub mod settings;
