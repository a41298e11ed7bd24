"""The signature block: begun under the closing sentence, parted only over the lists, with room for the pen.

What stands once for each signer is the caption of the rule: a page of sixteen shares its lines for dissent.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.documents import MinutesDocument, SignerLine
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.whole import deciding

TURNS = (0, 12, 18, 36, 39)
"""Where the block just has room, just has none, and has gone on with some of the text; between them nothing changes."""
HEADING = "امضای نمایندگان طرفین"
SIGN = "امضا"
SENTENCE = "جلسه در ساعت ۱۲:۳۰ با ذکر صلوات پایان یافت."


def with_signers(count: int, document: MinutesDocument = samples.RICH) -> MinutesDocument:
    """The document with so many signers, the parties in turn."""
    names = [signer.name for signer in samples.RICH.signers]
    return replace(
        document,
        signers=tuple(
            SignerLine(name=names[at % 7], post=f"کرسی {'الفبپت'[at % 5]}", party=at % 2) for at in range(count)
        ),
    )


WITHOUT_LISTS = replace(samples.RICH, attachments=(), copies_to=())


@pytest.mark.parametrize("count", deciding(range(1, 17), {1, 6, 7, 11, 13, 16}))
def test_up_to_sixteen_signers_stand_whole_on_one_page_with_a_sentence_before_them(count: int) -> None:
    """The counts at which more of the text goes along with the block decide, and the least and the most."""
    lines = reader.lines(with_signers(count, WITHOUT_LISTS))
    heading = reader.only(lines, HEADING)
    signs = reader.where(lines, SIGN)
    assert len(signs) == count
    assert {line.page for line in signs} == {heading.page}
    assert reader.only(lines, SENTENCE).page == heading.page


def stand_together(lines: list[reader.PrintedLine]) -> bool:
    """Whether signatures begin under the sentence, and those that went on stand over the lists of the last page."""
    pages = {line.page for line in reader.where(lines, SIGN)}
    first, last = reader.only(lines, HEADING).page, lines[-1].page
    lists = {line.page for line in reader.where(lines, "رونوشت")}
    return reader.only(lines, SENTENCE).page == first == min(pages) and pages <= {first, *lists} and last in pages


@pytest.mark.parametrize("count", deciding(range(1, 17), {1, 6, 7, 11, 13, 16}))
def test_lists_below_the_signatures_are_never_alone_on_a_page(count: int) -> None:
    lines = reader.lines(with_signers(count))
    assert len(reader.where(lines, SIGN)) == count
    assert stand_together(lines)


@pytest.mark.parametrize("talk", deciding(range(0, 40, 3), TURNS))
def test_wherever_the_text_ends_the_block_stays_whole_or_parts_over_the_lists(talk: int) -> None:
    said = ("بهمن سروستانه", "این جمله چند بار گفته شد تا متن به جاهای گوناگون صفحه برسد و پایان آن جابه‌جا شود.")
    item = replace(samples.RICH.agenda[1], talk=(said,) * talk)
    for document in (samples.RICH, samples.INQUORATE):
        worded = replace(document, agenda=(item, *samples.RICH.agenda[2:]))
        assert stand_together(reader.lines(worded))
        whole = reader.lines(replace(worded, attachments=(), copies_to=()))
        heading = reader.only(whole, HEADING)
        assert {line.page for line in reader.where(whole, SIGN)} == {heading.page}
        assert reader.only(whole, SENTENCE).page == heading.page


def test_the_last_resolution_goes_along_where_a_page_holds_it() -> None:
    short = replace(samples.LONG_RESOLUTION, attachments=(), copies_to=(), next_day="", next_agenda="")
    lines = reader.lines(short)
    numbers = reader.where(lines, "۱۴۰۱/۳/۹")
    assert [line.page for line in numbers] == [reader.only(lines, HEADING).page]


def test_more_signers_than_a_page_holds_part_between_rows_with_the_parties_again() -> None:
    lines = reader.lines(samples.MANY_SIGNERS)
    pages = sorted({line.page for line in reader.where(lines, SIGN)})
    assert len(reader.where(lines, SIGN)) == 40
    assert len(pages) > 1
    for page in pages:
        assert [line for line in reader.where(lines, "مرکز ملی فضای مجازی") if (line.page, line.size) == (page, 11.0)]
    first = reader.only(lines, HEADING)
    assert first.page == pages[0]
    assert reader.only(lines, SENTENCE).page == pages[0]


def test_province_signs_at_the_right_and_the_center_at_the_left() -> None:
    lines = reader.lines(WITHOUT_LISTS)
    heads = {name: [line for line in reader.where(lines, name) if line.size == 11.0][-1]
             for name in samples.LETTERHEAD.parties}  # fmt: skip
    page = reader.only(lines, HEADING).page
    for signer in samples.RICH.signers:
        line = next(line for line in reader.where(lines, signer.name) if (line.page, line.size) == (page, 11.5))
        assert abs(line.right - heads[samples.LETTERHEAD.parties[signer.party]].right) < 1
    assert reader.only(lines, "به‌جای آرش نمک‌آبرودی").page == page
