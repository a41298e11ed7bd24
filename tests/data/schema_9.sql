PRAGMA encoding='UTF-8';
PRAGMA application_id=1147232882;
PRAGMA user_version=9;
BEGIN;
CREATE TABLE alembic_version (
    version_num TEXT NOT NULL PRIMARY KEY
) STRICT;
CREATE TABLE audit (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    subject_uid TEXT NOT NULL,
    facts TEXT NOT NULL,
    CONSTRAINT ck_audit_facts CHECK (json_valid(facts) AND json_type(facts) = 'object'),
    CONSTRAINT ck_audit_at_given CHECK (at <> ''),
    CONSTRAINT uq_audit_uid UNIQUE (uid),
    CONSTRAINT ck_audit_seq CHECK (seq >= 1),
    CONSTRAINT ck_audit_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE founding_draft (
    place INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (place),
    CONSTRAINT ck_founding_draft_one CHECK (place = 1),
    CONSTRAINT ck_founding_draft_json CHECK (json_valid(content))
) STRICT;
CREATE TABLE holiday (
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    estimated INTEGER NOT NULL,
    PRIMARY KEY (day),
    CONSTRAINT ck_holiday_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_holiday_estimated CHECK (estimated IN (0, 1))
) STRICT;
CREATE TABLE memorandum (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    signed_on TEXT,
    CONSTRAINT uq_memorandum_uid UNIQUE (uid),
    CONSTRAINT ck_memorandum_id CHECK (id >= 1),
    CONSTRAINT ck_memorandum_signed_on CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(signed_on) IS signed_on)
) STRICT;
CREATE TABLE person (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    archived_on TEXT,
    name_key TEXT NOT NULL, phone TEXT NOT NULL DEFAULT '' CONSTRAINT ck_person_phone CHECK (phone = trim(phone)),
    CONSTRAINT uq_person_uid UNIQUE (uid),
    CONSTRAINT ck_person_id CHECK (id >= 1),
    CONSTRAINT ck_person_archived_on CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(archived_on) IS archived_on)
) STRICT;
CREATE TABLE picture (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT uq_picture_sha256 UNIQUE (sha256),
    CONSTRAINT ck_picture_paper CHECK (length(sha256) = 64 AND width >= 1 AND height >= 1 AND length(content) >= 1),
    CONSTRAINT uq_picture_uid UNIQUE (uid),
    CONSTRAINT ck_picture_id CHECK (id >= 1)
) STRICT;
CREATE TABLE resolution_facts (
    resolution_id INTEGER NOT NULL,
    committee_id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    clause_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    year INTEGER,
    kind TEXT NOT NULL,
    axis_id INTEGER,
    executor_unit_id INTEGER,
    party_id INTEGER,
    owner_unit_id INTEGER,
    owner_person_id INTEGER,
    due TEXT,
    waits INTEGER NOT NULL,
    state TEXT NOT NULL,
    state_place INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    title_key TEXT NOT NULL,
    executor_key TEXT NOT NULL,
    facts_version INTEGER NOT NULL,
    PRIMARY KEY (resolution_id),
    CONSTRAINT ck_resolution_facts_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT ck_resolution_facts_kind CHECK (kind IN ('note', 'decision', 'policy', 'referral', 'advice')),
    CONSTRAINT ck_resolution_facts_due CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(due) IS due),
    CONSTRAINT ck_resolution_facts_waits CHECK (waits IN (0, 1)),
    CONSTRAINT ck_resolution_facts_state CHECK (state IN ('proposed', 'adopted', 'notified', 'in_progress', 'blocked', 'reported_done', 'verified', 'returned', 'superseded', 'revoked', 'deferred', 'rejected'))
) STRICT;
CREATE TABLE upstream_decision (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    session TEXT NOT NULL,
    session_day TEXT,
    notification_number TEXT NOT NULL,
    notification_day TEXT,
    clause TEXT NOT NULL,
    title_key TEXT NOT NULL,
    CONSTRAINT uq_upstream_decision_uid UNIQUE (uid),
    CONSTRAINT ck_upstream_decision_id CHECK (id >= 1),
    CONSTRAINT ck_upstream_decision_session_day CHECK (session_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(session_day) IS session_day),
    CONSTRAINT ck_upstream_decision_notification_day CHECK (notification_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(notification_day) IS notification_day)
) STRICT;
CREATE TABLE article (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    memorandum_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    CONSTRAINT uq_article_memorandum_id_kind_ordinal UNIQUE (memorandum_id, kind, ordinal),
    CONSTRAINT uq_article_uid UNIQUE (uid),
    CONSTRAINT fk_article_memorandum_id FOREIGN KEY(memorandum_id) REFERENCES memorandum (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_article_id CHECK (id >= 1),
    CONSTRAINT ck_article_kind CHECK (kind IN ('article', 'note'))
) STRICT;
CREATE TABLE committee (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    memorandum_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT uq_committee_uid UNIQUE (uid),
    CONSTRAINT fk_committee_memorandum_id FOREIGN KEY(memorandum_id) REFERENCES memorandum (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_committee_id CHECK (id >= 1)
) STRICT;
CREATE TABLE axis (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    parent_id INTEGER,
    CONSTRAINT uq_axis_committee_id_code UNIQUE (committee_id, code),
    CONSTRAINT uq_axis_uid UNIQUE (uid),
    CONSTRAINT fk_axis_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_axis_parent_id FOREIGN KEY(parent_id) REFERENCES axis (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_axis_id CHECK (id >= 1)
) STRICT;
CREATE TABLE meeting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    number INTEGER,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    day TEXT,
    starts_at TEXT NOT NULL,
    began_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    place TEXT NOT NULL,
    chair TEXT NOT NULL,
    secretary TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT uq_meeting_committee_id_number UNIQUE (committee_id, number),
    CONSTRAINT ck_meeting_number CHECK (number >= 1),
    CONSTRAINT uq_meeting_uid UNIQUE (uid),
    CONSTRAINT fk_meeting_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_meeting_id CHECK (id >= 1),
    CONSTRAINT ck_meeting_kind CHECK (kind IN ('ordinary', 'extraordinary')),
    CONSTRAINT ck_meeting_state CHECK (state IN ('draft', 'scheduled', 'convened', 'in_session', 'held', 'closed', 'postponed', 'cancelled', 'inquorate')),
    CONSTRAINT ck_meeting_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_meeting_starts_at CHECK (starts_at = '' OR starts_at GLOB '[01][0-9]:[0-5][0-9]' OR starts_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_meeting_began_at CHECK (began_at = '' OR began_at GLOB '[01][0-9]:[0-5][0-9]' OR began_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_meeting_ended_at CHECK (ended_at = '' OR ended_at GLOB '[01][0-9]:[0-5][0-9]' OR ended_at GLOB '2[0-3]:[0-5][0-9]')
) STRICT;
CREATE TABLE month_act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT ck_month_act_month CHECK (month BETWEEN 1 AND 12),
    CONSTRAINT ck_month_act_at_given CHECK (at <> ''),
    CONSTRAINT uq_month_act_uid UNIQUE (uid),
    CONSTRAINT fk_month_act_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_month_act_id CHECK (id >= 1),
    CONSTRAINT ck_month_act_kind CHECK (kind IN ('excused', 'excuse_taken_back')),
    CONSTRAINT ck_month_act_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_month_act_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE office_setting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER,
    number_pattern TEXT NOT NULL,
    quorum_numerator INTEGER NOT NULL,
    quorum_denominator INTEGER NOT NULL,
    quorum_video_counts INTEGER NOT NULL,
    weekend TEXT NOT NULL,
    opens_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    letterhead TEXT NOT NULL,
    logo TEXT NOT NULL,
    invocation TEXT NOT NULL,
    originals INTEGER NOT NULL,
    kept_at TEXT NOT NULL,
    closing TEXT NOT NULL,
    operator TEXT NOT NULL,
    print_setup TEXT NOT NULL,
    sample INTEGER NOT NULL, outgoing_pattern TEXT NOT NULL DEFAULT '',
    CONSTRAINT ck_office_setting_quorum CHECK (quorum_numerator >= 0 AND quorum_denominator >= 1),
    CONSTRAINT ck_office_setting_weekend_list CHECK (json_valid(weekend) AND json_type(weekend) = 'array'),
    CONSTRAINT ck_office_setting_letterhead_list CHECK (json_valid(letterhead) AND json_type(letterhead) = 'array'),
    CONSTRAINT ck_office_setting_originals CHECK (originals >= 1),
    CONSTRAINT ck_office_setting_print_setup_json CHECK (json_valid(print_setup) AND json_type(print_setup) = 'object'),
    CONSTRAINT uq_office_setting_uid UNIQUE (uid),
    CONSTRAINT fk_office_setting_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_office_setting_id CHECK (id >= 1),
    CONSTRAINT ck_office_setting_quorum_video_counts CHECK (quorum_video_counts IN (0, 1)),
    CONSTRAINT ck_office_setting_opens_at CHECK (opens_at = '' OR opens_at GLOB '[01][0-9]:[0-5][0-9]' OR opens_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_office_setting_closes_at CHECK (closes_at = '' OR closes_at GLOB '[01][0-9]:[0-5][0-9]' OR closes_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_office_setting_sample CHECK (sample IN (0, 1))
) STRICT;
CREATE TABLE party (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    committee_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    signatory TEXT NOT NULL,
    signatory_post TEXT NOT NULL,
    CONSTRAINT uq_party_committee_id_code UNIQUE (committee_id, code),
    CONSTRAINT uq_party_uid UNIQUE (uid),
    CONSTRAINT fk_party_committee_id FOREIGN KEY(committee_id) REFERENCES committee (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_party_id CHECK (id >= 1),
    CONSTRAINT ck_party_code CHECK (code IN ('province', 'center'))
) STRICT;
CREATE TABLE meeting_act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT ck_meeting_act_at_given CHECK (at <> ''),
    CONSTRAINT uq_meeting_act_uid UNIQUE (uid),
    CONSTRAINT fk_meeting_act_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_meeting_act_id CHECK (id >= 1),
    CONSTRAINT ck_meeting_act_source CHECK (source IN ('draft', 'scheduled', 'convened', 'in_session', 'held', 'closed', 'postponed', 'cancelled', 'inquorate')),
    CONSTRAINT ck_meeting_act_target CHECK (target IN ('draft', 'scheduled', 'convened', 'in_session', 'held', 'closed', 'postponed', 'cancelled', 'inquorate')),
    CONSTRAINT ck_meeting_act_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_meeting_act_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE resolution (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    "row" INTEGER,
    number TEXT NOT NULL,
    adopted_on TEXT,
    CONSTRAINT uq_resolution_meeting_id_row UNIQUE (meeting_id, "row"),
    CONSTRAINT ck_resolution_number CHECK ((number = '') = (row IS NULL) AND row >= 1),
    CONSTRAINT uq_resolution_uid UNIQUE (uid),
    CONSTRAINT fk_resolution_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_resolution_id CHECK (id >= 1),
    CONSTRAINT ck_resolution_adopted_on CHECK (adopted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(adopted_on) IS adopted_on)
) STRICT;
CREATE TABLE seat (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    archived_on TEXT,
    CONSTRAINT uq_seat_uid UNIQUE (uid),
    CONSTRAINT fk_seat_party_id FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_seat_id CHECK (id >= 1),
    CONSTRAINT ck_seat_role CHECK (role IN ('chair', 'deputy', 'secretary', 'representative', 'member')),
    CONSTRAINT ck_seat_archived_on CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(archived_on) IS archived_on)
) STRICT;
CREATE TABLE unit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    parent_id INTEGER,
    head TEXT NOT NULL,
    liaison TEXT NOT NULL,
    contact TEXT NOT NULL,
    archived_on TEXT,
    name_key TEXT NOT NULL,
    CONSTRAINT uq_unit_uid UNIQUE (uid),
    CONSTRAINT fk_unit_party_id FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_unit_parent_id FOREIGN KEY(parent_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_unit_id CHECK (id >= 1),
    CONSTRAINT ck_unit_kind CHECK (kind IN ('unit', 'agency')),
    CONSTRAINT ck_unit_archived_on CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(archived_on) IS archived_on)
) STRICT;
CREATE TABLE attendance (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    seat_id INTEGER NOT NULL,
    party_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    state TEXT NOT NULL,
    substitute_name TEXT NOT NULL,
    letter_number TEXT NOT NULL,
    letter_day TEXT,
    arrived_at TEXT NOT NULL,
    left_at TEXT NOT NULL,
    CONSTRAINT uq_attendance_minutes_version_id_seat_id UNIQUE (minutes_version_id, seat_id),
    CONSTRAINT uq_attendance_uid UNIQUE (uid),
    CONSTRAINT fk_attendance_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_attendance_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_attendance_party_id FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_attendance_id CHECK (id >= 1),
    CONSTRAINT ck_attendance_state CHECK (state IN ('unmarked', 'present', 'video', 'substitute', 'excused', 'absent')),
    CONSTRAINT ck_attendance_letter_day CHECK (letter_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(letter_day) IS letter_day),
    CONSTRAINT ck_attendance_arrived_at CHECK (arrived_at = '' OR arrived_at GLOB '[01][0-9]:[0-5][0-9]' OR arrived_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_attendance_left_at CHECK (left_at = '' OR left_at GLOB '[01][0-9]:[0-5][0-9]' OR left_at GLOB '2[0-3]:[0-5][0-9]')
) STRICT;
CREATE TABLE deadline_event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    resolution_id INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    due TEXT,
    granted_by_meeting_id INTEGER,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    undoes_id INTEGER,
    CONSTRAINT uq_deadline_event_resolution_id_sequence UNIQUE (resolution_id, sequence),
    CONSTRAINT ck_deadline_event_order CHECK (sequence >= 0),
    CONSTRAINT uq_deadline_event_uid UNIQUE (uid),
    CONSTRAINT fk_deadline_event_resolution_id FOREIGN KEY(resolution_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_deadline_event_granted_by_meeting_id FOREIGN KEY(granted_by_meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_deadline_event_undoes_id FOREIGN KEY(undoes_id) REFERENCES deadline_event (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_deadline_event_id CHECK (id >= 1),
    CONSTRAINT ck_deadline_event_due CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(due) IS due),
    CONSTRAINT ck_deadline_event_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE guest (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    arrived_at TEXT NOT NULL,
    left_at TEXT NOT NULL,
    CONSTRAINT uq_guest_uid UNIQUE (uid),
    CONSTRAINT fk_guest_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_guest_id CHECK (id >= 1),
    CONSTRAINT ck_guest_arrived_at CHECK (arrived_at = '' OR arrived_at GLOB '[01][0-9]:[0-5][0-9]' OR arrived_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_guest_left_at CHECK (left_at = '' OR left_at GLOB '[01][0-9]:[0-5][0-9]' OR left_at GLOB '2[0-3]:[0-5][0-9]')
) STRICT;
CREATE TABLE nomination (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    seat_id INTEGER NOT NULL,
    person_id INTEGER,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    letter_number TEXT NOT NULL,
    letter_day TEXT,
    from_day TEXT,
    to_day TEXT,
    CONSTRAINT ck_nomination_person CHECK (person_id IS NOT NULL OR state = 'awaited'),
    CONSTRAINT ck_nomination_days CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day),
    CONSTRAINT uq_nomination_uid UNIQUE (uid),
    CONSTRAINT fk_nomination_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_nomination_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_nomination_id CHECK (id >= 1),
    CONSTRAINT ck_nomination_role CHECK (role IN ('main', 'alternate')),
    CONSTRAINT ck_nomination_state CHECK (state IN ('awaited', 'introduced', 'active', 'ended')),
    CONSTRAINT ck_nomination_letter_day CHECK (letter_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(letter_day) IS letter_day),
    CONSTRAINT ck_nomination_from_day CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_day) IS from_day),
    CONSTRAINT ck_nomination_to_day CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_day) IS to_day)
) STRICT;
CREATE TABLE printing (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    copies INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT ck_printing_paper CHECK (copies >= 1 AND length(sha256) = 64),
    CONSTRAINT uq_printing_uid UNIQUE (uid),
    CONSTRAINT fk_printing_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_printing_id CHECK (id >= 1),
    CONSTRAINT ck_printing_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE resolution_act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    resolution_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    letter_number TEXT NOT NULL,
    other_id INTEGER,
    undoes_id INTEGER,
    CONSTRAINT uq_resolution_act_uid UNIQUE (uid),
    CONSTRAINT fk_resolution_act_resolution_id FOREIGN KEY(resolution_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_resolution_act_other_id FOREIGN KEY(other_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_resolution_act_undoes_id FOREIGN KEY(undoes_id) REFERENCES resolution_act (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_resolution_act_id CHECK (id >= 1),
    CONSTRAINT ck_resolution_act_kind CHECK (kind IN ('notified', 'verified', 'returned', 'superseded', 'revoked', 'deferred', 'rejected')),
    CONSTRAINT ck_resolution_act_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_resolution_act_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE search_text (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    meeting_id INTEGER,
    minutes_version_id INTEGER,
    spaced TEXT NOT NULL,
    joined TEXT NOT NULL,
    squeezed TEXT NOT NULL,
    fold_version INTEGER NOT NULL,
    CONSTRAINT uq_search_text_kind_record_id UNIQUE (kind, record_id),
    CONSTRAINT fk_search_text_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_search_text_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_search_text_id CHECK (id >= 1)
) STRICT;
CREATE TABLE signer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    party_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    substitute_for TEXT NOT NULL,
    CONSTRAINT uq_signer_uid UNIQUE (uid),
    CONSTRAINT fk_signer_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_signer_party_id FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_signer_id CHECK (id >= 1)
) STRICT;
CREATE TABLE task (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    resolution_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    due TEXT,
    percent INTEGER NOT NULL,
    resting INTEGER NOT NULL,
    CONSTRAINT uq_task_resolution_id_unit_id UNIQUE (resolution_id, unit_id),
    CONSTRAINT ck_task_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT uq_task_uid UNIQUE (uid),
    CONSTRAINT fk_task_resolution_id FOREIGN KEY(resolution_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_task_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_task_id CHECK (id >= 1),
    CONSTRAINT ck_task_role CHECK (role IN ('executor', 'cooperator')),
    CONSTRAINT ck_task_state CHECK (state IN ('assigned', 'notified', 'planned', 'doing', 'blocked', 'reported', 'accepted', 'returned', 'cancelled')),
    CONSTRAINT ck_task_due CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(due) IS due),
    CONSTRAINT ck_task_resting CHECK (resting IN (0, 1))
) STRICT;
CREATE TABLE clause (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    agenda_item_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    resolution_id INTEGER,
    axis_id INTEGER,
    executor_unit_id INTEGER,
    all_units INTEGER NOT NULL,
    owner_unit_id INTEGER,
    owner_person_id INTEGER,
    deadline_kind TEXT NOT NULL,
    deadline_day TEXT,
    deadline_count INTEGER NOT NULL,
    deadline_unit TEXT NOT NULL,
    deadline_base TEXT NOT NULL,
    adoption TEXT NOT NULL,
    reservation TEXT NOT NULL,
    votes_for INTEGER,
    votes_against INTEGER,
    upstream_id INTEGER, classification TEXT CONSTRAINT ck_clause_classification CHECK (classification IN ('normal', 'confidential', 'secret')),
    CONSTRAINT ck_clause_one_owner CHECK (owner_unit_id IS NULL OR owner_person_id IS NULL),
    CONSTRAINT ck_clause_counts CHECK (deadline_count >= 0 AND votes_for >= 0 AND votes_against >= 0),
    CONSTRAINT uq_clause_uid UNIQUE (uid),
    CONSTRAINT fk_clause_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_resolution_id FOREIGN KEY(resolution_id) REFERENCES resolution (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_axis_id FOREIGN KEY(axis_id) REFERENCES axis (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_executor_unit_id FOREIGN KEY(executor_unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_owner_unit_id FOREIGN KEY(owner_unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_owner_person_id FOREIGN KEY(owner_person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_upstream_id FOREIGN KEY(upstream_id) REFERENCES upstream_decision (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_clause_id CHECK (id >= 1),
    CONSTRAINT ck_clause_kind CHECK (kind IN ('note', 'decision', 'policy', 'referral', 'advice')),
    CONSTRAINT ck_clause_all_units CHECK (all_units IN (0, 1)),
    CONSTRAINT ck_clause_deadline_kind CHECK (deadline_kind IN ('none', 'day', 'relative', 'next_meeting', 'continuous')),
    CONSTRAINT ck_clause_deadline_day CHECK (deadline_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(deadline_day) IS deadline_day),
    CONSTRAINT ck_clause_deadline_unit CHECK (deadline_unit IN ('days', 'working_days')),
    CONSTRAINT ck_clause_deadline_base CHECK (deadline_base IN ('meeting', 'notification')),
    CONSTRAINT ck_clause_adoption CHECK (adoption IN ('unanimous', 'majority', 'with_reservation'))
) STRICT;
CREATE TABLE deliberation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    agenda_item_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT uq_deliberation_uid UNIQUE (uid),
    CONSTRAINT fk_deliberation_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_deliberation_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_deliberation_id CHECK (id >= 1)
) STRICT;
CREATE TABLE task_act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    task_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    percent INTEGER NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    told_by TEXT NOT NULL,
    undoes_id INTEGER,
    CONSTRAINT ck_task_act_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT uq_task_act_uid UNIQUE (uid),
    CONSTRAINT fk_task_act_task_id FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_task_act_undoes_id FOREIGN KEY(undoes_id) REFERENCES task_act (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_task_act_id CHECK (id >= 1),
    CONSTRAINT ck_task_act_source CHECK (source IN ('assigned', 'notified', 'planned', 'doing', 'blocked', 'reported', 'accepted', 'returned', 'cancelled')),
    CONSTRAINT ck_task_act_target CHECK (target IN ('assigned', 'notified', 'planned', 'doing', 'blocked', 'reported', 'accepted', 'returned', 'cancelled')),
    CONSTRAINT ck_task_act_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day) IS day),
    CONSTRAINT ck_task_act_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE TABLE clause_unit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    clause_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    CONSTRAINT uq_clause_unit_clause_id_unit_id UNIQUE (clause_id, unit_id),
    CONSTRAINT fk_clause_unit_clause_id FOREIGN KEY(clause_id) REFERENCES clause (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_clause_unit_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_clause_unit_id CHECK (id >= 1)
) STRICT;
CREATE INDEX ix_article_memorandum_id ON article (memorandum_id);
CREATE INDEX ix_attendance_minutes_version_id ON attendance (minutes_version_id);
CREATE INDEX ix_attendance_party_id ON attendance (party_id);
CREATE INDEX ix_attendance_seat_id ON attendance (seat_id);
CREATE INDEX ix_audit_subject_subject_id ON audit (subject, subject_id);
CREATE INDEX ix_axis_committee_id ON axis (committee_id);
CREATE INDEX ix_axis_parent_id ON axis (parent_id);
CREATE INDEX ix_clause_agenda_item_id ON clause (agenda_item_id);
CREATE INDEX ix_clause_axis_id ON clause (axis_id);
CREATE INDEX ix_clause_executor_unit_id ON clause (executor_unit_id);
CREATE INDEX ix_clause_minutes_version_id ON clause (minutes_version_id);
CREATE INDEX ix_clause_owner_person_id ON clause (owner_person_id);
CREATE INDEX ix_clause_owner_unit_id ON clause (owner_unit_id);
CREATE INDEX ix_clause_resolution_id ON clause (resolution_id);
CREATE INDEX ix_clause_unit_clause_id ON clause_unit (clause_id);
CREATE INDEX ix_clause_unit_unit_id ON clause_unit (unit_id);
CREATE INDEX ix_clause_upstream_id ON clause (upstream_id);
CREATE INDEX ix_committee_memorandum_id ON committee (memorandum_id);
CREATE INDEX ix_deadline_event_granted_by_meeting_id ON deadline_event (granted_by_meeting_id);
CREATE INDEX ix_deadline_event_resolution_id ON deadline_event (resolution_id);
CREATE INDEX ix_deadline_event_undoes_id ON deadline_event (undoes_id);
CREATE INDEX ix_deliberation_agenda_item_id ON deliberation (agenda_item_id);
CREATE INDEX ix_deliberation_minutes_version_id ON deliberation (minutes_version_id);
CREATE INDEX ix_guest_minutes_version_id ON guest (minutes_version_id);
CREATE INDEX ix_meeting_act_meeting_id ON meeting_act (meeting_id);
CREATE INDEX ix_meeting_committee_id ON meeting (committee_id);
CREATE INDEX ix_meeting_committee_id_day ON meeting (committee_id, day);
CREATE INDEX ix_meeting_day ON meeting (day);
CREATE INDEX ix_month_act_committee_id ON month_act (committee_id);
CREATE INDEX ix_nomination_person_id ON nomination (person_id);
CREATE INDEX ix_nomination_seat_id ON nomination (seat_id);
CREATE INDEX ix_office_setting_committee_id ON office_setting (committee_id);
CREATE INDEX ix_party_committee_id ON party (committee_id);
CREATE INDEX ix_person_name_key ON person (name_key);
CREATE INDEX ix_printing_minutes_version_id ON printing (minutes_version_id);
CREATE INDEX ix_resolution_act_other_id ON resolution_act (other_id);
CREATE INDEX ix_resolution_act_resolution_id ON resolution_act (resolution_id);
CREATE INDEX ix_resolution_act_undoes_id ON resolution_act (undoes_id);
CREATE INDEX ix_resolution_facts_clause_id ON resolution_facts (clause_id);
CREATE INDEX ix_resolution_facts_due_place ON resolution_facts (due, place);
CREATE INDEX ix_resolution_facts_executor_key_place ON resolution_facts (executor_key, place);
CREATE INDEX ix_resolution_facts_executor_unit_id ON resolution_facts (executor_unit_id);
CREATE INDEX ix_resolution_facts_facts_version ON resolution_facts (facts_version);
CREATE INDEX ix_resolution_facts_meeting_id ON resolution_facts (meeting_id);
CREATE INDEX ix_resolution_facts_place ON resolution_facts (place);
CREATE INDEX ix_resolution_facts_state_due ON resolution_facts (state, due);
CREATE INDEX ix_resolution_facts_state_place_place ON resolution_facts (state_place, place);
CREATE INDEX ix_resolution_facts_title_key_place ON resolution_facts (title_key, place);
CREATE INDEX ix_resolution_facts_waiting ON resolution_facts (committee_id) WHERE waits = 1;
CREATE INDEX ix_resolution_meeting_id ON resolution (meeting_id);
CREATE INDEX ix_resolution_number ON resolution (number);
CREATE INDEX ix_search_text_fold_version ON search_text (fold_version);
CREATE INDEX ix_search_text_meeting_id ON search_text (meeting_id);
CREATE INDEX ix_search_text_minutes_version_id ON search_text (minutes_version_id);
CREATE INDEX ix_seat_party_id ON seat (party_id);
CREATE INDEX ix_signer_minutes_version_id ON signer (minutes_version_id);
CREATE INDEX ix_signer_party_id ON signer (party_id);
CREATE INDEX ix_task_act_task_id ON task_act (task_id);
CREATE INDEX ix_task_act_undoes_id ON task_act (undoes_id);
CREATE INDEX ix_task_resolution_id ON task (resolution_id);
CREATE INDEX ix_task_unit_id ON task (unit_id);
CREATE INDEX ix_unit_name_key ON unit (name_key);
CREATE INDEX ix_unit_parent_id ON unit (parent_id);
CREATE INDEX ix_unit_party_id ON unit (party_id);
CREATE INDEX ix_upstream_decision_title_key ON upstream_decision (title_key);
CREATE UNIQUE INDEX uq_clause_version_resolution ON clause (minutes_version_id, resolution_id) WHERE resolution_id IS NOT NULL;
CREATE TABLE "agenda_item" (
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
CREATE INDEX ix_agenda_item_committee_id ON agenda_item (committee_id);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);
CREATE INDEX ix_agenda_item_resolution_id ON agenda_item (resolution_id);
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
CREATE TABLE "signature" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    signer_id INTEGER NOT NULL,
    original INTEGER NOT NULL,
    signed_on TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    struck INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    CONSTRAINT ck_signature_original CHECK (original >= 1),
    CONSTRAINT ck_signature_batch CHECK (batch >= 0),
    CONSTRAINT uq_signature_uid UNIQUE (uid),
    CONSTRAINT fk_signature_signer_id FOREIGN KEY(signer_id) REFERENCES signer (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_signature_id CHECK (id >= 1),
    CONSTRAINT ck_signature_signed_on CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(signed_on) IS signed_on),
    CONSTRAINT ck_signature_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL)),
    CONSTRAINT ck_signature_struck CHECK (struck IN (0, 1))
) STRICT;
CREATE INDEX ix_signature_signer_id ON signature (signer_id);
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
CREATE TABLE "minutes_version" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    read_aloud INTEGER NOT NULL,
    classification TEXT NOT NULL,
    urgency TEXT NOT NULL,
    closing TEXT NOT NULL,
    next_day TEXT,
    next_starts_at TEXT NOT NULL,
    next_agenda TEXT NOT NULL,
    originals INTEGER NOT NULL,
    kept_at TEXT NOT NULL,
    attachments TEXT NOT NULL,
    copies_to TEXT NOT NULL,
    session_began_at TEXT NOT NULL,
    session_ended_at TEXT NOT NULL,
    session_place TEXT NOT NULL,
    session_chair TEXT NOT NULL,
    session_secretary TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    finalised_at TEXT NOT NULL,
    CONSTRAINT uq_minutes_version_meeting_id_version UNIQUE (meeting_id, version),
    CONSTRAINT ck_minutes_version_counts CHECK (version >= 1 AND originals >= 1),
    CONSTRAINT ck_minutes_version_frozen_text CHECK (state IN ('draft', 'review', 'dropped') OR (length(content_hash) = 64 AND snapshot <> '' AND finalised_at <> '') OR (state IN ('archived', 'amended') AND content_hash = '' AND snapshot = '' AND finalised_at = '')),
    CONSTRAINT uq_minutes_version_uid UNIQUE (uid),
    CONSTRAINT fk_minutes_version_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_minutes_version_id CHECK (id >= 1),
    CONSTRAINT ck_minutes_version_state CHECK (state IN ('draft', 'review', 'final', 'signed', 'archived', 'withdrawn', 'amended', 'dropped')),
    CONSTRAINT ck_minutes_version_read_aloud CHECK (read_aloud IN (0, 1)),
    CONSTRAINT ck_minutes_version_next_day CHECK (next_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(next_day) IS next_day),
    CONSTRAINT ck_minutes_version_next_starts_at CHECK (next_starts_at = '' OR next_starts_at GLOB '[01][0-9]:[0-5][0-9]' OR next_starts_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_minutes_version_session_began_at CHECK (session_began_at = '' OR session_began_at GLOB '[01][0-9]:[0-5][0-9]' OR session_began_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_minutes_version_session_ended_at CHECK (session_ended_at = '' OR session_ended_at GLOB '[01][0-9]:[0-5][0-9]' OR session_ended_at GLOB '2[0-3]:[0-5][0-9]'),
    CONSTRAINT ck_minutes_version_finalised_at CHECK (finalised_at = '' OR (finalised_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(finalised_at) IS NOT NULL))
) STRICT;
CREATE INDEX ix_minutes_version_meeting_id ON minutes_version (meeting_id);
CREATE TABLE "minutes_act" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    minutes_version_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    meeting_id INTEGER,
    CONSTRAINT ck_minutes_act_meeting CHECK ((meeting_id IS NOT NULL) = (kind = 'confirmed')),
    CONSTRAINT uq_minutes_act_uid UNIQUE (uid),
    CONSTRAINT fk_minutes_act_minutes_version_id FOREIGN KEY(minutes_version_id) REFERENCES minutes_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_minutes_act_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT ck_minutes_act_id CHECK (id >= 1),
    CONSTRAINT ck_minutes_act_kind CHECK (kind IN ('opened', 'to_review', 'to_draft', 'read', 'corrected', 'finalised', 'withdrawn', 'printed', 'signed', 'dropped', 'confirmed', 'archived', 'amended', 'taken_over')),
    CONSTRAINT ck_minutes_act_at CHECK (at = '' OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z' AND datetime(at) IS NOT NULL))
) STRICT;
CREATE INDEX ix_minutes_act_meeting_id ON minutes_act (meeting_id);
CREATE INDEX ix_minutes_act_minutes_version_id ON minutes_act (minutes_version_id);
INSERT INTO alembic_version (version_num) VALUES ('0009');
INSERT INTO audit (seq, uid, at, actor, act, subject, subject_id, subject_uid, facts) VALUES (1, '00000000-0000-4000-8000-000000000038', '2023-03-01T10:00:00Z', 'کارشناس دبیرخانه', 'hashed', 'minutes_version', 1, '00000000-0000-4000-8000-000000000028', '{"content_hash":"ed9c00e7d373cc720040a3ce9f4e16cebb01b11ececa96de30f50325eaede566"}');
INSERT INTO audit (seq, uid, at, actor, act, subject, subject_id, subject_uid, facts) VALUES (2, '00000000-0000-4000-8000-000000000049', '2023-03-01T10:00:00Z', 'کارشناس دبیرخانه', 'finalised', 'minutes_version', 1, '00000000-0000-4000-8000-000000000028', '{"number":"۱۴۰۱/۳/۱"}');
INSERT INTO audit (seq, uid, at, actor, act, subject, subject_id, subject_uid, facts) VALUES (3, '00000000-0000-4000-8000-000000000052', '2023-03-01T10:00:00Z', 'کارشناس دبیرخانه', 'settings', 'office_setting', 1, '00000000-0000-4000-8000-000000000051', '{}');
INSERT INTO memorandum (id, uid, title, subject, signed_on) VALUES (1, '00000000-0000-4000-8000-000000000001', 'تفاهم‌نامه', 'فضای مجازی', '2022-11-01');
INSERT INTO person (id, uid, name, post, archived_on, name_key, phone) VALUES (1, '00000000-0000-4000-8000-000000000009', 'بهمن سروستانه', 'معاون', NULL, 'C`]^ PM_PEB^`بهمن سروستانه', '');
INSERT INTO picture (id, uid, sha256, width, height, content) VALUES (1, '00000000-0000-4000-8000-000000000003', '0000000000000000000000000000000000000000000000000000000000000000', 1, 1, X'706E67');
INSERT INTO resolution_facts (resolution_id, committee_id, meeting_id, clause_id, place, year, kind, axis_id, executor_unit_id, party_id, owner_unit_id, owner_person_id, due, waits, state, state_place, percent, title_key, executor_key, facts_version) VALUES (1, 1, 1, 2, 3000001, 1401, 'decision', 1, 1, 1, NULL, 1, '2023-02-20', 0, 'notified', 2, 0, 'EB]a^ BMECBT DMPMVE CMBa M_PEB`B', 'BKBM` Z\ BMECBTBE', 2);
INSERT INTO upstream_decision (id, uid, title, body, session, session_day, notification_number, notification_day, clause, title_key) VALUES (1, '00000000-0000-4000-8000-000000000015', 'طرح کلان شبکه ملی', 'شورای عالی', '۶۶', '2020-09-15', '', NULL, '', 'TMI Z\B^ QCZ` ]\aطرح کلان شبکه ملی');
INSERT INTO article (id, uid, memorandum_id, kind, ordinal, title) VALUES (1, '00000000-0000-4000-8000-000000000002', 1, 'article', 1, 'موضوع');
INSERT INTO committee (id, uid, memorandum_id, name) VALUES (1, '00000000-0000-4000-8000-000000000004', 1, 'کمیتهٔ مشترک راهبری');
INSERT INTO axis (id, uid, committee_id, code, title, ordinal, parent_id) VALUES (1, '00000000-0000-4000-8000-000000000008', 1, 'م۴', 'زیرساخت‌های مورد نیاز', 4, NULL);
INSERT INTO meeting (id, uid, committee_id, number, kind, state, day, starts_at, began_at, ended_at, place, chair, secretary, note) VALUES (1, '00000000-0000-4000-8000-000000000016', 1, 3, 'ordinary', 'held', '2023-01-30', '09:00', '', '', 'ساری', '', '', '');
INSERT INTO month_act (id, uid, committee_id, year, month, kind, day, at, actor, reason) VALUES (1, '00000000-0000-4000-8000-000000000005', 1, 1401, 10, 'excused', '2023-01-30', '2023-01-30T10:00:00Z', 'کارشناس', 'سفر');
INSERT INTO office_setting (id, uid, committee_id, number_pattern, quorum_numerator, quorum_denominator, quorum_video_counts, weekend, opens_at, closes_at, letterhead, logo, invocation, originals, kept_at, closing, operator, print_setup, sample, outgoing_pattern) VALUES (1, '00000000-0000-4000-8000-000000000051', 1, '{سال}/{جلسه}/{ردیف}', 1, 2, 1, '[3, 4]', '08:00', '16:00', '[]', '', '', 2, '', '', '', '{"fonts":[],"profile":"a-3b"}', 0, '');
INSERT INTO party (id, uid, committee_id, code, name, short_name, signatory, signatory_post) VALUES (1, '00000000-0000-4000-8000-000000000006', 1, 'province', 'استانداری مازندران', 'استانداری', '', '');
INSERT INTO party (id, uid, committee_id, code, name, short_name, signatory, signatory_post) VALUES (2, '00000000-0000-4000-8000-000000000007', 1, 'center', 'مرکز ملی فضای مجازی', '', '', '');
INSERT INTO meeting_act (id, uid, meeting_id, source, target, day, at, actor, reason) VALUES (1, '00000000-0000-4000-8000-000000000017', 1, 'in_session', 'held', '2023-01-30', '2023-01-30T10:00:00Z', 'کارشناس', '');
INSERT INTO resolution (id, uid, meeting_id, row, number, adopted_on) VALUES (1, '00000000-0000-4000-8000-000000000033', 1, 1, '۱۴۰۱/۳/۱', '2023-01-30');
INSERT INTO seat (id, uid, party_id, role, title, ordinal, archived_on) VALUES (1, '00000000-0000-4000-8000-000000000010', 1, 'chair', 'رئیس جلسه', 1, NULL);
INSERT INTO unit (id, uid, party_id, kind, name, short_name, ordinal, parent_id, head, liaison, contact, archived_on, name_key) VALUES (1, '00000000-0000-4000-8000-000000000012', 1, 'unit', 'اداره کل ارتباطات', '', 1, NULL, '', '', '', NULL, 'BKBM` Z\ BMECBTBEاداره کل ارتباطات');
INSERT INTO unit (id, uid, party_id, kind, name, short_name, ordinal, parent_id, head, liaison, contact, archived_on, name_key) VALUES (2, '00000000-0000-4000-8000-000000000013', 1, 'unit', 'پارک علم و فناوری', '', 2, NULL, '', '', '', NULL, 'DBMZ V\] _ X^B_Maپارک علم و فناوری');
INSERT INTO unit (id, uid, party_id, kind, name, short_name, ordinal, parent_id, head, liaison, contact, archived_on, name_key) VALUES (3, '00000000-0000-4000-8000-000000000014', 2, 'unit', 'دفتر پیگیری مصوبات', '', 3, NULL, '', '', '', NULL, 'KXEM Da[aMa ]R_CBEدفتر پیگیری مصوبات');
INSERT INTO attendance (id, uid, minutes_version_id, seat_id, party_id, ordinal, name, post, state, substitute_name, letter_number, letter_day, arrived_at, left_at) VALUES (1, '00000000-0000-4000-8000-000000000029', 1, 1, 1, 1, 'بهمن سروستانه', 'معاون', 'present', '', '', NULL, '', '');
INSERT INTO deadline_event (id, uid, resolution_id, sequence, due, granted_by_meeting_id, reason, at, actor, undoes_id) VALUES (1, '00000000-0000-4000-8000-000000000046', 1, 0, '2023-02-20', NULL, '', '2023-01-30T10:00:00Z', '', NULL);
INSERT INTO guest (id, uid, minutes_version_id, ordinal, name, post, arrived_at, left_at) VALUES (1, '00000000-0000-4000-8000-000000000030', 1, 1, 'ناهید درفشان', '', '', '');
INSERT INTO nomination (id, uid, seat_id, person_id, role, state, letter_number, letter_day, from_day, to_day) VALUES (1, '00000000-0000-4000-8000-000000000011', 1, 1, 'main', 'active', '', NULL, '2022-11-15', NULL);
INSERT INTO printing (id, uid, minutes_version_id, at, copies, path, sha256) VALUES (1, '00000000-0000-4000-8000-000000000048', 1, '2023-01-30T10:00:00Z', 2, 'm.pdf', '0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO resolution_act (id, uid, resolution_id, kind, day, at, actor, reason, letter_number, other_id, undoes_id) VALUES (1, '00000000-0000-4000-8000-000000000047', 1, 'notified', '2023-01-30', '2023-01-30T10:00:00Z', 'کارشناس', '', '', NULL, NULL);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (1, 'person', 1, NULL, NULL, 'بهمن سروستانه معاون', 'بهمن سروستانه معاون', 'بهمنسروستانهمعاون', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (2, 'unit', 1, NULL, NULL, 'اداره کل ارتباطات', 'اداره کل ارتباطات', 'ادارهکلارتباطات', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (3, 'unit', 2, NULL, NULL, 'پارک علم و فناوری', 'پارک علم و فناوری', 'پارکعلموفناوری', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (4, 'unit', 3, NULL, NULL, 'دفتر پیگیری مصوبات', 'دفتر پیگیری مصوبات', 'دفترپیگیریمصوبات', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (5, 'upstream_decision', 1, NULL, NULL, 'طرح کلان شبکه ملی شورای عالی 66', 'طرح کلان شبکه ملی شورای عالی 66', 'طرحکلانشبکهملیشورایعالی66', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (6, 'meeting', 1, 1, NULL, '3 1401/11/10 ساری', '3 1401/11/10 ساری', '31401/11/10ساری', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (7, 'agenda_item', 1, 1, NULL, 'گزارش پهنای باند روستاها هفتاد روستا پوشش ندارد.', 'گزارش پهنای باند روستاها هفتاد روستا پوشش ندارد.', 'گزارشپهنایباندروستاهاهفتادروستاپوششندارد.', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (8, 'incoming_paper', 1, NULL, NULL, 'معرفی مرکز ملی 12/3', 'معرفی مرکز ملی 12/3', 'معرفیمرکزملی12/3', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (9, 'outgoing_paper', 1, NULL, NULL, 'پیگیری استانداری 1401/د/1', 'پیگیری استانداری 1401/د/1', 'پیگیریاستانداری1401/د/1', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (10, 'guest', 1, 1, 1, 'ناهید درفشان', 'ناهید درفشان', 'ناهیددرفشان', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (11, 'deliberation', 1, 1, 1, 'سروستانه می شود دید.', 'سروستانه میشود دید.', 'سروستانهمیشوددید.', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (12, 'clause', 1, 1, 1, 'گزارش شنیده شد', 'گزارش شنیده شد', 'گزارششنیدهشد', 2);
INSERT INTO search_text (id, kind, record_id, meeting_id, minutes_version_id, spaced, joined, squeezed, fold_version) VALUES (13, 'resolution', 1, 1, 1, '1401/3/1 تامین ارتباط پرسرعت برای روستاها', '1401/3/1 تامین ارتباط پرسرعت برای روستاها', '1401/3/1تامینارتباطپرسرعتبرایروستاها', 2);
INSERT INTO signer (id, uid, minutes_version_id, ordinal, party_id, name, post, substitute_for) VALUES (1, '00000000-0000-4000-8000-000000000036', 1, 1, 1, 'بهمن سروستانه', 'معاون', '');
INSERT INTO task (id, uid, resolution_id, unit_id, role, state, plan, due, percent, resting) VALUES (1, '00000000-0000-4000-8000-000000000039', 1, 1, 'executor', 'assigned', '', NULL, 0, 0);
INSERT INTO task (id, uid, resolution_id, unit_id, role, state, plan, due, percent, resting) VALUES (2, '00000000-0000-4000-8000-000000000041', 1, 2, 'cooperator', 'assigned', '', NULL, 0, 0);
INSERT INTO task (id, uid, resolution_id, unit_id, role, state, plan, due, percent, resting) VALUES (3, '00000000-0000-4000-8000-000000000043', 1, 3, 'cooperator', 'assigned', '', NULL, 0, 0);
INSERT INTO clause (id, uid, minutes_version_id, agenda_item_id, ordinal, text, kind, resolution_id, axis_id, executor_unit_id, all_units, owner_unit_id, owner_person_id, deadline_kind, deadline_day, deadline_count, deadline_unit, deadline_base, adoption, reservation, votes_for, votes_against, upstream_id, classification) VALUES (1, '00000000-0000-4000-8000-000000000032', 1, 1, 1, 'گزارش شنیده شد', 'note', NULL, NULL, NULL, 0, NULL, NULL, 'none', NULL, 0, 'days', 'meeting', 'unanimous', '', NULL, NULL, NULL, NULL);
INSERT INTO clause (id, uid, minutes_version_id, agenda_item_id, ordinal, text, kind, resolution_id, axis_id, executor_unit_id, all_units, owner_unit_id, owner_person_id, deadline_kind, deadline_day, deadline_count, deadline_unit, deadline_base, adoption, reservation, votes_for, votes_against, upstream_id, classification) VALUES (2, '00000000-0000-4000-8000-000000000035', 1, 1, 2, 'تأمین ارتباط پرسرعت برای روستاها', 'decision', 1, 1, 1, 0, NULL, 1, 'relative', NULL, 10, 'working_days', 'notification', 'majority', '', 5, NULL, 1, NULL);
INSERT INTO deliberation (id, uid, minutes_version_id, agenda_item_id, ordinal, speaker, text) VALUES (1, '00000000-0000-4000-8000-000000000031', 1, 1, 1, 'سروستانه', 'می‌شود دید.');
INSERT INTO task_act (id, uid, task_id, source, target, percent, day, at, actor, reason, told_by, undoes_id) VALUES (1, '00000000-0000-4000-8000-000000000045', 3, 'assigned', 'notified', 0, '2023-01-30', '2023-01-30T10:00:00Z', 'کارشناس', '', '', NULL);
INSERT INTO clause_unit (id, clause_id, unit_id, ordinal) VALUES (1, 2, 3, 1);
INSERT INTO clause_unit (id, clause_id, unit_id, ordinal) VALUES (2, 2, 2, 2);
INSERT INTO agenda_item (id, uid, committee_id, meeting_id, ordinal, title, kind, state, presenter, background, planned_minutes, spent_seconds, started_at, resolution_id) VALUES (1, '00000000-0000-4000-8000-000000000019', 1, 1, 1, 'گزارش پهنای باند روستاها', 'topic', 'waiting', '', 'هفتاد روستا پوشش ندارد.', 0, 0, '', NULL);
INSERT INTO signature (id, uid, signer_id, original, signed_on, at, actor, note, struck, batch) VALUES (1, '00000000-0000-4000-8000-000000000050', 1, 1, '2023-01-30', '2023-01-30T10:00:00Z', '', '', 0, 0);
INSERT INTO sent_invitation (id, uid, meeting_id, invitee, addressee, sent_on, way, number, note, at, actor, struck, template, document, content_hash) VALUES (1, '00000000-0000-4000-8000-000000000018', 1, 'seat:1:person:1', 'بهمن سروستانه', '2023-01-30', 'automation', '', '', '2023-01-30T10:00:00Z', 'کارشناس', 0, 2, '{"addressees":[{"guest":false,"head":"","in_place_of":"","kind":"person","liaison":"","name":"بهمن سروستانه","party":"","post":""}],"agenda":[{"minutes":0,"presenter":"","title":"گزارش پهنای باند روستاها"}],"answer_until":"","attachments":[],"committee":"کمیته","copies_to":[],"late":0,"letterhead":{"attachment":"","classification":"normal","day":"","invocation":"بسمه تعالی","number":"","parties":["استانداری","مرکز ملی"],"urgency":"normal"},"meeting":{"day":"2023-01-30","kind":"ordinary","number":3,"place":"ساری","previous_day":"","previous_number":null,"starts_at":"09:00"},"note":[],"open":0,"references":[],"schema":1,"signatory":{"body":"","name":"یاشار کوهبنانه","post":""},"template":2}', 'fe9cea87b15cd3fdc7cc73df69d520aa5d7de2553a21e27288c1b3862286b8a4');
INSERT INTO act (id, uid, kind, at, actor, role, answer) VALUES (1, '00000000-0000-4000-8000-000000000038', 'minutes_version.hashed', '2023-03-01T10:00:00Z', 'کارشناس دبیرخانه', 'operator', '{"changed":32,"id":0,"kind":"Outcome"}');
INSERT INTO minutes_version (id, uid, meeting_id, version, state, read_aloud, classification, urgency, closing, next_day, next_starts_at, next_agenda, originals, kept_at, attachments, copies_to, session_began_at, session_ended_at, session_place, session_chair, session_secretary, snapshot, content_hash, finalised_at) VALUES (1, '00000000-0000-4000-8000-000000000028', 1, 1, 'final', 0, 'normal', 'normal', '', '2023-02-27', '', '', 2, '', '', '', '', '', 'ساری', '', '', '{"agenda":[{"notes":["گزارش شنیده شد"],"presenter":"","talk":[["سروستانه","می‌شود دید."]],"title":"گزارش پهنای باند روستاها"}],"attachments":[],"attendance":[{"arrived_at":"","left_at":"","letter_day":"","letter_number":"","name":"بهمن سروستانه","party":0,"post":"معاون","state":"present","substitute":""}],"closing":"","committee":"کمیتهٔ مشترک راهبری","copies_to":[],"follow_up":[],"fonts":[],"guests":[{"name":"ناهید درفشان","post":""}],"inquorate":false,"kept_at":"","letterhead":{"attachment":"","classification":"normal","day":"2023-01-30","invocation":"","number":"","parties":["استانداری مازندران","مرکز ملی فضای مجازی"],"urgency":"normal"},"meeting":{"began_at":"","chair":"بهمن سروستانه","day":"2023-01-30","ended_at":"","kind":"ordinary","number":3,"place":"ساری","previous_day":"","previous_number":null,"secretary":""},"next_agenda":"","next_day":"2023-02-27","next_starts_at":"","originals":2,"parties":[{"name":"استانداری مازندران","short_name":"استانداری"},{"name":"مرکز ملی فضای مجازی","short_name":"مرکز ملی فضای مجازی"}],"quorum":{"filled":1,"met":false,"needed":1,"parties":[[1,1],[0,0]],"present":1},"resolutions":[{"adoption":"majority","all_units":false,"axis":"م۴","cooperating":["دفتر پیگیری مصوبات","پارک علم و فناوری"],"deadline":{"base":"notification","count":10,"due":"","kind":"relative","unit":"working_days"},"executor":"اداره کل ارتباطات","kind":"decision","number":"۱۴۰۱/۳/۱","owner":"بهمن سروستانه","reservation":"","text":"تأمین ارتباط پرسرعت برای روستاها","upstream":"طرح کلان شبکه ملی","votes_against":null,"votes_for":5}],"schema":1,"signers":[{"name":"بهمن سروستانه","party":0,"post":"معاون","substitute_for":""}],"template":3,"version":1}', 'ed9c00e7d373cc720040a3ce9f4e16cebb01b11ececa96de30f50325eaede566', '2023-01-30T10:00:00Z');
INSERT INTO minutes_act (id, uid, minutes_version_id, kind, at, actor, reason, meeting_id) VALUES (1, '00000000-0000-4000-8000-000000000037', 1, 'finalised', '2023-01-30T10:00:00Z', 'کارشناس', '', NULL);
CREATE TRIGGER guard_act_delete BEFORE DELETE ON act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:act');
END;
CREATE TRIGGER guard_act_replace BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:act');
END;
CREATE TRIGGER guard_act_update BEFORE UPDATE ON act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:act');
END;
CREATE TRIGGER guard_agenda_item_identity BEFORE UPDATE ON agenda_item
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:agenda_item');
END;
CREATE TRIGGER guard_article_delete BEFORE DELETE ON article
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:article');
END;
CREATE TRIGGER guard_article_identity BEFORE UPDATE ON article
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.memorandum_id IS NOT OLD.memorandum_id OR NEW.kind IS NOT OLD.kind OR NEW.ordinal IS NOT OLD.ordinal
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:article');
END;
CREATE TRIGGER guard_article_replace BEFORE INSERT ON article
WHEN EXISTS (SELECT 1 FROM article WHERE ((id = NEW.id) OR (memorandum_id = NEW.memorandum_id AND kind = NEW.kind AND ordinal = NEW.ordinal) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:article');
END;
CREATE TRIGGER guard_article_replace_update BEFORE UPDATE ON article
WHEN EXISTS (SELECT 1 FROM article WHERE ((id = NEW.id) OR (memorandum_id = NEW.memorandum_id AND kind = NEW.kind AND ordinal = NEW.ordinal) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:article');
END;
CREATE TRIGGER guard_attendance_frozen_delete BEFORE DELETE ON attendance
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:attendance');
END;
CREATE TRIGGER guard_attendance_frozen_insert BEFORE INSERT ON attendance
WHEN coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:attendance');
END;
CREATE TRIGGER guard_attendance_frozen_update BEFORE UPDATE ON attendance
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review') OR coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:attendance');
END;
CREATE TRIGGER guard_attendance_identity BEFORE UPDATE ON attendance
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:attendance');
END;
CREATE TRIGGER guard_attendance_replace BEFORE INSERT ON attendance
WHEN EXISTS (SELECT 1 FROM attendance WHERE ((id = NEW.id) OR (minutes_version_id = NEW.minutes_version_id AND seat_id = NEW.seat_id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:attendance');
END;
CREATE TRIGGER guard_attendance_replace_update BEFORE UPDATE ON attendance
WHEN EXISTS (SELECT 1 FROM attendance WHERE ((id = NEW.id) OR (minutes_version_id = NEW.minutes_version_id AND seat_id = NEW.seat_id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:attendance');
END;
CREATE TRIGGER guard_audit_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:audit');
END;
CREATE TRIGGER guard_audit_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE ((seq = NEW.seq) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:audit');
END;
CREATE TRIGGER guard_audit_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:audit');
END;
CREATE TRIGGER guard_axis_delete BEFORE DELETE ON axis
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:axis');
END;
CREATE TRIGGER guard_axis_identity BEFORE UPDATE ON axis
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:axis');
END;
CREATE TRIGGER guard_axis_replace BEFORE INSERT ON axis
WHEN EXISTS (SELECT 1 FROM axis WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND code = NEW.code) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:axis');
END;
CREATE TRIGGER guard_axis_replace_update BEFORE UPDATE ON axis
WHEN EXISTS (SELECT 1 FROM axis WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND code = NEW.code) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:axis');
END;
CREATE TRIGGER guard_clause_frozen_delete BEFORE DELETE ON clause
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:clause');
END;
CREATE TRIGGER guard_clause_frozen_insert BEFORE INSERT ON clause
WHEN coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:clause');
END;
CREATE TRIGGER guard_clause_frozen_update BEFORE UPDATE ON clause
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review') OR coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:clause');
END;
CREATE TRIGGER guard_clause_identity BEFORE UPDATE ON clause
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.minutes_version_id IS NOT OLD.minutes_version_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:clause');
END;
CREATE TRIGGER guard_clause_replace BEFORE INSERT ON clause
WHEN EXISTS (SELECT 1 FROM clause WHERE ((id = NEW.id) OR (uid = NEW.uid) OR (minutes_version_id = NEW.minutes_version_id AND resolution_id = NEW.resolution_id)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:clause');
END;
CREATE TRIGGER guard_clause_replace_update BEFORE UPDATE ON clause
WHEN EXISTS (SELECT 1 FROM clause WHERE ((id = NEW.id) OR (uid = NEW.uid) OR (minutes_version_id = NEW.minutes_version_id AND resolution_id = NEW.resolution_id)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:clause');
END;
CREATE TRIGGER guard_clause_unit_frozen_delete BEFORE DELETE ON clause_unit
WHEN coalesce((SELECT state FROM minutes_version WHERE id = (SELECT minutes_version_id FROM clause WHERE id = OLD.clause_id)), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:clause_unit');
END;
CREATE TRIGGER guard_clause_unit_frozen_insert BEFORE INSERT ON clause_unit
WHEN coalesce((SELECT state FROM minutes_version WHERE id = (SELECT minutes_version_id FROM clause WHERE id = NEW.clause_id)), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:clause_unit');
END;
CREATE TRIGGER guard_clause_unit_frozen_update BEFORE UPDATE ON clause_unit
WHEN coalesce((SELECT state FROM minutes_version WHERE id = (SELECT minutes_version_id FROM clause WHERE id = OLD.clause_id)), 'none') NOT IN ('draft', 'review') OR coalesce((SELECT state FROM minutes_version WHERE id = (SELECT minutes_version_id FROM clause WHERE id = NEW.clause_id)), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:clause_unit');
END;
CREATE TRIGGER guard_clause_unit_replace BEFORE INSERT ON clause_unit
WHEN EXISTS (SELECT 1 FROM clause_unit WHERE ((id = NEW.id) OR (clause_id = NEW.clause_id AND unit_id = NEW.unit_id)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:clause_unit');
END;
CREATE TRIGGER guard_clause_unit_replace_update BEFORE UPDATE ON clause_unit
WHEN EXISTS (SELECT 1 FROM clause_unit WHERE ((id = NEW.id) OR (clause_id = NEW.clause_id AND unit_id = NEW.unit_id)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:clause_unit');
END;
CREATE TRIGGER guard_committee_delete BEFORE DELETE ON committee
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:committee');
END;
CREATE TRIGGER guard_committee_identity BEFORE UPDATE ON committee
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:committee');
END;
CREATE TRIGGER guard_committee_replace BEFORE INSERT ON committee
WHEN EXISTS (SELECT 1 FROM committee WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:committee');
END;
CREATE TRIGGER guard_committee_replace_update BEFORE UPDATE ON committee
WHEN EXISTS (SELECT 1 FROM committee WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:committee');
END;
CREATE TRIGGER guard_deadline_event_delete BEFORE DELETE ON deadline_event
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:deadline_event');
END;
CREATE TRIGGER guard_deadline_event_replace BEFORE INSERT ON deadline_event
WHEN EXISTS (SELECT 1 FROM deadline_event WHERE ((id = NEW.id) OR (resolution_id = NEW.resolution_id AND sequence = NEW.sequence) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:deadline_event');
END;
CREATE TRIGGER guard_deadline_event_update BEFORE UPDATE ON deadline_event
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:deadline_event');
END;
CREATE TRIGGER guard_deliberation_frozen_delete BEFORE DELETE ON deliberation
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:deliberation');
END;
CREATE TRIGGER guard_deliberation_frozen_insert BEFORE INSERT ON deliberation
WHEN coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:deliberation');
END;
CREATE TRIGGER guard_deliberation_frozen_update BEFORE UPDATE ON deliberation
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review') OR coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:deliberation');
END;
CREATE TRIGGER guard_deliberation_identity BEFORE UPDATE ON deliberation
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:deliberation');
END;
CREATE TRIGGER guard_deliberation_replace BEFORE INSERT ON deliberation
WHEN EXISTS (SELECT 1 FROM deliberation WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:deliberation');
END;
CREATE TRIGGER guard_deliberation_replace_update BEFORE UPDATE ON deliberation
WHEN EXISTS (SELECT 1 FROM deliberation WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:deliberation');
END;
CREATE TRIGGER guard_guest_frozen_delete BEFORE DELETE ON guest
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:guest');
END;
CREATE TRIGGER guard_guest_frozen_insert BEFORE INSERT ON guest
WHEN coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:guest');
END;
CREATE TRIGGER guard_guest_frozen_update BEFORE UPDATE ON guest
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review') OR coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:guest');
END;
CREATE TRIGGER guard_guest_identity BEFORE UPDATE ON guest
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:guest');
END;
CREATE TRIGGER guard_guest_replace BEFORE INSERT ON guest
WHEN EXISTS (SELECT 1 FROM guest WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:guest');
END;
CREATE TRIGGER guard_guest_replace_update BEFORE UPDATE ON guest
WHEN EXISTS (SELECT 1 FROM guest WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:guest');
END;
CREATE TRIGGER guard_meeting_act_delete BEFORE DELETE ON meeting_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:meeting_act');
END;
CREATE TRIGGER guard_meeting_act_replace BEFORE INSERT ON meeting_act
WHEN EXISTS (SELECT 1 FROM meeting_act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:meeting_act');
END;
CREATE TRIGGER guard_meeting_act_update BEFORE UPDATE ON meeting_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:meeting_act');
END;
CREATE TRIGGER guard_meeting_delete BEFORE DELETE ON meeting
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:meeting');
END;
CREATE TRIGGER guard_meeting_identity BEFORE UPDATE ON meeting
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:meeting');
END;
CREATE TRIGGER guard_meeting_number_once BEFORE UPDATE ON meeting
WHEN OLD.number IS NOT NULL AND NEW.number IS NOT OLD.number
BEGIN
    SELECT RAISE(ABORT, 'guard:number_given_once:meeting');
END;
CREATE TRIGGER guard_meeting_replace BEFORE INSERT ON meeting
WHEN EXISTS (SELECT 1 FROM meeting WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND number = NEW.number) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:meeting');
END;
CREATE TRIGGER guard_meeting_replace_update BEFORE UPDATE ON meeting
WHEN EXISTS (SELECT 1 FROM meeting WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND number = NEW.number) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:meeting');
END;
CREATE TRIGGER guard_memorandum_delete BEFORE DELETE ON memorandum
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:memorandum');
END;
CREATE TRIGGER guard_memorandum_identity BEFORE UPDATE ON memorandum
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:memorandum');
END;
CREATE TRIGGER guard_memorandum_replace BEFORE INSERT ON memorandum
WHEN EXISTS (SELECT 1 FROM memorandum WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:memorandum');
END;
CREATE TRIGGER guard_memorandum_replace_update BEFORE UPDATE ON memorandum
WHEN EXISTS (SELECT 1 FROM memorandum WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:memorandum');
END;
CREATE TRIGGER guard_minutes_act_delete BEFORE DELETE ON minutes_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:minutes_act');
END;
CREATE TRIGGER guard_minutes_act_replace BEFORE INSERT ON minutes_act
WHEN EXISTS (SELECT 1 FROM minutes_act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:minutes_act');
END;
CREATE TRIGGER guard_minutes_act_update BEFORE UPDATE ON minutes_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:minutes_act');
END;
CREATE TRIGGER guard_minutes_version_delete BEFORE DELETE ON minutes_version
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:minutes_version');
END;
CREATE TRIGGER guard_minutes_version_frozen BEFORE UPDATE ON minutes_version
WHEN OLD.state NOT IN ('draft', 'review') AND (NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.meeting_id IS NOT OLD.meeting_id OR NEW.version IS NOT OLD.version OR NEW.read_aloud IS NOT OLD.read_aloud OR NEW.classification IS NOT OLD.classification OR NEW.urgency IS NOT OLD.urgency OR NEW.closing IS NOT OLD.closing OR NEW.next_day IS NOT OLD.next_day OR NEW.next_starts_at IS NOT OLD.next_starts_at OR NEW.next_agenda IS NOT OLD.next_agenda OR NEW.originals IS NOT OLD.originals OR NEW.kept_at IS NOT OLD.kept_at OR NEW.attachments IS NOT OLD.attachments OR NEW.copies_to IS NOT OLD.copies_to OR NEW.session_began_at IS NOT OLD.session_began_at OR NEW.session_ended_at IS NOT OLD.session_ended_at OR NEW.session_place IS NOT OLD.session_place OR NEW.session_chair IS NOT OLD.session_chair OR NEW.session_secretary IS NOT OLD.session_secretary OR NEW.snapshot IS NOT OLD.snapshot OR NEW.content_hash IS NOT OLD.content_hash OR NEW.finalised_at IS NOT OLD.finalised_at)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:minutes_version');
END;
CREATE TRIGGER guard_minutes_version_identity BEFORE UPDATE ON minutes_version
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.meeting_id IS NOT OLD.meeting_id OR NEW.version IS NOT OLD.version
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:minutes_version');
END;
CREATE TRIGGER guard_minutes_version_replace BEFORE INSERT ON minutes_version
WHEN EXISTS (SELECT 1 FROM minutes_version WHERE ((id = NEW.id) OR (meeting_id = NEW.meeting_id AND version = NEW.version) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:minutes_version');
END;
CREATE TRIGGER guard_minutes_version_replace_update BEFORE UPDATE ON minutes_version
WHEN EXISTS (SELECT 1 FROM minutes_version WHERE ((id = NEW.id) OR (meeting_id = NEW.meeting_id AND version = NEW.version) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:minutes_version');
END;
CREATE TRIGGER guard_month_act_delete BEFORE DELETE ON month_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:month_act');
END;
CREATE TRIGGER guard_month_act_replace BEFORE INSERT ON month_act
WHEN EXISTS (SELECT 1 FROM month_act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:month_act');
END;
CREATE TRIGGER guard_month_act_update BEFORE UPDATE ON month_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:month_act');
END;
CREATE TRIGGER guard_nomination_delete BEFORE DELETE ON nomination
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:nomination');
END;
CREATE TRIGGER guard_nomination_identity BEFORE UPDATE ON nomination
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.seat_id IS NOT OLD.seat_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:nomination');
END;
CREATE TRIGGER guard_nomination_replace BEFORE INSERT ON nomination
WHEN EXISTS (SELECT 1 FROM nomination WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:nomination');
END;
CREATE TRIGGER guard_nomination_replace_update BEFORE UPDATE ON nomination
WHEN EXISTS (SELECT 1 FROM nomination WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:nomination');
END;
CREATE TRIGGER guard_office_setting_delete BEFORE DELETE ON office_setting
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:office_setting');
END;
CREATE TRIGGER guard_office_setting_identity BEFORE UPDATE ON office_setting
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:office_setting');
END;
CREATE TRIGGER guard_office_setting_replace BEFORE INSERT ON office_setting
WHEN EXISTS (SELECT 1 FROM office_setting WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:office_setting');
END;
CREATE TRIGGER guard_office_setting_replace_update BEFORE UPDATE ON office_setting
WHEN EXISTS (SELECT 1 FROM office_setting WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:office_setting');
END;
CREATE TRIGGER guard_party_delete BEFORE DELETE ON party
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:party');
END;
CREATE TRIGGER guard_party_identity BEFORE UPDATE ON party
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id OR NEW.code IS NOT OLD.code
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:party');
END;
CREATE TRIGGER guard_party_replace BEFORE INSERT ON party
WHEN EXISTS (SELECT 1 FROM party WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND code = NEW.code) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:party');
END;
CREATE TRIGGER guard_party_replace_update BEFORE UPDATE ON party
WHEN EXISTS (SELECT 1 FROM party WHERE ((id = NEW.id) OR (committee_id = NEW.committee_id AND code = NEW.code) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:party');
END;
CREATE TRIGGER guard_person_delete BEFORE DELETE ON person
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:person');
END;
CREATE TRIGGER guard_person_identity BEFORE UPDATE ON person
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:person');
END;
CREATE TRIGGER guard_person_replace BEFORE INSERT ON person
WHEN EXISTS (SELECT 1 FROM person WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:person');
END;
CREATE TRIGGER guard_person_replace_update BEFORE UPDATE ON person
WHEN EXISTS (SELECT 1 FROM person WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:person');
END;
CREATE TRIGGER guard_picture_delete BEFORE DELETE ON picture
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:picture');
END;
CREATE TRIGGER guard_picture_replace BEFORE INSERT ON picture
WHEN EXISTS (SELECT 1 FROM picture WHERE ((id = NEW.id) OR (sha256 = NEW.sha256) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:picture');
END;
CREATE TRIGGER guard_picture_update BEFORE UPDATE ON picture
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:picture');
END;
CREATE TRIGGER guard_printing_delete BEFORE DELETE ON printing
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:printing');
END;
CREATE TRIGGER guard_printing_replace BEFORE INSERT ON printing
WHEN EXISTS (SELECT 1 FROM printing WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:printing');
END;
CREATE TRIGGER guard_printing_update BEFORE UPDATE ON printing
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:printing');
END;
CREATE TRIGGER guard_resolution_act_delete BEFORE DELETE ON resolution_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:resolution_act');
END;
CREATE TRIGGER guard_resolution_act_replace BEFORE INSERT ON resolution_act
WHEN EXISTS (SELECT 1 FROM resolution_act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:resolution_act');
END;
CREATE TRIGGER guard_resolution_act_update BEFORE UPDATE ON resolution_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:resolution_act');
END;
CREATE TRIGGER guard_resolution_delete BEFORE DELETE ON resolution
WHEN OLD.number <> ''
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:resolution');
END;
CREATE TRIGGER guard_resolution_identity BEFORE UPDATE ON resolution
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.meeting_id IS NOT OLD.meeting_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:resolution');
END;
CREATE TRIGGER guard_resolution_number_insert BEFORE INSERT ON resolution
WHEN NEW.number <> '' AND EXISTS (SELECT 1 FROM resolution AS other JOIN meeting AS theirs ON theirs.id = other.meeting_id JOIN meeting AS ours ON ours.id = NEW.meeting_id WHERE other.number = NEW.number AND other.id IS NOT NEW.id AND theirs.committee_id = ours.committee_id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:resolution');
END;
CREATE TRIGGER guard_resolution_number_once BEFORE UPDATE ON resolution
WHEN OLD.number IS NOT '' AND NEW.number IS NOT OLD.number
BEGIN
    SELECT RAISE(ABORT, 'guard:number_given_once:resolution');
END;
CREATE TRIGGER guard_resolution_number_update BEFORE UPDATE ON resolution
WHEN NEW.number <> '' AND EXISTS (SELECT 1 FROM resolution AS other JOIN meeting AS theirs ON theirs.id = other.meeting_id JOIN meeting AS ours ON ours.id = NEW.meeting_id WHERE other.number = NEW.number AND other.id IS NOT NEW.id AND theirs.committee_id = ours.committee_id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:resolution');
END;
CREATE TRIGGER guard_resolution_replace BEFORE INSERT ON resolution
WHEN EXISTS (SELECT 1 FROM resolution WHERE ((id = NEW.id) OR (meeting_id = NEW.meeting_id AND row = NEW.row) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:resolution');
END;
CREATE TRIGGER guard_resolution_replace_update BEFORE UPDATE ON resolution
WHEN EXISTS (SELECT 1 FROM resolution WHERE ((id = NEW.id) OR (meeting_id = NEW.meeting_id AND row = NEW.row) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:resolution');
END;
CREATE TRIGGER guard_resolution_row_once BEFORE UPDATE ON resolution
WHEN OLD.row IS NOT NULL AND NEW.row IS NOT OLD.row
BEGIN
    SELECT RAISE(ABORT, 'guard:number_given_once:resolution');
END;
CREATE TRIGGER guard_seat_delete BEFORE DELETE ON seat
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:seat');
END;
CREATE TRIGGER guard_seat_identity BEFORE UPDATE ON seat
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.party_id IS NOT OLD.party_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:seat');
END;
CREATE TRIGGER guard_seat_replace BEFORE INSERT ON seat
WHEN EXISTS (SELECT 1 FROM seat WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:seat');
END;
CREATE TRIGGER guard_seat_replace_update BEFORE UPDATE ON seat
WHEN EXISTS (SELECT 1 FROM seat WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:seat');
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
CREATE TRIGGER guard_sent_invitation_update BEFORE UPDATE ON sent_invitation
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:sent_invitation');
END;
CREATE TRIGGER guard_signature_delete BEFORE DELETE ON signature
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:signature');
END;
CREATE TRIGGER guard_signature_replace BEFORE INSERT ON signature
WHEN EXISTS (SELECT 1 FROM signature WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:signature');
END;
CREATE TRIGGER guard_signature_update BEFORE UPDATE ON signature
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:signature');
END;
CREATE TRIGGER guard_signer_frozen_delete BEFORE DELETE ON signer
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:signer');
END;
CREATE TRIGGER guard_signer_frozen_insert BEFORE INSERT ON signer
WHEN coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:signer');
END;
CREATE TRIGGER guard_signer_frozen_update BEFORE UPDATE ON signer
WHEN coalesce((SELECT state FROM minutes_version WHERE id = OLD.minutes_version_id), 'none') NOT IN ('draft', 'review') OR coalesce((SELECT state FROM minutes_version WHERE id = NEW.minutes_version_id), 'none') NOT IN ('draft', 'review')
BEGIN
    SELECT RAISE(ABORT, 'guard:record_frozen:signer');
END;
CREATE TRIGGER guard_signer_identity BEFORE UPDATE ON signer
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:signer');
END;
CREATE TRIGGER guard_signer_replace BEFORE INSERT ON signer
WHEN EXISTS (SELECT 1 FROM signer WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:signer');
END;
CREATE TRIGGER guard_signer_replace_update BEFORE UPDATE ON signer
WHEN EXISTS (SELECT 1 FROM signer WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:signer');
END;
CREATE TRIGGER guard_task_act_delete BEFORE DELETE ON task_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:task_act');
END;
CREATE TRIGGER guard_task_act_replace BEFORE INSERT ON task_act
WHEN EXISTS (SELECT 1 FROM task_act WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:task_act');
END;
CREATE TRIGGER guard_task_act_update BEFORE UPDATE ON task_act
BEGIN
    SELECT RAISE(ABORT, 'guard:record_append_only:task_act');
END;
CREATE TRIGGER guard_task_delete BEFORE DELETE ON task
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:task');
END;
CREATE TRIGGER guard_task_identity BEFORE UPDATE ON task
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.resolution_id IS NOT OLD.resolution_id OR NEW.unit_id IS NOT OLD.unit_id
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:task');
END;
CREATE TRIGGER guard_task_replace BEFORE INSERT ON task
WHEN EXISTS (SELECT 1 FROM task WHERE ((id = NEW.id) OR (resolution_id = NEW.resolution_id AND unit_id = NEW.unit_id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:task');
END;
CREATE TRIGGER guard_task_replace_update BEFORE UPDATE ON task
WHEN EXISTS (SELECT 1 FROM task WHERE ((id = NEW.id) OR (resolution_id = NEW.resolution_id AND unit_id = NEW.unit_id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:task');
END;
CREATE TRIGGER guard_unit_delete BEFORE DELETE ON unit
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:unit');
END;
CREATE TRIGGER guard_unit_identity BEFORE UPDATE ON unit
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:unit');
END;
CREATE TRIGGER guard_unit_replace BEFORE INSERT ON unit
WHEN EXISTS (SELECT 1 FROM unit WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:unit');
END;
CREATE TRIGGER guard_unit_replace_update BEFORE UPDATE ON unit
WHEN EXISTS (SELECT 1 FROM unit WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:unit');
END;
CREATE TRIGGER guard_upstream_decision_delete BEFORE DELETE ON upstream_decision
BEGIN
    SELECT RAISE(ABORT, 'guard:record_kept:upstream_decision');
END;
CREATE TRIGGER guard_upstream_decision_identity BEFORE UPDATE ON upstream_decision
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:upstream_decision');
END;
CREATE TRIGGER guard_upstream_decision_replace BEFORE INSERT ON upstream_decision
WHEN EXISTS (SELECT 1 FROM upstream_decision WHERE ((id = NEW.id) OR (uid = NEW.uid)))
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:upstream_decision');
END;
CREATE TRIGGER guard_upstream_decision_replace_update BEFORE UPDATE ON upstream_decision
WHEN EXISTS (SELECT 1 FROM upstream_decision WHERE ((id = NEW.id) OR (uid = NEW.uid)) AND id IS NOT OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'guard:record_repeated:upstream_decision');
END;
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
INSERT INTO chain_link (seq, format, previous, last_entry, last_act, hash) VALUES (1, 1, '', 3, 1, '5bfbea670c914fddef1243f0680bde11ed3081891f6ef5a53445a40770d9da2b');
INSERT INTO file (id, uid, sha256, size, type) VALUES (1, '00000000-0000-4000-8000-000000000020', '86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b', 8, 'application/pdf');
INSERT INTO file_link (id, uid, file_id, record_kind, record_uid, role, name, ordinal, classification, removed_on) VALUES (1, '00000000-0000-4000-8000-000000000021', 1, 'meeting', 'u', 'scan', 'صورت‌جلسه.pdf', 1, NULL, NULL);
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (1, 1, 'memorandum', 1, 1, 'ee3ef1b58cb06ececade8e413716391015e6807e6a224af46baf7df558e9f8a6');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (2, 1, 'article', 1, 1, '8962cc86c6e4e3ad248eaf3fa14ee0d57e64c57c65a7b940cc09e54d3b65d214');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (3, 1, 'picture', 1, 1, 'f4c59bda15496b0293d7c73159c22b010df5ca1957bb691cb40bc1e4ef2cf7a2');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (4, 1, 'committee', 1, 1, '46153d56c0c9953beaa3e545a398e80160542c645a747d6c43d53f4d2531e52b');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (5, 1, 'month_act', 1, 1, '6e5ea9f21e245c203cf4a7e0839bcde4fcaf3c2f8cdb2258d9df729bcf3d60c5');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (6, 1, 'party', 1, 1, 'a15c0c71504986389dbf1cfa4a6be14384d57f81b8111b8c7e9bdb780e5c4dfa');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (7, 1, 'party', 2, 1, '91ca2d3c8b2261632b389f372dea89533a77987e3e3cdecdde6a1d2cf9b2c490');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (8, 1, 'axis', 1, 1, '201a9cf27f5a83133ea8c2ef186b06d59a40d5b8be87873a706e11509566b326');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (9, 1, 'person', 1, 1, '2e6bf6499bba2aea06070746f0188f06120eaaa99e8f95a259376efb50219e33');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (10, 1, 'seat', 1, 1, '15067dfcd1c717c252bd4b99b12e4a203a06500431c35f5bdbc31680d5451fdb');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (11, 1, 'nomination', 1, 1, '502855faf3821232ac6a3d01e60585a2b96d6bfc76ff084e8a504e80bb4e54bf');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (12, 1, 'unit', 1, 1, '400cb80489505e44c4d8644e25a3cdb0987e86b0397098b9ac4fcdaf9be82008');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (13, 1, 'unit', 2, 1, 'db23af52b151c86b11bb03167b32bbd1827a32a91ca6ecb1d806e92b8cebfd98');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (14, 1, 'unit', 3, 1, '8b4bdef35c570f51bafffc6a32553f6668fb2e2627988a88fe8866e5dea99ee3');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (15, 1, 'upstream_decision', 1, 1, '2a8ac0c938dfc467fefd0ab67484b789ae2a6d7a89dbfb35b78a86f7a136e066');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (16, 1, 'meeting', 1, 1, '0b25ad023df5e84f0e2ed379b23cf8b4d03baac4160b89c9c65f78bccf01df08');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (17, 1, 'meeting_act', 1, 1, 'c83105ad1f8b3b11704672b68ff234973dd36644933e72c6f607cdbebfa59430');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (18, 1, 'sent_invitation', 1, 1, '5faaa7730b6f8386e5169badebcdf33a696124bb4f0fd7fd60610cde75542088');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (19, 1, 'agenda_item', 1, 1, '5629742b3e9173101980f6252876e6ba21d97855db8403a020d2898949fdf335');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (20, 1, 'file', 1, 1, '188a3c12be16754c9aa0bc52c4869bb6ae275956c5c0f181a0da49156867843c');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (21, 1, 'file_link', 1, 1, '0970d864f7de808d0cbba30d6f14fb852e26412e1a27e3a36784603499228d49');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (22, 1, 'incoming_paper', 1, 1, '4e41d70a2f29a7f38d892fed5b14d3ad98076127f8b39be1e45f58af2380cee0');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (23, 1, 'outgoing_paper', 1, 1, '105f286d96616dd54b3d1161851f55f0c303d6f089d5028f2e8c080e3f9ef50d');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (24, 1, 'paper_link', 1, 1, '737b68d8ac2814c71fc464a38adac2e4d1dae5bee25026b7c2decefa4ca435fc');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (25, 1, 'paper_link', 2, 1, '3b11148c96201519537c257f3ffb77c108f218f446f6488bc64ccc3a9054f843');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (26, 1, 'request', 1, 1, 'efd0ff79cc403071afe02803e2411e171469fbcae4a2380846de341b42e85fb2');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (27, 1, 'taking_over', 1, 1, '9ae88156247ad08dba1040652ba3108c34307c857ad9aa44a1773ca45c9abf0f');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (28, 1, 'minutes_version', 1, 1, '0da6a92916dd277d33b6684c757bae2950f8450847caa6ec3ea9dfff11d5494c');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (29, 1, 'attendance', 1, 1, 'd11a78457f0475cd48bd7c964f93d5eb495af16366bfa131d5bcd2c8182663e8');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (30, 1, 'guest', 1, 1, '21d91825c7a740ff07074336296e5267b4e83d22e83067dff4e1df7652c1fe79');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (31, 1, 'deliberation', 1, 1, 'a83c12665a044748e9bba4f620650e1fe417677da89260a826f42a9b1d5ee22e');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (32, 1, 'clause', 1, 1, 'ff85f90a7f20c1357ec021717747aa61fb5dd1cac71a4466496806fdeae256fd');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (33, 1, 'resolution', 1, 1, '1bd00966c8b9cf1bbc0b8bf7e02a84e14c3965105ae855c206b2ce5dc398aec7');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (34, 1, 'clause', 2, 1, '04fc34cc0cf12f3b2c75092d99e471f160f27404b5fcc78833c8caf4faf8e5fb');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (35, 1, 'signer', 1, 1, '1f2063ba6817d097225a2402fbdb794e1ed8ad4c509731ba19bdb066c98c9994');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (36, 1, 'minutes_act', 1, 1, '2699a00982636509c4634e2a3eb81d60c3ebdc2f9b99d7577c2eaab32ea8be3a');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (37, 1, 'task', 1, 1, '2e92de1b9e9b033ede9423781b2bcbe997b72fc889d8e357877c553e811a7c3b');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (38, 1, 'task', 2, 1, '59986da9253ccce0dc0ae29fd2af2355e618086ef2e7782669e9d1132d496f80');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (39, 1, 'task', 3, 1, '73c00dec0500b87ae0d62453bc0c8c92b0d76747634d7c4aeb584af7823d3a16');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (40, 1, 'task_act', 1, 1, '1507cab1e1266add6b1ed3e7b57611b341d3302daf50edcbe253613dc0f16920');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (41, 1, 'deadline_event', 1, 1, 'b9e53db9a446013d16c35dc5062ce79f06c2769998fa2570266787bc3de5766c');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (42, 1, 'resolution_act', 1, 1, '43c6970ec36cef110a747911cb253ef99c2b9f62db333d0dad28f8b91653a245');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (43, 1, 'printing', 1, 1, '7cf14617a53650f9ae9139f602a6df3bbac1a860f6d77cf01e7fcea08b80876b');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (44, 1, 'signature', 1, 1, '6a5895ae4d6ffd751d941b1d60574aabe72d39a19e5935a5aaf29b59188cc6e1');
INSERT INTO record_hash (id, link, kind, record_id, format, hash) VALUES (45, 1, 'office_setting', 1, 1, 'f25272419b47870011e189eeac371ada76ec99c7d23ce0b597a3ef40d34651d3');
INSERT INTO incoming_paper (id, uid, committee_id, year, row, number, day, received_on, sender, subject, classification, urgency, note, struck_on, struck_reason) VALUES (1, '00000000-0000-4000-8000-000000000022', 1, 1401, 1, '۱۲/۳', NULL, '2023-01-30', 'مرکز ملی', 'معرفی', 'normal', 'normal', '', NULL, '');
INSERT INTO outgoing_paper (id, uid, committee_id, year, row, number, day, addressee, subject, way, at, actor, classification, urgency, template, document, content_hash, note, received_by, received_on, struck_on, struck_reason) VALUES (1, '00000000-0000-4000-8000-000000000023', 1, 1401, 1, '۱۴۰۱/د/۱', '2023-01-30', 'استانداری', 'پیگیری', 'automation', '2023-01-30T10:00:00Z', 'کارشناس', 'normal', 'normal', 0, '', '', '', '', NULL, NULL, '');
INSERT INTO taking_over (id, uid, committee_id, year, month, last_meeting, last_number, last_serial, at, actor) VALUES (1, '00000000-0000-4000-8000-000000000027', 1, 1401, 9, 2, '', 0, '2023-01-30T10:00:00Z', 'کارشناس');
INSERT INTO paper_link (id, uid, incoming_paper_id, outgoing_paper_id, record_kind, record_uid, removed_on) VALUES (1, '00000000-0000-4000-8000-000000000024', 1, NULL, 'meeting', 'u', NULL);
INSERT INTO paper_link (id, uid, incoming_paper_id, outgoing_paper_id, record_kind, record_uid, removed_on) VALUES (2, '00000000-0000-4000-8000-000000000025', NULL, 1, 'meeting', 'u', NULL);
INSERT INTO request (id, uid, committee_id, kind, state, title, text, asked_on, unit_id, party_id, resolution_id, wanted_due, agenda_item_id, answered_on, answer) VALUES (1, '00000000-0000-4000-8000-000000000026', 1, 'proposal', 'open', 'طرح مشترک', '', '2023-01-30', NULL, NULL, NULL, NULL, 1, NULL, '');
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
CREATE TRIGGER guard_outgoing_paper_identity BEFORE UPDATE ON outgoing_paper
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id OR NEW.year IS NOT OLD.year OR NEW.row IS NOT OLD.row OR NEW.day IS NOT OLD.day OR NEW.addressee IS NOT OLD.addressee OR NEW.subject IS NOT OLD.subject OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor OR NEW.classification IS NOT OLD.classification OR NEW.urgency IS NOT OLD.urgency OR NEW.template IS NOT OLD.template OR NEW.document IS NOT OLD.document OR NEW.content_hash IS NOT OLD.content_hash
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:outgoing_paper');
END;
CREATE TRIGGER guard_outgoing_paper_number_once BEFORE UPDATE ON outgoing_paper
WHEN OLD.number IS NOT '' AND NEW.number IS NOT OLD.number
BEGIN
    SELECT RAISE(ABORT, 'guard:number_given_once:outgoing_paper');
END;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('agenda_item', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('signature', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('minutes_version', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('minutes_act', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('memorandum', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('article', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('picture', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('committee', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('month_act', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('party', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('axis', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('person', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('search_text', 13);
INSERT INTO sqlite_sequence (name, seq) VALUES ('seat', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('nomination', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('unit', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('upstream_decision', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('meeting', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('meeting_act', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('sent_invitation', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('file', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('file_link', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('incoming_paper', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('outgoing_paper', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('paper_link', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('request', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('taking_over', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('attendance', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('guest', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('deliberation', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('clause', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('resolution', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('clause_unit', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('signer', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('audit', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('task', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('task_act', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('deadline_event', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('resolution_act', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('printing', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('office_setting', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('act', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('chain_link', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('record_hash', 45);
COMMIT;
