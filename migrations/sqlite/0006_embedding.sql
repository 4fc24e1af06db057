-- Embedding (P3). Who comes through a host product is known by (issuer, organisation there, subject), never by an e-mail address; and an
-- organisation that a host product brought is no other's.
CREATE TABLE external_organizations (
    issuer TEXT NOT NULL,
    external_id TEXT NOT NULL,
    organization_id TEXT NOT NULL UNIQUE REFERENCES organizations (id) ON DELETE CASCADE,
    PRIMARY KEY (issuer, external_id)
);

-- email: as the host product says, for what is sent on; nobody is found by it.
CREATE TABLE external_people (
    organization_id TEXT NOT NULL REFERENCES external_organizations (organization_id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
    email TEXT,
    PRIMARY KEY (organization_id, subject)
);

-- What was shown once is never taken again.
CREATE TABLE embed_tickets (
    issuer TEXT NOT NULL,
    jti TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, jti)
);
CREATE INDEX embed_tickets_by_expiry ON embed_tickets (expires_at);

-- The origin of the page around the frame; NULL: a session of our own pages.
ALTER TABLE sessions ADD COLUMN embed_origin TEXT;
ALTER TABLE sessions ADD COLUMN embed_theme TEXT;
