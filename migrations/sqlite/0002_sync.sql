-- What the sync engine keeps besides. Times of the upstream are verbatim texts; those that are compared have a column in microseconds.

ALTER TABLE records ADD COLUMN modified_us BIGINT NOT NULL DEFAULT 0;
-- A sweep walks the primary key in slices; an index that every page rewrites would cost more than it saves.
DROP INDEX records_by_generation;

-- S3: the start of the upstream's sync that ran when the window was planned; of the window under way, and of the last complete one.
ALTER TABLE model_syncs ADD COLUMN planned_floor TEXT;
ALTER TABLE model_syncs ADD COLUMN window_floor TEXT;
-- When a model that is in error or switched off is tried again.
ALTER TABLE model_syncs ADD COLUMN retry_at BIGINT;

-- Issues that were last seen before it count no more.
ALTER TABLE linked_accounts ADD COLUMN relinked_at BIGINT;
-- S11: models that were not reconciled since are due.
ALTER TABLE linked_accounts ADD COLUMN reconcile_wanted_at BIGINT;

-- S11: a full list and the sweep that follows it. unchanged_since: the finish that must stay the newest until the sweep. confirmed: each
-- missing row is asked for by id. position: the row that the sweep has come to.
CREATE TABLE reconciliations (
    account_id TEXT NOT NULL REFERENCES linked_accounts (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('listing', 'sweeping', 'done', 'stopped')),
    generation BIGINT NOT NULL,
    confirmed BOOLEAN NOT NULL,
    unchanged_since TEXT NOT NULL,
    cursor_text TEXT,
    cursor_at BIGINT,
    restarts BIGINT NOT NULL DEFAULT 0,
    position TEXT NOT NULL DEFAULT '',
    missing BIGINT NOT NULL DEFAULT 0,
    started_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, model)
);

-- S9: the upstream refuses the key, so nobody asks it anything until then; whoever comes first after that tries.
CREATE TABLE upstream_pauses (
    upstream TEXT NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL
);
