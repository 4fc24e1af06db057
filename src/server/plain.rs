//! Pages that need nothing: for when whatever makes pages has failed.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use crate::{app::copy, words};

/// A page with a title and one sentence, and a way back.
pub fn page(status: StatusCode, title: &str, sentence: &str) -> Response {
    let html = format!(
        "<!doctype html><html lang={}><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{sentence}</p><p><a href=/apps>{}</a></p></main></body></html>",
        words::language().code(),
        copy::plain_back()
    );
    (status, [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], Html(html)).into_response()
}
