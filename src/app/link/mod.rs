//! The interop shim's face in Rust. The script beside this file is the one module that loads the connection window, initialises it and
//! opens it, and that owns every attempt to connect (L9).

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/app/link/link.js")]
extern "C" {
    /// Begins an attempt: asks `path` for what opens the window, sending `body` (JSON). `tell` is called with a word and JSON.
    pub fn connect(path: &str, body: &str, tell: JsValue);

    /// Asks our server and answers the text of its JSON.
    #[wasm_bindgen(catch)]
    pub async fn send(method: &str, path: &str, body: Option<String>) -> Result<JsValue, JsValue>;
}
