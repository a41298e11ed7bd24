"""Every component that ships has its licence beside it, and the table is that of today's lock."""

from __future__ import annotations

from devtools.licences import FOLDER, locked


def test_each_component_of_the_lock_has_its_row_and_text() -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    missing = [
        name
        for name, version in locked().items()
        if f"| {name} | {version} |" not in table
        or len((FOLDER / "packages" / f"{name}.txt").read_text(encoding="utf-8")) < 500
    ]
    assert missing == [], "python -m devtools.licences"


def test_no_text_stands_for_a_component_that_is_not_shipped() -> None:
    assert {file.stem for file in (FOLDER / "packages").iterdir()} == set(locked())


def test_fonts_and_icons_have_theirs() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "Vazirmatn-OFL.txt").read_text(encoding="utf-8")
    assert "ISC" in (FOLDER / "Lucide-ISC.txt").read_text(encoding="utf-8")
