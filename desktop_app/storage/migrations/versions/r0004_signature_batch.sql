-- Frozen with its first release; never edited. Later changes are later revisions.

CREATE TABLE signature (
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
