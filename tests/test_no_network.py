"""The watch over internet sockets proves itself: what Python asks for is told, what a library holds is found."""

from __future__ import annotations

import ctypes
import os
import socket

import pytest

from devtools.test_run import LEFT_OUT
from tests import no_network
from tests.systems import CONFINED, leave_out_if_confined, not_on_windows, only_on_linux


@not_on_windows("its own event loop holds such a socket")
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_that_python_asks_for_is_refused_and_told(family: socket.AddressFamily) -> None:
    with pytest.raises(PermissionError):
        socket.socket(family)
    asked = list(no_network.ASKED)
    no_network.ASKED.clear()
    assert asked == [f"family {int(family)}"]


@not_on_windows("there are none")
def test_a_socket_of_this_machine_is_none_of_the_internet() -> None:
    for one in socket.socketpair():
        one.close()
    assert no_network.ASKED == []


@only_on_linux("the descriptors of a process are listed there")
def test_a_socket_that_a_library_holds_is_found() -> None:
    leave_out_if_confined("it opens one past Python")
    descriptor = ctypes.CDLL(None).socket(int(socket.AF_INET), int(socket.SOCK_STREAM), 0)
    try:
        assert no_network.open_sockets() == [f"descriptor {descriptor}"]
    finally:
        os.close(descriptor)
    assert no_network.open_sockets() == []


def test_what_asks_for_the_network_for_itself_is_left_out_of_a_confined_run_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(CONFINED, raising=False)
    leave_out_if_confined("it has a network of its own")
    monkeypatch.setenv(CONFINED, "1")
    with pytest.raises(pytest.skip.Exception, match=f"{LEFT_OUT}it has"):
        leave_out_if_confined("it has a network of its own")
