"""Acts on a version: beginning, closing part, reading step, signers, printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState, MinutesVersion, Signer
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.finalising import finalise
from desktop_app.services.minutes.minutes import (
    back_to_draft,
    mark_read,
    record_printing,
    save_closing,
    to_review,
)
from desktop_app.services.minutes.minutes_sheet import guards_of
from desktop_app.services.versions.drafts import save_deliberation
from desktop_app.services.versions.signing import reset_signers, set_signers, signers_of
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.prepared import open_draft
from tests.services.records import Records

S = MinutesState


def version(office: Office, version_id: int) -> MinutesVersion:
    found: MinutesVersion = office.get("versions", version_id)
    return found


def kinds(office: Office, version_id: int) -> list[MinutesActKind]:
    return [act.kind for act in office.where("minutes_acts", minutes_version_id=version_id)]


def test_a_draft_is_opened_once_and_found_again(office: Office) -> None:
    meeting_id = office.convened()
    first = open_draft(office.context, meeting_id).id
    assert open_draft(office.context, meeting_id).id == first
    found = version(office, first)
    assert (found.state, found.closing, found.kept_at) == (S.DRAFT, "جلسه در ساعت … پایان یافت.", "دبیرخانه")


def test_there_are_no_minutes_before_convening(office: Office) -> None:
    meeting_id = office.planned()
    with refused("minutes_before_convening", state=MeetingState.DRAFT):
        open_draft(office.context, meeting_id)


def test_a_meeting_without_a_day_has_a_draft_without_seats(office: Office) -> None:
    meeting_id = office.convened()
    office.put("meetings", replace(office.get("meetings", meeting_id), day=None))
    version_id = open_draft(office.context, meeting_id).id
    assert office.where("attendance", minutes_version_id=version_id) == ()
    with refused("meeting_without_day", "day"):
        office.note(version_id, office.items(meeting_id)[0])


# ---- the closing part


def test_the_closing_part_is_taken_and_nothing_else(office: Office, records: Records) -> None:
    _, version_id = office.written()
    changed = replace(
        version(office, version_id),
        next_day=date(2023, 6, 5),
        next_starts_at="۱۰",
        next_agenda="پیگیری\nطرح‌ها",
        closing="پایان.",
        originals=3,
        kept_at="بایگانی",
        attachments="فهرست\nنقشه",
        copies_to="استاندار",
        classification="secret",
        urgency="urgent",
        state=S.FINAL,
        read_aloud=True,
        version=9,
    )
    save_closing(office.context, changed)
    found = version(office, version_id)
    assert found == replace(changed, next_starts_at="10:00", state=S.DRAFT, read_aloud=False, version=1)
    trail = len(records.audit)
    save_closing(office.context, found)
    assert len(records.audit) == trail


@pytest.mark.parametrize(
    ("changes", "key", "field"),
    [
        ({"originals": 0}, "originals_too_few", "originals"),
        ({"originals": 100}, "originals_too_many", "originals"),
        ({"next_day": MONDAY}, "next_day_before_meeting", "next_day"),
        ({"next_starts_at": "دیر"}, "time_not_understood", "next_starts_at"),
        ({"classification": "top"}, "word_unknown", "classification"),
        ({"urgency": "later"}, "word_unknown", "urgency"),
        ({"kept_at": "☎"}, "glyph_missing", "kept_at"),
        ({"closing": "☎"}, "glyph_missing", "closing"),
    ],
)
def test_what_the_closing_part_refuses(office: Office, changes: dict[str, object], key: str, field: str) -> None:
    _, version_id = office.written()
    with refused(key, field):
        save_closing(office.context, replace(version(office, version_id), **changes))  # type: ignore[arg-type]


def test_blanks_alone_are_no_closing_part(office: Office) -> None:
    """The paper would print the head «دستور جلسه:» over empty lines, and end without its closing sentence."""
    _, version_id = office.written()
    blank = dict.fromkeys(("next_agenda", "closing", "attachments", "copies_to"), "\n \n")
    save_closing(office.context, replace(version(office, version_id), kept_at=" ", **blank))  # type: ignore[arg-type]
    found = version(office, version_id)
    assert [found.kept_at, *(getattr(found, name) for name in blank)] == [""] * 5


def test_a_frozen_closing_part_stays(office: Office) -> None:
    _, version_id = office.written()
    office.finalised(version_id)
    with refused("minutes_frozen"):
        save_closing(office.context, version(office, version_id))


# ---- the reading step


def test_the_reading_step(office: Office) -> None:
    _, version_id = office.written()
    with refused("read_not_in_review", "reading", state=S.DRAFT):
        mark_read(office.context, version_id)
    to_review(office.context, version_id)
    mark_read(office.context, version_id)
    assert (version(office, version_id).state, version(office, version_id).read_aloud) == (S.REVIEW, True)
    back_to_draft(office.context, version_id)
    assert (version(office, version_id).state, version(office, version_id).read_aloud) == (S.DRAFT, False)
    to_review(office.context, version_id)
    assert version(office, version_id).read_aloud is False
    act = MinutesActKind
    assert kinds(office, version_id) == [act.OPENED, act.TO_REVIEW, act.READ, act.TO_DRAFT, act.TO_REVIEW]


def test_a_correction_keeps_the_reading(office: Office) -> None:
    _, version_id = office.written()
    office.read(version_id)
    save_closing(office.context, replace(version(office, version_id), closing="اصلاح شد."))
    found = version(office, version_id)
    assert (found.read_aloud, found.closing) == (True, "اصلاح شد.")
    assert kinds(office, version_id)[-1] is MinutesActKind.CORRECTED


def test_what_is_changed_after_the_reading_is_read_again(office: Office) -> None:
    meeting, version_id = office.written()
    office.say(version_id, office.items(meeting)[1])
    (clause, *_others) = office.where("clauses", minutes_version_id=version_id)
    to_review(office.context, version_id)
    save_clause(office.context, replace(clause, text="هنگام قرائت اصلاح شد."))
    mark_read(office.context, version_id)
    assert reading_guard(office, version_id) == ("minutes_read", {})
    save_clause(office.context, replace(clause, text="پس از قرائت اصلاح شد."))
    office.note(version_id, office.items(meeting)[1], "بندی تازه")
    (said, *_others) = office.where("deliberations", minutes_version_id=version_id)
    save_deliberation(office.context, replace(said, text="چیز دیگری گفت."))
    with refused("minutes_changed_since_read", "reading", count=3, clauses=2, said=1):
        finalise(office.context, version_id)
    assert reading_guard(office, version_id)[0] == "minutes_changed_since_read"
    mark_read(office.context, version_id)
    assert reading_guard(office, version_id) == ("minutes_read", {})
    finalise(office.context, version_id)


def reading_guard(office: Office, version_id: int) -> tuple[str, Mapping[str, object]]:
    """As the strip shows it."""
    found = guards_of(office.context, version_id)[-1]
    return found.key, found.facts


def test_states_do_not_jump(office: Office) -> None:
    _, version_id = office.written()
    with refused("move_not_allowed", source=S.DRAFT, target=S.DRAFT):
        back_to_draft(office.context, version_id)
    office.finalised(version_id)
    with refused("move_not_allowed", source=S.FINAL, target=S.REVIEW):
        to_review(office.context, version_id)


def test_the_reading_step_looks_at_every_word_of_the_paper(office: Office) -> None:
    """A name that was stored before the font changed is found, too."""
    meeting_id, version_id = office.written()
    row = office.where("attendance", minutes_version_id=version_id)[1]
    office.put("attendance", replace(row, name="شخص ☎"))
    with refused("glyph_missing", "attendance", character="☎", place="attendance", row=2):
        to_review(office.context, version_id)
    assert version(office, version_id).state is S.DRAFT
    office.put("attendance", row)
    office.put("meetings", replace(office.get("meetings", meeting_id), place="سالن ☎"))
    with refused("glyph_missing", "meeting", row=0):
        to_review(office.context, version_id)


# ---- signers


def names(office: Office, version_id: int) -> list[str]:
    with office.open_work() as work:
        return [signer.name for signer in signers_of(work, work.versions.get(version_id))]


def test_signers_follow_attendance_until_changed_by_hand(office: Office) -> None:
    meeting_id, version_id = office.written()
    assert names(office, version_id)[0] == "شخص 1"
    assert names(office, version_id)[-1] == "شخص 3"
    office.mark(meeting_id, 0, state=AttendanceState.EXCUSED)
    assert names(office, version_id)[0] == "شخص 2"
    chosen = [
        Signer(minutes_version_id=0, ordinal=0, party_id=office.parties[1], name="مهرداد", post="نماینده"),
        Signer(minutes_version_id=0, ordinal=0, party_id=office.parties[0], name="بهمن", post="رئیس"),
    ]
    set_signers(office.context, version_id, chosen)
    assert names(office, version_id) == ["مهرداد", "بهمن"]
    set_signers(office.context, version_id, chosen[:1])
    assert names(office, version_id) == ["مهرداد"]
    reset_signers(office.context, version_id)
    assert len(names(office, version_id)) == 7


def test_what_a_list_of_signers_may_not_be(office: Office) -> None:
    _, version_id = office.written()
    one = Signer(minutes_version_id=0, ordinal=0, party_id=office.parties[1], name="مهرداد", post="")
    with refused("signers_empty", "signers"):
        set_signers(office.context, version_id, [])
    with refused("signer_without_name", "signers", row=2):
        set_signers(office.context, version_id, [one, replace(one, name=" ")])
    with refused("signer_without_party", "signers", row=1):
        set_signers(office.context, version_id, [replace(one, party_id=99)])
    assert office.where("signers") == ()


def test_frozen_signers_stay(office: Office) -> None:
    _, version_id = office.written()
    office.finalised(version_id)
    with refused("minutes_frozen"):
        set_signers(office.context, version_id, office.where("signers"))
    with refused("minutes_frozen"):
        reset_signers(office.context, version_id)


# ---- printing


def test_a_printing_for_the_pen_is_recorded(office: Office) -> None:
    _, version_id = office.written()
    paper: dict[str, Any] = {"copies": 8, "path": "m.pdf", "sha256": "a" * 64}
    with refused("print_not_final", state=S.DRAFT):
        record_printing(office.context, version_id, **paper)
    office.finalised(version_id)
    with refused("copies_too_few", "copies"):
        record_printing(office.context, version_id, copies=0, path="m.pdf", sha256="a" * 64)
    with refused("copies_too_many", "copies"):
        record_printing(office.context, version_id, copies=1000, path="m.pdf", sha256="a" * 64)
    record_printing(office.context, version_id, **paper)
    (printing,) = office.where("printings")
    assert (printing.copies, printing.path, printing.sha256) == (8, "m.pdf", "a" * 64)
    assert kinds(office, version_id)[-1] is MinutesActKind.PRINTED
