"""Parts of a page compressed apart make one stream that any reader unpacks to the whole."""

from __future__ import annotations

import random
import zlib

import pytest

from desktop_app.printing.engine.layout.canvas import CompressedPart, join_streams


@pytest.mark.parametrize("seed", range(20))
def test_parts_unpack_to_the_whole(seed: int) -> None:
    chance = random.Random(seed)
    parts = ["".join(chance.choices("0123456789 Tm<>", k=chance.choice([0, 1, 50, 70_000]))) for _ in range(seed % 5)]
    assert zlib.decompress(join_streams([CompressedPart.of(part) for part in parts])) == "".join(parts).encode("ascii")


def test_a_wrong_checksum_would_be_seen() -> None:
    with pytest.raises(zlib.error):
        zlib.decompress(join_streams([CompressedPart(CompressedPart.of("q Q").blocks, 1, 3)]))
