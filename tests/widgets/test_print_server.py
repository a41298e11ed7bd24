"""Printers are asked for at the print server of this machine through its local socket, never over the network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.widgets.paper.qt_printer import LOCAL_SOCKET, VARIABLE, use_local_printers
from tests.bootstrap import confined
from tests.conftest import ROOT
from tests.systems import only_on_linux

ASK = """
import sys
from PySide6.QtWidgets import QApplication
from tests.bootstrap.confined import confine

application = QApplication(sys.argv)
confine()
from desktop_app.widgets.paper.qt_printer import new_printer, printer_names

printer_names()
print(new_printer().printRange())
"""
pytestmark = only_on_linux("other systems print without CUPS")


def _asked(environment: dict[str, str], *settings: Path) -> dict[str, str]:
    use_local_printers(environment, settings)
    return environment


def test_without_a_word_of_the_office_the_local_socket_is_named(tmp_path: Path) -> None:
    quiet = tmp_path / "client.conf"
    quiet.write_text("# ServerName far.example\nEncryption IfRequested\n", encoding="utf-8")
    assert _asked({}, quiet, tmp_path / "none", tmp_path) == {VARIABLE: LOCAL_SOCKET}


def test_a_server_that_the_office_has_set_up_stays(tmp_path: Path) -> None:
    named = tmp_path / "client.conf"
    named.write_bytes(b"# \xff\n  servername print.office\n")
    assert _asked({}, tmp_path / "none", named) == {}
    assert _asked({VARIABLE: "print.office"}) == {VARIABLE: "print.office"}


@pytest.mark.skipif(not confined.known_machine(), reason="the filter of system calls is not known for this machine")
def test_asking_for_printers_opens_no_internet_socket() -> None:
    unnamed = {name: value for name, value in os.environ.items() if name != VARIABLE}
    done = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, env=unnamed, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
