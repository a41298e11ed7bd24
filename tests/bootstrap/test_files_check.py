"""Attached files that are missing at the start are told beside whatever else is told there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop_app import wiring
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.system import paths
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.shell import words as draft_words
from desktop_app.words import attached_files as words
from tests.bootstrap.conftest import Run, Start, clock_on
from tests.conftest import DEMO_DAY


def bands(run: Run) -> list[str]:
    return [one.title() for one in run.window.findChildren(MessageBand) if one.isVisible()]


def test_a_missing_file_is_told_and_hides_no_unrecorded_text(start: Start, demo_folder: Path) -> None:
    next((demo_folder / paths.FILES).glob("??/*")).unlink()
    with closing(wiring.open_office(demo_folder, clock_on(DEMO_DAY))) as office, office.drafts() as work:
        work.put_drafts({DraftField("paper", 0, "letter.text"): "نوشتهٔ بازیافته"})
        work.commit()
    run = start(demo_folder)
    run.at("meetings")
    assert run.opening.form_drafts is not None
    assert run.opening.form_drafts.dialog is not None
    run.opening.form_drafts.dialog.reject()
    run.until(lambda: words.FILES_WRONG in bands(run) and not run.opening.workers.busy)
    assert draft_words.left(1) in bands(run)
    # giving the text up takes back its own message and no other
    run.window.band.action_button().click()
    assert run.opening.form_drafts.dialog is not None
    run.opening.form_drafts.dialog.cards[0].drop_button.click()
    run.opening.form_drafts.dialog.reject()
    assert draft_words.left(1) not in bands(run)
    assert words.FILES_WRONG in bands(run)
