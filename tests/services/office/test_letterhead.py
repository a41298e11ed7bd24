"""The letterhead: its lines, its logo, and the papers that were made with it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.office.settings import (
    letterhead_refusals,
    letterhead_values,
    office_settings,
    save_letterhead,
)
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records


def picture(content: bytes) -> Picture:
    """A picture by its bytes; what they draw is nothing to the services."""
    return Picture(sha256=hashlib.sha256(content).hexdigest(), width=60, height=60, content=content)


def give(office: Office, logo: Picture | None, **edited: object) -> None:
    """Save the letterhead with this logo."""
    seen = letterhead_values(office.context)
    save_letterhead(office.context, replace(seen, logo=logo, **edited), seen)  # type: ignore[arg-type]


def test_the_letterhead_is_saved_with_its_picture_and_read_back(office: Office) -> None:
    give(office, picture(b"one"), lines=("استانداري مازندران", "  ", "مرکز ملی"), invocation="بسمه تعالی")
    found = letterhead_values(office.context)
    assert found.lines == ("استانداری مازندران", "مرکز ملی")
    assert found.logo is not None
    assert found.logo.content == b"one"
    assert office_settings(office.context).logo == picture(b"one").sha256


def test_a_picture_is_kept_once_and_for_ever(office: Office, records: Records) -> None:
    for logo in (picture(b"one"), None, picture(b"two"), picture(b"one")):
        give(office, logo)
    assert [one.content for one in office.where("pictures")] == [b"one", b"two"]
    assert letterhead_values(office.context).logo == replace(picture(b"one"), id=1)


def test_saving_a_line_leaves_the_settings_of_other_sections(office: Office) -> None:
    before = office_settings(office.context)
    give(office, None, lines=("یک",))
    assert office_settings(office.context) == replace(before, letterhead=("یک",))


def test_what_has_no_room_on_the_paper_is_refused(office: Office) -> None:
    seen = letterhead_values(office.context)
    for lines, key in ((("نام",) * 5, "letterhead_too_long"), (("نام " * 31,), "letterhead_too_wide")):
        wrong = replace(seen, lines=lines)
        assert [one.key for one in letterhead_refusals(office.context, wrong)] == [key]
        with refused(key, "letterhead"):
            save_letterhead(office.context, wrong, seen)
    assert letterhead_refusals(office.context, replace(seen, invocation="☎"))[0].field == "invocation"
    assert letterhead_values(office.context) == seen


def test_final_minutes_keep_the_logo_that_they_were_made_with(office: Office) -> None:
    give(office, picture(b"old"))
    _, version_id = office.written(1)
    office.finalised(version_id)
    give(office, picture(b"new"))
    paper = minutes_paper(office.context, version_id)
    assert paper.document.letterhead.logo == picture(b"old").sha256
    assert paper.imprint.logo == b"old"


def test_a_draft_has_the_logo_of_today(office: Office) -> None:
    _, version_id = office.written(1)
    assert minutes_paper(office.context, version_id).imprint.logo == b""
    give(office, picture(b"new"))
    assert minutes_paper(office.context, version_id).imprint.logo == b"new"


def test_a_paper_whose_picture_is_lost_or_changed_is_refused(office: Office, records: Records) -> None:
    give(office, picture(b"one"))
    _, version_id = office.written(1)
    records.forge("picture", "UPDATE picture SET content = CAST('forged' AS BLOB)")
    with refused("picture_lost"):
        minutes_paper(office.context, version_id)
    records.forge("picture", "DELETE FROM picture")
    with refused("picture_lost"):
        letterhead_values(office.context)


def test_a_paper_without_a_logo_has_the_snapshot_that_it_always_had(office: Office) -> None:
    _, version_id = office.written(1)
    document = minutes_paper(office.context, version_id).document
    assert '"logo"' not in canonical_json(document)
    with_logo = replace(document, letterhead=replace(document.letterhead, logo="ab" * 32))
    assert '"logo":"abab' in canonical_json(with_logo)
