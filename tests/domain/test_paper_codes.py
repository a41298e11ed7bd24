"""A code as people type it is read where it can only mean one thing, and named where it cannot."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.page_marks import mark_text
from desktop_app.domain.rules.verifying import codes_in, is_code, one_letter_off, read_typed, with_reversed_runs
from desktop_app.domain.text.digits import persian_digits

CODE = "KQ3WBOL5ZI27AMXE"


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        f"کد\u00a0{CODE} – زنجیره",
        mark_text(CODE, 3, 12),
    ],
)
def test_the_code_as_it_stands(typed: str) -> None:
    read = read_typed(typed)
    assert (read.codes, read.exact) == ((CODE,), True)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        " ".join(CODE[at : at + 4] for at in range(0, 16, 4)),
        "-".join(CODE[at : at + 4].lower() for at in range(0, 16, 4)),
        persian_digits(CODE),
        "KQ٣WBOL٥ZI٢٧AMXE",
        CODE.replace("O", "0"),
        CODE.replace("B", "8"),
        "\u200f" + CODE.lower() + "\u200c ",
        # with the Persian keyboard on, the same keys
        "نض۳صذخم۵ظه۲۷شپطث",
        "نض۳صذخم۵ظه۲۷شئطث",
    ],
)
def test_what_can_only_be_the_code(typed: str) -> None:
    assert read_typed(typed).codes == (CODE,)


def test_the_parts_of_a_code_turned_round_as_readers_of_pdf_copy_them() -> None:
    assert with_reversed_runs("O2F3ATWS4YXFXKWH") == "YXFXKWH4ATWS3F2O"
    assert with_reversed_runs("YXFXKWH4ATWS3F2O") == "O2F3ATWS4YXFXKWH"
    assert with_reversed_runs("OB24PD") == "PD24OB", "figures that stand together keep their order"


def test_a_one_may_be_either_letter() -> None:
    read = read_typed(CODE.replace("I", "1"))
    assert set(read.codes) == {CODE, CODE.replace("I", "L")}
    assert not read.exact


@pytest.mark.parametrize(
    ("typed", "key", "facts"),
    [
        ("", "paper_code_missing", {}),
        (" – ", "paper_code_missing", {}),
        (CODE[:-1], "paper_code_length", {"count": 15}),
        (CODE + "AB", "paper_code_length", {"count": 18}),
        (CODE.replace("W", "9"), "paper_code_letter", {"letter": "9"}),
        (CODE.replace("W", "گ"), "paper_code_letter", {"letter": "گ"}),
        ("1" * 16, "paper_code_letter", {"letter": "1"}),
        (f"{CODE} {CODE[::-1]}", "paper_code_length", {"count": 32}),
    ],
)
def test_what_is_no_code_is_told_with_its_reason(typed: str, key: str, facts: dict[str, object]) -> None:
    with pytest.raises(RuleBroken) as broken:
        read_typed(typed)
    assert broken.value.key == key
    assert broken.value.field == "code"
    assert facts.items() <= broken.value.facts.items()


def test_codes_on_a_page() -> None:
    assert codes_in(f"کد {CODE} – زنجیره {CODE[::-1].replace('E', 'Q')}") == (CODE, CODE[::-1].replace("E", "Q"))
    assert codes_in(f"x{CODE}") == codes_in(CODE + "8") == ()


def test_near_is_one_letter_and_no_more() -> None:
    one, two = CODE.replace("K", "Q"), CODE.replace("KQ", "AB")
    assert one_letter_off(CODE, (CODE, one, two)) == (one,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(CODE, True), (CODE[:9], True), ("نامه.pdf", False), ("papers/1.pdf", False), ("اسکن.jpeg", False)],
)
def test_a_code_and_no_file(text: str, expected: bool) -> None:
    assert is_code(text) is expected
