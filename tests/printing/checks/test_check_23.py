"""Check 23: an archived paper is sealed and the seal checked without any network; one flipped byte is found out."""

from __future__ import annotations

import importlib
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.printing.layout.flow import Margins, Paper, render
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.papers import minutes_pdf
from desktop_app.printing.pdf import seal
from desktop_app.printing.typesetting.style import Align
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.shared.refusals import sentence
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.validators.asked import run_validator

NAME = "دبیرخانهٔ کمیتهٔ مشترک"
PASSWORD = "گذرواژه ۱۲۳"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection or asks for an address fails the test."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a seal has asked for the network")

    connect = socket.socket.connect

    def connect_inside(itself: socket.socket, address: Any) -> None:
        # there Python's own event loop holds such a connection to itself, and the validators of papers are asked so
        if sys.platform != "win32" or address[0] != "127.0.0.1":
            refuse()
        connect(itself, address)

    monkeypatch.setattr(socket.socket, "connect", connect_inside)
    for name in ("connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    if sys.platform != "win32":
        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        monkeypatch.setattr(socket, "create_connection", refuse)


@cache
def _certificate() -> tuple[bytes, bytes]:
    """A self-signed certificate with a Persian name: the PKCS#12 file and the certificate alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    hidden = serialization.BestAvailableEncryption(PASSWORD.encode())
    packed = pkcs12.serialize_key_and_certificates(b"seal", key, made, None, hidden)
    return packed, made.public_bytes(serialization.Encoding.DER)


@cache
def _paper() -> bytes:
    return minutes_pdf.render(samples.RICH, samples.final_imprint(samples.RICH), made_papers.render_context())


@cache
def _sealed() -> bytes:
    return seal.seal(_paper(), _certificate()[0], PASSWORD)


def test_a_sealed_paper_is_intact_and_the_archived_bytes_are_untouched() -> None:
    sealed = _sealed()
    assert sealed.startswith(_paper())
    found = seal.verdict(sealed, [_certificate()[1]])
    assert found == seal.Verdict(intact=True, valid=True, trusted=True, whole=True, signer=NAME)
    assert found.good
    with pikepdf.open(BytesIO(sealed)) as opened:
        (field,) = opened.Root.AcroForm.Fields
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        # what makes it an archive form is still there
        assert opened.Root.StructTreeRoot is not None
        assert opened.Root.AF[0].UF == "minutes-3-v1.json"


def test_a_certificate_that_nobody_knows_is_told_from_a_changed_file() -> None:
    found = seal.verdict(_sealed())
    assert found.good
    assert not found.trusted


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.9])
def test_one_flipped_byte_is_caught(share: float) -> None:
    flipped = bytearray(_sealed())
    with pikepdf.open(BytesIO(_paper())) as opened:
        stream = opened.pages[0].Contents.read_raw_bytes()
    at = bytes(flipped).index(stream) + int(len(stream) * share)
    flipped[at] ^= 1
    assert not seal.verdict(bytes(flipped), [_certificate()[1]]).intact


def test_what_is_added_behind_the_seal_is_seen() -> None:
    again = seal.seal(_paper(), _certificate()[0], PASSWORD)
    assert seal.verdict(again).whole
    assert not seal.verdict(again + b"\n% more\n").whole


def _drawn_mark() -> bytes:
    """A small page of our own engine."""
    setter = Typesetter(made_papers.fonts())
    words = [FaParagraph(setter, f"مهر الکترونیک\n{NAME}", made_papers.style(Align.CENTER, size=11.0))]
    none = Margins(top=8, bottom=4, left=4, right=4)
    return render(setter, words, Paper(size=(210, 60), first=none, later=none)).pdf


def _seen(pdf: bytes, page: int, folder: Path) -> bytes:
    """A page as Poppler draws it, fields included (pdfium leaves them to its form filler)."""
    path = folder / "seen.pdf"
    path.write_bytes(pdf)
    asked = ["-r", "50", "-f", str(page), "-l", str(page), "-singlefile", "-png", str(path), str(folder / "seen")]
    run_validator("pdftoppm", "poppler-utils", *asked)
    return (folder / "seen.png").read_bytes()


def test_a_seal_that_is_seen_is_drawn_by_our_own_engine(tmp_path: Path) -> None:
    sealed = seal.seal(
        _paper(), _certificate()[0], PASSWORD, seal.SealPicture(picture=_drawn_mark(), box=(60, 80, 270, 140))
    )
    assert seal.verdict(sealed, [_certificate()[1]]).good
    with pikepdf.open(BytesIO(_paper())) as opened:
        last = len(opened.pages)
    assert _seen(_paper(), last, tmp_path) != _seen(sealed, last, tmp_path), "the mark cannot be seen"
    assert _seen(_paper(), 1, tmp_path) == _seen(sealed, 1, tmp_path)


def test_a_wrong_password_another_file_and_a_broken_paper_are_refused() -> None:
    packed = _certificate()[0]
    for certificate, password in ((packed, "دیگر"), (b"no certificate", PASSWORD)):
        with pytest.raises(RuleBroken) as refused:
            seal.seal(_paper(), certificate, password)
        assert refused.value.key == "seal_certificate_unusable"
        assert sentence(refused.value)
    with pytest.raises(EnvironmentProblem) as unread:
        seal.seal(b"no paper", packed, PASSWORD)
    assert unread.value.key == "pdf_unreadable"
    with pytest.raises(RuleBroken) as missing:
        seal.verdict(_paper())
    assert missing.value.key == "seal_missing"
    assert sentence(missing.value)


def test_without_the_component_the_refusal_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = importlib.import_module

    def without(name: str, *more: Any) -> Any:
        if name.startswith("pyhanko"):
            raise ModuleNotFoundError(name)
        return whole(name, *more)

    monkeypatch.setattr(importlib, "import_module", without)
    for act in (lambda: seal.seal(_paper(), b"", ""), lambda: seal.verdict(_paper())):
        with pytest.raises(EnvironmentProblem) as refused:
            act()
        assert refused.value.key == "seal_component_missing"
        assert "مهر" in sentence(refused.value)


def test_printing_does_not_load_the_component() -> None:
    code = "import sys, desktop_app.printing.papers.minutes_pdf, desktop_app.printing.pdf.seal as _"
    code += "; print('pyhanko' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
