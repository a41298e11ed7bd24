"""Objects behind a finished file: read back as they were written, in both ways that forms of archives know."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.engine.pdf import archive
from desktop_app.printing.engine.pdf.objects import Base, PackedObjects, PlainObjects, Section, Store
from tests.printing.every_paper import paper

pytestmark = pytest.mark.usefixtures("proved")

Kind = Callable[[Base], Store]
every_kind = pytest.mark.parametrize("kind", [PlainObjects, PackedObjects])


def _base() -> tuple[Base, int]:
    """A file that keeps the place of one object, and the number of that."""
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Title"] = "نمونه"
        made.Root.Kept = made.make_indirect(pikepdf.Dictionary())
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with pikepdf.open(out) as opened:
        return Base.of(out.getvalue(), opened), opened.Root.Kept.objgen[0]


def _written(kind: Kind, count: int) -> bytes:
    base, kept = _base()
    section = Section(base, kind(base))
    numbers = [section.reserve() for _ in range(count)]
    for place, number in reversed(list(enumerate(numbers))):
        section.put(number, f"<</Place {place}>>")
    section.put(kept, f"<</All[{' '.join(f'{number} 0 R' for number in numbers)}]>>")
    return section.appended()


@every_kind
@pytest.mark.parametrize("count", [1, 199, 200, 1001])
def test_every_object_is_found_and_stands_for_the_one_that_kept_its_place(kind: Kind, count: int) -> None:
    base, _ = _base()
    made = _written(kind, count)
    assert made.startswith(base.pdf)
    with pikepdf.open(BytesIO(made)) as opened:
        assert opened.check_pdf_syntax() == []
        assert [int(found.Place) for found in opened.Root.Kept.All] == list(range(count))
        assert str(opened.docinfo["/Title"]) == "نمونه"
        assert bytes(opened.trailer.ID[0]) == base.identity != bytes(opened.trailer.ID[1])


@every_kind
def test_equal_objects_give_equal_bytes(kind: Kind) -> None:
    assert _written(kind, 300) == _written(kind, 300)


@pytest.mark.parametrize("profile", Profile)
def test_the_proof_looks_at_the_very_bytes(profile: Profile, log_errors: list[object]) -> None:
    """One letter changed behind the back of the engine: the file is refused."""
    made = paper("minutes", profile)
    archive.check_archival_form(made, profile, 3)
    broken = made.replace(b"conformance>B<", b"conformance>X<")
    assert broken != made
    with pytest.raises(EnvironmentProblem, match="pdf_not_archival"):
        archive.check_archival_form(broken, profile, 3)
    with pytest.raises(EnvironmentProblem, match="pdf_not_archival"):
        archive.check_archival_form(broken, profile, 1000)
    log_errors.clear()
