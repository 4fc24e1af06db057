//! Signing in and up: forms that need no script.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::{
    frame::{Brand, PROBLEM_ID, Problem},
    language::LanguageFoot,
};
use crate::{
    api::people::{EnterDemo, SignIn, SignUp},
    app::{
        browser::path_of,
        copy,
        site::{Site, asked},
    },
    domain::text::{NAME_MAX, PASSWORD_MAX, PASSWORD_MIN},
};

/// `/sign-in`
#[component]
pub fn SignInRoute() -> impl IntoView {
    let site = Site::here();
    let next = asked("next");
    let to_sign_up = with_next("/sign-up", next.as_deref());
    let demo = site.demo.then(|| {
        view! {
            <form method="post" action={path_of::<EnterDemo>()}>
                <ReturnTo next=next.clone() />
                <button class="btn large wide">{copy::enter_demo()}</button>
            </form>
            <p class="or">{copy::or()}</p>
        }
    });
    let sign_up = site.sign_up.then(|| {
        view! {
            <p class="auth-foot">
                {copy::new_here()} " " <a href=to_sign_up>{copy::sign_up()}</a>
            </p>
        }
    });
    let content = view! {
        {demo}
        <form method="post" action={path_of::<SignIn>()}>
            <ReturnTo next=next />
            <Field name="email" label=copy::email() kind="email" complete="username" value=asked("email").unwrap_or_default() />
            <Field name="password" label=copy::password() kind="password" complete="current-password" />
            <button class="btn primary large">{copy::sign_in()}</button>
        </form>
    };
    entrance(site, &copy::sign_in(), copy::sign_in_lead(), content.into_any(), sign_up.into_any())
}

/// `/sign-up`
#[component]
pub fn SignUpRoute() -> impl IntoView {
    let site = Site::here();
    let next = asked("next");
    let to_sign_in = with_next("/sign-in", next.as_deref());
    let foot = view! {
        <p class="auth-foot">
            {copy::have_account()} " " <a href=to_sign_in>{copy::sign_in()}</a>
        </p>
    };
    if !site.sign_up {
        let closed = view! { <p>{copy::sign_up_closed()}</p> };
        return entrance(site, &copy::sign_up(), "", closed.into_any(), foot.into_any());
    }
    let hint = copy::password_hint(PASSWORD_MIN);
    let content = view! {
        <form method="post" action={path_of::<SignUp>()}>
            <ReturnTo next=next />
            <Field
                name="organization_name"
                label=copy::organization()
                kind="text"
                complete="organization"
                value=asked("organization_name").unwrap_or_default()
            />
            <Field name="name" label=copy::your_name() kind="text" complete="name" value=asked("name").unwrap_or_default() />
            <Field name="email" label=copy::email() kind="email" complete="username" value=asked("email").unwrap_or_default() />
            <Field name="password" label=copy::password() kind="password" complete="new-password" hint=hint />
            <button class="btn primary large">{copy::create_organization()}</button>
        </form>
    };
    entrance(site, &copy::sign_up(), copy::sign_up_lead(), content.into_any(), foot.into_any())
}

fn with_next(path: &str, next: Option<&str>) -> String {
    match next {
        Some(next) => format!("{path}?{}", url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish()),
        None => path.to_owned(),
    }
}

/// A page before the door: one card in the middle.
pub fn entrance(site: Site, title: &str, lead: impl Into<String>, content: AnyView, foot: AnyView) -> AnyView {
    let lead = lead.into();
    let problem = asked("problem").map(|word| view! { <Problem word=word /> });
    view! {
        <Title text=format!("{title} · {}", site.name) />
        <Meta name="robots" content="index" />
        <main class="auth" id="main">
            <Brand site=site />
            <div class="auth-card">
                <div>
                    <h1>{title.to_owned()}</h1>
                    {(!lead.is_empty()).then(|| view! { <p class="lead">{lead}</p> })}
                </div>
                {problem}
                {content}
            </div>
            {foot}
            <LanguageFoot />
        </main>
    }
    .into_any()
}

/// Where the form leads after success; only to a page of ours, which the server checks.
#[component]
fn ReturnTo(next: Option<String>) -> impl IntoView {
    next.map(|next| view! { <input type="hidden" name="return_to" value=next /> })
}

/// A labelled field. The one that was at fault says so and has the focus.
#[component]
pub fn Field(
    /// Under which it is sent.
    name: &'static str,
    /// What people read.
    label: String,
    /// The kind of `<input>`.
    kind: &'static str,
    /// What the browser may fill in.
    complete: &'static str,
    /// What stands in it already.
    #[prop(optional, into)]
    value: String,
    /// What helps to fill it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let at_fault = asked("problem").is_some() && asked("field").as_deref() == Some(name);
    let (min, max) = match (kind, complete) {
        ("password", "new-password") => (Some(PASSWORD_MIN), PASSWORD_MAX),
        ("password", _) => (None, PASSWORD_MAX),
        _ => (None, NAME_MAX),
    };
    let hint_id = format!("{name}-hint");
    let described = [hint.is_some().then_some(hint_id.as_str()), at_fault.then_some(PROBLEM_ID)];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    view! {
        <div class="field">
            <label for=name>{label} {optional.then(|| view! { <span class="meta">" " {copy::optional()}</span> })}</label>
            <input
                class="input"
                id=name
                name=name
                type=kind
                value=value
                autocomplete=complete
                required=!optional
                minlength=min
                maxlength=max
                autofocus=at_fault
                aria-invalid=at_fault.then_some("true")
                aria-describedby=described
            />
            {hint
                .map(|hint| {
                    view! {
                        <p class="hint" id=hint_id>
                            {hint}
                        </p>
                    }
                })}
        </div>
    }
}
