"""The chapters of the help name what is really there: every caption, every key, every file, every other chapter."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from desktop_app.domain.read_models.program_help import Chapter, HelpChapter
from desktop_app.storage.backup.restoring import ASIDE
from desktop_app.storage.file.lock import FolderLock
from desktop_app.system import paths
from desktop_app.widgets.style.tokens import Tokens
from desktop_app.window.help.controller import CHAPTER_OF
from desktop_app.window.help.documents import HelpDocuments
from desktop_app.window.minutes import words as list_words
from desktop_app.window.months import words as meetings
from desktop_app.window.settings import words as settings
from desktop_app.window.shell.help import help_chapters
from desktop_app.words import clauses, history, letters, lists, members, papers, resolutions, states, tasks
from desktop_app.words.invitations import WAYS
from desktop_app.words.states import DEADLINE_KINDS
from tests.architecture.source import APP, ROOT, modules, word_modules
from tests.architecture.test_persian_text import FAULTS

CHAPTERS = help_chapters()
CAPTION = re.compile(r"\*\*«(.+?)»\*\*")
"""What stands on screen, in bold guillemets."""
STRONG = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```$.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)]+)\)")
LEAST_OF_SENTENCE = 9
"""A shorter caption is a whole label; a longer one may also be a part of a sentence that has facts in it."""
FACT = "…"
"""In a sentence that is quoted: where a fact stands on the screen."""
KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9,]|F\d+|Ins|Del|Delete|Space|Esc|Tab|Enter|Left|Right|Up|Down|Pg\w+)"
)
OF_EVERY_CONTROL = {"Tab", "Esc", "Enter", "Space", "Delete", "Ctrl+A", "Ctrl+C"}
"""Keys that are no shortcuts but are answered by the control that has the keyboard."""
OF_WINDOWS = {"More info", "Run anyway", "Properties › Digital Signatures", "Settings › Apps", "Task Manager"}
"""Bold words that stand on the screen of the system."""


@cache
def on_screen() -> tuple[frozenset[str], str]:
    """Every label of the forms and sentence of the code, and all of them in one text."""
    found = {node.text for file in (ROOT / "ui").glob("*.ui") for node in ET.parse(file).iter("string") if node.text}
    for module in word_modules():
        found |= {node.value for node in module.nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return frozenset(found), "\n".join(sorted(found))


@cache
def shortcuts() -> frozenset[str]:
    """Every key that some module of the window answers to, in one spelling."""
    found = set[str]()
    for module in modules(APP):
        for node in module.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                found.add(node.value)
    # the parts of the page of members are numbered in a loop
    found |= {f"Alt+{place}" for place in (1, 2, 3)}
    return frozenset(_spelled(one) for one in found)


def _spelled(key: str) -> str:
    return QKeySequence(key).toString()


def _text(chapter: HelpChapter) -> str:
    return FENCE.sub("", chapter.text)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_bold_words_end_before_a_space_or_a_sign(chapter: HelpChapter) -> None:
    """With a letter right behind the guillemet Markdown ends nothing, and the stars show."""
    assert re.findall(r"»\*\*\w", _text(chapter)) == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_every_caption_stands_on_the_screen(chapter: HelpChapter) -> None:
    labels, all_text = on_screen()
    strays = [
        caption
        for caption in CAPTION.findall(_text(chapter))
        if caption not in labels
        and not (len(caption) > LEAST_OF_SENTENCE and all(part in all_text for part in caption.split(FACT)))
    ]
    assert strays == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_what_is_bold_is_a_caption(chapter: HelpChapter) -> None:
    """So that none escapes the check by a missing mark."""
    bold = {one for one in STRONG.findall(_text(chapter)) if not (one.startswith("«") and one.endswith("»"))}
    assert bold - OF_WINDOWS == set()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_what_a_heading_quotes_is_quoted_from_its_beginning(chapter: HelpChapter) -> None:
    headings = [line.lstrip("#").strip() for line in _text(chapter).split("\n") if line.startswith("#")]
    assert [one for one in headings if CAPTION.search(one) and not one.startswith("**«")] == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_every_key_is_a_shortcut(chapter: HelpChapter) -> None:
    keys = {one for one in CODE.findall(_text(chapter)) if KEY.fullmatch(one)}
    assert {one for one in keys - OF_EVERY_CONTROL if _spelled(one) not in shortcuts()} == set()


def test_every_file_of_the_data_folder_is_named_as_it_is() -> None:
    (data,) = (one for one in CHAPTERS if one.chapter is Chapter.DATA)
    named = set(CODE.findall(data.text))
    assert named == {*paths.FOLDERS, ASIDE, paths.DATABASE, paths.UNFOUNDED, paths.LOCK, paths.LOCK_HOLDER}


def test_the_sign_of_an_open_program_is_the_file_that_goes_with_it(tmp_path: Path) -> None:
    """The lock file itself stays where it is for ever."""
    lock = FolderLock(tmp_path)
    lock.take("2023-03-01T10:00:00Z")
    held = {file.name for file in tmp_path.iterdir()}
    lock.release()
    goes = held - {file.name for file in tmp_path.iterdir()}
    (data,) = (one for one in CHAPTERS if one.chapter is Chapter.DATA)
    (line,) = (one for one in data.text.split("\n") if "برنامه باز است" in one and one.startswith("- "))
    (sign,) = CODE.findall(line)
    assert sign in goes


def test_the_administrator_is_told_the_places_that_the_program_knows() -> None:
    (admin,) = (one for one in CHAPTERS if one.chapter is Chapter.ADMIN)
    named = set(CODE.findall(admin.text))
    assert {paths.PORTABLE_MARK, paths.PLACE_FILE, paths.LOG, "data", rf"%LOCALAPPDATA%\{paths.APP_NAME}"} <= named
    assert rf"%LOCALAPPDATA%\Programs\{paths.APP_NAME}" in named


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_links_lead_to_chapters_alone(chapter: HelpChapter) -> None:
    files = {f"{one}.md" for one in Chapter}
    assert set(LINK.findall(chapter.text)) <= files


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.chapter.value)
def test_a_chapter_is_written_well(chapter: HelpChapter) -> None:
    plain = CODE.sub("x", LINK.sub("]", _text(chapter)))
    plain = re.sub("[A-Za-z][A-Za-z0-9-]*", "x", plain).replace("«ي»", "«ی»").replace("«ك»", "«ک»")
    lines = [line.lstrip("#- ") for line in plain.split("\n")]
    faulty = [(line, fault) for line in lines for fault, pattern in FAULTS.items() if re.search(pattern, line)]
    assert faulty == []


def test_every_chapter_begins_with_its_title_and_is_short() -> None:
    titles = [one.title for one in CHAPTERS]
    assert len(set(titles)) == len(titles)
    for one in CHAPTERS:
        assert one.text.startswith(f"# {one.title}\n\n")
        assert len(one.text.split()) < 700, one.chapter


def _words_of_the_screen() -> dict[str, list[str]]:
    """Labels by what they name: pages, views, states, acts, and the buttons of each form."""
    found = {
        "pages": [
            lists.MEETINGS, lists.MINUTES_LIST, lists.RESOLUTIONS, lists.REGISTERS, tasks.TASKS, members.MEMBERS,
            papers.PAPERS, papers.VERIFY, history.HISTORY, settings.SETTINGS,
        ],
        "kinds of paper": [*papers.TITLES.values()],
        "parts of members": [*members.PARTS.values(), *members.ADD.values(), *members.ROLES.values()],
        "views": [
            *(meetings.ALL, meetings.AHEAD, meetings.OVER, meetings.OFF, letters.STRUCK),
            *(word for views in (resolutions, tasks, list_words, letters) for word in views.VIEWS.values()),
        ],
        "states": [
            *(word for words in (states.MEETING, states.MINUTES, states.RESOLUTION) for word in words.values()),
            *(states.LATE, *resolutions.TASK_STATES.values(), *members.STATES.values(), *meetings.STATES.values()),
            *(*states.ITEM_STATES.values(), *states.SEAT_STATES.values()),
        ],
        "choices": [
            *(*states.MEETING_KIND.values(), *states.ITEM_KINDS.values(), *WAYS.values()),
            *(*clauses.KINDS.values(), *clauses.ADOPTIONS.values(), *clauses.CLASSES.values()),
            *(*DEADLINE_KINDS.values(), *states.CLASSIFICATIONS.values(), *states.URGENCIES.values()),
        ],
        "acts": [
            *(*resolutions.ACTIONS.values(), *resolutions.ACTION_BUTTONS.values(), *tasks.ACTIONS.values()),
            *(letters.RECORD_INCOMING, letters.RECORD_OUTGOING, letters.PRINT, letters.SLIP),
            *(letters.DELIVERY, letters.STRIKE, letters.REPORT, letters.EXTENSION, letters.NOMINATION),
            *(letters.TO_MEETING, letters.INVITATION_ANSWER),
        ],
    }  # fmt: skip
    for form in sorted((ROOT / "ui").glob("*.ui")):
        buttons = [one for one in ET.parse(form).iter("widget") if one.get("class") == "Button"]
        labels = [one.findtext("property[@name='text']/string") for one in buttons]
        found[form.name] = [label for label in labels if label]
    return found


def test_every_word_of_the_screen_is_found(qapp: QApplication) -> None:
    documents = HelpDocuments(CHAPTERS, qapp)
    tokens = Tokens()
    kinds = _words_of_the_screen()
    assert sum(map(len, kinds.values())) > 200
    missing = {
        kind: labels
        for kind, words in kinds.items()
        if (labels := [word for word in words if not documents.find(word.rstrip("…"), tokens)])
    }
    assert missing == {}
    assert not documents.find("زرافه", tokens)


def test_no_file_of_the_folder_is_left_out() -> None:
    assert {file.stem for file in paths.resource("help").iterdir()} == set(Chapter)


def test_every_chapter_that_a_page_opens_is_there() -> None:
    assert set(CHAPTER_OF.values()) <= set(Chapter)
