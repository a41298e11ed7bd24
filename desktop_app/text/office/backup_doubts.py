"""Sentences of what was found of a backup, and of records in it that are not what the program wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from desktop_app.text import found as found_words
from desktop_app.text.office import backups as words
from desktop_app.text.papers import attached_files
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Facts, Table

DOUBTFUL: Final = "doubtful"
ALL_AGREES: Final = "همهٔ بایت‌های آن خوانده شد و با فهرستش یکی بود، و رکوردهایش همان است که برنامه نوشته است."
OLDER: Final = (
    "همهٔ بایت‌های آن خوانده شد و سالم است. از نسخهٔ پیشین برنامه است و این نسخه رکوردهای آن را با آنچه نوشته شده بود "
    "نمی‌سنجد."
)
WHAT_NEXT: Final = (
    "رکوردهای نام‌برده را با «دیدن» ببینید و با نسخهٔ کاغذی بسنجید. "
    "برای بازگرداندن، نخست پشتیبان پیش از این را بیازمایید."
)
RESTORE_NEXT: Final = (
    "این نادرستی‌ها با بازگرداندن درست نمی‌شود. بهتر است نخست پشتیبان پیش از آن را در «پشتیبان‌ها» بیازمایید."
)
RESTORE_REFUSED: Final = (
    f"این پشتیبان بی «{left_to_right('--with-doubts')}» بازگردانده نمی‌شود. نخست پشتیبان پیش از آن را بیازمایید."
)
LOOKING: Final = "تنها برای دیدن: پشتیبانی که در آن نادرستی هست"
LOOKING_NEXT: Final = (
    "به آنچه می‌بینید تکیه نکنید و آن را با نسخهٔ کاغذی بسنجید. این پنجره را ببندید و در «پشتیبان‌ها» پشتیبان پیش از این را "
    "بیازمایید."
)
MADE: Final = "پشتیبان گرفته و خوانده شد، ولی در رکوردها نادرستی هست"
MADE_NEXT: Final = (
    "داده‌های دفتر نیز همین‌گونه است. پشتیبان‌های پیشین را نگه دارید، رکوردهای نام‌برده را با نسخهٔ کاغذی بسنجید و مدیر سامانه "
    "را خبر کنید تا فرمان check را اجرا کند."
)
FILES_WRONG: Final = "پیوستی کم یا خراب است (رکوردها درست است)"
MADE_FILES: Final = "پشتیبان گرفته و خوانده شد، ولی پیوستی کم یا خراب است"
NEWEST_FILES: Final = "در تازه‌ترین پشتیبان فایلی کم یا خراب است"
FILES_NEXT: Final = (
    "هنگام پشتیبان‌گیری در دفتر نیز چنین بود. اگر خود فایل را دارید دوباره بیفزایید، یا از پشتیبان پیش از آن بردارید، "
    "و سپس پشتیبان تازه بگیرید."
)
FILES_RESTORE: Final = "بازگرداندن، این فایل‌ها را برنمی‌گرداند. فایل درستی که اکنون در دفتر است جای خود می‌ماند."
_FILES: Final = {
    "file_missing": "در آن نیست",
    "file_altered": "دیگر آن نیست که نگه داشته شد",
    "file_unread": "هنگام پشتیبان‌گیری خوانده نشد و در آن نیست",
}
ANOTHER_MEDIUM: Final = (
    "آن پشتیبان اکنون در آن نیست؛ شاید حافظهٔ دیگری وصل است. حافظهٔ پیشین را وصل کنید یا «پشتیبان در جای دوم» را بزنید."
)
MENDED: Final = "پشتیبان‌ها درست شد"
NEWEST: Final = "تازه‌ترین پشتیبان درست نیست"
LOOK: Final = "در «پشتیبان‌ها» (Ctrl+Shift+K) آن را بیازمایید و یکی دیگر بگیرید."
_NONE_GONE: Final = "برای همین هیچ پشتیبان کهنه‌ای برداشته نشد."


class _FileFinding(found_words.Finding, Protocol):
    @property
    def detail(self) -> str: ...


class FoundBackup(Protocol):
    """What is asked of a backup that was listed or read."""

    @property
    def verdict(self) -> str:
        """Its key."""

    @property
    def flaw(self) -> str | None:
        """Why it is damaged."""

    @property
    def detail(self) -> str:
        """What is flawed."""

    @property
    def doubts(self) -> int:
        """How many findings its records gave."""

    @property
    def first_doubts(self) -> Sequence[found_words.Finding]:
        """The first of them."""

    @property
    def wrong_files(self) -> int:
        """How many files are not as the records know them."""

    @property
    def first_wrong_files(self) -> Sequence[_FileFinding]:
        """The first of them."""

    @property
    def mended(self) -> int:
        """How many stored files were wrong and are right again."""


def verdict(found: FoundBackup) -> str:
    """What was found of a backup, in one line."""
    if found.verdict != DOUBTFUL:
        return words.verdict(str(found.verdict), str(found.flaw or ""), found.detail)
    first = "".join(f": {found_words.found_one(one)}" for one in found.first_doubts[:1])
    more = f" و {persian(found.doubts - 1)} نادرستی دیگر" if found.doubts > 1 else ""
    records = f"{words.VERDICTS[DOUBTFUL]}{first}{more}"
    if not found.wrong_files:
        return records
    files = _files_first(found, 1)
    return f"{records}؛ {files}" if found.doubts else f"{FILES_WRONG}: {files}"


def file_wrong(one: _FileFinding) -> str:
    """One file that a backup has not as the records know it."""
    return f"{attached_files.file_named(one.detail)} {_FILES[str(one.kind)]}"


def files_wrong(found: FoundBackup) -> str:
    """All that is wrong with files of a backup, and what to do; nothing where nothing is."""
    told = _files(found)
    return f"{told} {FILES_NEXT}" if told else ""


def restore_lines(found: FoundBackup) -> list[str]:
    """What is wrong with its records, before it is restored; none where nothing is known."""
    told = _doubts(found)
    records = [told, RESTORE_NEXT] if told else []
    files = _files(found)
    return [*records, files, FILES_RESTORE] if files else records


def made_doubtful(where: str, found: FoundBackup) -> str:
    """Below the title that a backup was made: where it lies, and what is wrong."""
    files = files_wrong(found)
    return " ".join(part for part in (where, _doubts(found), MADE_NEXT if found.doubts else "", files) if part)


def made_title(found: FoundBackup) -> str:
    """Over it: what is doubted."""
    return MADE if found.doubts else MADE_FILES


def looking_at(when: str, count: int, first: Sequence[str]) -> str:
    """The band of a window over a backup in which something was found; ``first`` are sentences of some of it."""
    told = f"{'؛ '.join(first)}{found_words.and_more(count - len(first))}"
    return f"{words.looking_at(when)} در آن {persian(count)} نادرستی هست: {told}. {LOOKING_NEXT}"


def verified(found: FoundBackup) -> str:
    """Below the verdict that reading gave: what it says, and what to do."""
    told = _doubts(found)
    parts = (f"{told} {WHAT_NEXT}" if told else "", files_wrong(found))
    said = " ".join(part for part in parts if part) or _said(found)
    return f"{said} {words.mended(found.mended)}" if found.mended else said


def newest(found: FoundBackup) -> str:
    """Below the title that the newest backup is not right: what was found, and that no older one went."""
    if found.wrong_files and not found.doubts:
        return files_wrong(found)
    told = f"{_doubts(found) or verdict(found) + '.'} {_NONE_GONE} {WHAT_NEXT if _doubts(found) else LOOK}"
    return f"{told} {_files(found)}" if found.wrong_files else told


def newest_title(found: FoundBackup) -> str:
    """Over it: what is wrong."""
    return NEWEST_FILES if found.wrong_files and not found.doubts else NEWEST


# ---- inside


def _said(found: FoundBackup) -> str:
    return {"verified": ALL_AGREES, "whole": OLDER}.get(str(found.verdict), f"{verdict(found)}.")


def _files(found: FoundBackup) -> str:
    if not found.wrong_files:
        return ""
    count = persian(found.wrong_files)
    return f"{count} فایل در این پشتیبان چنان نیست که باید: {_files_first(found, len(found.first_wrong_files))}."


def _files_first(found: FoundBackup, count: int) -> str:
    named = [file_wrong(one) for one in found.first_wrong_files[:count]]
    more = found.wrong_files - len(named)
    return "؛ ".join(named) + (f" و {persian(more)} فایل دیگر" if more > 0 else "")


def _doubts(found: FoundBackup) -> str:
    if found.verdict != DOUBTFUL or not found.doubts:
        return ""
    told = found_words.found_first(found.first_doubts, found.doubts)
    return f"فایل این پشتیبان سالم است، ولی در رکوردهای آن {persian(found.doubts)} نادرستی هست: {told}."


def _refused(facts: Facts) -> str:
    records = f"{persian(str(facts['count']))} نادرستی در رکوردهای آن هست" if facts["count"] else ""
    files = f"{persian(str(facts['files']))} فایل در آن کم یا خراب است" if facts["files"] else ""
    wrong = " و ".join(part for part in (records, files) if part)
    return (
        f"پشتیبان «{left_to_right(facts['folder'])}» سالم خوانده شد، ولی {wrong}؛ بازگردانده نشد و چیزی عوض نشد. پشتیبان پیش از آن را بیازمایید. اگر همین را می‌خواهید، آن را در «پشتیبان‌ها» "
        f"بازگردانید یا همین فرمان را با «{left_to_right('--with-doubts')}» بدهید."
    )


REFUSALS: Final[Table] = {
    "backup_doubtful": _refused,
    "backup_not_shown": lambda facts: (
        f"در رکوردهای این پشتیبان مقداری خوانده نمی‌شود ({left_to_right(facts['code'])}) و نمی‌توان آن را نشان داد. "
        "دفتر شما دست نخورده است. پشتیبان پیش از آن را در «پشتیبان‌ها» بیازمایید و ببینید."
    ),
}
