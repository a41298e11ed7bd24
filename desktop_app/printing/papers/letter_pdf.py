"""A free letter as PDF: letterhead, and one paragraph a line."""

from __future__ import annotations

from typing import Final

from reportlab.platypus.flowables import Flowable

from desktop_app.domain.documents import Imprint, LetterDocument
from desktop_app.printing.layout.flow import Page, Paper
from desktop_app.printing.layout.flow import render as render_story
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.stack import Gap
from desktop_app.printing.papers import frame
from desktop_app.printing.papers import paper_styles as styles
from desktop_app.printing.papers.letterhead import draw_letterhead
from desktop_app.printing.papers.making import Making
from desktop_app.printing.papers.paper_words import day
from desktop_app.printing.pdf import finish
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_frame as around

_BELOW_HEAD: Final = 8 * MM


def render(document: LetterDocument, imprint: Imprint, making: Making) -> bytes:
    """The paper of the letter; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    setter = Typesetter(making.fonts)
    title = around.letter_title(document.letterhead.number)

    def decorate(page: Page) -> None:
        _decorate(page, document, imprint)

    paper = Paper(
        first=frame.FIRST,
        later=frame.LATER,
        decorate=decorate,
        watermark=frame.watermark(imprint),
        title=title,
        author=words.parties(document.letterhead.parties),
    )
    story: list[Flowable] = [Gap(_BELOW_HEAD)]
    story += (FaParagraph(setter, text, styles.LETTER_BODY, place=title) for text in document.paragraphs)
    return finish.finish(
        render_story(setter, story, paper),
        title=title,
        made_at=imprint.made_at,
        document=document,
        named="letter",
        profile=making.profile,
    )


def _decorate(page: Page, document: LetterDocument, imprint: Imprint) -> None:
    if page.number == 1:
        draw_letterhead(page, document.letterhead, imprint.logo)
    else:
        frame.draw_running_header(page, around.letter_title(document.letterhead.number), day(document.letterhead.day))
    code = frame.shown_code(imprint)
    frame.draw_footer(page, [around.footer_code(code)] if code else [], imprint, initials=False)
