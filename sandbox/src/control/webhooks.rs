//! Where webhooks go, what was sent, and what is done to them.

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use url::Url;

use super::Refused;
use super::accounts::find;
use crate::api;
use crate::webhooks::{self, Tamper};
use crate::world::World;

/// `GET /_sandbox/webhooks`: the target, the tricks in force and the deliveries.
pub async fn list(State(world): State<World>) -> Json<Value> {
    let webhooks = world.webhooks();
    Json(json!({
        "target": webhooks.target().map(|t| t.to_string()), "quiet": world.quiet(), "tampers": webhooks.tampers(), "deliveries": webhooks.sent(),
    }))
}

/// `PUT /_sandbox/webhooks`: `target` (null: none) and `quiet`; what is not named stays.
///
/// # Errors
/// 400 for a target that is not a URL.
pub async fn set(State(world): State<World>, Json(changes): Json<Map<String, Value>>) -> Result<StatusCode, Refused> {
    for (name, value) in changes {
        match (name.as_str(), &value) {
            ("target", Value::Null) => world.webhooks().set_target(None),
            ("target", Value::String(target)) => {
                let target = Url::parse(target).map_err(|e| Refused::bad(format!("target is not a URL: {e}")))?;
                world.webhooks().set_target(Some(target));
            }
            ("quiet", Value::Bool(quiet)) => world.set_quiet(*quiet).await?,
            _ => return Err(Refused::bad(format!("{name}: {value} is neither a target nor quiet."))),
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /_sandbox/webhooks/{seq}`: a delivery with its body.
///
/// # Errors
/// 404 when there is no such delivery.
pub async fn get(State(world): State<World>, Path(seq): Path<u64>) -> Result<Json<Value>, Refused> {
    let delivery = world.webhooks().delivery(seq).ok_or_else(|| Refused::missing("delivery"))?;
    let mut shown = json!(delivery);
    if let Some(shown) = shown.as_object_mut() {
        shown.insert("body".to_owned(), serde_json::from_str(&delivery.body).unwrap_or(Value::Null));
    }
    Ok(Json(shown))
}

/// `POST /_sandbox/webhooks/{seq}/replay`: the same bytes once more.
///
/// # Errors
/// 404 when there is no such delivery, 400 without a target.
pub async fn replay(State(world): State<World>, Path(seq): Path<u64>) -> Result<(StatusCode, Json<Value>), Refused> {
    let delivery = world.webhooks().delivery(seq).ok_or_else(|| Refused::missing("delivery"))?;
    let seq = webhooks::replay(&world, &delivery).ok_or_else(|| Refused::bad("There is no target."))?;
    Ok((StatusCode::ACCEPTED, Json(json!({ "seq": seq }))))
}

/// `POST /_sandbox/webhooks/tamper`.
///
/// # Errors
/// 400 that says what cannot be read.
pub async fn tamper(State(world): State<World>, Json(body): Json<Value>) -> Result<StatusCode, Refused> {
    let tamper: Tamper = serde_json::from_value(body).map_err(|e| Refused::bad(format!("This is not a trick: {e}.")))?;
    world.webhooks().tamper(tamper);
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /_sandbox/webhooks/tamper`: no more tricks.
pub async fn leave_alone(State(world): State<World>) -> StatusCode {
    world.webhooks().leave_alone();
    StatusCode::NO_CONTENT
}

/// A webhook to send as it is.
#[derive(Debug, Deserialize)]
pub struct Event {
    account_id: String,
    event: String,
    #[serde(default)]
    data: Value,
}

/// `POST /_sandbox/webhooks/send`.
///
/// # Errors
/// 404 when there is no such account.
pub async fn send(State(world): State<World>, Json(event): Json<Event>) -> Result<StatusCode, Refused> {
    let account = find(&world, &event.account_id).await?;
    webhooks::send(&world, &event.event, api::webhook_view(&world, &account), event.data);
    Ok(StatusCode::ACCEPTED)
}
