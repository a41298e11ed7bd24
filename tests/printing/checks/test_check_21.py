"""Check 21: the same data give the same bytes, at any time of day; the days in the file are those of the record."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from itertools import product

import pikepdf
import pytest

from desktop_app.domain.documents.paper_kinds import Profile
from tests.printing.every_paper import SAMPLES, every_paper_and_form, made_again, paper
from tests.whole import deciding

AGAIN = """
import hashlib, sys
from tests.printing.every_paper import paper
sys.stdout.write(hashlib.sha256(paper(sys.argv[1])).hexdigest())
"""


@pytest.mark.parametrize(
    ("name", "profile"),
    deciding(
        product(SAMPLES, Profile),
        {*product(SAMPLES, [Profile.A_3B]), *product(["minutes"], Profile)},
        several=True,
    ),
)
def test_made_twice_it_is_the_same_file(name: str, profile: Profile) -> None:
    """The forms are written by the same steps for every paper."""
    assert made_again(name, profile) == paper(name, profile)


@pytest.mark.slow
def test_another_process_makes_the_same_file() -> None:
    """Neither the order of sets nor the clock's zone may show."""
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "UTC"}
    command = [sys.executable, "-c", AGAIN, "minutes"]
    found = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8").stdout
    assert found == hashlib.sha256(paper("minutes")).hexdigest()


@every_paper_and_form
def test_days_are_those_of_the_record(name: str, profile: Profile) -> None:
    with pikepdf.open(BytesIO(paper(name, profile))) as opened:
        assert str(opened.docinfo["/CreationDate"]) == str(opened.docinfo["/ModDate"]) == "D:20230130093000Z"
        assert str(opened.docinfo["/Producer"]) == "Dabirkhaneh"
        with opened.open_metadata() as metadata:
            days = {metadata[f"xmp:{key}"] for key in ("CreateDate", "ModifyDate", "MetadataDate")}
        assert {day.replace("+00:00", "Z") for day in days} == {"2023-01-30T09:30:00Z"}
