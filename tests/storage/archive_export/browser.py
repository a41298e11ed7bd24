"""Chromium without a window, driven through pipes: keys and pointer as a person uses them, and what it asked for."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Any, Final

from tests.printing.oracles import chromium
from tests.validators.asked import need_program

LONGEST: Final = 20.0
"""Seconds that the page may take until it is as it was waited for."""
_OPTIONS: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe")


class Browser:
    """One page of a Chromium; ``asked`` are the addresses that it loaded, ``faults`` what its scripts complained of."""

    def __init__(self, out: int, into: int) -> None:
        self._out, self._in = FileIO(out, "wb"), FileIO(into, "rb")
        self._last, self._left, self._session = 0, b"", ""
        self.asked: list[str] = []
        self.faults: list[str] = []
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._send(f"{domain}.enable")

    def open(self, address: str) -> None:
        """Go to an address and wait until it is shown."""
        self._send("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && !!document.querySelector('h1')")

    def leave(self) -> None:
        """To an empty page: another part of the same page would not be loaded anew."""
        self._send("Page.navigate", url="about:blank")

    def value(self, script: str) -> Any:
        """What a script gives."""
        found = self._send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def wait(self, script: str) -> None:
        """Until a script says true; the page is asked again at each of its frames."""
        frames = (
            f"async () => {{ while (!({script})) await new Promise((done) => requestAnimationFrame(done)); return 1 }}"
        )
        asked = f"Promise.race([({frames})(), new Promise((done) => setTimeout(done, {LONGEST * 1000}, 0))])"
        assert self.value(asked) == 1, f"it never came: {script}; it shows {self.text()[:300]}"

    def text(self) -> str:
        """What the page shows."""
        return str(self.value("document.body.innerText"))

    def rows(self) -> list[str]:
        """The titles of the rows of all lists."""
        return list(self.value("[...document.querySelectorAll('ul.rows b')].map((one) => one.innerText)"))

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self._send("Input.insertText", text=text)

    def press(self, key: str, text: str = "") -> None:
        """One key."""
        self._send("Input.dispatchKeyEvent", type="keyDown", key=key, code=key, text=text)
        self._send("Input.dispatchKeyEvent", type="keyUp", key=key, code=key)

    def click(self, selector: str, holding: str = "") -> None:
        """Press the pointer on the first visible element of a selector that holds a text."""
        held = json.dumps(holding)
        at = self.value(
            f"(() => {{ const found = [...document.querySelectorAll({json.dumps(selector)})]"
            f".find((one) => one.innerText.includes({held})); if (!found) return null;"
            " found.scrollIntoView({block: 'center'}); const box = found.getClientRects()[0];"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        assert at is not None, f"nothing to press: {selector} «{holding}»"
        for kind in ("mousePressed", "mouseReleased"):
            self._send("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=1)

    def picture(self, width: int, height: int, *, dark: bool = False) -> bytes:
        """The page as PNG."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._send("Emulation.setDeviceMetricsOverride", **size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._send("Emulation.setEmulatedMedia", features=[scheme])
        return base64.b64decode(self._send("Page.captureScreenshot", format="png")["data"])

    def close(self) -> None:
        """End it."""
        self._session = ""
        self._send("Browser.close")
        self._out.close()
        self._in.close()

    # ---- inside

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        told = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            told["sessionId"] = self._session
        self._out.write(json.dumps(told).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._last:
                assert "error" not in heard, heard
                return dict(heard["result"])
            self._note(heard)

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            some = self._in.read(1 << 16)
            assert some, "Chromium ended"
            self._left += some
        heard, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(heard))

    def _note(self, heard: dict[str, Any]) -> None:
        told = heard.get("params", {})
        if heard.get("method") == "Network.requestWillBeSent":
            self.asked.append(told["request"]["url"])
        elif heard.get("method") == "Runtime.exceptionThrown":
            self.faults.append(json.dumps(told["exceptionDetails"]))
        elif heard.get("method") == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.faults.append(told["entry"]["text"])


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A Chromium of its own; the test is skipped aloud where there is none."""
    chromium.need()
    theirs, out = os.pipe()
    into, answered = os.pipe()
    # the tests' own choice of fonts leaves Chromium without a last resort
    env = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    # it reads from the file of number three and writes to that of number four
    start = ["bash", "-c", f'exec "$0" "$@" 3<&{theirs} 4>&{answered}']
    command = [*start, need_program("chromium", "chromium"), *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(command, env=env, pass_fds=(theirs, answered), stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        os.close(answered)
        shown = Browser(out, into)
        try:
            yield shown
        finally:
            shown.close()
            process.wait(LONGEST)
