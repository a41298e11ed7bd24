"""Mutated databases: what a dying disk, a bad cable or a cut copy makes of a file, the same from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
Mutation = Callable[[bytearray, random.Random], None]


def _flip_a_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _zero_a_sector(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) // 512) * 512
    content[start : start + 512] = bytes(512)


def _zero_a_page(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)


def _swap_pages(content: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(1, len(content) // PAGE) * PAGE for _ in range(2))
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    content[one : one + PAGE], content[other : other + PAGE] = second, first


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[int(len(content) * chance.uniform(0.7, 0.999)) :]


def _noise(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) - 64)
    content[start : start + 64] = chance.randbytes(64)


def _flip_in_texts(content: bytearray, chance: random.Random) -> None:
    """Bits of Persian letters, so that a text stays a text and another one."""
    for _time in range(20):
        place = chance.randrange(len(content) - 2)
        if content[place] in (0xD8, 0xD9, 0xDA, 0xDB) and 0x80 <= content[place + 1] < 0xC0:
            content[place + 1] ^= 1


def _no_text_in_the_schema(content: bytearray, chance: random.Random) -> None:
    """A byte that no UTF-8 has, in the name of a table or an index or in what made it."""
    begins = [place for place in range(len(content)) if content.startswith((b"CREATE TABLE", b"CREATE INDEX"), place)]
    content[chance.choice(begins) + chance.randrange(-20, 120)] = 0xFF


MUTATIONS: tuple[Mutation, ...] = (
    _flip_a_bit,
    _zero_a_sector,
    _zero_a_page,
    _swap_pages,
    _cut,
    _noise,
    _flip_in_texts,
    _no_text_in_the_schema,
)


def mutate(database: Path, seed: int) -> str:
    """Damage the file by the mutation of this seed; its name."""
    chance = random.Random(seed)
    mutation = MUTATIONS[seed % len(MUTATIONS)]
    content = bytearray(database.read_bytes())
    mutation(content, chance)
    database.write_bytes(content)
    return mutation.__name__.strip("_")
