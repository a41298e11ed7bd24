"""Texts of the desk (میز کار): each line as title, note and end, and its groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from desktop_app.words.digits import filled, persian
from desktop_app.words.lists import with_class


class Line(Protocol):
    """What the texts need of a line; days, numbers and ranks of meetings are texts already."""

    @property
    def kind(self) -> str:
        """Key of its texts."""
        ...

    @property
    def text(self) -> str:
        """Name of the record."""
        ...

    @property
    def executor(self) -> str:
        """Executing unit, sender, or who asks."""
        ...

    @property
    def shown_number(self) -> str:
        """Number of the record."""
        ...

    @property
    def meeting_rank(self) -> str:
        """Number of the meeting in words."""
        ...

    @property
    def shown_day(self) -> str:
        """Its day in words."""
        ...

    @property
    def days(self) -> int:
        """Days since or until it."""
        ...

    @property
    def done(self) -> int:
        """How many of `of` are there."""
        ...

    @property
    def of(self) -> int:
        """How many are wanted."""
        ...

    @property
    def guarded(self) -> str:
        """Its class where that is above the usual one."""
        ...

    @property
    def more(self) -> int:
        """For how many further ones it stands."""
        ...


NOTHING: Final = "امروز چیزی در انتظار شما نیست."
GROUPS: Final[Mapping[str, str]] = {
    "late": "معوق",
    "week": "تا پایان این هفته",
    "waiting": "در انتظار شما",
    "reminders": "یادآوری‌ها",
}

_MORE_OF: Final[Mapping[str, str]] = {
    "late": "مصوبهٔ معوق دیگر",
    "due": "مصوبهٔ دیگر تا پایان این هفته",
    "verify": "گزارش انجام دیگر",
    "unsigned": "صورت‌جلسهٔ دیگر در انتظار امضا",
    "unscanned": "صورت‌جلسهٔ دیگر بدون اسکن",
    "unnotified": "مصوبهٔ ابلاغ‌نشدهٔ دیگر",
    "untold": "اصلاح ابلاغ‌نشدهٔ دیگر",
    "unplanned": "واحد دیگر بدون برنامه",
    "letter": "نامهٔ بی‌اقدام دیگر",
    "request": "درخواست بی‌پاسخ دیگر",
    "parked": "بند کنارگذاشتهٔ دیگر",
    "month_unexplained": "ماه دیگر بدون جلسه و دلیل",
}


def joined(*parts: str) -> str:
    """Return the parts that are not empty, with dots between them."""
    return " · ".join(filled(*parts))


def _days(days: int) -> str:
    return f"{persian(days)} روز" if days else "امروز"


def _left(line: Line) -> str:
    return f"{persian(line.days)} روز مانده" if line.days else "مهلت: امروز"


def _backup_age(line: Line) -> str:
    return f"آخرین پشتیبان سالم: {_days(line.days)} پیش" if line.shown_day else "هنوز پشتیبان سالمی نیست"


def _minutes_title(line: Line) -> str:
    return f"صورت‌جلسهٔ جلسهٔ {line.meeting_rank}" if line.meeting_rank else "صورت‌جلسهٔ بدون شماره"


def _resolution_title(line: Line) -> str:
    return joined(line.shown_number, with_class(line.text, line.guarded))


def _behind(line: Line) -> str:
    behind = line.of - line.done
    return f"{persian(behind)} واحد از {persian(line.of)} عقب است" if behind and line.of else ""


def _resolution_note(line: Line) -> str:
    meeting = f"جلسهٔ {line.meeting_rank}" if line.meeting_rank else ""
    return joined(line.executor, meeting, _behind(line))


_Text = Callable[[Line], str]
_RESOLUTION: Final[tuple[_Text, _Text]] = (_resolution_title, _resolution_note)
_TEXTS: Final[Mapping[str, tuple[_Text, _Text, _Text]]] = {
    "late": (*_RESOLUTION, lambda line: f"{persian(line.days)} روز تأخیر"),
    "due": (*_RESOLUTION, _left),
    "verify": (*_RESOLUTION, lambda _line: "در انتظار تأیید"),
    "unnotified": (*_RESOLUTION, lambda _line: "ابلاغ نشده"),
    "untold": (*_RESOLUTION, lambda _line: "اصلاح ابلاغ نشده"),
    "unsigned": (
        _minutes_title,
        lambda line: f"امضا: {persian(line.done)} از {persian(line.of)}",
        lambda line: f"در انتظار امضا، {_days(line.days)}",
    ),
    "unscanned": (
        _minutes_title,
        lambda line: f"امضا: {persian(line.done)} از {persian(line.of)}",
        lambda line: f"بدون اسکن، {_days(line.days)}",
    ),
    "unplanned": (
        lambda line: line.text,
        lambda line: f"{persian(line.of)} وظیفهٔ ابلاغ‌شده",
        lambda _line: "بدون برنامه",
    ),
    "letter": (
        lambda line: line.text,
        lambda line: joined(line.shown_number, line.executor),
        lambda line: f"بی‌اقدام، {_days(line.days)}",
    ),
    "request": (
        lambda line: line.text,
        lambda line: line.shown_day,
        lambda line: f"بی‌پاسخ، {_days(line.days)}",
    ),
    "parked": (lambda line: line.text, lambda _line: "بند کنارگذاشته", lambda _line: ""),
    "nomination": (
        lambda line: f"{line.text} هنوز نماینده معرفی نکرده است",
        lambda line: f"مهلت: {line.shown_day}",
        lambda line: f"{persian(line.days)} روز تأخیر",
    ),
    "month_open": (
        lambda line: f"{line.text} هنوز جلسهٔ دعوت‌شده ندارد",
        lambda _line: "",
        lambda line: f"{_days(line.days)} تا پایان ماه" if line.days else "آخرین روز ماه",
    ),
    "month_unexplained": (lambda line: line.text, lambda _line: "بدون جلسه و بدون دلیل", lambda _line: ""),
    "backup": (_backup_age, lambda _line: "", lambda _line: ""),
}


def title(line: Line) -> str:
    """Return the first text of a line: what it speaks of, or how many others there are."""
    if line.more:
        return f"و {persian(line.more)} {_MORE_OF[line.kind]}"
    return _TEXTS[line.kind][0](line)


def note(line: Line) -> str:
    """Return the second text: executor, meeting, units behind."""
    return "" if line.more else _TEXTS[line.kind][1](line)


def end(line: Line) -> str:
    """Return the text at the end of a line: days or state."""
    return "" if line.more else _TEXTS[line.kind][2](line)


def heading(group: str, count: int) -> str:
    """Return the heading of a group with its count."""
    return f"{GROUPS[group]}: {persian(count)}"


def spoken(line: Line) -> str:
    """Return a whole line in one text."""
    return joined(title(line), note(line), end(line))
