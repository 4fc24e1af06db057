//! Where a page without JavaScript goes after its form was sent (POST, then redirect).

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value};

use crate::{
    api::error::{ApiError, Code},
    server::security::redirect::{self, HOME},
};

/// The form's field that says where to go on success.
pub const RETURN_TO: &str = "return_to";

/// What decides where to go.
#[derive(Debug)]
pub struct Way {
    /// The function's path.
    path: &'static str,
    /// The page that the form was on, when it is one of ours.
    from: Option<String>,
    /// What was sent, once it could be read.
    return_to: Option<String>,
    /// What was typed of [`TYPED_ONCE`].
    typed: Vec<(&'static str, String)>,
    /// The app that a form asks for.
    asked_for: Option<String>,
}

/// What nobody has to type again when a door's form comes back (WCAG 3.3.7). A password is.
const TYPED_ONCE: [&str; 3] = ["organization_name", "name", "email"];

/// Where the form for an app that is not there is sent.
const REQUEST: &str = "/api/merge/request-app";

impl Way {
    /// From the request's headers; `origins` are those of this site.
    pub fn new(path: &'static str, headers: &HeaderMap, origins: &[String]) -> Self {
        let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
        Self {
            path,
            from: referer.and_then(|referer| redirect::referer_path(referer, origins)),
            return_to: None,
            typed: Vec::new(),
            asked_for: None,
        }
    }

    /// Takes what concerns the way out of the form's fields.
    pub fn take(&mut self, fields: &mut Map<String, Value>) {
        if let Some(Value::String(path)) = fields.remove(RETURN_TO) {
            self.return_to = redirect::local_path(&path);
        }
        let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
        self.typed = TYPED_ONCE.iter().filter_map(|name| Some((*name, text(name).filter(|text| text.len() <= 400)?))).collect();
        self.asked_for = if self.path == REQUEST { text("name").filter(|name| name.len() <= 400) } else { None };
    }

    /// After success: where the form says, else the page that comes naturally, else where the form was.
    pub fn onwards(&self) -> Response {
        if let Some(name) = &self.asked_for {
            return see_other(&redirect::with_query("/request-app", &[("asked", name)]));
        }
        let natural = match self.path {
            "/api/auth/sign-in" | "/api/auth/sign-up" | "/api/auth/demo" | "/api/auth/join" | "/api/auth/switch-organization" => Some(HOME),
            "/api/auth/sign-out" => Some("/sign-in"),
            _ => None,
        };
        let target = self.return_to.as_deref().or(natural).or(self.from.as_deref()).unwrap_or(HOME);
        let target = redirect::with_query(target, &TYPED_ONCE.map(|name| (name, "")));
        see_other(&redirect::with_query(&target, &[("problem", ""), ("field", "")]))
    }

    /// After a failure: back, with the code and the field. The sentence is the page's; no text travels in an address.
    pub fn back(&self, error: &ApiError) -> Response {
        let entrance = match self.path {
            "/api/auth/sign-in" | "/api/auth/demo" => Some("/sign-in"),
            "/api/auth/sign-up" => Some("/sign-up"),
            _ => None,
        };
        let from = match (&self.from, entrance, &self.return_to) {
            (Some(from), _, _) => from.clone(),
            (None, Some(entrance), Some(next)) => redirect::with_query(entrance, &[("next", next)]),
            (None, Some(entrance), None) => entrance.to_owned(),
            (None, None, Some(next)) => next.clone(),
            (None, None, None) => HOME.to_owned(),
        };
        if error.code == Code::SignedOut {
            return see_other(&redirect::sign_in(&from));
        }
        let field = error.field.as_deref().unwrap_or_default();
        let from = match &self.asked_for {
            Some(name) => redirect::with_query(&from, &[("name", name)]),
            None => from,
        };
        let from = redirect::with_query(&from, &[("problem", error.code.as_str()), ("field", field)]);
        if entrance.is_none() && self.path != "/api/auth/join" {
            return see_other(&from);
        }
        let typed =
            TYPED_ONCE.map(|name| (name, self.typed.iter().find(|(typed, _)| *typed == name).map_or("", |(_, text)| text.as_str())));
        see_other(&redirect::with_query(&from, &typed))
    }
}

fn see_other(target: &str) -> Response {
    match HeaderValue::from_str(target) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => (StatusCode::SEE_OTHER, [(header::LOCATION, HeaderValue::from_static(HOME))]).into_response(),
    }
}
