//! From the errors of the layers below to the one that leaves, and from that one to an HTTP answer.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::store::ports::StoreError;
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::text::TextError,
};

impl From<StoreError> for ApiError {
    /// A database that is away is a 503, whatever it said; what it said goes to the log.
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::new(Code::NotReady, copy::told_no_data()).retry_after(5)
    }
}

impl ApiError {
    /// A text that people typed was refused; `field` is its name on the wire.
    pub fn text(field: &str, error: &TextError) -> Self {
        Self::field(field, copy::told_text(field, error.fault))
    }
}

impl IntoResponse for ApiError {
    /// The envelope with its status, and `Retry-After` where there is one.
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, Json(self)).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[tokio::test]
    async fn every_code_leaves_with_its_status_and_its_word() {
        for code in Code::ALL.iter().copied().filter(|code| *code != Code::Offline) {
            let response = ApiError::new(code, "A sentence.").at("name").into_response();
            assert_eq!(response.status().as_u16(), code.status());
            let body = axum::body::to_bytes(response.into_body(), 1000).await.unwrap();
            let json: serde_json::Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(json, serde_json::json!({ "success": false, "error": "A sentence.", "code": code.as_str(), "field": "name" }));
        }
    }

    #[test]
    fn what_is_to_be_tried_again_says_when() {
        let response = ApiError::new(Code::TooManyRequests, "A sentence.").retry_after(7).into_response();
        assert_eq!(response.headers()[header::RETRY_AFTER], "7");
    }
}
