-- Frozen with its first release; never edited. Later changes are later revisions.

CREATE TABLE sent_invitation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    invitee TEXT NOT NULL,
    addressee TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    way TEXT NOT NULL,
    number TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    struck INTEGER NOT NULL,
    template INTEGER NOT NULL,
    document TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    CONSTRAINT ck_sent_invitation_paper CHECK (document <> '' AND length(content_hash) = 64 AND template >= 1),
    CONSTRAINT ck_sent_invitation_given CHECK (invitee <> '' AND addressee <> '' AND at <> ''),
    CONSTRAINT uq_sent_invitation_uid UNIQUE (uid),
    CONSTRAINT fk_sent_invitation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_sent_invitation_id CHECK (id >= 1),
    CONSTRAINT ck_sent_invitation_sent_on CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(sent_on) IS sent_on),
    CONSTRAINT ck_sent_invitation_way CHECK (way IN ('automation', 'by_hand', 'post', 'fax', 'email', 'messenger', 'other')),
    CONSTRAINT ck_sent_invitation_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL)),
    CONSTRAINT ck_sent_invitation_struck CHECK (struck IN (0, 1))
) STRICT;

CREATE INDEX ix_sent_invitation_meeting_id ON sent_invitation (meeting_id);

CREATE TRIGGER guard_sent_invitation_update BEFORE UPDATE ON sent_invitation
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:sent_invitation');
END;

CREATE TRIGGER guard_sent_invitation_delete BEFORE DELETE ON sent_invitation
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:sent_invitation');
END;

CREATE TRIGGER guard_sent_invitation_replace BEFORE INSERT ON sent_invitation
WHEN EXISTS (SELECT 1 FROM sent_invitation WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:sent_invitation');
END;
