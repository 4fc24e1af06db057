//! The catalogue of messages, `locales/*.ftl`, and that of the names of data, `locales/names/*.ftl`, compiled once.
//!
//! The files are in Fluent syntax, of which this much is used: text, `{ $name }`, `{ "a text as it stands" }`, and one select on a number,
//! `{ $count -> [0] none [one] … *[other] … }`. The tests name whatever goes beyond it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey},
    parser::parse,
};

use super::{
    Language, SERVER_ONLY,
    pattern::{END, IS, OR, SELECT, VARIABLE},
    plural::categories,
};

/// The messages of one language.
#[derive(Debug, Default)]
pub struct Catalogue {
    messages: BTreeMap<String, Compiled>,
}

/// A message.
#[derive(Debug, Default, PartialEq, Eq)]
struct Compiled {
    pattern: String,
    variables: BTreeSet<String>,
}

impl Catalogue {
    /// The catalogue of a language.
    pub fn of(language: Language) -> &'static Self {
        static ALL: LazyLock<[Catalogue; 5]> =
            LazyLock::new(|| Language::ALL.map(|language| Catalogue::compile(language, source(language)).unwrap_or_default()));
        among(&ALL, language)
    }

    /// The names of data in a language. They never travel to the browser by themselves.
    pub fn names(language: Language) -> &'static Self {
        static ALL: LazyLock<[Catalogue; 5]> =
            LazyLock::new(|| Language::ALL.map(|language| Catalogue::compile(language, names(language)).unwrap_or_default()));
        among(&ALL, language)
    }

    /// The pattern of a message.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.messages.get(key).map(|message| message.pattern.as_str())
    }

    /// What the browser gets: the language's code, then keys and patterns, sorted by key. Pages alone speak the rest.
    #[must_use]
    pub fn for_browser<'a>(&'a self, code: &'a str) -> Vec<&'a str> {
        let spoken = self.messages.iter().filter(|(key, _)| !key.starts_with(SERVER_ONLY));
        std::iter::once(code).chain(spoken.flat_map(|(key, message)| [key.as_str(), message.pattern.as_str()])).collect()
    }

    fn compile(language: Language, source: &str) -> Result<Self, Vec<String>> {
        let resource = parse(source).map_err(|(_, errors)| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        let (mut catalogue, mut problems) = (Self::default(), Vec::new());
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => match compiled(language, message) {
                    Ok(compiled) => {
                        if catalogue.messages.insert(message.id.name.to_owned(), compiled).is_some() {
                            problems.push(format!("{} is there twice", message.id.name));
                        }
                    }
                    Err(problem) => problems.push(format!("{}: {problem}", message.id.name)),
                },
                Entry::Term(term) => problems.push(format!("-{}: there are no terms here", term.id.name)),
                Entry::Junk { content } => problems.push(format!("is no message: {content}")),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
        if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
    }
}

/// The file of a language.
const fn source(language: Language) -> &'static str {
    match language {
        Language::English | Language::Pseudo => include_str!("../../locales/en.ftl"),
        Language::German => include_str!("../../locales/de.ftl"),
        Language::French => include_str!("../../locales/fr.ftl"),
        Language::Spanish => include_str!("../../locales/es.ftl"),
        Language::Japanese => include_str!("../../locales/ja.ftl"),
    }
}

/// The file of the names of data in a language.
const fn names(language: Language) -> &'static str {
    match language {
        Language::English | Language::Pseudo => include_str!("../../locales/names/en.ftl"),
        Language::German => include_str!("../../locales/names/de.ftl"),
        Language::French => include_str!("../../locales/names/fr.ftl"),
        Language::Spanish => include_str!("../../locales/names/es.ftl"),
        Language::Japanese => include_str!("../../locales/names/ja.ftl"),
    }
}

/// The one of a language, among those of all.
const fn among<T>([english, german, french, spanish, japanese]: &[T; 5], language: Language) -> &T {
    match language {
        Language::English | Language::Pseudo => english,
        Language::German => german,
        Language::French => french,
        Language::Spanish => spanish,
        Language::Japanese => japanese,
    }
}

fn compiled(language: Language, message: &Message<&str>) -> Result<Compiled, String> {
    if !message.attributes.is_empty() {
        return Err("there are no attributes here".to_owned());
    }
    let mut compiled = Compiled::default();
    let value = message.value.as_ref().ok_or("it says nothing")?;
    add(&mut compiled, language, value, false)?;
    Ok(compiled)
}

fn add(compiled: &mut Compiled, language: Language, pattern: &Pattern<&str>, within: bool) -> Result<(), String> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => compiled.text(value)?,
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => compiled.text(value)?,
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    compiled.variables.insert(id.name.to_owned());
                    compiled.pattern.extend([VARIABLE]);
                    compiled.pattern.push_str(id.name);
                    compiled.pattern.push(END);
                }
                Expression::Select { selector: InlineExpression::VariableReference { id }, variants } if !within => {
                    compiled.variables.insert(id.name.to_owned());
                    compiled.pattern.push(SELECT);
                    compiled.pattern.push_str(id.name);
                    add_variants(compiled, language, variants)?;
                    compiled.pattern.push(END);
                }
                _ => return Err("only text, variables, and one select on a number are used here".to_owned()),
            },
        }
    }
    Ok(())
}

fn add_variants(compiled: &mut Compiled, language: Language, variants: &[Variant<&str>]) -> Result<(), String> {
    if variants.last().is_none_or(|last| !last.default || last.key != VariantKey::Identifier { name: "other" }) {
        return Err("the last variant is *[other]".to_owned());
    }
    for variant in variants {
        let key = match &variant.key {
            VariantKey::Identifier { name } if categories(language).contains(name) => name,
            VariantKey::NumberLiteral { value } if value.bytes().all(|byte| byte.is_ascii_digit()) => value,
            VariantKey::Identifier { name: value } | VariantKey::NumberLiteral { value } => {
                return Err(format!("{value} is no category of this language and no whole number"));
            }
        };
        compiled.pattern.push(OR);
        compiled.pattern.push_str(key);
        compiled.pattern.push(IS);
        add(compiled, language, &variant.value, true)?;
    }
    Ok(())
}

impl Compiled {
    fn text(&mut self, text: &str) -> Result<(), String> {
        if text.chars().any(|letter| letter.is_control() && letter != '\n') || text.contains('\\') {
            return Err("text holds no control characters and no escapes".to_owned());
        }
        self.pattern.push_str(&text.replace('\n', " "));
        Ok(())
    }
}

#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
