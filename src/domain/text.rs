//! Texts that people type: what is accepted, and what to say when it is not.

/// The upstream takes 1 to 100 characters for names and e-mail addresses (L3), so we take no more at entry.
pub const NAME_MAX: usize = 100;
/// The shortest password that is accepted, in characters.
pub const PASSWORD_MIN: usize = 10;
/// The longest password that is accepted, in characters; a bound on hashing work, not on people.
pub const PASSWORD_MAX: usize = 256;

const EMAIL: &str = "E-mail";
const PASSWORD: &str = "Password";

/// What is wrong with a text. Numbers count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is none.
    Missing,
    /// Shorter than this.
    TooShort(usize),
    /// Longer than this.
    TooLong(usize),
    /// Control characters.
    Unshowable,
    /// Not the shape of an e-mail address.
    NoAddress,
}

/// Why a text was refused. It says so in English, for whoever configures or calls; people are told in their language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
pub struct TextError {
    /// What the text is of.
    pub what: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl TextError {
    fn in_english(&self) -> String {
        let Self { what, fault } = self;
        match fault {
            Fault::Missing => format!("{what} is missing."),
            Fault::TooShort(min) => format!("{what} is too short: use at least {min} characters."),
            Fault::TooLong(max) => format!("{what} is too long: use at most {max} characters."),
            Fault::Unshowable => format!("{what} contains characters that can't be shown."),
            Fault::NoAddress => format!("{what} must be an address such as name@example.com."),
        }
    }
}

fn refuse<T>(what: &str, fault: Fault) -> Result<T, TextError> {
    Err(TextError { what: what.to_owned(), fault })
}

/// A name of a person, organisation or account: trimmed, inner white space collapsed, 1 to [`NAME_MAX`] characters, no control
/// characters.
pub fn name(what: &str, raw: &str) -> Result<String, TextError> {
    let value = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    if value.is_empty() {
        return refuse(what, Fault::Missing);
    }
    if value.chars().count() > NAME_MAX {
        return refuse(what, Fault::TooLong(NAME_MAX));
    }
    if value.chars().any(char::is_control) {
        return refuse(what, Fault::Unshowable);
    }
    Ok(value)
}

/// An e-mail address: trimmed, lower case, 3 to [`NAME_MAX`] characters, one `@` with something on both sides and a dot-free or
/// dotted host without white space. The only proof of an address is a mail; this catches slips.
pub fn email(raw: &str) -> Result<String, TextError> {
    let value = raw.trim().to_lowercase();
    if value.is_empty() {
        return refuse(EMAIL, Fault::Missing);
    }
    if value.chars().count() > NAME_MAX {
        return refuse(EMAIL, Fault::TooLong(NAME_MAX));
    }
    let well_formed = value.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty() && !host.is_empty() && !host.contains('@') && !host.starts_with('.') && !host.ends_with('.')
    });
    if !well_formed || value.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return refuse(EMAIL, Fault::NoAddress);
    }
    Ok(value)
}

/// A new password: [`PASSWORD_MIN`] to [`PASSWORD_MAX`] characters, nothing else is asked of it.
pub fn password(raw: &str) -> Result<(), TextError> {
    match raw.chars().count() {
        0 => refuse(PASSWORD, Fault::Missing),
        n if n < PASSWORD_MIN => refuse(PASSWORD, Fault::TooShort(PASSWORD_MIN)),
        n if n > PASSWORD_MAX => refuse(PASSWORD, Fault::TooLong(PASSWORD_MAX)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_tidied() {
        assert_eq!(name("Name", "  Dana\t Kim ").as_deref(), Ok("Dana Kim"));
        assert!(name("Name", " ").is_err());
        assert!(name("Name", &"x".repeat(101)).is_err());
        assert!(name("Name", "a\u{7}b").is_err());
    }

    #[test]
    fn addresses_need_both_sides() {
        assert_eq!(email(" Dana@Example.COM ").as_deref(), Ok("dana@example.com"));
        for bad in ["", "dana", "@x", "dana@", "a@b@c", "a b@c.d", "a@.b", &format!("{}@x.y", "l".repeat(100))] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_accepted_fits_the_upstream(raw in ".*") {
            for value in [name("Name", &raw), email(&raw)].into_iter().flatten() {
                prop_assert!((1..=NAME_MAX).contains(&value.chars().count()));
            }
        }
    }
}
