"""Sentences of the program's own controls."""

from __future__ import annotations

from typing import Final

PARTY_LETTERS: Final = {"governorate": "ا", "center": "م"}
PARTY_NAMES: Final = {"governorate": "استانداری", "center": "مرکز ملی"}
