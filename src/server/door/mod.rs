//! Behind the door: one module for each noun of `api`. Each function reads the caller, parses what came in, calls a use case and turns its
//! answer into what leaves. Nothing is decided here.
