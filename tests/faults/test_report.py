"""The report tells what broke and where, and nothing of the people in the data."""

from __future__ import annotations

import sqlite3

import pytest

from desktop_app.faults.report import Report, describe


def _report_of(error: Exception) -> Report:
    try:
        raise error
    except Exception as caught:
        return describe(caught, "window")


def test_a_message_that_may_hold_a_name_is_left_out() -> None:
    report = _report_of(ValueError("Ali Rezaei cannot vote; رضایی"))
    assert "builtins.ValueError" in report.text
    assert "Rezaei" not in report.text
    assert "رضایی" not in report.text


def test_a_message_about_source_code_is_told() -> None:
    assert "has no attribute 'title'" in _report_of(AttributeError("'NoneType' object has no attribute 'title'")).text


def test_even_such_a_message_is_left_out_when_it_holds_persian() -> None:
    report = _report_of(TypeError("unsupported: 'رضایی'"))
    assert report.fault.endswith("builtins.TypeError")


def test_a_path_of_the_user_is_cut_to_the_program() -> None:
    report = _report_of(FileNotFoundError(2, "No such file", "/home/رضایی/Documents/minutes.pdf"))
    assert "tests/faults/test_report.py" in report.text
    assert "builtins.FileNotFoundError: errno 2" in report.text
    assert "home" not in report.text
    assert "minutes.pdf" not in report.text


def test_the_database_tells_its_own_name_of_an_error() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("SELECT 'رضایی' FROM nowhere")
    connection.close()
    report = _report_of(caught.value)
    assert "sqlite3.OperationalError: SQLITE_ERROR" in report.text
    assert "رضایی" not in report.text


def test_the_cause_comes_before_what_it_caused() -> None:
    def outer() -> None:
        try:
            raise KeyError("the member's name")
        except KeyError as cause:
            raise RuntimeError("while saving") from cause

    with pytest.raises(RuntimeError) as caught:
        outer()
    fault = describe(caught.value, "window").fault
    assert 0 < fault.index("builtins.KeyError") < fault.index("builtins.RuntimeError")


def test_an_endless_recursion_gives_a_short_report() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    report = describe(caught.value, "window")
    assert "frames before" in report.text
    assert report.text.count("\n") < 60
