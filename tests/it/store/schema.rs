//! The two sets of migrations are in step, and the databases themselves forbid what may not be.

use std::{collections::BTreeMap, path::Path};

use patchbay::server::store;
use sqlx::{Connection as _, PgConnection, Row as _, SqliteConnection};
use uuid::Uuid;

use super::harness::*;

both!(all_migrations_are_in_and_run_once, a_newer_database_is_refused, the_database_forbids_doubles_and_nonsense);

fn files(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn both_sides_have_the_same_numbers_and_names() {
    assert_eq!(files("sqlite"), files("postgres"));
    for (n, name) in files("sqlite").iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", n + 1)) && name.ends_with(".sql"), "{name}");
    }
}

async fn all_migrations_are_in_and_run_once(db: TestDb) {
    // A build that embeds an older list than the folder's is noticed here.
    let expected = i64::try_from(files("sqlite").len()).unwrap();
    store::migrate(&db.url).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM _sqlx_migrations").await, expected);
}

async fn a_newer_database_is_refused(db: TestDb) {
    db.execute("UPDATE _sqlx_migrations SET version = 9999 WHERE version = 1").await.unwrap();
    assert!(matches!(store::open(&db.url).await.map(|_| ()), Err(store::ports::StoreError::Migrate(_))));
}

/// Column names with their nullability, by table.
type Tables = BTreeMap<String, BTreeMap<String, bool>>;

#[tokio::test]
async fn both_sides_have_the_same_tables_columns_and_indexes() {
    let Some(postgres) = TestDb::postgres().await else { return };
    let sqlite = TestDb::sqlite().await;
    let mut lite = SqliteConnection::connect(&sqlite.url).await.unwrap();
    let mut tables = Tables::new();
    let rows = "SELECT m.name AS t, c.name AS c, c.\"notnull\" AS n FROM sqlite_schema m JOIN pragma_table_info(m.name) c \
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
    for row in sqlx::query(rows).fetch_all(&mut lite).await.unwrap() {
        tables.entry(row.get("t")).or_default().insert(row.get("c"), row.get::<i64, _>("n") == 1);
    }
    let indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
    let lite_indexes: Vec<String> = sqlx::query_scalar(indexes).fetch_all(&mut lite).await.unwrap();

    let mut pg = PgConnection::connect(&postgres.url).await.unwrap();
    let mut others = Tables::new();
    let rows = "SELECT table_name::text AS t, column_name::text AS c, is_nullable = 'NO' AS n \
                FROM information_schema.columns WHERE table_schema = 'public'";
    for row in sqlx::query(rows).fetch_all(&mut pg).await.unwrap() {
        others.entry(row.get("t")).or_default().insert(row.get("c"), row.get("n"));
    }
    let indexes = "SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
                   WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid) ORDER BY 1";
    let mut pg_indexes: Vec<String> = sqlx::query_scalar(indexes).fetch_all(&mut pg).await.unwrap();
    pg_indexes.sort();

    tables.remove("_sqlx_migrations");
    others.remove("_sqlx_migrations");
    assert!(tables.len() >= 17, "{:?}", tables.keys());
    assert_eq!(tables, others);
    assert_eq!(lite_indexes, pg_indexes);
}

async fn the_database_forbids_doubles_and_nonsense(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let copy = |changes: &[(&str, &str)]| {
        let columns = "id, organization_id, subject_kind, subject_id, strategy, upstream, created_by, end_user_origin_id, \
                       end_user_email_address, end_user_organization_name, category, requested_integration, status, account_token, \
                       connected_at, deleting_since, created_at, updated_at";
        let values: Vec<String> = columns
            .split(',')
            .map(str::trim)
            .map(|column| match (changes.iter().find(|(name, _)| *name == column), column) {
                (Some((_, value)), _) => (*value).to_owned(),
                (None, "id" | "end_user_origin_id") => format!("'{}'", Uuid::new_v4()),
                (None, _) => column.to_owned(),
            })
            .collect();
        format!("INSERT INTO linked_accounts ({columns}) SELECT {} FROM linked_accounts WHERE id = '{}'", values.join(", "), row.id)
    };
    let forbidden: &[&[(&str, &str)]] = &[
        &[],
        &[("requested_integration", "'other'"), ("end_user_origin_id", "end_user_origin_id")],
        &[("requested_integration", "'other'"), ("status", "'odd'")],
        &[("requested_integration", "'other'"), ("category", "'mktg'")],
        &[("requested_integration", "'other'"), ("strategy", "'some'")],
        &[("requested_integration", "'other'"), ("subject_kind", "'team'")],
        &[("requested_integration", "'other'"), ("subject_id", "'somebody'")],
        &[("requested_integration", "'other'"), ("organization_id", "'nobody'"), ("subject_id", "'nobody'")],
        &[("status", "'active'")],
        &[("status", "'active'"), ("connected_at", "1")],
        &[("account_token", "'v1.k1.x'"), ("requested_integration", "'other'")],
        &[("status", "'deleting'"), ("account_token", "'v1.k1.x'"), ("connected_at", "1")],
        &[("status", "'active'"), ("account_token", "'v1.k1.x'"), ("connected_at", "1"), ("deleting_since", "1")],
    ];
    for changes in forbidden {
        assert!(db.execute(&copy(changes)).await.is_err(), "{changes:?}");
    }
    let allowed: &[&[(&str, &str)]] = &[
        &[("requested_integration", "'other'")],
        &[("requested_integration", "NULL")],
        &[("upstream", "'elsewhere'")],
        &[("category", "'ats'")],
        &[("status", "'active'"), ("account_token", "'v1.k1.x'"), ("connected_at", "1")],
        &[("status", "'active'"), ("account_token", "'v1.k1.x'"), ("connected_at", "1")],
        &[("strategy", "'single'")],
    ];
    for changes in allowed {
        db.execute(&copy(changes)).await.unwrap_or_else(|error| panic!("{changes:?}: {error}"));
    }
    for second in [
        copy(&[("requested_integration", "NULL")]),
        copy(&[("strategy", "'single'"), ("requested_integration", "'third'")]),
        copy(&[("strategy", "'single'"), ("status", "'active'"), ("account_token", "'v1.k1.x'"), ("connected_at", "1")]),
        format!("UPDATE memberships SET role = 'owner' WHERE user_id = '{}'", org.user),
        "INSERT INTO users (id, name, email, created_at) SELECT 'x', name, email, 0 FROM users".to_owned(),
    ] {
        assert!(db.execute(&second).await.is_err(), "{second}");
    }
}
