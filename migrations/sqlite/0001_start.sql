-- Times are milliseconds since the Unix epoch, except those of the upstream, which are kept verbatim as text. Ids are UUIDs in text
-- form. The Postgres twin of this file has the same tables and columns; a test compares them.

CREATE TABLE organizations (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    operator BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL
);

CREATE TABLE memberships (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'member')),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, user_id)
);
CREATE INDEX memberships_by_user ON memberships (user_id);

-- token_hash: SHA-256 of the cookie's value, which is nowhere.
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (organization_id, user_id) REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
CREATE INDEX sessions_by_member ON sessions (organization_id, user_id);

-- organization_id NULL: reads all organisations.
CREATE TABLE api_keys (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT REFERENCES organizations (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);

CREATE TABLE linked_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('organization', 'user')),
    subject_id TEXT NOT NULL,
    strategy TEXT NOT NULL CHECK (strategy IN ('multiple', 'single')),
    upstream TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES users (id),
    end_user_origin_id TEXT NOT NULL UNIQUE CHECK (length(end_user_origin_id) BETWEEN 1 AND 100),
    end_user_email_address TEXT NOT NULL,
    end_user_organization_name TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('hris', 'ats', 'crm', 'accounting', 'ticketing', 'filestorage', 'knowledgebase')),
    requested_integration TEXT,
    requested_integration_name TEXT,
    integration_name TEXT,
    integration_slug TEXT,
    display_name TEXT,
    status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'relink_needed', 'error', 'deleting')),
    linked_account_id TEXT,
    account_token TEXT,
    is_duplicate BOOLEAN,
    instance_id TEXT,
    error_category TEXT CHECK (error_category IN ('credentials', 'permissions', 'plan', 'outage', 'removed')),
    error_detail TEXT,
    last_successful_sync_at BIGINT,
    initial_sync_completed BOOLEAN NOT NULL DEFAULT FALSE,
    epoch BIGINT NOT NULL DEFAULT 0,
    credential_rev BIGINT NOT NULL DEFAULT 0,
    run_fence BIGINT NOT NULL DEFAULT 0,
    change_seq BIGINT NOT NULL DEFAULT 0,
    token_issued BOOLEAN NOT NULL DEFAULT FALSE,
    discarded BOOLEAN NOT NULL DEFAULT FALSE,
    deleting_since BIGINT,
    connected_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK (subject_kind = 'user' OR subject_id = organization_id),
    -- A row with a token never becomes pending, and none is connected without one.
    CHECK ((status = 'pending') = (account_token IS NULL)),
    CHECK ((status = 'pending') = (connected_at IS NULL)),
    CHECK ((status = 'deleting') = (deleting_since IS NOT NULL))
);
CREATE INDEX linked_accounts_by_organization ON linked_accounts (organization_id, created_at, id);
CREATE INDEX linked_accounts_by_subject ON linked_accounts (subject_id, category);
CREATE INDEX linked_accounts_by_upstream_id ON linked_accounts (linked_account_id);
-- L4: one unfinished row for each app that a subject tries in a category.
CREATE UNIQUE INDEX linked_accounts_one_pending ON linked_accounts
    (organization_id, subject_kind, subject_id, category, coalesce(requested_integration, ''), strategy, upstream) WHERE status = 'pending';
-- L5: one account for each subject and category under `single`.
CREATE UNIQUE INDEX linked_accounts_one_single ON linked_accounts (subject_kind, subject_id, category) WHERE strategy = 'single';

-- state: whether the attempt may hold its row; exchange: where the exchange of its public token stands (L6).
CREATE TABLE link_attempts (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    account_id TEXT REFERENCES linked_accounts (id) ON DELETE SET NULL,
    category TEXT CHECK (category IN ('hris', 'ats', 'crm', 'accounting', 'ticketing', 'filestorage', 'knowledgebase')),
    page TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'superseded', 'released', 'ended')),
    hold_until BIGINT NOT NULL DEFAULT 0,
    exchange TEXT NOT NULL DEFAULT 'none' CHECK (exchange IN ('none', 'claimed', 'token_kept', 'done', 'refused')),
    token_hash TEXT UNIQUE,
    public_token TEXT,
    account_token TEXT,
    linked_account_id TEXT,
    sent_origin_id TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    fence BIGINT NOT NULL DEFAULT 0,
    outcome_account TEXT REFERENCES linked_accounts (id) ON DELETE SET NULL,
    outcome_error TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK ((exchange = 'none') = (token_hash IS NULL)),
    -- Tokens stay for as long as the exchange needs them.
    CHECK ((exchange IN ('claimed', 'token_kept')) = (public_token IS NOT NULL)),
    CHECK ((exchange = 'token_kept') = (account_token IS NOT NULL))
);
-- A page has one live attempt: the newest supersedes the others.
CREATE UNIQUE INDEX link_attempts_one_open ON link_attempts (organization_id, user_id, page) WHERE state = 'open' AND page IS NOT NULL;
CREATE INDEX link_attempts_by_account ON link_attempts (account_id, state);
CREATE INDEX link_attempts_by_outcome ON link_attempts (outcome_account);
CREATE INDEX link_attempts_by_age ON link_attempts (updated_at);

-- What stays of a deleted account (L8). linked_account_id is '' when the upstream never told it.
CREATE TABLE tombstones (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    origin_mac TEXT NOT NULL,
    linked_account_id TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('hris', 'ats', 'crm', 'accounting', 'ticketing', 'filestorage', 'knowledgebase')),
    upstream TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, origin_mac, linked_account_id)
);
CREATE INDEX tombstones_by_upstream_id ON tombstones (linked_account_id);
CREATE INDEX tombstones_by_expiry ON tombstones (expires_at);

-- Where the sync of one model of one account stands. Times of the upstream are verbatim.
CREATE TABLE model_syncs (
    account_id TEXT NOT NULL REFERENCES linked_accounts (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    status TEXT,
    last_sync_result TEXT,
    is_initial_sync BOOLEAN,
    last_sync_start TEXT,
    next_sync_start TEXT,
    last_sync_finished TEXT,
    data_fresh_as_of TEXT,
    last_synced_at BIGINT,
    window_start TEXT,
    window_end TEXT,
    planned_end TEXT,
    planned_start TEXT,
    cursor_text TEXT,
    cursor_at BIGINT,
    restarts BIGINT NOT NULL DEFAULT 0,
    generation BIGINT NOT NULL DEFAULT 0,
    record_count BIGINT NOT NULL DEFAULT 0,
    stale BOOLEAN NOT NULL DEFAULT FALSE,
    error TEXT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, model)
);

-- Without a foreign key: the records of a deleted account go in small transactions of their own, also after its row (L8).
CREATE TABLE records (
    account_id TEXT NOT NULL,
    model TEXT NOT NULL,
    merge_id TEXT NOT NULL,
    remote_id TEXT,
    fields TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    deleted_at BIGINT,
    change_seq BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    generation BIGINT NOT NULL,
    PRIMARY KEY (account_id, model, merge_id)
);
-- S5: readers page by (change_seq, id).
CREATE INDEX records_by_change ON records (account_id, model, change_seq, merge_id);
CREATE INDEX records_by_generation ON records (account_id, model, generation);

CREATE TABLE webhook_inbox (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT REFERENCES organizations (id) ON DELETE SET NULL,
    account_id TEXT REFERENCES linked_accounts (id) ON DELETE SET NULL,
    linked_account_id TEXT,
    event TEXT,
    body TEXT,
    body_hash TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'processing', 'done', 'retry', 'dead')),
    attempts BIGINT NOT NULL DEFAULT 0,
    run_at BIGINT NOT NULL,
    error TEXT,
    received_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
-- W4: an identical body is dropped while its twin still waits.
CREATE UNIQUE INDEX webhook_inbox_one_waiting ON webhook_inbox (body_hash) WHERE state IN ('received', 'retry');
CREATE INDEX webhook_inbox_due ON webhook_inbox (run_at) WHERE state IN ('received', 'processing', 'retry');
CREATE INDEX webhook_inbox_by_account ON webhook_inbox (account_id);
CREATE INDEX webhook_inbox_by_age ON webhook_inbox (received_at);

-- No foreign key to the account: what was done to it is told after it is gone. visible_to: the one person who may see it; NULL: all.
CREATE TABLE activity (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    visible_to TEXT,
    at BIGINT NOT NULL,
    actor_id TEXT,
    actor_name TEXT,
    kind TEXT NOT NULL,
    account_id TEXT,
    label TEXT NOT NULL
);
CREATE INDEX activity_by_organization ON activity (organization_id, id);
CREATE INDEX activity_by_account ON activity (account_id, id);

-- The catalogue as it came last (C1).
CREATE TABLE integrations (
    upstream TEXT NOT NULL PRIMARY KEY,
    list TEXT NOT NULL,
    fetched_at BIGINT NOT NULL
);

CREATE TABLE app_requests (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    normalized_name TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

CREATE TABLE app_request_votes (
    request_id TEXT NOT NULL REFERENCES app_requests (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (request_id, user_id)
);

-- run_at: when the job can be claimed; of a running one the end of its lease. rerun_at: asked for again while it ran.
CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'dead')),
    run_at BIGINT NOT NULL,
    rerun_at BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    fence BIGINT NOT NULL DEFAULT 0,
    reason TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX jobs_one_live ON jobs (kind, subject) WHERE state <> 'dead';
CREATE INDEX jobs_due ON jobs (run_at) WHERE state <> 'dead';

CREATE TABLE rate_windows (
    key TEXT NOT NULL PRIMARY KEY,
    window_start BIGINT NOT NULL,
    window_end BIGINT NOT NULL,
    taken BIGINT NOT NULL
);
CREATE INDEX rate_windows_by_end ON rate_windows (window_end);
