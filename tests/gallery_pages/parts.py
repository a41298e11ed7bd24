"""The parts that every page is made of, on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.pill import Party, PartyMark, Pill, StateLabel
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.card import Card
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.dates import date_field

RESOLUTION_STATES = (
    ("پیشنهادی", Tone.NEUTRAL, Shape.DASHED_RING),
    ("مصوب", Tone.NEUTRAL, Shape.PLAIN_RING),
    ("ابلاغ‌شده", Tone.NEUTRAL, Shape.PLAIN_RING),
    ("در حال اجرا", Tone.PROGRESS, Shape.PIE),
    ("دارای مانع", Tone.WARNING, Shape.SQUARE_BAR),
    ("اعلام انجام", Tone.CLAIMED, Shape.RING_CHECK),
    ("برگشت برای تکمیل", Tone.WARNING, Shape.RING_BACK),
    ("مختومه", Tone.DONE, Shape.DISC_CHECK),
)
MONTH_STATES = (
    ("در انتظار", Tone.NEUTRAL, Shape.DASHED_RING),
    ("زمان‌بندی‌شده", Tone.PROGRESS, Shape.RING_DOT),
    ("برگزارشده", Tone.DONE, Shape.DISC_CHECK),
    ("برگزارنشده", Tone.DANGER, Shape.DIAMOND),
    ("با عذر", Tone.WARNING, Shape.DIAMOND),
    ("در انتظار امضا", Tone.WARNING, Shape.HALF_DISC),
)
SIZES = (
    ("عنوان صفحه", TextRole.PAGE_TITLE, "۱۶ / ۷۰۰"),
    ("عنوان بند در ویرایشگر", TextRole.EDITOR_HEADING, "۱۴ / ۷۰۰"),
    ("عنوان بخش", TextRole.SECTION, "۱۲ / ۶۰۰"),
    ("متن صورت‌جلسه هنگام نوشتن", TextRole.WRITING, "۱۱ / ۴۰۰"),
    ("متن و خانه‌ها", TextRole.BODY, "۱۰٫۵ / ۴۰۰"),
    ("برچسب و سرستون", TextRole.LABEL, "۹٫۵ / ۵۰۰"),
    ("یادداشت و زیرنویس", TextRole.NOTE, "۹ / ۴۰۰"),
)
SWATCHES = (
    ("معوق", Tone.DANGER),
    ("مانع", Tone.WARNING),
    ("اجرا", Tone.PROGRESS),
    ("اعلام", Tone.CLAIMED),
    ("مختومه", Tone.DONE),
    ("خنثی", Tone.NEUTRAL),
    ("کنش", Tone.ACTION),
)
MESSAGES = (
    (
        "فایل چاپ ساخته نشد: فایل در برنامهٔ دیگری باز است",
        "صورت‌جلسه نهایی ماند. آن را ببندید و دوباره بسازید.",
        Tone.DANGER,
        "چاپ دوباره",
    ),
    ("در این ماه هنوز جلسه‌ای دعوت نشده است", "۸ روز تا پایان اردیبهشت مانده است.", Tone.WARNING, "زمان‌بندی"),
    ("پشتیبان ساخته و آزموده شد", "۱۲٫۴ مگابایت روی حافظهٔ همراه، ۲۳ اردیبهشت ۱۴۰۲", Tone.DONE, "نمایش پوشه"),
)


class Swatch(QWidget):
    """A colour over its soft fill with its word."""

    def __init__(self, word: str, tone: Tone) -> None:
        super().__init__()
        self._word, self._tone = word, tone
        self.setFixedHeight(72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        half = self.height() / 2 - 2
        paint_rounded(painter, QRectF(0, 0, self.width(), half), 7, tokens.ink(self._tone))
        soft = QRectF(0, half + 4, self.width(), half)
        paint_rounded(painter, soft, 7, tokens.soft(self._tone))
        painter.setFont(tokens.font(TextRole.HEAD))
        painter.setPen(tokens.ink(self._tone))
        painter.drawText(soft, int(Qt.AlignmentFlag.AlignCenter), self._word)


def column(head: str, *widgets: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(6)
    made.addWidget(TextLabel(text=head, role=TextRole.NOTE, ink=Ink.SECOND))
    for widget in widgets:
        made.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
    made.addStretch(1)
    return made


def labels(states: tuple[tuple[str, Tone, Shape], ...]) -> list[QWidget]:
    return [StateLabel(text=text, tone=tone, shape=shape, percent=55) for text, tone, shape in states]


def party_line(party: Party, name: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(PartyMark(party=party, side=20))
    layout.addWidget(TextLabel(text=name, role=TextRole.SECOND))
    return line


def states() -> Card:
    card = Card(title="وضعیت‌ها")
    line = QHBoxLayout()
    line.setSpacing(16)
    line.addLayout(column("مصوبه", *labels(RESOLUTION_STATES)), 1)
    line.addLayout(column("ماه و جلسه", *labels(MONTH_STATES)), 1)
    last = column(
        "محاسبه‌شده، کنار وضعیت",
        StateLabel(text="معوق", tone=Tone.DANGER, shape=Shape.TRIANGLE, strong=True),
        Pill(text="۳ روز تأخیر", tone=Tone.DANGER, shape=Shape.TRIANGLE),
        Pill(text="۲ روز مانده"),
        Pill(text="تمدید ۱", tone=Tone.WARNING, shape=Shape.SQUARE_BAR),
        TextLabel(text="طرف", role=TextRole.NOTE, ink=Ink.SECOND),
        party_line(Party.GOVERNORATE, "استانداری"),
        party_line(Party.CENTER, "مرکز ملی"),
    )
    line.addLayout(last, 1)
    card.body.addLayout(line)
    return card


def sizes() -> Card:
    card = Card(title="اندازهٔ نوشته")
    for text, role, size in SIZES:
        line = QHBoxLayout()
        line.addWidget(TextLabel(text=text, role=role))
        line.addStretch(1)
        line.addWidget(TextLabel(text=size, role=TextRole.NOTE, ink=Ink.SECOND, end=True))
        card.body.addLayout(line)
    return card


def swatches() -> Card:
    card = Card(title="رنگ‌های وضعیت")
    line = QHBoxLayout()
    line.setSpacing(6)
    for word, tone in SWATCHES:
        line.addWidget(Swatch(word, tone))
    card.body.addLayout(line)
    return card


def dates() -> Card:
    card = Card(title="خانهٔ تاریخ")
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    for place, (label, text) in enumerate(
        (
            ("خالی", ""),
            ("درست", "1402/3/8"),
            ("روز تعطیل", "۱۴۰۲/۰۳/۱۴"),
            ("نادرست، نگه داشته می‌شود", "۱۴۰۲/۱۲/۳۰"),
        )
    ):
        grid.addWidget(date_field(label, text), place // 2, place % 2)
    card.body.addLayout(grid)
    return card


def buttons() -> Card:
    card = Card(title="دکمه‌ها")
    line = QHBoxLayout()
    line.setSpacing(10)
    focused = Button(text="بایگانی", icon="archive")
    focused.setObjectName("focused")
    for button in (
        Button(text="ثبت", kind=ButtonKind.FILLED, icon="check", hint="Ctrl+Enter"),
        Button(text="انصراف"),
        Button(text="پیوست", kind=ButtonKind.QUIET, icon="paperclip"),
        focused,
        Button(text="ابطال…", kind=ButtonKind.DANGER, icon="ban"),
    ):
        line.addWidget(button)
    off = Button(text="ارسال", icon="send")
    off.setEnabled(False)
    line.addWidget(off)
    line.addStretch(1)
    card.body.addLayout(line)
    return card


def messages() -> Card:
    card = Card(title="پیام‌ها")
    for title, detail, tone, action in MESSAGES:
        band = MessageBand()
        band.show_message(title, detail, tone, action)
        card.body.addWidget(band)
    return card


def empty() -> Card:
    card = Card(title="صفحهٔ خالی")
    page = EmptyPage()
    page.set_content(
        "هنوز جلسه‌ای ثبت نشده است",
        "کمیته هر ماه یک جلسه دارد. نخستین جلسه را برای آذر زمان‌بندی کنید.",
        icon="calendar-plus",
        action="جلسهٔ تازه",
        quiet="راهنمای این صفحه",
        quiet_icon="book-open",
    )
    card.body.addWidget(page)
    return card


def stack(*cards: QWidget) -> QLayout:
    made = QVBoxLayout()
    made.setSpacing(12)
    for card in cards:
        made.addWidget(card)
    made.addStretch(1)
    return made


def build() -> QWidget:
    """All parts on the page's ground."""
    page = QWidget()
    head = QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(TextLabel(text="اجزا", role=TextRole.PAGE_TITLE))
    note = "همان اجزا در همهٔ صفحه‌ها؛ رنگ همیشه همراه شکل و واژه"
    head.addWidget(TextLabel(text=note, role=TextRole.SECOND, ink=Ink.SECOND))
    head.addStretch(1)
    right = stack(states(), sizes(), swatches())
    left = stack(dates(), buttons(), messages(), empty())
    columns = QHBoxLayout()
    columns.setSpacing(16)
    columns.addLayout(right, 45)
    columns.addLayout(left, 55)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(28, 10, 28, 12)
    layout.setSpacing(10)
    layout.addLayout(head)
    layout.addLayout(columns, 1)
    return page


def focus_one(page: QWidget) -> None:
    """Put the keyboard on one button, so that the ring is on the picture."""
    button = page.findChild(Button, "focused")
    assert isinstance(button, Button)
    button.setFocus(Qt.FocusReason.TabFocusReason)


PAGES = (GalleryPage("parts", build, prepare=focus_one),)
