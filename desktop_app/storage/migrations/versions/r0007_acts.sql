-- Frozen with its first release; never edited. Later changes are later revisions.

CREATE TABLE act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    answer TEXT NOT NULL,
    CONSTRAINT ck_act_answer CHECK (json_valid(answer) AND json_type(answer) = 'object'),
    CONSTRAINT ck_act_at_given CHECK (at <> ''),
    CONSTRAINT uq_act_uid UNIQUE (uid),
    CONSTRAINT ck_act_id CHECK (id >= 1),
    CONSTRAINT ck_act_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL)),
    CONSTRAINT ck_act_role CHECK (role IN ('operator', 'program'))
) STRICT;

CREATE TRIGGER guard_act_update BEFORE UPDATE ON act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:act');
END;

CREATE TRIGGER guard_act_delete BEFORE DELETE ON act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:act');
END;

CREATE TRIGGER guard_act_replace BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:act');
END;
