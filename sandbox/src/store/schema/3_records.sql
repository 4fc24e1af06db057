-- What is known of each model of an account: how many records a seed gives it, when they came, and how far its syncs were played.
CREATE TABLE account_models (
  account_id TEXT NOT NULL,
  model TEXT NOT NULL,
  instance TEXT NOT NULL,
  size INTEGER NOT NULL,
  base_start INTEGER NOT NULL,
  base_end INTEGER NOT NULL,
  initial_end INTEGER NOT NULL,
  settled_at INTEGER NOT NULL,
  syncs INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  last_finished INTEGER,
  last_result TEXT,
  fresh_as_of INTEGER,
  late INTEGER NOT NULL DEFAULT 0,
  changed_each INTEGER,
  added_each INTEGER,
  removed_each INTEGER,
  scenario TEXT,
  scenario_initial INTEGER,
  scenario_at INTEGER,
  PRIMARY KEY (account_id, model)
) WITHOUT ROWID;
-- The records that are no longer as the seed gave them, and those that came later.
CREATE TABLE records (
  account_id TEXT NOT NULL,
  model TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  id TEXT,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  state INTEGER NOT NULL,
  fields TEXT,
  PRIMARY KEY (account_id, model, ordinal)
) WITHOUT ROWID;
CREATE INDEX records_by_time ON records (account_id, model, modified_at);
CREATE INDEX records_by_id ON records (account_id, model, id) WHERE id IS NOT NULL;
-- Changes that happened and are not seen yet.
CREATE TABLE pending_records (
  seq INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  model TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  id TEXT,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  state INTEGER NOT NULL,
  fields TEXT
);
CREATE INDEX pending_by_time ON pending_records (account_id, due_at);
ALTER TABLE accounts ADD COLUMN next_due INTEGER;
PRAGMA user_version = 3;
