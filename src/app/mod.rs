//! What people see.

use leptos::{config::LeptosOptions, prelude::*};
use leptos_meta::{HashedStylesheet, MetaTags, Title, provide_meta_context};
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};

/// The HTML document around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <HashedStylesheet id="style" options=options.clone() />
                <AutoReload options=options.clone() />
                <HydrationScripts options islands=true />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The pages by their paths.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <main>
                <Routes fallback=|| view! { <h1>"We couldn't find that page."</h1> }.into_any()>
                    <Route path=path!("/sign-in") view=SignIn />
                    <Route path=path!("/sign-up") view=SignUp />
                    <Route path=path!("/apps") view=Apps />
                </Routes>
            </main>
        </Router>
    }
}

#[component]
fn SignIn() -> impl IntoView {
    view! {
        <Title text="Sign in" />
        <h1>"Sign in"</h1>
        <form method="post" action="/api/auth/sign-in">
            <label>"E-mail" <input name="email" type="email" autocomplete="username" required /></label>
            <label>"Password" <input name="password" type="password" autocomplete="current-password" required /></label>
            <button>"Sign in"</button>
        </form>
        <form method="post" action="/api/auth/demo"><button>"Try the demo"</button></form>
        <a href="/sign-up">"Sign up"</a>
    }
    .into_any()
}

#[component]
fn SignUp() -> impl IntoView {
    view! {
        <Title text="Sign up" />
        <h1>"Sign up"</h1>
        <form method="post" action="/api/auth/sign-up">
            <label>"Organisation" <input name="organization_name" autocomplete="organization" required /></label>
            <label>"Name" <input name="name" autocomplete="name" required /></label>
            <label>"E-mail" <input name="email" type="email" autocomplete="username" required /></label>
            <label>"Password" <input name="password" type="password" autocomplete="new-password" required /></label>
            <button>"Sign up"</button>
        </form>
    }
    .into_any()
}

#[component]
fn Apps() -> impl IntoView {
    view! {
        <Title text="App Center" />
        <h1>"App Center"</h1>
        <form method="post" action="/api/auth/sign-out"><button>"Sign out"</button></form>
    }
    .into_any()
}
