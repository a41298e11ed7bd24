"""Questions about a folder that was picked as the second place, asked before anything is written there."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.read_models.backups import PlaceState
from desktop_app.text.office import backup_owners
from desktop_app.text.office import backups as words
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.widgets.feedback.dialogs import Choice, Question
from desktop_app.widgets.style.tokens import Tone

ANOTHER, KEEP = "another", "keep"


def questions_about(place: PlaceState) -> Iterator[Question]:
    """Whether it is to be kept, once for each caution: on the disk of the data, among backups of another committee."""
    folder = left_to_right(str(place.folder))
    if place.cautions.same_disk:
        yield _question(words.SAME_DISK_TITLE, f"{folder}: {words.SAME_DISK}", words.SAME_DISK_WHY)
    if place.others:
        whose = backup_owners.whose_here(place.others[0].committee_name, place.office)
        yield _question(backup_owners.AMONG_OTHERS_TITLE, f"{folder}: {whose}.", backup_owners.AMONG_OTHERS_WHY)


def _question(title: str, text: str, why: str) -> Question:
    answers = (Choice(ANOTHER, words.PICK_ANOTHER), Choice(KEEP, words.KEEP_PLACE))
    return Question(title, text, answers, tone=Tone.WARNING, detail=why)
