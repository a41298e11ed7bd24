"""Persian for the reader stands only in its places, and is written as an editor would write it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.architecture.source import APP, PERSIAN, ROOT, Module, docstrings, modules, speaks, strings, word_modules

WORDS_ALLOWED = (
    "desktop_app/domain/text/folding.py",
    "desktop_app/domain/text/effect_words.py",
    "desktop_app/domain/calendar/date_words.py",
)

LETTER = "[\u0621-\u064a\u066e-\u06d3\u06fa-\u06fc]"
WORD = re.compile(LETTER + "{2}")
FAULTS = {
    "Arabic ي or ك: write ی and ک": "[\u064a\u0643\u0649]",
    "ۀ in one letter: write ه and U+0654": "\u06c0",
    "an ASCII or Arabic digit: the program's numbers are Persian": r"(?<![A-Za-z-])[0-9]|[\u0660-\u0669]",
    "two blanks": "  ",
    "a blank at an edge of a mark": r" [،؛:؟!»)]|[«(] ",
    "می or نمی without ZWNJ": rf"(?<!{LETTER})ن?می (?={LETTER})",
    "ها without ZWNJ": rf"(?<={LETTER}) ها(ی|یی)?(?!{LETTER})",
    "آن‌ها and این‌ها without ZWNJ": "آنها|اینها",
    "اینجا and آنجا in two parts": "(این|آن)\u200cجا",
    "an ASCII comma, semicolon or question mark": rf"{LETTER}\s?[,;?]",
    "three dots: write …": r"\.\.\.",
    "another word for late: days are «روز تأخیر», the state is «معوق»": "دیرکرد|روز[ \u00a0]معوق",
    "another word for the committee, which is «کمیته»": "کارگروه",
    "another word for what is stored, which is «رکورد»": "ثبت‌ها",
    "a straight quotation mark: write « and »": "\"|''",
}
DESIGNER_DEFAULTS = {"Form", "Dialog", "MainWindow", "PushButton", "TextLabel", "GroupBox", "CheckBox", "RadioButton"}


QUOTED_LETTER = re.compile("«[\u064a\u0643\u06c0]»")
"""A sentence about a letter may name it."""


def _faults_of(text: str) -> list[str]:
    text = QUOTED_LETTER.sub("«ی»", text)
    return [fault for fault, pattern in FAULTS.items() if re.search(pattern, text)]


def _sentences_of_code() -> Iterator[tuple[str, str]]:
    for module in word_modules():
        for node, text in strings(module):
            if PERSIAN.search(text):
                yield module.at(node), text


def _ui_strings() -> Iterator[tuple[str, str]]:
    for source in sorted((ROOT / "ui").glob("*.ui")):
        for node in ET.parse(source).iter("string"):
            if node.text and node.get("notr") != "true":
                yield source.name, node.text


def test_sentences_in_code_are_written_well() -> None:
    faulty = [(place, text, faults) for place, text in _sentences_of_code() if (faults := _faults_of(text))]
    assert faulty == []


def test_sentences_in_forms_are_written_well() -> None:
    faulty = [
        (place, text, faults) for place, text in _ui_strings() if PERSIAN.search(text) and (faults := _faults_of(text))
    ]
    assert faulty == []


def test_no_form_shows_a_word_that_designer_left_behind() -> None:
    assert [(place, text) for place, text in _ui_strings() if text.strip() in DESIGNER_DEFAULTS] == []


@pytest.mark.parametrize(
    "text",
    ["كميته", "خانۀ ما", "جلسه 3", "جلسه ٣", "دو  فاصله", "پایان .«آغاز »", "می شود", "نمی رسد", "جلسه ها", "جلسه های",
     "آنها", "نخست, دوم", "و دیگران...", '"مصوبه"', "۳ روز دیرکرد", "۳\u00a0روز معوق", "دبیرخانهٔ کارگروه",
     "درستی ثبت‌ها", "این\u200cجا"],
)  # fmt: skip
def test_the_check_notices(text: str) -> None:
    assert _faults_of(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "صورت‌جلسهٔ ۱۲",
        "می‌شود و نمی‌رسد",
        "جلسه‌ها، مصوبه‌ها؛ چرا؟",
        "قدیمی است",
        "«ثبت» (پیش‌نویس)",
        "رها شد",
        "فایل UTF-8",
        "کمی دیرتر",
        "۲ مصوبه معوق است: ۳ روز تأخیر",
    ],
)
def test_the_check_lets_good_persian_pass(text: str) -> None:
    assert _faults_of(text) == []


def _persian_words(module: Module) -> Iterator[str]:
    """Places of literals with a Persian word in the source text; escapes and lone letters are data of a rule."""
    if not WORD.search(module.text):
        return
    skip = docstrings(module.tree)
    for node in module.nodes:
        if id(node) in skip or not _holds_word(node):
            continue
        # The value may come from escapes: only what a reader of the source sees as a word counts
        if WORD.search(ast.get_source_segment(module.text, node) or ""):
            yield module.at(node)


def _holds_word(node: ast.AST) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(_holds_word(part) for part in node.values)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.search(node.value) is not None


def test_persian_words_stand_only_where_they_belong() -> None:
    """In ui/, in the modules of words, in resources/ and in three tables of the domain; nowhere else."""
    strays = [
        place
        for module in modules()
        if not speaks(module) and module.path not in WORDS_ALLOWED
        for place in _persian_words(module)
    ]
    assert strays == []


def test_the_shipped_persian_data_uses_persian_letters() -> None:
    """Resources are data that is printed: the same letters as in the sentences."""
    wrong = []
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.suffix in {".json", ".csv", ".toml"}:
            text = path.read_text(encoding="utf-8")
            wrong += [f"{path.name}: {letter!r}" for letter in "\u064a\u0643\u06c0" if letter in text]
    assert wrong == []


def test_the_folder_of_sentences_is_read_at_all() -> None:
    """Guards the tests above against looking at nothing."""
    assert len(list(_sentences_of_code())) > 10
    assert Path(APP / "words" / "refusals.py").is_file()
