//! Pieces of SQL that several queries share. They are macros because a query's text is put together when the program is compiled.

/// The scope of every query on tenant data, in one place (§13): `$1` is the organisation, `$2` the person; rows whose subject is a user
/// are that person's alone (P2).
macro_rules! visible {
    () => {
        "(a.organization_id = $1 AND (a.subject_kind = 'organization' OR a.subject_id = $2))"
    };
}

/// All columns of an account and where they come from.
macro_rules! select_account {
    () => {
        select_account!("")
    };
    ($more:literal) => {
        concat!(
            "SELECT a.id, a.organization_id, a.subject_kind, a.subject_id, a.strategy, a.upstream, a.created_by, u.name AS created_by_name, \
             a.end_user_origin_id, a.end_user_email_address, a.end_user_organization_name, a.category, a.requested_integration, \
             a.requested_integration_name, a.integration_name, a.integration_slug, a.display_name, a.status, a.linked_account_id, \
             a.account_token, a.is_duplicate, a.instance_id, a.error_category, a.error_detail, a.last_successful_sync_at, \
             a.initial_sync_completed, a.epoch, a.credential_rev, a.token_issued, a.discarded, a.deleting_since, a.connected_at, \
             a.created_at, a.updated_at",
            $more,
            " FROM linked_accounts a JOIN users u ON u.id = a.created_by "
        )
    };
}

/// All columns of an attempt.
macro_rules! attempt_columns {
    () => {
        "id, organization_id, account_id, user_id, category, exchange, token_hash, public_token, account_token, linked_account_id, \
         sent_origin_id, outcome_account, outcome_error, fence"
    };
}

/// The statuses of an account that was connected and is not being deleted.
macro_rules! connected {
    () => {
        "('active', 'relink_needed', 'error')"
    };
}
/// What follows the rows of an insertion into `records`: a row that is there becomes the new one (S5).
macro_rules! upsert {
    () => {
        " ON CONFLICT (account_id, model, merge_id) DO UPDATE SET remote_id = excluded.remote_id, fields = excluded.fields, \
         payload_hash = excluded.payload_hash, modified_at = excluded.modified_at, modified_us = excluded.modified_us, \
         deleted_at = excluded.deleted_at, change_seq = excluded.change_seq, changed_at = excluded.changed_at, \
         generation = excluded.generation"
    };
}
