//! `/connect/{category}` (L13).

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::frame::{Tab, page};
use crate::{
    api::{
        accounts::AccountView,
        catalogue::app_center,
        error::{ApiError, Code},
    },
    app::{
        components::icon::{Glyph, Icon},
        copy,
        islands::connect::CategoryConnect,
    },
    domain::category::Category,
};

/// The category's page.
#[component]
pub fn ConnectRoute() -> impl IntoView {
    let category = use_params_map().read_untracked().get("category").unwrap_or_default();
    Suspend::new(async move {
        let gather = async {
            let missing = || ApiError::new(Code::NotFound, "");
            let category: Category = category.parse().map_err(|_| missing())?;
            let center = app_center().await?;
            if !center.categories.contains(&category) {
                return Err(missing());
            }
            Ok((category, center.may_connect.contains(&category)))
        };
        page(Tab::Elsewhere, gather, |(category, may_connect), around| {
            let accounts: Vec<AccountView> =
                around.accounts().into_iter().filter(|account| account.category == category && account.status.is_connected()).collect();
            let content = view! {
                <div class="connect-page">
                    <CategoryConnect category=category may_connect=may_connect accounts=accounts />
                    <p class="connect-more">
                        <a href=format!("/apps?category={category}")>{copy::see_all(category)}</a>
                        <Icon glyph=Glyph::Chevron />
                    </p>
                </div>
            };
            (copy::connect_category(category), content.into_any())
        })
        .await
    })
}
