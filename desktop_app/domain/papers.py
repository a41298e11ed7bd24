"""Classes of paper: how guarded and how urgent a document is; the same keys stand in the frozen documents."""

from __future__ import annotations

from enum import StrEnum


class Classification(StrEnum):
    """How guarded a paper is (طبقه‌بندی)."""

    NORMAL = "normal"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"


class Urgency(StrEnum):
    """How urgent a paper is (ارجحیت)."""

    NORMAL = "normal"
    URGENT = "urgent"
    IMMEDIATE = "immediate"
