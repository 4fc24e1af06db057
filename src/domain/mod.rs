//! Rules without I/O, clock or framework, compiled for the browser and the server alike.

pub mod category;
