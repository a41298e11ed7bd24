"""The committed forms are what ui/ gives today, and are made without hidden wiring."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from devtools import forms

PYTHON = Path(sys.executable)

SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>SmallPage</class><widget class="QWidget" name="SmallPage">
<widget class="QPushButton" name="finalise"><property name="text"><string>{text}</string></property></widget>
</widget></ui>
"""


def test_the_committed_forms_are_fresh() -> None:
    stale = [target.name for target in forms.differing(python=PYTHON)]
    assert stale == [], "python3 dev.py forms"


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    """A ui folder with one page and the forms folder made from it."""
    ui, made = tmp_path / "ui", tmp_path / "forms"
    ui.mkdir()
    made.mkdir()
    (ui / "small_page.ui").write_text(SMALL.format(text="ثبت"), encoding="utf-8")
    for target, text in forms.differing(ui, made, PYTHON).items():
        assert text is not None
        target.write_bytes(text.encode())
    return ui, made


def test_a_fresh_form_does_not_differ(small: tuple[Path, Path]) -> None:
    assert forms.differing(*small, PYTHON) == {}


def test_a_changed_source_makes_its_form_differ(small: tuple[Path, Path]) -> None:
    ui, made = small
    (ui / "small_page.ui").write_text(SMALL.format(text="انصراف"), encoding="utf-8")
    assert list(forms.differing(ui, made, PYTHON)) == [made / "small_page.py"]


def test_a_form_without_a_source_is_to_go(small: tuple[Path, Path]) -> None:
    ui, made = small
    shutil.move(ui / "small_page.ui", ui / "other_page.ui")
    differing = forms.differing(ui, made, PYTHON)
    assert differing[made / "small_page.py"] is None
    assert differing[made / "other_page.py"] is not None


def test_no_form_has_hidden_wiring_or_a_date_editor_of_qt() -> None:
    """Connections are made in the view's constructor, and Qt's date fields store wrong days right to left."""
    faulty = []
    for source in sorted(forms.UI.glob("*.ui")):
        tree = ET.parse(source)
        classes = {widget.get("class", "") for widget in tree.iter("widget")}
        if list(tree.iter("connection")) or classes & {"QDateEdit", "QTimeEdit", "QDateTimeEdit"}:
            faulty.append(source.name)
    assert faulty == []
