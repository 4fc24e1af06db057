-- What is asked for beside the windows.

-- W5: records that events told of, each to be asked for by its id in the account's next run. told: grows with each event, so that a record that is
-- told of again while it is being asked for is asked for once more. tries: how often that was begun.
CREATE TABLE wanted_records (
    account_id TEXT NOT NULL REFERENCES linked_accounts (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    merge_id TEXT NOT NULL,
    told BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    PRIMARY KEY (account_id, model, merge_id)
);

-- S11: how many missing rows a person has let go, and until when that counts.
ALTER TABLE reconciliations ADD COLUMN approved BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reconciliations ADD COLUMN approved_until BIGINT;
