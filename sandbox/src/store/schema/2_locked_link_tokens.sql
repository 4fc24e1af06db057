-- The window may not offer another app when the account had its app before the window was opened.
ALTER TABLE link_tokens ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
PRAGMA user_version = 2;
