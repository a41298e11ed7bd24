"""Tables of the office's settings and of holidays, and how to read and write them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, cast

from sqlalchemy import RowMapping, Update, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.documents.print_setup import PrintSetup
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.documents.snapshots import canonical_json, document_from_json
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.numbering import Token
from desktop_app.domain.rules.attendance import QuorumRule
from desktop_app.storage.schema.base import (
    Kept,
    Record,
    added_column,
    named_check,
    reference_column,
    table_of,
    time_column,
)
from desktop_app.storage.schema.committee import CommitteeRecord
from desktop_app.storage.store.transaction import Transaction


class OfficeSettingRecord(Kept):
    """The settings of one committee's office; before the founding they belong to none."""

    __tablename__ = "office_setting"
    __table_args__ = (
        named_check("ck_office_setting_quorum", "quorum_numerator >= 0 AND quorum_denominator >= 1"),
        named_check("ck_office_setting_weekend_list", "json_valid(weekend) AND json_type(weekend) = 'array'"),
        named_check("ck_office_setting_letterhead_list", "json_valid(letterhead) AND json_type(letterhead) = 'array'"),
        named_check("ck_office_setting_originals", "originals >= 1"),
        named_check(
            "ck_office_setting_print_setup_json", "json_valid(print_setup) AND json_type(print_setup) = 'object'"
        ),
    )

    committee_id: Mapped[int | None] = reference_column("committee")
    number_pattern: Mapped[str]
    quorum_numerator: Mapped[int]
    quorum_denominator: Mapped[int]
    quorum_video_counts: Mapped[bool]
    weekend: Mapped[str]
    opens_at: Mapped[str] = time_column()
    closes_at: Mapped[str] = time_column()
    letterhead: Mapped[str]
    logo: Mapped[str]
    invocation: Mapped[str]
    originals: Mapped[int]
    kept_at: Mapped[str]
    closing: Mapped[str]
    operator: Mapped[str]
    print_setup: Mapped[str]
    sample: Mapped[bool]
    outgoing_pattern: Mapped[str] = added_column("''")


class HolidayRecord(Record):
    """One official holiday."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]
    estimated: Mapped[bool]


_SETTINGS: Final = select(table_of(OfficeSettingRecord)).order_by(OfficeSettingRecord.id).limit(1)
_HOLIDAYS: Final = select(HolidayRecord.day, HolidayRecord.name, HolidayRecord.estimated)

_PLAIN = (
    "number_pattern",
    "opens_at",
    "closes_at",
    "logo",
    "invocation",
    "originals",
    "kept_at",
    "closing",
    "operator",
    "outgoing_pattern",
)


def default_settings() -> OfficeSettings:
    """Return the settings of a new office; numbers are year, meeting and row, separated by slashes."""
    word = {token: text for text, token in TOKEN_WORDS.items()}
    return OfficeSettings(
        number_pattern="/".join("{" + word[token] + "}" for token in (Token.YEAR, Token.MEETING, Token.ROW))
    )


def read_settings(transaction: Transaction) -> OfficeSettings:
    """Return the stored settings, or the default ones."""

    def read() -> OfficeSettings:
        row = transaction.run(_SETTINGS).mappings().first()
        try:
            return default_settings() if row is None else _settings(row)
        except (ValueError, TypeError, LookupError, ArithmeticError) as error:
            raise EnvironmentProblem("value_unreadable", code=OfficeSettingRecord.__tablename__) from error

    return transaction.memo.ask((OfficeSettingRecord.__tablename__,), "settings", read)


def _settings(row: RowMapping) -> OfficeSettings:
    plain = {name: row[name] for name in _PLAIN}
    rule_ = QuorumRule(Fraction(row["quorum_numerator"], row["quorum_denominator"]), row["quorum_video_counts"])
    return OfficeSettings(
        **plain,
        quorum=rule_,
        weekend=frozenset(json.loads(row["weekend"])),
        letterhead=tuple(json.loads(row["letterhead"])),
        print_setup=document_from_json(PrintSetup, row["print_setup"]),
        sample=row["sample"],
    )


def write_settings(transaction: Transaction, settings: OfficeSettings) -> None:
    """Store the settings over the previous ones; raises ``row_changed_outside``."""
    for kind, row_id in sorted(transaction.outside):
        if kind == OfficeSettingRecord.__tablename__:
            transaction.require_own(kind, row_id)
    values: dict[str, Any] = {name: getattr(settings, name) for name in _PLAIN}
    values |= {
        "committee_id": transaction.run(select(func.min(CommitteeRecord.id))).scalar(),
        "quorum_numerator": settings.quorum.more_than.numerator,
        "quorum_denominator": settings.quorum.more_than.denominator,
        "quorum_video_counts": settings.quorum.video_counts,
        "weekend": json.dumps(sorted(settings.weekend)),
        "letterhead": json.dumps(list(settings.letterhead), ensure_ascii=False),
        "print_setup": canonical_json(settings.print_setup),
        "sample": settings.sample,
    }
    stored = transaction.run(select(func.min(OfficeSettingRecord.id))).scalar()
    table = table_of(OfficeSettingRecord)
    if stored is None:
        uid = transaction.make_uid()
        key = transaction.write(table.insert().values(uid=uid, **values)).inserted_primary_key
        assert key is not None
        stored = key[0]
    else:
        changed = table.update().where(table.c.id == stored).values(**values).returning(table.c.uid)
        uid = str(transaction.write(cast("Update", changed)).scalar())
    transaction.notes.row(table.name, stored, {"uid": uid, **values})


def read_calendar(transaction: Transaction) -> WorkCalendar:
    """Return the work calendar: weekend of the settings and the holidays."""

    def read() -> WorkCalendar:
        rows = transaction.run(_HOLIDAYS).all()
        return WorkCalendar(
            read_settings(transaction).weekend,
            MappingProxyType({row.day: row.name for row in rows}),
            frozenset(row.day for row in rows if row.estimated),
            frozenset(year_of(row.day) for row in rows),
        )

    return transaction.memo.ask((OfficeSettingRecord.__tablename__, HolidayRecord.__tablename__), "calendar", read)


def write_holidays(transaction: Transaction, names: Mapping[date, str], estimated: frozenset[date]) -> None:
    """Add or rename holidays; raises ``row_changed_outside``."""
    if not names:
        return
    _require_own(transaction, names)
    rows: list[dict[str, Any]] = [
        {"day": day, "name": name, "estimated": day in estimated} for day, name in sorted(names.items())
    ]
    statement = upsert(HolidayRecord).values(rows)
    changed = {"name": statement.excluded.name, "estimated": statement.excluded.estimated}
    transaction.write(statement.on_conflict_do_update(index_elements=["day"], set_=changed))
    for row in rows:
        transaction.notes.row(HolidayRecord.__tablename__, row["day"].toordinal(), row)


def drop_holidays(transaction: Transaction, days: Collection[date]) -> None:
    """Delete holidays; raises ``row_changed_outside``."""
    _require_own(transaction, days)
    transaction.write(delete(HolidayRecord).where(HolidayRecord.day.in_(list(days))))
    for day in days:
        transaction.notes.row(HolidayRecord.__tablename__, day.toordinal(), None)


def _require_own(transaction: Transaction, days: Iterable[date]) -> None:
    for day in sorted(days):
        transaction.require_own(HolidayRecord.__tablename__, day.toordinal())
