"""An electronic seal on an archived copy (PAdES, ETSI EN 319 142): made and checked without any network.

No part of printing: a finished paper gets it as a step of its own, in an update section behind its bytes, so that what
was archived stays as it was, byte for byte. Needs the optional component ``sign`` (pyHanko); where it is missing every
function raises ``EnvironmentProblem("seal_component_missing")``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.temporary import TemporaryFolder

FIELD: Final = "DabirkhanehSeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealPicture:
    """How a seal is seen: a page of our own engine as its picture, and its box on a page in points.

    The component's own stamp does not join Persian letters, so it is never used. ``page`` counts from 0, or back from
    the last with -1.
    """

    picture: bytes
    box: tuple[int, int, int, int]
    page: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the seal of a file is worth.

    ``intact``: what was sealed is unchanged; ``valid``: the signature belongs to the certificate; ``trusted``: the
    certificate descends from one that was given as known; ``whole``: nothing was added behind the seal.
    """

    intact: bool
    valid: bool
    trusted: bool
    whole: bool
    signer: str

    @property
    def good(self) -> bool:
        """Whether the file is the sealed one to the last byte."""
        return self.intact and self.valid and self.whole


def seal(pdf: bytes, certificate: bytes, password: str, mark: SealPicture | None = None) -> bytes:
    """The file with a seal behind it, unseen unless a ``mark`` is given.

    ``certificate`` is a PKCS#12 file with its key. Raises ``RuleBroken("seal_certificate_unusable")`` for another
    file or a wrong password, ``EnvironmentProblem("pdf_unreadable")`` for a broken paper.
    """
    signers = _component("pyhanko.sign.signers")
    fields = _component("pyhanko.sign.fields")
    signer = _signer(signers, certificate, password)
    pades = fields.SigSeedSubFilter.PADES
    about = signers.PdfSignatureMetadata(field_name=FIELD, subfilter=pades, md_algorithm="sha256")
    place = fields.SigFieldSpec(FIELD, on_page=mark.page, box=mark.box) if mark else fields.SigFieldSpec(FIELD)
    out = BytesIO()
    with TemporaryFolder() as folder:
        look = _look(mark.picture, folder) if mark else None
        maker = signers.PdfSigner(about, signer=signer, stamp_style=look, new_field_spec=place)
        maker.sign_pdf(_opened(pdf), output=out)
    return out.getvalue()


def verdict(pdf: bytes, known: Iterable[bytes] = ()) -> Verdict:
    """What the last seal of a file is worth; ``known`` are certificates (DER) that are trusted.

    Raises ``RuleBroken("seal_missing")`` where there is none.
    """
    reading = _component("pyhanko.pdf_utils.reader")
    validation = _component("pyhanko.sign.validation")
    context = _component("pyhanko_certvalidator").ValidationContext
    certificates = _component("asn1crypto.x509").Certificate
    try:
        found = list(reading.PdfFileReader(BytesIO(pdf)).embedded_signatures)
    except _read_errors() as error:
        raise EnvironmentProblem("pdf_unreadable") from error
    if not found:
        raise RuleBroken("seal_missing")
    roots = [certificates.load(one) for one in known]
    status = validation.validate_pdf_signature(found[-1], context(trust_roots=roots, allow_fetching=False))
    return Verdict(
        intact=bool(status.intact),
        valid=bool(status.valid),
        trusted=bool(status.trusted),
        whole=status.coverage.name == "ENTIRE_FILE",
        signer=str(status.signing_cert.subject.native.get("common_name", "")),
    )


def _component(name: str) -> ModuleType:
    """A module of the optional component; importing it is what takes time, so it waits until somebody seals."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise EnvironmentProblem("seal_component_missing") from error


def _signer(signers: Any, certificate: bytes, password: str) -> Any:  # noqa: ANN401 - the component has no types
    pkcs12 = _component("cryptography.hazmat.primitives.serialization.pkcs12")
    try:
        key, _, _ = pkcs12.load_key_and_certificates(certificate, password.encode("utf-8"))
    except ValueError as error:
        raise RuleBroken("seal_certificate_unusable", field="certificate") from error
    signer = signers.SimpleSigner.load_pkcs12_data(certificate, other_certs=[], passphrase=password.encode("utf-8"))
    if key is None or signer is None:
        raise RuleBroken("seal_certificate_unusable", field="certificate")
    return signer


def _opened(pdf: bytes) -> Any:  # noqa: ANN401
    writing = _component("pyhanko.pdf_utils.incremental_writer")
    try:
        return writing.IncrementalPdfFileWriter(BytesIO(pdf))
    except _read_errors() as error:
        raise EnvironmentProblem("pdf_unreadable") from error


def _read_errors() -> tuple[type[Exception], ...]:
    errors = _component("pyhanko.pdf_utils.misc")
    return (errors.PdfError, ValueError)


def _look(picture: bytes, folder: Path) -> Any:  # noqa: ANN401
    """The picture as the component wants it: a file that it reads while it signs."""
    content = _component("pyhanko.pdf_utils.content")
    stamps = _component("pyhanko.stamp")
    path = folder / "mark.pdf"
    path.write_bytes(picture)
    page = content.ImportedPdfPage(str(path))
    return stamps.StaticStampStyle(background=page, background_opacity=1.0, border_width=0)
