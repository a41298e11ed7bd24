"""Deliberations of a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.services.versions.drafts import move_deliberation, remove_deliberation, save_deliberation
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records


@pytest.fixture
def draft(office: Office) -> tuple[int, int]:
    """The draft of a held meeting and one agenda item."""
    meeting_id = office.held()
    return office.draft(meeting_id), office.items(meeting_id)[1]


def said(office: Office) -> list[str]:
    return [one.text for one in office.where("deliberations")]


def test_contributions_keep_their_order(office: Office, draft: tuple[int, int]) -> None:
    made = [office.say(*draft, f"سخن {n}") for n in range(3)]
    move_deliberation(office.context, made[2], -1)
    assert said(office) == ["سخن 0", "سخن 2", "سخن 1"]
    move_deliberation(office.context, made[0], -1)
    assert said(office) == ["سخن 0", "سخن 2", "سخن 1"]
    remove_deliberation(office.context, made[0])
    assert [one.ordinal for one in office.where("deliberations")] == [1, 2]


def test_speaker_and_text_change_alone(office: Office, draft: tuple[int, int], records: Records) -> None:
    stored = office.get("deliberations", office.say(*draft))
    changed = replace(stored, speaker="مهرداد", text="كوتاه", ordinal=9, agenda_item_id=99)
    save_deliberation(office.context, changed)
    found = office.get("deliberations", stored.id)
    assert found == replace(stored, speaker="مهرداد", text="کوتاه")
    trail = len(records.audit)
    save_deliberation(office.context, found)
    assert len(records.audit) == trail


def test_what_is_refused(office: Office, draft: tuple[int, int]) -> None:
    stored = office.get("deliberations", office.say(*draft, speaker=""))
    with refused("deliberation_without_text", "text"):
        save_deliberation(office.context, replace(stored, text=" "))
    with refused("glyph_missing", "speaker"):
        save_deliberation(office.context, replace(stored, speaker="☎"))
    with refused("agenda_item_unknown"):
        office.say(draft[0], office.items(office.planned())[0])


def test_frozen_talk_stays(office: Office) -> None:
    _, version_id = office.written()
    office.finalised(version_id)
    (stored,) = office.where("deliberations")
    for act in (
        lambda: save_deliberation(office.context, replace(stored, text="دیگر")),
        lambda: remove_deliberation(office.context, stored.id),
        lambda: move_deliberation(office.context, stored.id, 1),
        lambda: office.say(version_id, stored.agenda_item_id),
    ):
        with refused("minutes_frozen"):
            act()
