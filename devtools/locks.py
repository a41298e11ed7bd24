"""The verb `lock`: the lock files from pyproject.toml, with hashes and without any address."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Final

from devtools import ROOT, debian, environment

LOCKS: Final[dict[str, tuple[str, ...]]] = {
    "packaging/requirements.lock": ("--universal",),
    "packaging/requirements-dev.lock": ("--universal", "--extra", "dev"),
    # what a bundle is built from, for Windows alone; the components that ship keep the versions of the first lock
    "packaging/windows/requirements.lock": (
        "--python-platform", "windows", "--extra", "bundle", "--constraints", "packaging/requirements.lock",
    ),
}  # fmt: skip
_COMMON: Final = (
    "--generate-hashes", "--python-version", "3.11",
    "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet",
)  # fmt: skip


def make(arguments: list[str]) -> int:
    """Versions stay as they are where they still fit; `--upgrade` (or any option of uv) is passed on."""
    if not environment.ready(debian.TO_RUN):
        return 1
    for target, options in LOCKS.items():
        uv = str(environment.BIN / "uv")
        command = [uv, "pip", "compile", *_COMMON, *options, *arguments, "-o", target, "pyproject.toml"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            return 1
        addresses = re.findall(r"https?://\S+", (ROOT / target).read_text(encoding="utf-8"))
        if addresses:
            print(f"{target} holds {len(addresses)} addresses and must not be committed.", file=sys.stderr)
            return 1
        print(f"Made {target}")
    return 0
