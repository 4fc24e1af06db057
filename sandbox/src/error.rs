//! Errors: what stops the sandbox from starting, and what the imitated API answers.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

/// Why the sandbox could not start, or why its store failed.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// The address cannot be listened on.
    #[error("the sandbox cannot listen on {addr}: {source}")]
    Listen {
        /// The address asked for.
        addr: std::net::SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// The folder of the database file cannot be made.
    #[error("the sandbox cannot create {path}: {source}")]
    Folder {
        /// The folder asked for.
        path: std::path::PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database failed.
    #[error("the sandbox's database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The bundled catalogue is not readable: a broken build.
    #[error("the bundled catalogue is not readable: {0}")]
    Catalogue(#[from] serde_json::Error),
    /// The client that delivers webhooks could not be made.
    #[error("the webhook client cannot be made: {0}")]
    Client(#[from] reqwest::Error),
    /// TLS could not be set up.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
}

/// An answer of the imitated API that is not a success, in the shapes of Django REST framework.
#[derive(Debug)]
pub enum ApiError {
    /// 400 with one list of sentences per field.
    Fields(FieldErrors),
    /// 400 for a filter that cannot be read.
    Filters,
    /// 400 with one sentence.
    BadRequest(String),
    /// 401 with one sentence.
    Unauthorized(&'static str),
    /// 404 with one sentence.
    NotFound(&'static str),
    /// 405 for this method.
    Method(String),
    /// 415 for this content type.
    MediaType(String),
    /// 500: the sandbox itself failed; the cause goes to the log.
    Internal(SandboxError),
}

/// The text of a 401 for a missing account token, word for word.
pub const MISSING_ACCOUNT_TOKEN: &str = "Account Token must be passed in as an X-Account-Token header.";
/// The text of a 401 for an account token that is unknown, replaced or of another category.
pub const INVALID_ACCOUNT_TOKEN: &str = "Invalid account token.";
/// The text of a 401 for a wrong key.
pub const INVALID_KEY: &str = "Invalid token.";
/// The text of a 401 without a key.
pub const MISSING_KEY: &str = "Authentication credentials were not provided.";
/// The text of a 404.
pub const NOT_FOUND: &str = "Not found.";

/// Sentences by field, in the order in which they were found.
#[derive(Debug, Default)]
pub struct FieldErrors(Map<String, Value>);

impl FieldErrors {
    /// Adds a sentence to a field.
    pub fn add(&mut self, field: &str, sentence: impl Into<String>) {
        let list = self.0.entry(field.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(Value::String(sentence.into()));
        }
    }

    /// Fails when there is at least one sentence.
    ///
    /// # Errors
    /// [`ApiError::Fields`] with all sentences.
    pub fn check(self) -> Result<(), ApiError> {
        if self.0.is_empty() { Ok(()) } else { Err(ApiError::Fields(self)) }
    }
}

impl ApiError {
    /// A 400 for one field.
    pub fn field(field: &str, sentence: impl Into<String>) -> Self {
        let mut errors = FieldErrors::default();
        errors.add(field, sentence);
        Self::Fields(errors)
    }

    /// The plain 404.
    pub fn not_found() -> Self {
        Self::NotFound(NOT_FOUND)
    }
}

impl From<sqlx::Error> for ApiError {
    fn from(error: sqlx::Error) -> Self {
        Self::Internal(SandboxError::Database(error))
    }
}

impl From<SandboxError> for ApiError {
    fn from(error: SandboxError) -> Self {
        Self::Internal(error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let detail = |text: &str| json!({ "detail": text });
        let (status, body) = match self {
            Self::Fields(errors) => (StatusCode::BAD_REQUEST, Value::Object(errors.0)),
            Self::Filters => (StatusCode::BAD_REQUEST, json!({ "non_field_errors": ["Provided filters are invalid."] })),
            Self::BadRequest(text) => (StatusCode::BAD_REQUEST, detail(&text)),
            Self::Unauthorized(text) => (StatusCode::UNAUTHORIZED, detail(text)),
            Self::NotFound(text) => (StatusCode::NOT_FOUND, detail(text)),
            Self::Method(method) => (StatusCode::METHOD_NOT_ALLOWED, detail(&format!("Method \"{method}\" not allowed."))),
            Self::MediaType(kind) => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, detail(&format!("Unsupported media type \"{kind}\" in request.")))
            }
            Self::Internal(error) => {
                tracing::error!(%error, "the sandbox failed");
                (StatusCode::INTERNAL_SERVER_ERROR, detail("A server error occurred."))
            }
        };
        let mut response = (status, Json(body)).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
