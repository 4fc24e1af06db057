CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS accounts (
  id TEXT PRIMARY KEY,
  category TEXT NOT NULL,
  origin_id TEXT NOT NULL,
  organization TEXT NOT NULL,
  email TEXT NOT NULL,
  integration TEXT,
  status TEXT NOT NULL,
  status_detail TEXT,
  account_token TEXT UNIQUE,
  account_type TEXT NOT NULL,
  is_duplicate INTEGER,
  instance_id TEXT,
  instance_display_value TEXT,
  subdomain TEXT,
  listener TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  completed_at INTEGER,
  first_sync_at INTEGER,
  resynced_at INTEGER,
  broken_at INTEGER,
  syncs_disabled INTEGER NOT NULL DEFAULT 0,
  disabled_models TEXT NOT NULL DEFAULT '[]',
  restricted_models TEXT NOT NULL DEFAULT '[]',
  finished_before TEXT NOT NULL DEFAULT '{}',
  sync_overrides TEXT NOT NULL DEFAULT '{}',
  UNIQUE (category, origin_id)
);
CREATE TABLE IF NOT EXISTS link_tokens (
  token TEXT PRIMARY KEY,
  origin_id TEXT NOT NULL,
  organization TEXT NOT NULL,
  email TEXT NOT NULL,
  categories TEXT NOT NULL,
  path_category TEXT,
  integration TEXT,
  language TEXT,
  syncs_disabled INTEGER NOT NULL DEFAULT 0,
  account_type TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  window_id TEXT,
  account_id TEXT,
  finished_at INTEGER
);
CREATE TABLE IF NOT EXISTS public_tokens (
  token TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
);
CREATE TABLE IF NOT EXISTS issues (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  status TEXT NOT NULL,
  error_description TEXT NOT NULL,
  error_details TEXT NOT NULL,
  first_incident INTEGER NOT NULL,
  last_incident INTEGER NOT NULL,
  is_muted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS audit (
  id TEXT PRIMARY KEY,
  event_type TEXT NOT NULL,
  description TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS documents (
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (kind, owner, id)
);
PRAGMA user_version = 1;
