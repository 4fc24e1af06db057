//! `/apps`

use leptos::prelude::*;

use super::{
    failure::PartFailed,
    frame::{Tab, page},
};
use crate::{
    api::catalogue::{AppCenter, app_center},
    app::{
        copy,
        islands::app_center::AppCenterList,
        site::{ours, query},
    },
};

/// The App Center.
#[component]
pub fn AppCenterRoute() -> impl IntoView {
    let asked = query();
    Suspend::new(async move {
        // Without the list there is still a page, and a way to try again.
        page(Tab::Apps, async { Ok(app_center().await) }, |center, _| {
            let list = match center {
                Ok(center) => view! { <AppCenterList center=lean(center) asked=asked /> }.into_any(),
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

/// Without what cards do not show: the island's data travel with the page.
fn lean(mut center: AppCenter) -> AppCenter {
    center.apps = center.apps.into_iter().map(|app| ours(app, false)).collect();
    center
}
