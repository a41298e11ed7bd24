"""Minutes of template 2 call a plain clause «بند»; what was final under template 1 keeps its word for ever."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from desktop_app.domain.documents.amendment_lines import ChangedPart, ChangeLine
from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.printing.papers.minutes_changes import place_of
from desktop_app.printing.word.minutes_docx_body import talk
from desktop_app.text.paper.paper_2 import clause
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples

(NOTED,) = (item for item in samples.RICH.agenda if item.notes)


@pytest.mark.parametrize(("template", "word", "other"), [(1, "یادداشت", "بند"), (2, "بند", "یادداشت")])
def test_a_plain_clause_bears_the_word_of_its_template(template: int, word: str, other: str) -> None:
    document = replace(samples.RICH, template=template)
    text = NOTED.notes[0]
    printed = [line.logical for line in reader.lines(document)]
    assert any(line.startswith(f"{word}: {text[:6]}") for line in printed), printed
    assert not any(line.startswith(f"{other}: {text[:6]}") for line in printed)
    assert [line.lead for line in talk(NOTED, clause(template))][-1] == f"{word}: "


@pytest.mark.parametrize(("template", "word"), [(1, "یادداشت"), (2, "بند صورت‌جلسه")])
def test_a_changed_clause_bears_the_word_of_its_template(template: int, word: str) -> None:
    assert place_of(ChangeLine(part=ChangedPart.NOTE, name="تمدید مهلت", field=""), template).startswith(word)


def test_a_snapshot_always_says_its_template() -> None:
    """Else one that was written under template 1 would be read as one of today."""
    assert json.loads(canonical_json(replace(samples.RICH, template=1)))["template"] == 1
    assert json.loads(canonical_json(samples.RICH))["template"] == 3
