-- Frozen with its first release; never edited. Later changes are later revisions.

CREATE TABLE agenda_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    meeting_id INTEGER,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    presenter TEXT NOT NULL,
    background TEXT NOT NULL,
    planned_minutes INTEGER NOT NULL,
    spent_seconds INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    resolution_id INTEGER,
    CONSTRAINT ck_agenda_item_counts CHECK (planned_minutes >= 0 AND spent_seconds >= 0),
    CONSTRAINT uq_agenda_item_uid UNIQUE (uid),
    CONSTRAINT fk_agenda_item_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_agenda_item_resolution_id FOREIGN KEY(resolution_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_agenda_item_id CHECK (id >= 1),
    CONSTRAINT ck_agenda_item_kind CHECK (kind IN ('follow_up', 'previous_minutes', 'topic', 'next_meeting')),
    CONSTRAINT ck_agenda_item_state CHECK (state IN ('waiting', 'running', 'done', 'parked')),
    CONSTRAINT ck_agenda_item_started_at CHECK (started_at = '' OR (started_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(started_at) IS NOT NULL))
) STRICT;
