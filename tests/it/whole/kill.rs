//! SIGKILL in the middle of an exchange and of a deletion: the next process finishes both (L6, L8, S12).

use reqwest::Method;
use serde_json::{Value, json};

use super::program::{Program, until};
use crate::store::harness::TestDb;

both!(an_exchange_survives_sigkill_at_every_step, a_deletion_survives_sigkill_at_every_step);

/// Time passes while nothing runs: leases end and jobs fall due.
async fn leases_end(program: &Program) {
    program.db.execute("UPDATE link_attempts SET lease_until = 0").await.unwrap();
    program.db.execute("UPDATE jobs SET run_at = 0").await.unwrap();
}

async fn an_exchange_survives_sigkill_at_every_step(db: TestDb) {
    let program = Program::start(db).await;
    // Before the upstream exchanged; after the token is kept, while the details are read; while the upstream exchanges. In the last case the
    // public token may be spent and its account token never seen: then the person has to connect again, under the same id.
    for (n, (path, after, finishes)) in
        [("*/account-token/*", false, true), ("*/account-details", false, true), ("*/account-token/*", true, false)].into_iter().enumerate()
    {
        let admin = program.admin(&format!("Acme{n}")).await;
        let (_, attempt_id, public_token) = admin.window("hris", "bamboohr").await;
        let before = program.asked(path).await;
        program.control("POST", "/faults", json!({ "kind": "hang", "match": { "path": path }, "times": 1, "after": after })).await;
        let body = json!({ "public_token": public_token, "attempt_id": attempt_id });
        let call = {
            let (base, cookie, body) = (program.base.clone(), admin.cookie.clone(), body.clone());
            tokio::spawn(async move { patient_post(base, cookie, "/api/merge/exchange-public-token", body).await })
        };
        until("the call arrives", || async { (program.asked(path).await > before).then_some(()) }).await;
        program.kill();
        let _ = call.await;
        if !after {
            program.given_up(path).await;
        }
        program.control("DELETE", "/faults", json!({})).await;
        leases_end(&program).await;
        program.launch().await;
        if finishes {
            let account = until("the account is connected", || async {
                admin.accounts().await.into_iter().find(|account| account["status"] == "active")
            })
            .await;
            assert_eq!(account["integration_name"], "BambooHR");
            let again = admin.post("/api/merge/exchange-public-token", body).await;
            assert_eq!(again.json()["linked_account_id"], account["id"], "the page's own retry joins");
        } else {
            let again = admin.post("/api/merge/exchange-public-token", body).await;
            if again.status != 200 {
                assert_eq!((again.status, again.json()["field"].as_str()), (400, Some("public_token")), "{}", again.text);
                admin.connected("hris", "bamboohr").await;
            }
            assert_eq!(admin.accounts().await.len(), 1, "the same row, the same id");
        }
    }
}

async fn a_deletion_survives_sigkill_at_every_step(db: TestDb) {
    let program = Program::start(db).await;
    for (n, after) in [false, true].into_iter().enumerate() {
        let admin = program.admin(&format!("Acme{n}")).await;
        let account = admin.connected("hris", "bamboohr").await;
        let before = program.asked("*/delete-account").await;
        program
            .control("POST", "/faults", json!({ "kind": "hang", "match": { "path": "*/delete-account" }, "times": 1, "after": after }))
            .await;
        let deleted = admin.post("/api/merge/delete-integration", json!({ "integration_id": account })).await;
        assert_eq!(deleted.status, 200, "{}", deleted.text);
        until("the call arrives", || async { (program.asked("*/delete-account").await > before).then_some(()) }).await;
        program.kill();
        if !after {
            program.given_up("*/delete-account").await;
        }
        program.control("DELETE", "/faults", json!({})).await;
        leases_end(&program).await;
        program.launch().await;
        until("it is gone here", || async {
            let left = program.db.number(&format!("SELECT COUNT(*) FROM linked_accounts WHERE id = '{account}'")).await;
            (left == 0).then_some(())
        })
        .await;
        let upstream = program.control("GET", "/accounts", Value::Null).await;
        assert_eq!(upstream["accounts"].as_array().unwrap().len(), 0, "and upstream");
        assert!(admin.accounts().await.is_empty());
    }
}

/// A call whose server may die under it.
async fn patient_post(base: String, cookie: String, path: &str, body: Value) -> Option<u16> {
    let tls = patchbay::server::tls::client_config().unwrap();
    let http = reqwest::Client::builder().no_proxy().tls_backend_preconfigured(tls).build().unwrap();
    let request = http.request(Method::POST, format!("{base}{path}")).header("sec-fetch-site", "same-origin").header("cookie", cookie);
    request.body(body.to_string()).send().await.ok().map(|answer| answer.status().as_u16())
}
