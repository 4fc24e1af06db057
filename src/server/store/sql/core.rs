//! The store as a whole: its pools, its transactions, its announcements and its sealed values.

use async_trait::async_trait;
use sqlx::Row as _;
use tokio::{sync::broadcast, task::JoinHandle};

use super::{
    super::{
        parse,
        ports::{Announcement, Sealed, SealedCell, SealedPlace, Store, StoreResult},
    },
    db::{self, Pool, Tx},
};
use crate::domain::{ids::OrganizationId, people::Org, time::Timestamp};

/// How many announcements a slow page may lag behind before it is told to refetch.
const BACKLOG: usize = 1024;

const DAY_MILLIS: i64 = 86_400_000;
/// No transaction writes more rows than this, so that none blocks the others for long (§5).
pub(super) const ROWS_AT_ONCE: i64 = 500;

/// The store on one database.
#[derive(Debug)]
pub(in super::super) struct SqlStore {
    pub(super) read: Pool,
    write: Pool,
    /// The number of the newest migration that this program knows.
    newest: i64,
    changes: broadcast::Sender<Announcement>,
    listener: Option<JoinHandle<()>>,
}

impl SqlStore {
    pub(super) fn new(read: Pool, write: Pool, newest: i64) -> Self {
        Self { read, write, newest, changes: broadcast::Sender::new(BACKLOG), listener: None }
    }

    /// Begins a transaction that writes.
    pub(super) async fn begin(&self) -> StoreResult<Tx> {
        Ok(self.write.begin_with(db::BEGIN).await?)
    }

    /// Begins a transaction that is alone among those of its organisation that link accounts. It stands for the lock of
    /// (subject, category) and for that of a page (L4): an organisation's subjects and pages are its own, two locks would need an
    /// order, and what people click is rare.
    pub(super) async fn begin_linking(&self, org: &Org) -> StoreResult<Tx> {
        let mut tx = self.begin().await?;
        db::lock(&mut tx, &format!("linking:{}", org.organization)).await?;
        Ok(tx)
    }

    /// What tells the pages of this process.
    pub(super) fn teller(&self) -> Teller {
        Teller(self.changes.clone())
    }

    /// Keeps a task for as long as the store is open.
    #[allow(dead_code, reason = "one of the two databases has a listener")]
    pub(super) fn attend(&mut self, task: JoinHandle<()>) {
        self.listener = Some(task);
    }
}

impl Drop for SqlStore {
    fn drop(&mut self) {
        if let Some(task) = &self.listener {
            task.abort();
        }
    }
}

/// Passes announcements on to the pages of this process.
pub(super) struct Teller(broadcast::Sender<Announcement>);

impl Teller {
    /// Passes on one announcement as it went over the wire: `{organization} {event}`. Others are none of ours.
    pub(super) fn tell(&self, payload: &str) {
        if let Some((organization, event)) = payload.split_once(' ')
            && let Ok(organization) = organization.parse()
        {
            // Nobody listens: nobody has a page open.
            let _nobody = self.0.send(Announcement { organization, event: event.to_owned() });
        }
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn ready(&self) -> StoreResult<()> {
        let done: i64 = sqlx::query_scalar("SELECT CAST(coalesce(max(version), 0) AS BIGINT) FROM _sqlx_migrations WHERE success")
            .fetch_one(&self.read)
            .await?;
        match done {
            done if done < self.newest => Err(sqlx::migrate::MigrateError::VersionNotPresent(self.newest).into()),
            _ => Ok(()),
        }
    }

    async fn sealing_keys(&self) -> StoreResult<Vec<String>> {
        Ok(sqlx::query_scalar(concat!(
            "SELECT ",
            kid!("account_token"),
            " FROM linked_accounts WHERE account_token IS NOT NULL \
             UNION SELECT ",
            kid!("public_token"),
            " FROM link_attempts WHERE public_token IS NOT NULL \
             UNION SELECT ",
            kid!("account_token"),
            " FROM link_attempts WHERE account_token IS NOT NULL \
             UNION SELECT ",
            kid!("body"),
            " FROM webhook_inbox WHERE body IS NOT NULL \
             ORDER BY 1"
        ))
        .fetch_all(&self.read)
        .await?)
    }

    async fn announce(&self, organization: OrganizationId, event: &str) -> StoreResult<()> {
        let payload = format!("{organization} {event}");
        if !db::NOTIFY_RETURNS {
            self.teller().tell(&payload);
        }
        db::notify(&self.write, &payload).await
    }

    fn changes(&self) -> broadcast::Receiver<Announcement> {
        self.changes.subscribe()
    }

    async fn sealed_otherwise(&self, kid: &str, limit: u32) -> StoreResult<Vec<SealedCell>> {
        let rows = sqlx::query(concat!(
            "SELECT place, id, identity, sealed FROM ( \
             SELECT 'account' AS place, id, 'linked_accounts:' || id AS identity, account_token AS sealed FROM linked_accounts \
             WHERE account_token IS NOT NULL AND ",
            kid!("account_token"),
            " <> $1 \
             UNION ALL SELECT 'attempt_public', id, 'exchange:' || token_hash, public_token FROM link_attempts \
             WHERE public_token IS NOT NULL AND ",
            kid!("public_token"),
            " <> $1 \
             UNION ALL SELECT 'attempt_account', id, 'exchange:' || token_hash, account_token FROM link_attempts \
             WHERE account_token IS NOT NULL AND ",
            kid!("account_token"),
            " <> $1 \
             UNION ALL SELECT 'inbox_body', id, 'webhook_inbox:' || id, body FROM webhook_inbox \
             WHERE body IS NOT NULL AND ",
            kid!("body"),
            " <> $1 \
             ) AS cells LIMIT $2"
        ))
        .bind(kid)
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let place: String = row.try_get("place")?;
                let id: String = row.try_get("id")?;
                Ok(SealedCell {
                    place: parse::word("sealed", "place", &place, |text| match text {
                        "account" => Some(SealedPlace::Account),
                        "attempt_public" => Some(SealedPlace::AttemptPublic),
                        "attempt_account" => Some(SealedPlace::AttemptAccount),
                        "inbox_body" => Some(SealedPlace::InboxBody),
                        _ => None,
                    })?,
                    row: parse::uuid("sealed", "id", &id)?,
                    identity: row.try_get("identity")?,
                    sealed: Sealed(row.try_get("sealed")?),
                })
            })
            .collect()
    }

    async fn reseal(&self, cell: &SealedCell, new: &Sealed) -> StoreResult<bool> {
        let text = match cell.place {
            SealedPlace::Account => "UPDATE linked_accounts SET account_token = $3 WHERE id = $1 AND account_token = $2",
            SealedPlace::AttemptPublic => "UPDATE link_attempts SET public_token = $3 WHERE id = $1 AND public_token = $2",
            SealedPlace::AttemptAccount => "UPDATE link_attempts SET account_token = $3 WHERE id = $1 AND account_token = $2",
            SealedPlace::InboxBody => "UPDATE webhook_inbox SET body = $3 WHERE id = $1 AND body = $2",
        };
        let mut tx = self.begin().await?;
        let done = sqlx::query(text).bind(cell.row.to_string()).bind(&cell.sealed.0).bind(&new.0).execute(&mut *tx).await?.rows_affected();
        tx.commit().await?;
        Ok(done == 1)
    }

    async fn tidy(&self, now: Timestamp) -> StoreResult<u64> {
        let texts = [
            ("DELETE FROM rate_windows WHERE key IN (SELECT key FROM rate_windows WHERE window_end <= $1 LIMIT $2)", DAY_MILLIS),
            (
                "DELETE FROM tombstones WHERE (organization_id, origin_mac, linked_account_id) IN \
                 (SELECT organization_id, origin_mac, linked_account_id FROM tombstones WHERE expires_at <= $1 LIMIT $2)",
                0,
            ),
            (
                "DELETE FROM embed_tickets WHERE (issuer, jti) IN (SELECT issuer, jti FROM embed_tickets WHERE expires_at <= $1 LIMIT $2)",
                DAY_MILLIS,
            ),
            (
                concat!(
                    "DELETE FROM link_attempts WHERE id IN (SELECT id FROM link_attempts WHERE updated_at <= $1 \
                     AND exchange IN ('none', 'done', 'refused') AND (state <> 'open' OR hold_until <= ",
                    now_ms!(),
                    ") LIMIT $2)"
                ),
                30 * DAY_MILLIS,
            ),
            (
                "DELETE FROM webhook_inbox WHERE id IN \
                 (SELECT id FROM webhook_inbox WHERE received_at <= $1 AND state IN ('done', 'dead') LIMIT $2)",
                30 * DAY_MILLIS,
            ),
        ];
        let mut gone = 0;
        for (text, age) in texts {
            let mut tx = self.begin().await?;
            gone += sqlx::query(text).bind(now.plus_millis(-age).0).bind(ROWS_AT_ONCE).execute(&mut *tx).await?.rows_affected();
            tx.commit().await?;
        }
        Ok(gone)
    }

    async fn close(&self) {
        if let Some(task) = &self.listener {
            task.abort();
        }
        self.read.close().await;
        self.write.close().await;
    }
}
