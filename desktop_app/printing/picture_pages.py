"""Pages of a picture file as pixels, for display and paper; a TIFF may have several pages.

The width and height in its header are judged before anything is decoded.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Self

from PIL import Image, UnidentifiedImageError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.grey_or_colour import grey_or_colour, upright
from desktop_app.printing.pages import PagePixels, PageSize, limited_size
from desktop_app.printing.pictures import TooManyPixels, load, require_pixels

MOST_FRAMES: Final = 1_000
FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")
_POINTS: Final = 72
_USUAL_DPI, _LEAST_DPI, _MOST_DPI = 150.0, 72.0, 1_200.0
_BROKEN: Final = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    LookupError,
    OverflowError,
    struct.error,
)
"""What the toolkit raises over a picture that is torn."""


@contextmanager
def _shown() -> Iterator[None]:
    """Suppress the library's warnings about damaged metadata."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except TooManyPixels as error:
        raise EnvironmentProblem("file_not_finished") from error
    except _BROKEN as error:
        raise EnvironmentProblem("picture_not_shown") from error


class PicturePages:
    """An open picture.

    Raises ``EnvironmentProblem``: ``picture_not_shown`` for a torn one, ``file_not_finished`` for too large a one.
    """

    def __init__(self, content: bytes) -> None:
        with _shown():
            self._image = Image.open(io.BytesIO(content), formats=FORMATS)
            # a telephone's JPEG holds a small second picture, which is no page
            frames = 1 if self._image.format == "MPO" else int(getattr(self._image, "n_frames", 1))
            self.count = min(frames, MOST_FRAMES)
            self.sizes = tuple(self._size(frame) for frame in range(self.count))

    def frame(self, index: int) -> Image.Image:
        """Return one picture upright, in grey or colour, on white; valid until the next call."""
        with _shown():
            self._image.seek(index)
            load(self._image)
            return grey_or_colour(upright(self._image))

    def pixels(self, index: int, width: int) -> PagePixels:
        """Return one picture ``width`` pixels wide, or as wide as :func:`~desktop_app.printing.pages.limited_size`."""
        frame = self.frame(index)
        width, height = limited_size(width, frame.height / frame.width)
        # brought near its size coarsely first: the window waits for it, and the eye sees no difference
        small = frame.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        red, green, blue, alpha = small.convert("RGBA").split()
        return PagePixels(width, height, Image.merge("RGBA", (blue, green, red, alpha)).tobytes())

    def close(self) -> None:
        """Close the picture."""
        self._image.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _size(self, frame: int) -> PageSize:
        """Return the size in points, by a plausible density."""
        self._image.seek(frame)
        width, height = self._image.size
        require_pixels(self._image)
        told = self._image.info.get("dpi", (_USUAL_DPI, _USUAL_DPI))
        across, down = (float(one) if _LEAST_DPI <= float(one) <= _MOST_DPI else _USUAL_DPI for one in told[:2])
        return PageSize(width * _POINTS / across, height * _POINTS / down)
