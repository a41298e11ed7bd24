"""The verb `lock`: both lock files from pyproject.toml, with hashes and without any address."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import Final

from devtools import ROOT

LOCKS: Final[dict[str, tuple[str, ...]]] = {
    "packaging/requirements.lock": (),
    "packaging/requirements-dev.lock": ("--extra", "dev"),
}
_COMMON: Final = (
    "--generate-hashes", "--universal", "--python-version", "3.11",
    "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet",
)  # fmt: skip


def make(arguments: list[str]) -> int:
    """Versions stay as they are where they still fit; `--upgrade` (or any option of uv) is passed on."""
    uv = shutil.which("uv")
    if uv is None:
        print("The lock is made with uv: install it (pip install uv) and try again.", file=sys.stderr)
        return 1
    for target, extra in LOCKS.items():
        command = [uv, "pip", "compile", *_COMMON, *extra, *arguments, "-o", target, "pyproject.toml"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            return 1
        addresses = re.findall(r"https?://\S+", (ROOT / target).read_text(encoding="utf-8"))
        if addresses:
            print(f"{target} holds {len(addresses)} addresses and must not be committed.", file=sys.stderr)
            return 1
        print(f"Made {target}")
    return 0
