-- What is deleted is looked at by itself, and is little: without an index of its own all that lives is read to find it. Sorting by the other
-- side's time or id goes without one: a hundred thousand records are sorted in a fraction of a second, and each more index costs every record
-- that is written.
CREATE INDEX records_deleted ON records (account_id, model, change_seq, merge_id) WHERE deleted_at IS NOT NULL;
