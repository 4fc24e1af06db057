//! On the server there is no browser: nothing happens, and nothing here is ever reached by a request.

use leptos::{
    tachys::view::RenderHtml,
    web_sys::{Element, HtmlDialogElement},
};

/// Asks the server from the browser.
pub async fn send(_method: &str, _path: &str, _body: Option<String>) -> String {
    String::new()
}

/// Begins an attempt to connect.
pub fn connect(_path: &str, _body: &str, _tell: impl FnMut(String, String) + 'static) {}

/// Follows the organisation's changes.
pub fn follow(_refetch: impl FnMut() + 'static) {}

/// Shows the cards of these places, in this order.
pub fn arrange(_list: &Element, _order: &[u32]) {}

/// Gets to know a list.
pub fn prepare(_list: &Element) {}

/// Wakes the card of a place.
pub fn wake<V: RenderHtml>(_list: &Element, _at: usize, _view: impl FnOnce() -> Option<V>) {}

/// Tells the place of a card that is clicked.
pub fn before_click(_list: &Element, _tell: impl FnMut(usize) + 'static) {}

/// The address's query.
pub fn query_pairs() -> Vec<(String, String)> {
    Vec::new()
}

/// The address's query, with its question mark; empty without one.
pub fn query() -> String {
    String::new()
}

/// Follows in place what leads to this same page.
pub fn in_place(_root: &Element, _go: impl FnMut(String) + 'static) {}

/// Focuses what matches, should nothing have the focus.
pub fn focus_if_lost(_selector: &str) {}

/// Puts the query into the address.
pub fn set_query(_query: &str, _step: bool) {}

/// Calls back when the person goes back or forward.
pub fn on_back(_then: impl FnMut() + 'static) {}

/// Opens a dialog over the page.
pub fn show_modal(_dialog: &HtmlDialogElement) {}

/// Focuses the first element that is there, once the page has been changed.
pub fn focus(_selectors: [String; 2]) {}

/// The words that the page's islands speak.
pub fn words() -> String {
    String::new()
}

/// Copies what is in a field.
pub fn copy(_id: &str, _then: impl FnMut() + 'static) {}

/// Closes a menu.
pub fn hide(_id: &str) {}

/// Paints the page in a theme.
pub fn paint(_theme: &str) {}

/// The sign-in page that leads back to this one.
pub fn sign_in() -> String {
    "/sign-in".to_owned()
}

/// Writes the number of apps that need somebody into the header.
pub fn set_attention(_count: u32, _label: &str) {}

/// Milliseconds since the Unix epoch.
pub fn now() -> i64 {
    0
}
