"""The place of a file: its ending is added to a name without one, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.widgets.feedback.dialogs import QtDialogs, Question

KINDS = "فایل PDF (*.pdf)"


class Typist:
    """Types one name after another into the system's dialog, and answers whether a file may be replaced."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *names: Path | str, replace: bool = False) -> None:
        self._names = iter([str(name) for name in names])
        self.offered: list[str] = []
        self.asked: list[Question] = []
        self.replace = replace
        self.dialogs = QtDialogs(lambda: None)
        monkeypatch.setattr("desktop_app.widgets.feedback.dialogs.ask_save", self._type)
        monkeypatch.setattr(self.dialogs, "ask", self._answer)

    def save(self, suggested: Path) -> Path | None:
        """What comes of it."""
        return self.dialogs.pick_save_path("ذخیره", suggested, KINDS)

    def _type(self, _window: object, _title: str, suggested: Path, _kinds: str) -> Path | None:
        self.offered.append(str(suggested))
        typed = next(self._names)
        return Path(typed) if typed else None

    def _answer(self, question: Question) -> str | None:
        self.asked.append(question)
        return "replace" if self.replace else None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("نامه", "نامه.pdf"), ("نامه.pdf", "نامه.pdf"), ("نامه.PDF", "نامه.PDF"),
        ("گزارش ۱۴۰۲.۰۲", "گزارش ۱۴۰۲.۰۲.pdf"),
        ("a.doc", "a.doc.pdf"), ("a.", "a.pdf"), ("ب" * 200, f"{'ب' * 200}.pdf"),
    ],
)  # fmt: skip
def test_a_name_gets_the_ending_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kept: str
) -> None:
    typist = Typist(monkeypatch, tmp_path / typed)
    assert typist.save(tmp_path / "m.pdf") == tmp_path / kept
    assert typist.asked == []


def test_a_word_file_gets_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Typist(monkeypatch, tmp_path / "نامه").save(tmp_path / "m.docx") == tmp_path / "نامه.docx"


def test_leaving_is_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Typist(monkeypatch, "").save(tmp_path / "m.pdf") is None


def test_a_file_that_the_dialog_did_not_ask_about_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "نامه.pdf").write_bytes(b"earlier")
    typist = Typist(monkeypatch, tmp_path / "نامه", replace=True)
    assert typist.save(tmp_path / "m.pdf") == tmp_path / "نامه.pdf"
    assert "نامه.pdf" in typist.asked[0].text


def test_another_name_may_be_given_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "نامه.pdf").write_bytes(b"earlier")
    typist = Typist(monkeypatch, tmp_path / "نامه", tmp_path / "دیگر")
    assert typist.save(tmp_path / "m.pdf") == tmp_path / "دیگر.pdf"
    assert typist.offered == [str(tmp_path / "m.pdf"), str(tmp_path / "نامه.pdf")]


def test_what_the_dialog_itself_asked_about_is_not_asked_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "نامه.pdf").write_bytes(b"earlier")
    typist = Typist(monkeypatch, tmp_path / "نامه.pdf")
    assert typist.save(tmp_path / "m.pdf") == tmp_path / "نامه.pdf"
    assert typist.asked == []
