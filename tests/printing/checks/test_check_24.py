"""Check 24 without a clock (`dev.py bench paper` has the times): long papers let go of what is drawn, share what comes
again, stay small, and are proved by a sample of their pages."""

from __future__ import annotations

import gc
import logging
import weakref
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import pdfa

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.engine.layout.flow import Paper, gc_paused, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.layout.structure import DrawnPages
from desktop_app.printing.engine.pdf import archive
from desktop_app.printing.engine.pdf.finish import finish
from desktop_app.printing.engine.typesetting.fonts import FontFace
from desktop_app.printing.engine.typesetting.set_text import Stretch
from desktop_app.printing.engine.typesetting.shape import Shaped, shape
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers import minutes_pdf
from desktop_app.printing.stationery.signature_boxes import SignerBox
from tests.benchmarks.paper_year import year
from tests.printing import made_papers

pytestmark = pytest.mark.usefixtures("proved")


def test_what_is_drawn_is_let_go_of() -> None:
    """While the eighth meeting is set, nothing of the first five is alive."""
    setter = Typesetter(made_papers.fonts())
    alive: list[list[weakref.ref[Any]]] = []

    def story() -> Iterator[Flowable]:
        for number, document in enumerate(year(8)):
            alive.append([])
            for flowable in minutes_pdf.story(setter, document):
                alive[-1].append(weakref.ref(flowable))
                yield flowable
            if number == 7:
                assert [one for meeting in alive[:5] for one in meeting if one() is not None] == []

    render(setter, story(), Paper())
    assert len(alive) == 8


def test_no_cell_and_no_long_text_waits_for_the_collector() -> None:
    """While pages are drawn it is paused: what leads back to itself would stay until the last one."""
    setter = Typesetter(made_papers.fonts())
    (document,) = year(1)

    def living() -> set[int]:
        kinds = (FaParagraph, SignerBox, Stretch)
        found = [one for one in gc.get_objects() if isinstance(one, kinds)]
        # short texts come again in a document, which holds them
        return {id(one) for one in found if not isinstance(one, Stretch) or len(one.words) > 30}

    gc.collect()
    before = living()
    with gc_paused():
        render(setter, minutes_pdf.story(setter, document), Paper())
        assert living() <= before


def test_a_word_that_comes_again_is_shaped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shaped: list[tuple[str, int, int]] = []
    name = "desktop_app.printing.engine.typesetting.typesetter.shape"

    def told(face: FontFace, text: str, start: int, end: int, *more: Any) -> Shaped:
        shaped.append((text, start, end))
        return shape(face, text, start, end, *more)

    monkeypatch.setattr(name, told)
    (document,) = year(1)
    setter = Typesetter(made_papers.fonts())
    render(setter, minutes_pdf.story(setter, document), Paper())
    once = len(shaped)
    render(setter, minutes_pdf.story(setter, document), Paper())
    assert len(shaped) == once > 100


@cache
def _long() -> DrawnPages:
    return made_papers.paragraph_pages([f"بند {number}" for number in range(2600)])


def test_a_long_paper_passes_on_every_page_and_is_the_same_as_if_all_were_looked_into(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = finish(_long(), title="نمونه", profile=Profile.A_2B)
    with pikepdf.open(BytesIO(made)) as opened:
        assert len(opened.pages) > archive.LONG
        assert "/StructTreeRoot" in opened.Root
    assert pdfa.validate_written(BytesIO(made), "2b", {"deterministic_id": True}).findings == []
    monkeypatch.setattr(archive, "LONG", 10_000)
    assert finish(_long(), title="نمونه", profile=Profile.A_2B) == made


def test_a_long_paper_that_breaks_a_rule_is_refused(log_errors: list[logging.LogRecord]) -> None:
    bare = replace(_long(), pdf=_long().pdf.replace(b"/FontFile2", b"/FontFileX"))
    with pytest.raises(EnvironmentProblem) as refused:
        finish(bare, title="نمونه")
    assert refused.value.key == "pdf_not_archival"
    assert log_errors
    log_errors.clear()


def test_every_kind_of_page_is_in_the_sample() -> None:
    kinds: list[tuple[str, ...]] = [("plain",)] * 500
    kinds[301], kinds[402], kinds[403] = ("logo",), ("links",), ("links",)
    found = archive.sample_pages(kinds)
    assert {0, 301, 402, 403, 499} <= found
    assert len(found) < 40


def test_the_sample_has_the_first_bookmarks_of_each_level() -> None:
    with pikepdf.new() as opened:
        with opened.open_outline() as outline:
            for chapter in range(9):
                item = pikepdf.OutlineItem(f"{chapter}")
                item.children += [pikepdf.OutlineItem(f"{chapter}-{section}") for section in range(2 * chapter)]
                outline.root.append(item)
        opened.add_blank_page()
        archive.keep_sample(opened)
        with opened.open_outline() as left:
            found = {item.title: len(item.children) for item in left.root}
        last = opened.Root.Outlines.Last
        assert str(last.Title) == "3"
        assert "/Next" not in last
    assert found == {"0": 0, "1": 2, "2": 4, "3": 4}


@gc_paused()
def _fail_undisturbed() -> None:
    assert not gc.isenabled()
    raise KeyError("something goes wrong meanwhile")


def test_the_collector_is_as_it_was_before() -> None:
    # the tests of the window, in this same process, have it off for good
    found = gc.isenabled()
    try:
        for before in (True, False):
            (gc.enable if before else gc.disable)()
            with pytest.raises(KeyError):
                _fail_undisturbed()
            assert gc.isenabled() == before
    finally:
        (gc.enable if found else gc.disable)()
