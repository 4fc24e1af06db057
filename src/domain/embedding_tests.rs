#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use proptest::prelude::*;

use super::*;

const NOW: i64 = 1_700_000_000;

fn claims() -> Claims {
    Claims {
        iss: "https://product.example.com".into(),
        iat: NOW,
        exp: NOW + 60,
        nbf: None,
        jti: "once".into(),
        sub: "u-1".into(),
        org: "o-1".into(),
        org_name: "Acme".into(),
        name: "Dana Kim".into(),
        email: None,
        role: None,
    }
}

fn judged(change: impl FnOnce(&mut Claims)) -> Result<Ticket, Refusal> {
    let mut claims = claims();
    change(&mut claims);
    judge(claims, Timestamp(NOW * 1000))
}

#[test]
fn what_is_right_is_believed_as_it_was_said() {
    let ticket = judged(|claims| {
        claims.email = Some(" Dana@Acme.example ".into());
        claims.name = " Dana \t Kim ".into();
        claims.role = Some("admin".into());
    })
    .unwrap();
    assert_eq!((ticket.subject.as_str(), ticket.organization.as_str()), ("u-1", "o-1"));
    assert_eq!((ticket.name.as_str(), ticket.email.as_deref(), ticket.role), ("Dana Kim", Some("dana@acme.example"), Role::Admin));
    assert_eq!(ticket.over_at, Timestamp((NOW + 65) * 1000));
    let plain = judged(|_| ()).unwrap();
    assert_eq!((plain.role, plain.email), (Role::Member, None), "who is not said to be an admin is none");
}

#[test]
fn it_is_good_for_two_minutes_at_most_and_only_now() {
    let at = |iat: i64, exp: i64| {
        judged(|claims| {
            claims.iat = NOW + iat;
            claims.exp = NOW + exp;
        })
        .map(|_| ())
    };
    for (iat, exp, expected) in [
        (0, 120, Ok(())),
        (0, 121, Err(Refusal::LivesTooLong)),
        (0, 0, Err(Refusal::Unreadable)),
        (0, -1, Err(Refusal::Unreadable)),
        (5, 60, Ok(())),
        (6, 60, Err(Refusal::Early)),
        (-120, -4, Ok(())),
        (-120, -5, Err(Refusal::Expired)),
        (-1_000, 60, Err(Refusal::LivesTooLong)),
    ] {
        assert_eq!(at(iat, exp), expected, "{iat} {exp}");
    }
    let ends = |claims: &mut Claims| (claims.iat, claims.exp) = (i64::MIN, i64::MAX);
    assert_eq!(judged(ends), Err(Refusal::LivesTooLong));
    assert_eq!(judged(|claims| claims.nbf = Some(NOW + 6)), Err(Refusal::Early));
    assert!(judged(|claims| claims.nbf = Some(NOW + 5)).is_ok());
}

#[test]
fn what_is_missing_or_odd_is_not_guessed() {
    type Change = fn(&mut Claims);
    let changes: [Change; 12] = [
        |claims| claims.jti.clear(),
        |claims| claims.jti = "x".repeat(256),
        |claims| claims.sub = "  ".into(),
        |claims| claims.sub = "a\0b".into(),
        |claims| claims.org.clear(),
        |claims| claims.org = "a\nb".into(),
        |claims| claims.org_name = " ".into(),
        |claims| claims.org_name = "x".repeat(101),
        |claims| claims.name.clear(),
        |claims| claims.email = Some("dana".into()),
        |claims| claims.role = Some("owner".into()),
        |claims| claims.role = Some(String::new()),
    ];
    for (n, change) in changes.into_iter().enumerate() {
        assert_eq!(judged(change), Err(Refusal::Unreadable), "case {n}");
    }
    let needed = ["iss", "iat", "exp", "jti", "sub", "org", "org_name", "name"];
    let whole = serde_json::json!({
        "iss": "i", "iat": 1, "exp": 2, "jti": "j", "sub": "s", "org": "o", "org_name": "O", "name": "N",
    });
    assert!(serde_json::from_value::<Claims>(whole.clone()).is_ok());
    for name in needed {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(name);
        assert!(serde_json::from_value::<Claims>(less).is_err(), "{name} is needed");
        let mut odd = whole.clone();
        odd[name] = serde_json::json!([1]);
        assert!(serde_json::from_value::<Claims>(odd).is_err(), "{name} is of one kind");
    }
}

#[test]
fn every_refusal_has_a_word_of_its_own() {
    let mut words: Vec<&str> = Refusal::ALL.iter().map(|refusal| refusal.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), Refusal::ALL.len());
}

proptest! {
    /// Whatever the clock and the numbers: what is taken was signed no longer than its life and the skew ago, and stays taken for as long as it
    /// could be shown again.
    #[test]
    fn nothing_old_or_long_is_taken(iat in -10_000_000_000i64..10_000_000_000, life in -10i64..200, ago in -200i64..400) {
        let (exp, now) = (iat + life, iat + ago);
        let taken = judge(Claims { iat, exp, ..claims() }, Timestamp(now * 1000));
        if let Ok(ticket) = taken {
            prop_assert!((1..=LIFE_MAX).contains(&life));
            prop_assert!((-SKEW..life + SKEW).contains(&ago));
            prop_assert!(ticket.over_at.0 > now * 1000);
        } else {
            prop_assert!(!(1..=LIFE_MAX).contains(&life) || !(-SKEW..life + SKEW).contains(&ago));
        }
    }
}
