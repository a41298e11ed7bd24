"""Table of upstream decisions."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.schema.base import Kept


class UpstreamDecisionRecord(Kept):
    """A decision of a body above the committee."""

    __tablename__ = "upstream_decision"

    title: Mapped[str]
    body: Mapped[str]
    session: Mapped[str]
    session_day: Mapped[date | None]
    notification_number: Mapped[str]
    notification_day: Mapped[date | None]
    clause: Mapped[str]
    title_key: Mapped[str] = mapped_column(index=True)
