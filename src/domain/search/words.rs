//! Words that name no app: what people call a category, words that say nothing, and short forms of words.

use crate::domain::category::Category::{self, Accounting, Ats, Crm, FileStorage, Hris, KnowledgeBase, Ticketing};

/// What people call each category, folded and joined: "help desk" is `helpdesk`.
#[rustfmt::skip]
const TOPICS: [(Category, &[&str]); 7] = [
    (Hris, &["hris", "hr", "hrms", "hcm", "humanresources", "humanresource", "people", "payroll", "timeoff", "leave", "absence", "vacation", "pto",
        "employees", "employee", "staff", "benefits", "personnel", "workforce", "onboarding", "peo", "eor", "timesheets", "timetracking", "attendance"]),
    (Ats, &["ats", "recruiting", "recruitment", "recruiter", "hiring", "applicanttracking", "applicant", "applicants", "candidates", "candidate",
        "jobs", "jobboard", "talent", "staffing", "talentacquisition", "interviews", "vacancies", "careers"]),
    (Crm, &["crm", "sales", "customerrelationship", "customers", "deals", "leads", "contacts", "pipeline", "opportunities", "prospects"]),
    (Accounting, &["accounting", "accounts", "bookkeeping", "bookkeeper", "finance", "financials", "erp", "invoices", "invoicing", "invoice", "ledger",
        "generalledger", "billing", "bills", "expenses", "tax", "vat"]),
    (Ticketing, &["ticketing", "tickets", "ticket", "helpdesk", "servicedesk", "support", "customersupport", "customerservice", "itsm", "issues",
        "issuetracker", "issuetracking", "bugs", "bugtracking", "projectmanagement", "projects", "tasks", "taskmanagement", "workmanagement", "kanban", "agile", "scrum"]),
    (FileStorage, &["filestorage", "files", "file", "documents", "storage", "cloudstorage", "drive", "filesharing", "folders", "docs"]),
    (KnowledgeBase, &["knowledgebase", "knowledge", "kb", "wiki", "wikis", "articles", "intranet", "docs", "documentation", "notes"]),
];

/// How words begin in German, French, Spanish and Japanese that stand for a word of [`TOPICS`], folded and joined. Of two that a word begins
/// with the first one counts; those of fewer than four letters are whole words. Japanese has no blanks, so its words are found within others.
#[rustfmt::skip]
const ELSEWHERE: [(&str, &str); 27] = [
    ("accounting", "buchh rechnungswesen fibu comptab contab 会計 経理 仕訳"),
    ("invoices", "rechnung zahlung factur paiement 請求"),
    ("expenses", "spesen depense gasto 経費"),
    ("finance", "finanz 財務"),
    ("tax", "steuer mwst tva impuesto iva 税務"),
    ("payroll", "lohn gehalt paie salair salari nomina sueldo 給与"),
    ("timeoff", "urlaub abwesenheit conge vacacion ausencia 休暇"),
    ("employees", "mitarbeit employe emplead 従業員"),
    ("hr", "personal rh ressourceshumaines rrhh recursoshumanos 人事 労務 勤怠"),
    ("recruiting", "rekrut recrutem recruteu embauche reclut seleccion contratacion 採用"),
    ("candidates", "bewerb kandidat candidat 応募 候補 面接"),
    ("jobs", "stellen emploi empleo vacante 求人"),
    ("tickets", "ticket チケット 問い合わせ"),
    ("support", "kundendienst assistance soporte incidencia サポート ヘルプデスク"),
    ("tasks", "aufgabe tache tarea タスク"),
    ("projects", "projekt projet proyecto プロジェクト"),
    ("customers", "kunden client 顧客"),
    ("contacts", "kontakt contacto 連絡先"),
    ("sales", "vertrieb vente ventas 営業 商談"),
    ("files", "datei fichier ficher archiv ファイル"),
    ("storage", "speicher stockage almacen ストレージ"),
    ("folders", "ordner carpeta フォルダ"),
    ("documents", "dokument dossier documento 文書"),
    ("documentation", "documentacion ドキュメント"),
    ("wiki", "ウィキ"),
    ("knowledge", "wissen connaissance baseconnaissances conocimiento baseconocimientos ナレッジ"),
    ("articles", "artikel articulo 記事"),
];

/// Words that people add to a name and that say nothing.
#[rustfmt::skip]
const EMPTY: [&str; 42] = [
    "app", "apps", "integration", "integrations", "integrate", "software", "platform", "tool", "tools", "system", "my", "our", "connect", "connector",
    "login", "inc",
    "fur", "und", "von", "verwaltung", "programm", "de", "du", "des", "la", "le", "les", "pour", "gestion", "logiciel", "systeme", "el", "los", "para",
    "sistema", "システム", "ソフト", "ソフトウェア", "ツール", "アプリ", "管理", "連携",
];

/// Words that tell no app from another, typed or in a purpose.
#[rustfmt::skip]
const FILLING: [&str; 37] = [
    "a", "an", "and", "any", "at", "business", "businesses", "by", "companies", "company", "each", "employers", "every", "firm", "firms", "for", "from",
    "how", "in", "it", "its", "large", "mid", "of", "on", "or", "other", "size", "small", "that", "the", "to", "very", "what", "who", "with", "your",
];

/// Short forms that are used inside longer queries, and what they stand for.
const SHORT: [(&str, &str); 8] = [
    ("ms", "microsoft"),
    ("msft", "microsoft"),
    ("mgmt", "management"),
    ("svc", "service"),
    ("sf", "salesforce"),
    ("qb", "quickbooks"),
    ("d365", "dynamics365"),
    ("sso", "single sign on"),
];

/// From this many letters on, a word may be unfinished: "payro".
const MIN_UNFINISHED: usize = 4;

/// The bit of a category in a set of categories.
pub const fn bit(category: Category) -> u8 {
    1 << category as u8
}

/// The categories that a folded word names, possibly unfinished, as [`bit`]s.
pub fn topics(word: &str) -> u8 {
    TOPICS.into_iter().filter(|(_, names)| names.iter().any(|name| names_it(name, word))).fold(0, |set, (category, _)| set | bit(category))
}

fn names_it(name: &str, word: &str) -> bool {
    name == word || (word.len() >= MIN_UNFINISHED && name.starts_with(word))
}

/// What a folded word of another language means, in English; `None` of an English one, and of one that names no category.
pub fn meaning(word: &str) -> Option<&'static str> {
    /// From this many bytes on, a word may be unfinished: "compt", "ナレ".
    const MIN: usize = 5;
    if topics(word) != 0 {
        return None;
    }
    let find = |fits: &dyn Fn(&str) -> bool| ELSEWHERE.iter().find(|(_, stems)| stems.split(' ').any(fits)).map(|(english, _)| *english);
    find(&|stem| is_of(stem, word)).or_else(|| find(&|stem| word.len() >= MIN && stem.starts_with(word)))
}

fn is_of(stem: &str, word: &str) -> bool {
    if stem.is_ascii() { stem == word || (stem.len() > 3 && word.starts_with(stem)) } else { word.contains(stem) }
}

/// Whether a folded word names a category in full.
pub fn is_topic(word: &str) -> bool {
    all_topics().chain(ELSEWHERE.iter().flat_map(|(_, stems)| stems.split(' '))).any(|name| name == word)
}

/// Every English name of a category.
pub fn all_topics() -> impl Iterator<Item = &'static str> {
    TOPICS.into_iter().flat_map(|(_, names)| names.iter().copied())
}

/// Whether the word says nothing beside others.
pub fn is_empty_word(word: &str) -> bool {
    EMPTY.contains(&word) || FILLING.contains(&word)
}

/// Whether the word of a purpose tells nothing about its app. "Teams" is a product that people look for, not every app for teams.
pub fn is_filling(word: &str) -> bool {
    FILLING.contains(&word) || matches!(word, "team" | "teams")
}

/// What a short form stands for.
pub fn long_form(word: &str) -> Option<&'static str> {
    SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| *long)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use crate::domain::search::text::Phrase;

    #[test]
    fn every_word_is_in_its_comparable_form() {
        let shorts = SHORT.iter().flat_map(|(short, long)| [*short, *long]);
        let elsewhere = ELSEWHERE.iter().flat_map(|(_, stems)| stems.split(' '));
        for word in all_topics().chain(EMPTY).chain(FILLING).chain(shorts).chain(elsewhere) {
            assert_eq!(Phrase::new(word).spaced(), word);
        }
    }

    #[test]
    fn a_word_of_another_language_has_a_meaning() {
        for (english, _) in ELSEWHERE {
            assert!(topics(english) != 0 && is_topic(english), "{english}");
        }
        for (word, english) in [
            ("lohnbuchhaltung", Some("payroll")),
            ("comptabilite", Some("accounting")),
            ("compt", Some("accounting")),
            ("kunden", Some("customers")),
            ("kundendienst", Some("support")),
            ("kundend", Some("customers")),
            ("会計ソフト", Some("accounting")),
            ("ナレ", Some("knowledge")),
            ("rh", Some("hr")),
            ("rhombus", None),
            ("comp", None),
            ("税", None),
            ("payroll", None),
            ("ticketing", None),
            ("", None),
        ] {
            assert_eq!(meaning(word), english, "{word}");
        }
    }

    #[test]
    fn each_category_is_found_by_its_label_and_its_slug() {
        for category in Category::ALL {
            for text in [category.label(), category.slug()] {
                assert!(topics(Phrase::new(text).joined()) & bit(category) != 0, "{text}");
            }
        }
    }

    #[test]
    fn unfinished_words_name_a_category_from_four_letters_on() {
        assert_eq!(topics("payro"), bit(Hris));
        assert_eq!(topics("docs"), bit(FileStorage) | bit(KnowledgeBase));
        assert_eq!(topics("pay"), 0);
        assert_eq!(topics(""), 0);
    }
}
