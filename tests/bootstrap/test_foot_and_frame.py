"""What the window shows stays true after a refusal: the marked page, and the dimming behind a dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from desktop_app.domain.errors import RuleBroken
from desktop_app.storage.store.work import Work
from desktop_app.widgets.feedback.dialogs import Question
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.feedback.sheet_dialog import Veil
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenMeeting
from desktop_app.window.minutes.inspector import UpstreamPart
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from tests.bootstrap.conftest import Start
from tests.bootstrap.test_typed_drafts import foot, ground
from tests.writing_places import come_to


def test_the_marked_page_is_the_one_that_shows_also_while_leaving_is_asked_and_refused(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, at = ground(start, begun_folder)
    QTest.keyClicks(come_to(at, "agenda item"), "abc")
    navigation = run.window.ui.navigation
    before, marked = navigation.current(), []

    def stay(question: Question) -> str:
        marked.append(navigation.current())
        return "stay"

    monkeypatch.setattr(run.dialogs, "ask", stay)
    navigation.row("tasks").click()
    assert marked == [before]
    assert (run.window.page(), navigation.current()) == ("meeting", before)


def test_what_a_page_told_or_was_refused_goes_with_the_next_page_also_with_that_of_a_record(
    start: Start, begun_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, at = ground(start, begun_folder)
    at.screens.foot.say("فایل پیوست شد.", Tone.DONE)
    assert foot(run) == "فایل پیوست شد."
    at.screens.go(OpenMeeting(at.meeting))
    assert "پیوست" not in foot(run)

    # a page that keeps its typing, as that of past records does
    monkeypatch.setattr(at.screens.screen("meeting").controller, "may_leave", lambda: True)
    QTest.keyClicks(come_to(at, "agenda item"), "abc")

    def refuse(_work: Work) -> None:
        raise RuleBroken("demo_not_empty")

    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", refuse)
        at.one(RowForm).save()
    refused = shell_words.not_saved(sentence(RuleBroken("demo_not_empty")))
    run.until(lambda: foot(run) == refused)
    at.screens.open("tasks")
    assert foot(run) != refused


def test_the_dimming_stays_as_long_as_its_dialog(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    QTest.keyClicks(come_to(at, "upstream decision"), "abc")
    form = at.window.findChildren(UpstreamPart)[0].form
    assert form is not None
    # Alt+F4: the first time it only warns
    form.close()
    assert form.isVisible()
    assert [veil.isVisible() for veil in run.window.findChildren(Veil)] == [True]
    form.close()
    run.until(lambda: not [veil for veil in run.window.findChildren(Veil) if veil.isVisible()])
