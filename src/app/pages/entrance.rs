//! Signing in and up: forms that need no script.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::frame::{Brand, PROBLEM_ID, Problem};
use crate::{
    api::people::{EnterDemo, SignIn, SignUp},
    app::{
        browser::path_of,
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
                <button class="btn large wide">"Enter the demo"</button>
            </form>
            <p class="or">"or"</p>
        }
    });
    let sign_up = site.sign_up.then(|| {
        view! {
            <p class="auth-foot">
                "New here? " <a href=to_sign_up>"Sign up"</a>
            </p>
        }
    });
    let content = view! {
        {demo}
        <form method="post" action={path_of::<SignIn>()}>
            <ReturnTo next=next />
            <Field name="email" label="E-mail" kind="email" complete="username" value=asked("email").unwrap_or_default() />
            <Field name="password" label="Password" kind="password" complete="current-password" />
            <button class="btn primary large">"Sign in"</button>
        </form>
    };
    entrance(site, "Sign in", "Connect and look after your team's apps.", content.into_any(), sign_up.into_any())
}

/// `/sign-up`
#[component]
pub fn SignUpRoute() -> impl IntoView {
    let site = Site::here();
    let next = asked("next");
    let to_sign_in = with_next("/sign-in", next.as_deref());
    let foot = view! {
        <p class="auth-foot">
            "Already have an account? " <a href=to_sign_in>"Sign in"</a>
        </p>
    };
    if !site.sign_up {
        let closed = view! { <p>"Sign-up is closed. Ask the people who run this site for an invitation."</p> };
        return entrance(site, "Sign up", "", closed.into_any(), foot.into_any());
    }
    let hint = format!("At least {PASSWORD_MIN} characters.");
    let content = view! {
        <form method="post" action={path_of::<SignUp>()}>
            <ReturnTo next=next />
            <Field name="organization_name" label="Organisation" kind="text" complete="organization" />
            <Field name="name" label="Your name" kind="text" complete="name" />
            <Field name="email" label="E-mail" kind="email" complete="username" value=asked("email").unwrap_or_default() />
            <Field name="password" label="Password" kind="password" complete="new-password" hint=hint />
            <button class="btn primary large">"Create organisation"</button>
        </form>
    };
    entrance(site, "Sign up", "One organisation, all its apps.", content.into_any(), foot.into_any())
}

fn with_next(path: &str, next: Option<&str>) -> String {
    match next {
        Some(next) => format!("{path}?{}", url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish()),
        None => path.to_owned(),
    }
}

/// A page before the door: one card in the middle.
pub fn entrance(site: Site, title: &'static str, lead: impl Into<String>, content: AnyView, foot: AnyView) -> AnyView {
    let lead = lead.into();
    let problem = asked("problem").map(|word| view! { <Problem word=word /> });
    view! {
        <Title text=format!("{title} · {}", site.name) />
        <Meta name="robots" content="index" />
        <main class="auth" id="main">
            <Brand site=site />
            <div class="auth-card">
                <div>
                    <h1>{title}</h1>
                    {(!lead.is_empty()).then(|| view! { <p class="lead">{lead}</p> })}
                </div>
                {problem}
                {content}
            </div>
            {foot}
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
    label: &'static str,
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
            <label for=name>{label} {optional.then(|| view! { <span class="meta">" Optional"</span> })}</label>
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
