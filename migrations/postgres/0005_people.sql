-- Invitations by link (P2). What opens one is made of its id and a secret of the server, and is nowhere in the database.
CREATE TABLE invitations (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'member')),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Accepted or withdrawn.
    ended_at BIGINT,
    accepted_by TEXT REFERENCES users (id)
);
CREATE INDEX invitations_by_organization ON invitations (organization_id, created_at);

-- C4: what somebody says of the app that they ask for.
ALTER TABLE app_request_votes ADD COLUMN website TEXT;
ALTER TABLE app_request_votes ADD COLUMN reason TEXT;
