//! The browser, through `page.js` and the interop shim.

use std::mem::ManuallyDrop;

use leptos::{
    tachys::view::{Position, RenderHtml},
    web_sys::{Element, HtmlDialogElement},
};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

use crate::app::link;

mod js {
    use leptos::web_sys::{Element, HtmlDialogElement};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/app/browser/page.js")]
    extern "C" {
        pub(super) fn follow(refetch: JsValue);
        pub(super) fn arrange(list: &Element, order: Vec<u32>);
        pub(super) fn prepare(list: &Element);
        #[wasm_bindgen(js_name = wakeCard)]
        pub(super) fn wake_card(list: &Element, at: usize) -> Option<Element>;
        #[wasm_bindgen(js_name = beforeClick)]
        pub(super) fn before_click(list: &Element, tell: JsValue);
        #[wasm_bindgen(js_name = queryPairs)]
        pub(super) fn query_pairs() -> Vec<String>;
        #[wasm_bindgen(js_name = setQuery)]
        pub(super) fn set_query(query: &str, step: bool);
        #[wasm_bindgen(js_name = inPlace)]
        pub(super) fn in_place(root: &Element, go: JsValue);
        #[wasm_bindgen(js_name = focusIfLost)]
        pub(super) fn focus_if_lost(selector: &str);
        #[wasm_bindgen(js_name = showModal)]
        pub(super) fn show_modal(dialog: &HtmlDialogElement);
        #[wasm_bindgen(js_name = focusFirst)]
        pub(super) fn focus_first(first: &str, second: &str);
        pub(super) fn copy(id: &str, then: JsValue);
        pub(super) fn hide(id: &str);
        pub(super) fn paint(theme: &str);
        #[wasm_bindgen(js_name = signIn)]
        pub(super) fn sign_in() -> String;
        #[wasm_bindgen(js_name = setAttention)]
        pub(super) fn set_attention(count: u32, label: &str);
    }

    #[wasm_bindgen(module = "/src/app/browser/words.js")]
    extern "C" {
        pub(super) fn words() -> String;
    }
}

/// The words that the page's islands speak, as the server sent them.
pub fn words() -> String {
    js::words()
}

/// Asks the server.
pub async fn send(method: &str, path: &str, body: Option<String>) -> String {
    link::send(method, path, body).await.ok().and_then(|answer| answer.as_string()).unwrap_or_default()
}

/// Begins an attempt to connect; `tell` hears how it ends.
pub fn connect(path: &str, body: &str, tell: impl FnMut(String, String) + 'static) {
    link::connect(path, body, Closure::<dyn FnMut(String, String)>::new(tell).into_js_value());
}

/// Follows the organisation's changes for as long as the page lives.
pub fn follow(refetch: impl FnMut() + 'static) {
    js::follow(Closure::<dyn FnMut()>::new(refetch).into_js_value());
}

/// Shows the cards of these places, in this order, and no others: a screen's at once, the rest when the typing rests.
pub fn arrange(list: &Element, order: &[u32]) {
    js::arrange(list, order.to_vec());
}

/// Gets to know a list before it is arranged.
pub fn prepare(list: &Element) {
    js::prepare(list);
}

/// Wakes the card of a place, unless it is awake: what the server had drawn there. It lives for as long as the page.
pub fn wake<V: RenderHtml>(list: &Element, at: usize, view: impl FnOnce() -> Option<V>) {
    if let Some(card) = js::wake_card(list, at)
        && let Some(view) = view()
    {
        let _lives = ManuallyDrop::new(view.hydrate_from_position::<true>(&card, Position::Current));
    }
}

/// Tells the place of a card that is clicked, before the card itself hears of it.
pub fn before_click(list: &Element, tell: impl FnMut(usize) + 'static) {
    js::before_click(list, Closure::<dyn FnMut(usize)>::new(tell).into_js_value());
}

/// The address's query, decoded.
pub fn query_pairs() -> Vec<(String, String)> {
    let mut texts = js::query_pairs().into_iter();
    std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect()
}

/// The address's query, with its question mark; empty without one.
pub fn query() -> String {
    leptos::prelude::location().search().unwrap_or_default()
}

/// Follows in place what leads to this same page: the links and the form of a part of it. `go` gets the query.
pub fn in_place(root: &Element, go: impl FnMut(String) + 'static) {
    js::in_place(root, Closure::<dyn FnMut(String)>::new(go).into_js_value());
}

/// Focuses what matches, should nothing have the focus once the page has been changed.
pub fn focus_if_lost(selector: &str) {
    js::focus_if_lost(selector);
}

/// Puts the query into the address: in place, or as a step to come back from.
pub fn set_query(query: &str, step: bool) {
    js::set_query(query, step);
}

/// Calls back when the person goes back or forward within the page.
pub fn on_back(then: impl FnMut() + 'static) {
    let then: JsValue = Closure::<dyn FnMut()>::new(then).into_js_value();
    if let Some(window) = leptos::web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", then.unchecked_ref());
    }
}

/// Opens a dialog over the page.
pub fn show_modal(dialog: &HtmlDialogElement) {
    js::show_modal(dialog);
}

/// Focuses the first element that is there, once the page has been changed.
pub fn focus([first, second]: [String; 2]) {
    leptos::prelude::request_animation_frame(move || js::focus_first(&first, &second));
}

/// Copies what is in a field; `then` hears when it is done.
pub fn copy(id: &str, then: impl FnMut() + 'static) {
    js::copy(id, Closure::<dyn FnMut()>::new(then).into_js_value());
}

/// Closes a menu.
pub fn hide(id: &str) {
    js::hide(id);
}

/// Paints the page in a theme.
pub fn paint(theme: &str) {
    js::paint(theme);
}

/// The sign-in page that leads back to this one.
pub fn sign_in() -> String {
    js::sign_in()
}

/// Writes the number of apps that need somebody into the header.
pub fn set_attention(count: u32, label: &str) {
    js::set_attention(count, label);
}

/// Milliseconds since the Unix epoch.
pub fn now() -> i64 {
    #[allow(clippy::cast_possible_truncation)]
    let millis = js_sys::Date::now() as i64;
    millis
}
