"""Numbers of records on paper: shown in Persian digits, kept in the file as they were typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.domain.text.digits import latin_digits
from desktop_app.printing.words.paper_words import with_shown_numbers
from desktop_app.wiring import paper_renderer
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.every_paper import SAMPLES
from tests.printing.oracles import stream

_FIELDS = ("number", "own_number", "letter_number", "successor")
TYPED = replace(
    samples.RICH,
    letterhead=replace(samples.RICH.letterhead, number="147/ک/1401"),
    attendance=tuple(replace(one, letter_number=latin_digits(one.letter_number)) for one in samples.RICH.attendance),
    resolutions=tuple(replace(one, number=latin_digits(one.number)) for one in samples.RICH.resolutions),
)


def numbers(value: Any, name: str = "") -> Iterator[str]:
    """Every number of a record that is in a document."""
    if isinstance(value, str) and name in _FIELDS:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name), field.name)


def test_minutes_with_latin_numbers_look_like_those_with_persian_ones() -> None:
    made = [paper_renderer().make(PaperKind.MINUTES, Paper(one, Imprint())) for one in (TYPED, samples.RICH)]
    told = [[[line.visual for line in reader.lines_of([page])] for page in stream.read(pdf)] for pdf in made]
    assert told[0] == told[1]
    with pikepdf.open(BytesIO(made[0])) as opened:
        attached = next(iter(opened.attachments.values())).get_file().read_bytes()
    assert json.loads(attached) == json.loads(canonical_json(TYPED))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_paper_shows_its_numbers_in_persian_digits(name: str) -> None:
    shown = list(numbers(with_shown_numbers(SAMPLES[name].document)))
    assert [one for one in shown if any(digit in one for digit in "0123456789")] == []
