"""Code signing with osslsigncode, where a certificate is given: the two executables, the uninstaller and the setup.

The certificate stands in variables, which ``packaging/windows/sign.sh`` reads, too (makensis calls it for the
uninstaller): ``DABIRKHANEH_SIGN_PFX`` with ``DABIRKHANEH_SIGN_PASSWORD``, or ``DABIRKHANEH_SIGN_CERTIFICATE`` and
``DABIRKHANEH_SIGN_KEY`` in PEM; ``DABIRKHANEH_SIGN_TIMESTAMP`` may name a time stamping service where a network is.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

from devtools import ROOT
from devtools.windows.bundle import PackageFailed

SCRIPT: Final = ROOT / "packaging" / "windows" / "sign.sh"
PFX: Final = "DABIRKHANEH_SIGN_PFX"
PASSWORD: Final = "DABIRKHANEH_SIGN_PASSWORD"
CERTIFICATE: Final = "DABIRKHANEH_SIGN_CERTIFICATE"
KEY: Final = "DABIRKHANEH_SIGN_KEY"


def is_wanted() -> bool:
    """Whether a certificate is given."""
    return bool(os.environ.get(PFX) or os.environ.get(CERTIFICATE))


def sign(file: Path, variables: dict[str, str] | None = None) -> None:
    """Sign one file in place."""
    told = subprocess.run(
        [str(SCRIPT), str(file)],
        env={**os.environ, **(variables or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if told.returncode != 0:
        raise PackageFailed(f"{file.name} could not be signed: {told.stdout.strip()}")


def is_signed(file: Path, certificate: Path) -> bool:
    """Whether the file carries a signature of this certificate over its very bytes."""
    command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", str(certificate), "-TSA-CAfile", str(certificate)]
    told = subprocess.run([*command, "-in", str(file)], capture_output=True, check=False)
    return told.returncode == 0 and b"Succeeded" in told.stdout


def throw_away_certificate(folder: Path) -> dict[str, str]:
    """The variables of a certificate of our own that proves nothing: for a trial of the whole chain."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=Dabirkhaneh trial",
    ]
    usage = ["-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"]
    subprocess.run([*command, *usage, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    return {CERTIFICATE: str(certificate), KEY: str(key)}


def as_pfx(pem: dict[str, str], folder: Path) -> dict[str, str]:
    """The variables of the same certificate as one file behind a password, as it is sold."""
    found, password = folder / "certificate.pfx", "گذرواژهٔ آزمون"
    command = ["openssl", "pkcs12", "-export", "-in", pem[CERTIFICATE], "-inkey", pem[KEY], "-out", str(found)]
    subprocess.run([*command, "-passout", f"pass:{password}"], check=True, capture_output=True)
    return {PFX: str(found), PASSWORD: password}
