-- Frozen with its first release; never edited. Later changes are later revisions.

DROP TRIGGER guard_minutes_version_moves;

CREATE TABLE chain_link (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    format INTEGER NOT NULL,
    previous TEXT NOT NULL,
    last_entry INTEGER NOT NULL,
    last_act INTEGER NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT uq_chain_link_hash UNIQUE (hash),
    CONSTRAINT ck_chain_link_hashes CHECK (length(hash) = 64 AND length(previous) IN (0, 64)),
    CONSTRAINT ck_chain_link_places CHECK (format >= 1 AND last_entry >= 0 AND last_act >= 0),
    CONSTRAINT ck_chain_link_seq CHECK (seq >= 1)
) STRICT;

CREATE TABLE file (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    CONSTRAINT uq_file_sha256 UNIQUE (sha256),
    CONSTRAINT ck_file_bytes CHECK (length(sha256) = 64 AND size >= 0 AND type <> ''),
    CONSTRAINT uq_file_uid UNIQUE (uid),
    CONSTRAINT ck_file_id CHECK (id >= 1)
) STRICT;

CREATE TABLE file_link (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    file_id INTEGER NOT NULL,
    record_kind TEXT NOT NULL,
    record_uid TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    classification TEXT,
    removed_on TEXT,
    CONSTRAINT ck_file_link_given CHECK (record_kind <> '' AND record_uid <> '' AND name <> ''),
    CONSTRAINT ck_file_link_ordinal CHECK (ordinal >= 0),
    CONSTRAINT uq_file_link_uid UNIQUE (uid),
    CONSTRAINT fk_file_link_file_id FOREIGN KEY(file_id) REFERENCES file (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_file_link_id CHECK (id >= 1),
    CONSTRAINT ck_file_link_role CHECK (role IN ('attachment', 'annex', 'scan', 'letter', 'evidence', 'logo')),
    CONSTRAINT ck_file_link_classification CHECK (classification IN ('normal', 'confidential', 'secret')),
    CONSTRAINT ck_file_link_removed_on CHECK (removed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(removed_on) IS removed_on)
) STRICT;

CREATE TABLE record_hash (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    link INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    format INTEGER NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT ck_record_hash_hash CHECK (length(hash) IN (0, 64) AND kind <> '' AND format >= 1),
    CONSTRAINT fk_record_hash_link FOREIGN KEY(link) REFERENCES chain_link (seq) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_record_hash_id CHECK (id >= 1)
) STRICT;

CREATE TABLE incoming_paper (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    number TEXT NOT NULL,
    day TEXT,
    received_on TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    classification TEXT NOT NULL,
    urgency TEXT NOT NULL,
    note TEXT NOT NULL,
    struck_on TEXT,
    struck_reason TEXT NOT NULL,
    CONSTRAINT uq_incoming_paper_committee_id_year_row UNIQUE (committee_id, year, "row"),
    CONSTRAINT ck_incoming_paper_struck CHECK ((struck_on IS NULL) = (struck_reason = '')),
    CONSTRAINT ck_incoming_paper_given CHECK (year >= 1 AND row >= 1 AND sender <> ''),
    CONSTRAINT uq_incoming_paper_uid UNIQUE (uid),
    CONSTRAINT fk_incoming_paper_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_incoming_paper_id CHECK (id >= 1),
    CONSTRAINT ck_incoming_paper_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_incoming_paper_received_on CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(received_on) IS received_on),
    CONSTRAINT ck_incoming_paper_classification CHECK (classification IN ('normal', 'confidential', 'secret')),
    CONSTRAINT ck_incoming_paper_urgency CHECK (urgency IN ('normal', 'urgent', 'immediate')),
    CONSTRAINT ck_incoming_paper_struck_on CHECK (struck_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(struck_on) IS struck_on)
) STRICT;

CREATE TABLE outgoing_paper (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    addressee TEXT NOT NULL,
    subject TEXT NOT NULL,
    way TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    classification TEXT NOT NULL,
    urgency TEXT NOT NULL,
    template INTEGER NOT NULL,
    document TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    note TEXT NOT NULL,
    received_by TEXT NOT NULL,
    received_on TEXT,
    struck_on TEXT,
    struck_reason TEXT NOT NULL,
    CONSTRAINT uq_outgoing_paper_committee_id_year_row UNIQUE (committee_id, year, "row"),
    CONSTRAINT ck_outgoing_paper_struck CHECK ((struck_on IS NULL) = (struck_reason = '')),
    CONSTRAINT ck_outgoing_paper_given CHECK (year >= 1 AND row >= 1 AND addressee <> '' AND at <> ''),
    CONSTRAINT ck_outgoing_paper_document CHECK ((document = '' AND content_hash = '' AND template = 0) OR (document <> '' AND length(content_hash) = 64 AND template >= 1)),
    CONSTRAINT uq_outgoing_paper_uid UNIQUE (uid),
    CONSTRAINT fk_outgoing_paper_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_outgoing_paper_id CHECK (id >= 1),
    CONSTRAINT ck_outgoing_paper_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_outgoing_paper_way CHECK (way IN ('automation', 'by_hand', 'post', 'fax', 'email', 'messenger', 'other')),
    CONSTRAINT ck_outgoing_paper_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL)),
    CONSTRAINT ck_outgoing_paper_classification CHECK (classification IN ('normal', 'confidential', 'secret')),
    CONSTRAINT ck_outgoing_paper_urgency CHECK (urgency IN ('normal', 'urgent', 'immediate')),
    CONSTRAINT ck_outgoing_paper_received_on CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(received_on) IS received_on),
    CONSTRAINT ck_outgoing_paper_struck_on CHECK (struck_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(struck_on) IS struck_on)
) STRICT;

CREATE TABLE taking_over (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    last_meeting INTEGER NOT NULL,
    last_number TEXT NOT NULL,
    last_serial INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    CONSTRAINT ck_taking_over_month CHECK (month BETWEEN 1 AND 12),
    CONSTRAINT ck_taking_over_numbers CHECK (last_meeting >= 0 AND last_serial >= 0),
    CONSTRAINT ck_taking_over_at_given CHECK (at <> ''),
    CONSTRAINT uq_taking_over_uid UNIQUE (uid),
    CONSTRAINT fk_taking_over_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_taking_over_id CHECK (id >= 1),
    CONSTRAINT ck_taking_over_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;

CREATE TABLE paper_link (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    incoming_paper_id INTEGER,
    outgoing_paper_id INTEGER,
    record_kind TEXT NOT NULL,
    record_uid TEXT NOT NULL,
    removed_on TEXT,
    CONSTRAINT ck_paper_link_one_paper CHECK ((incoming_paper_id IS NULL) <> (outgoing_paper_id IS NULL)),
    CONSTRAINT ck_paper_link_given CHECK (record_kind <> '' AND record_uid <> ''),
    CONSTRAINT uq_paper_link_uid UNIQUE (uid),
    CONSTRAINT fk_paper_link_incoming_paper_id FOREIGN KEY(incoming_paper_id) REFERENCES incoming_paper (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_paper_link_outgoing_paper_id FOREIGN KEY(outgoing_paper_id) REFERENCES outgoing_paper (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_paper_link_id CHECK (id >= 1),
    CONSTRAINT ck_paper_link_removed_on CHECK (removed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(removed_on) IS removed_on)
) STRICT;

CREATE TABLE request (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    unit_id INTEGER,
    party_id INTEGER,
    resolution_id INTEGER,
    wanted_due TEXT,
    agenda_item_id INTEGER,
    answered_on TEXT,
    answer TEXT NOT NULL,
    CONSTRAINT ck_request_given CHECK (title <> ''),
    CONSTRAINT ck_request_extension CHECK (kind <> 'extension' OR resolution_id IS NOT NULL),
    CONSTRAINT uq_request_uid UNIQUE (uid),
    CONSTRAINT fk_request_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_request_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_request_party_id FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_request_resolution_id FOREIGN KEY(resolution_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_request_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_request_id CHECK (id >= 1),
    CONSTRAINT ck_request_kind CHECK (kind IN ('extension', 'proposal', 'agreement', 'circulation')),
    CONSTRAINT ck_request_state CHECK (state IN ('open', 'tabled', 'accepted', 'refused', 'withdrawn')),
    CONSTRAINT ck_request_asked_on CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(asked_on) IS asked_on),
    CONSTRAINT ck_request_wanted_due CHECK (wanted_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(wanted_due) IS wanted_due),
    CONSTRAINT ck_request_answered_on CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(answered_on) IS answered_on)
) STRICT;

CREATE INDEX ix_file_link_file_id ON file_link (file_id);

CREATE INDEX ix_file_link_record_uid ON file_link (record_uid);

CREATE INDEX ix_incoming_paper_committee_id ON incoming_paper (committee_id);

CREATE INDEX ix_outgoing_paper_committee_id ON outgoing_paper (committee_id);

CREATE INDEX ix_paper_link_incoming_paper_id ON paper_link (incoming_paper_id);

CREATE INDEX ix_paper_link_outgoing_paper_id ON paper_link (outgoing_paper_id);

CREATE INDEX ix_paper_link_record_uid ON paper_link (record_uid);

CREATE INDEX ix_record_hash_kind_record_id ON record_hash (kind, record_id);

CREATE INDEX ix_record_hash_link ON record_hash (link);

CREATE INDEX ix_request_agenda_item_id ON request (agenda_item_id);

CREATE INDEX ix_request_committee_id ON request (committee_id);

CREATE INDEX ix_request_party_id ON request (party_id);

CREATE INDEX ix_request_resolution_id ON request (resolution_id);

CREATE INDEX ix_request_unit_id ON request (unit_id);

CREATE INDEX ix_taking_over_committee_id ON taking_over (committee_id);

CREATE TRIGGER guard_chain_link_update BEFORE UPDATE ON chain_link
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:chain_link');
END;

CREATE TRIGGER guard_chain_link_delete BEFORE DELETE ON chain_link
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:chain_link');
END;

CREATE TRIGGER guard_chain_link_replace BEFORE INSERT ON chain_link
WHEN EXISTS (SELECT 1 FROM chain_link WHERE ((seq = NEW.seq) OR (hash = NEW.hash)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:chain_link');
END;

CREATE TRIGGER guard_file_update BEFORE UPDATE ON file
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:file');
END;

CREATE TRIGGER guard_file_delete BEFORE DELETE ON file
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:file');
END;

CREATE TRIGGER guard_file_replace BEFORE INSERT ON file
WHEN EXISTS (SELECT 1 FROM file WHERE ((id = NEW.id) OR (sha256 = NEW.sha256) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:file');
END;

CREATE TRIGGER guard_file_link_delete BEFORE DELETE ON file_link
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:file_link');
END;

CREATE TRIGGER guard_file_link_identity BEFORE UPDATE ON file_link
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.file_id IS NOT OLD.file_id OR NEW.record_kind IS NOT OLD.record_kind OR NEW.record_uid IS NOT OLD.record_uid OR NEW.role IS NOT OLD.role
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:file_link');
END;

CREATE TRIGGER guard_file_link_replace BEFORE INSERT ON file_link
WHEN EXISTS (SELECT 1 FROM file_link WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:file_link');
END;

CREATE TRIGGER guard_file_link_replace_update BEFORE UPDATE ON file_link
WHEN EXISTS (SELECT 1 FROM file_link WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:file_link');
END;

CREATE TRIGGER guard_incoming_paper_delete BEFORE DELETE ON incoming_paper
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:incoming_paper');
END;

CREATE TRIGGER guard_incoming_paper_identity BEFORE UPDATE ON incoming_paper
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id OR NEW.year IS NOT OLD.year OR NEW.row IS NOT OLD.row
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:incoming_paper');
END;

CREATE TRIGGER guard_incoming_paper_replace BEFORE INSERT ON incoming_paper
WHEN EXISTS (SELECT 1 FROM incoming_paper WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND year = NEW.year AND row = NEW.row) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:incoming_paper');
END;

CREATE TRIGGER guard_incoming_paper_replace_update BEFORE UPDATE ON incoming_paper
WHEN EXISTS (SELECT 1 FROM incoming_paper WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND year = NEW.year AND row = NEW.row) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:incoming_paper');
END;

CREATE TRIGGER guard_minutes_version_moves BEFORE UPDATE ON minutes_version
WHEN NEW.state IS NOT OLD.state AND NOT ((OLD.state = 'draft' AND NEW.state IN ('archived', 'dropped', 'review')) OR (OLD.state = 'review' AND NEW.state IN ('draft', 'dropped', 'final')) OR (OLD.state = 'final' AND NEW.state IN ('signed', 'withdrawn')) OR (OLD.state = 'signed' AND NEW.state IN ('amended', 'archived')) OR (OLD.state = 'archived' AND NEW.state IN ('amended')) OR (OLD.state = 'dropped' AND NEW.state IN ('draft')))
BEGIN
    SELECT RAISE(ABORT, 'guard:state_move_refused:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_begins BEFORE INSERT ON minutes_version
WHEN NEW.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_to_amended BEFORE UPDATE ON minutes_version
WHEN NEW.state = 'amended' AND OLD.state IS NOT NEW.state AND NOT (EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'amended') AND EXISTS (SELECT 1 FROM minutes_version AS later WHERE later.meeting_id = NEW.meeting_id AND later.version > NEW.version AND later.state IN ('archived', 'final', 'signed')))
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_to_archived BEFORE UPDATE ON minutes_version
WHEN NEW.state = 'archived' AND OLD.state IS NOT NEW.state AND NOT (CASE OLD.state WHEN 'draft' THEN NEW.content_hash = '' AND EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'taken_over') ELSE EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'archived') END)
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_to_dropped BEFORE UPDATE ON minutes_version
WHEN NEW.state = 'dropped' AND OLD.state IS NOT NEW.state AND NOT (EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'dropped'))
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_to_final BEFORE UPDATE ON minutes_version
WHEN NEW.state = 'final' AND OLD.state IS NOT NEW.state AND NOT (EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'finalised'))
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_to_signed BEFORE UPDATE ON minutes_version
WHEN NEW.state = 'signed' AND OLD.state IS NOT NEW.state AND NOT (EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'signed') AND (SELECT count(*) FROM signature AS pen JOIN signer AS hand ON hand.id = pen.signer_id WHERE hand.minutes_version_id = NEW.id AND pen.struck = 0 AND pen.original <= NEW.originals AND NOT EXISTS (SELECT 1 FROM signature AS later WHERE later.signer_id = pen.signer_id AND later.original = pen.original AND later.id > pen.id)) = max(1, (SELECT count(*) FROM signer WHERE minutes_version_id = NEW.id) * NEW.originals))
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_minutes_version_to_withdrawn BEFORE UPDATE ON minutes_version
WHEN NEW.state = 'withdrawn' AND OLD.state IS NOT NEW.state AND NOT (EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = 'withdrawn') AND NOT EXISTS (SELECT 1 FROM signature AS pen JOIN signer AS hand ON hand.id = pen.signer_id WHERE hand.minutes_version_id = NEW.id AND pen.struck = 0 AND NOT EXISTS (SELECT 1 FROM signature AS later WHERE later.signer_id = pen.signer_id AND later.original = pen.original AND later.id > pen.id)))
BEGIN
    SELECT RAISE(ABORT, 'guard:state_without_act:minutes_version');
END;

CREATE TRIGGER guard_outgoing_paper_delete BEFORE DELETE ON outgoing_paper
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:outgoing_paper');
END;

CREATE TRIGGER guard_outgoing_paper_identity BEFORE UPDATE ON outgoing_paper
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id OR NEW.year IS NOT OLD.year OR NEW.row IS NOT OLD.row OR NEW.number IS NOT OLD.number OR NEW.day IS NOT OLD.day OR NEW.addressee IS NOT OLD.addressee OR NEW.subject IS NOT OLD.subject OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor OR NEW.classification IS NOT OLD.classification OR NEW.urgency IS NOT OLD.urgency OR NEW.template IS NOT OLD.template OR NEW.document IS NOT OLD.document OR NEW.content_hash IS NOT OLD.content_hash
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:outgoing_paper');
END;

CREATE TRIGGER guard_outgoing_paper_struck_on_once BEFORE UPDATE ON outgoing_paper
WHEN OLD.struck_on IS NOT NULL AND NEW.struck_on IS NOT OLD.struck_on
BEGIN
    SELECT RAISE(ABORT, 'guard:number_given_once:outgoing_paper');
END;

CREATE TRIGGER guard_outgoing_paper_replace BEFORE INSERT ON outgoing_paper
WHEN EXISTS (SELECT 1 FROM outgoing_paper WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND year = NEW.year AND row = NEW.row) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:outgoing_paper');
END;

CREATE TRIGGER guard_outgoing_paper_replace_update BEFORE UPDATE ON outgoing_paper
WHEN EXISTS (SELECT 1 FROM outgoing_paper WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND year = NEW.year AND row = NEW.row) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:outgoing_paper');
END;

CREATE TRIGGER guard_paper_link_delete BEFORE DELETE ON paper_link
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:paper_link');
END;

CREATE TRIGGER guard_paper_link_identity BEFORE UPDATE ON paper_link
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.incoming_paper_id IS NOT OLD.incoming_paper_id OR NEW.outgoing_paper_id IS NOT OLD.outgoing_paper_id OR NEW.record_kind IS NOT OLD.record_kind OR NEW.record_uid IS NOT OLD.record_uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:paper_link');
END;

CREATE TRIGGER guard_paper_link_replace BEFORE INSERT ON paper_link
WHEN EXISTS (SELECT 1 FROM paper_link WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:paper_link');
END;

CREATE TRIGGER guard_paper_link_replace_update BEFORE UPDATE ON paper_link
WHEN EXISTS (SELECT 1 FROM paper_link WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:paper_link');
END;

CREATE TRIGGER guard_record_hash_update BEFORE UPDATE ON record_hash
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:record_hash');
END;

CREATE TRIGGER guard_record_hash_delete BEFORE DELETE ON record_hash
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:record_hash');
END;

CREATE TRIGGER guard_record_hash_replace BEFORE INSERT ON record_hash
WHEN EXISTS (SELECT 1 FROM record_hash WHERE ((id = NEW.id)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:record_hash');
END;

CREATE TRIGGER guard_request_delete BEFORE DELETE ON request
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:request');
END;

CREATE TRIGGER guard_request_identity BEFORE UPDATE ON request
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id OR NEW.kind IS NOT OLD.kind OR NEW.resolution_id IS NOT OLD.resolution_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:request');
END;

CREATE TRIGGER guard_request_replace BEFORE INSERT ON request
WHEN EXISTS (SELECT 1 FROM request WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:request');
END;

CREATE TRIGGER guard_request_replace_update BEFORE UPDATE ON request
WHEN EXISTS (SELECT 1 FROM request WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:request');
END;

CREATE TRIGGER guard_taking_over_update BEFORE UPDATE ON taking_over
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:taking_over');
END;

CREATE TRIGGER guard_taking_over_delete BEFORE DELETE ON taking_over
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:taking_over');
END;

CREATE TRIGGER guard_taking_over_replace BEFORE INSERT ON taking_over
WHEN EXISTS (SELECT 1 FROM taking_over WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:taking_over');
END;

-- what was a state and an entry of the audit table alone becomes an act, too
INSERT INTO minutes_act (uid, minutes_version_id, kind, at, actor, reason)
SELECT uid, subject_id, 'amended', at, actor, coalesce(json_extract(facts, '$.reason'), '')
FROM audit
WHERE act = 'amended' AND subject = 'minutes_version'
ORDER BY seq;
