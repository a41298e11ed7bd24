"""Index page of an export: one HTML file with links and small tables, without a script."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from string import Template
from urllib.parse import quote

from desktop_app import VERSION
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.backups import ExportWords
from desktop_app.domain.text.digits import persian_digits, persian_time
from desktop_app.storage.archive_export.papers import ExportedPapers
from desktop_app.storage.backup.database_copy import DatabaseContents
from desktop_app.system import paths

_MEETINGS = "SELECT id, number, day, kind, state FROM meeting ORDER BY number IS NULL, number, id"
_VERSIONS = "SELECT id, version, state FROM minutes_version WHERE meeting_id = ? ORDER BY version"
_LETTERS = """
SELECT 'outgoing_paper', id, uid, year, row, number, day, addressee, subject, classification, struck_on IS NOT NULL
FROM outgoing_paper
UNION ALL
SELECT 'incoming_paper', id, uid, year, row, number, received_on, sender, subject, classification, struck_on IS NOT NULL
FROM incoming_paper
ORDER BY 4, 1 DESC, 5
"""
_INVITATIONS = """
SELECT s.id, s.number, s.sent_on, s.addressee, s.struck, m.number
FROM sent_invitation s JOIN meeting m ON m.id = s.meeting_id ORDER BY s.id
"""
_LINKS = "SELECT file_id, record_kind, record_uid, name, removed_on IS NOT NULL FROM file_link ORDER BY ordinal, id"
_OF_MEETINGS = """
SELECT uid, id FROM meeting
UNION ALL SELECT uid, meeting_id FROM agenda_item WHERE meeting_id IS NOT NULL
UNION ALL SELECT uid, meeting_id FROM minutes_version
"""
Rows = Iterator[Sequence[str]]
"""Rows of cells in HTML."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says about the export; ``guarded`` is the highest class, empty if nothing is confidential."""

    made_at: str
    held: DatabaseContents
    guarded: str
    counts: Mapping[str, int]
    """Rows of each exported table."""


def index_page(source: sqlite3.Connection, papers: ExportedPapers, words: ExportWords, facts: PageFacts) -> str:
    """Return the HTML of the page."""
    page = _PageTables(source, papers, words)
    parts = {
        "meetings": page.meetings(),
        "letters": page.letters(),
        "others": page.others(),
        "wrong": page.wrong(),
        "tables": page.tables(facts.counts),
    }
    shown = {name: "".join(map(_row, rows)) for name, rows in parts.items()}
    hidden = {f"no_{name}": "" if rows else "hidden" for name, rows in shown.items()}
    sample = source.execute("SELECT max(sample) FROM office_setting").fetchone()[0]
    template = Template(paths.resource("archive", "index.html").read_text(encoding="utf-8"))
    return template.substitute(
        shown,
        **hidden,
        committee=escape(facts.held.committee_name),
        made=jalali_moment(facts.made_at),
        guarded=escape(words.of("class", facts.guarded)),
        no_guarded="" if facts.guarded else "hidden",
        no_sample="" if sample else "hidden",
        database=paths.DATABASE,
        program=VERSION,
        chain=escape(facts.held.reached.chain_head),
    )


def jalali_day(iso: object) -> str:
    """Return a stored day as a Jalali date; a text that is no date is returned unchanged."""
    try:
        return format_date(date.fromisoformat(str(iso)))
    except (ValueError, RuleBroken):
        return str(iso or "")


def jalali_moment(instant: str) -> str:
    """Return a stored instant as Jalali day and local time; a text that is no instant is returned unchanged."""
    try:
        when, time = local_moment(instant)
        return f"{format_date(when)}، {persian_time(time)}"
    except (ValueError, OverflowError, RuleBroken):
        return instant


# ---- inside


class _PageTables:
    """The rows of the page's tables."""

    def __init__(self, source: sqlite3.Connection, papers: ExportedPapers, words: ExportWords) -> None:
        self._source, self._papers, self._words = source, papers, words
        meetings = dict(source.execute(_OF_MEETINGS))
        letters = {row[2] for row in source.execute(_LETTERS)}
        self._of_meetings: defaultdict[int, list[str]] = defaultdict(list)
        self._of_letters: defaultdict[str, list[str]] = defaultdict(list)
        self._others: list[Sequence[str]] = []
        for file_id, kind, uid, name, removed in source.execute(_LINKS).fetchall():
            link = self._marked(_link(papers.attached.get(file_id), name), "removed", removed)
            if uid in meetings:
                self._of_meetings[meetings[uid]].append(link)
            elif uid in letters:
                self._of_letters[uid].append(link)
            else:
                self._others.append((link, _text(papers.named_owner(kind, uid))))

    def meetings(self) -> Rows:
        """Rows: number, day, kind, state, minutes, files."""
        words = self._words
        for meeting_id, number, held_on, kind, state in self._source.execute(_MEETINGS).fetchall():
            minutes = [
                _link(self._papers.minutes[version_id], f"{words.minutes('', version)}، {words.of('minutes', found)}")
                for version_id, version, found in self._source.execute(_VERSIONS, (meeting_id,))
                if version_id in self._papers.minutes
            ]
            yield (
                _number(number), _text(jalali_day(held_on)), _text(words.of("meeting_kind", kind)),
                _text(words.of("meeting", state)), _lines(minutes), _lines(self._of_meetings[meeting_id]),
            )  # fmt: skip

    def letters(self) -> Rows:
        """Rows: kind, row in the register, number, day, other side, subject, class, paper and files."""
        words, papers = self._words, self._papers
        for kind, paper_id, uid, year, row, number, on, other, subject, guarded, struck in self._source.execute(
            _LETTERS
        ):
            drawn = papers.letters.get(paper_id) if kind == "outgoing_paper" else None
            files = [_link(drawn, "PDF")] if drawn else []
            yield (
                _text(words.of("kind", kind)), self._marked(_number(f"{year}/{row}"), "struck", struck), _text(number),
                _text(jalali_day(on)), _text(other), _text(subject), _text(words.of("class", guarded)),
                _lines(files + self._of_letters[uid]),
            )  # fmt: skip
        for sent_id, number, on, other, struck, meeting in self._source.execute(_INVITATIONS):
            if sent_id in papers.invitations:
                yield (
                    _text(words.of("kind", "sent_invitation")), self._marked("", "struck", struck), _text(number),
                    _text(jalali_day(on)), _text(other), _text(words.meeting(meeting or 0)), "",
                    _link(papers.invitations[sent_id], "PDF"),
                )  # fmt: skip

    def others(self) -> Rows:
        """Rows of all remaining files: the file, and what it belongs to."""
        return iter(self._others)

    def wrong(self) -> Rows:
        """Rows of faulty files: the file, and what is wrong with it."""
        return ((_text(one.named), _text(self._words.of("fault", one.fault.value))) for one in self._papers.wrong)

    def tables(self, counts: Mapping[str, int]) -> Rows:
        """Rows of tables: title, name, number of rows."""
        for name, count in counts.items():
            yield _link(csv_name(name), self._words.tables[name]), f"<code>{name}</code>", _number(count)

    def _marked(self, shown: str, mark: str, marked: object) -> str:
        return f"{shown} ({_text(self._words.of('mark', mark))})" if marked else shown


def csv_name(table: str) -> str:
    """Return the path of the CSV file of a table in an export."""
    return f"tables/{table}.csv"


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{one}</td>' for one in cells)}</tr>\n"


def _lines(links: Iterable[str]) -> str:
    return "<br>".join(links)


def _link(path: str | None, name: str) -> str:
    """Return a link to a file of the export; only the name if there is no file."""
    return f'<a href="{quote(path)}">{_text(name)}</a>' if path else _text(name)


def _text(text: object) -> str:
    """Return the text escaped for HTML, with its reading direction."""
    return f"<bdi>{escape(str(text or ''))}</bdi>"


def _number(number: object) -> str:
    return "" if number is None else f"<bdi>{persian_digits(str(number))}</bdi>"
