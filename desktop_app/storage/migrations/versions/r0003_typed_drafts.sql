-- Frozen with its first release; never edited. Later changes are later revisions.

CREATE TABLE draft (
    kind TEXT NOT NULL,
    uid TEXT NOT NULL,
    field TEXT NOT NULL,
    content TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (kind, uid, field),
    CONSTRAINT ck_draft_named CHECK (kind <> '' AND field <> ''),
    CONSTRAINT ck_draft_at_given CHECK (at <> ''),
    CONSTRAINT ck_draft_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
