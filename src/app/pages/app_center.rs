//! `/apps`

use leptos::prelude::*;

use super::{
    drawn::drawn,
    failure::PartFailed,
    frame::{Tab, page},
};
use crate::{
    api::catalogue::{AppCenter, app_center},
    app::{copy, islands::app_center::AppCenterList, site::query},
    domain::search::browse::Query,
};

/// The App Center.
#[component]
pub fn AppCenterRoute() -> impl IntoView {
    let asked = query();
    Suspend::new(async move {
        // Without the list there is still a page, and a way to try again.
        page(Tab::Apps, async { Ok(app_center().await) }, |center, _| {
            let list = match center {
                Ok(center) => list(center, asked),
                Err(_) => view! { <PartFailed sentence=copy::list_failed() /> }.into_any(),
            };
            let content = view! {
                <div class="page-head">
                    <h1>{copy::app_center()}</h1>
                    <p class="lead">{copy::app_center_lead()}</p>
                </div>
                {list}
            };
            (copy::app_center(), content.into_any())
        })
        .await
    })
}

/// The list. What people type is different each time, and not worth keeping; what else is in the address says nothing to the list.
fn list(center: AppCenter, asked: Vec<(String, String)>) -> AnyView {
    let query = Query::from_pairs(asked);
    let asked: Vec<(String, String)> = query.to_pairs().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let draw = |center, asked| view! { <AppCenterList center=center asked=asked /> };
    if !query.q.is_empty() {
        return draw(center, asked).into_any();
    }
    let AppCenter { apps: _, version, states, categories, may_connect, fallback } = &center;
    drawn("app-center-list", &(version, states, categories, may_connect, fallback, &asked), || draw(center.clone(), asked.clone()))
}
