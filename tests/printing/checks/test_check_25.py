"""Check 25: the licence of the font is shipped, and only the fonts of the program and of its data are ever opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop_app.system.paths import resource
from devtools import ROOT

_PRINT = """
import sys
from pathlib import Path
opened = []
endings = (".ttf", ".otf", ".ttc", ".pfb", ".pfa", ".afm", ".t1", ".pcf", ".woff", ".woff2", ".dfont")
def note(event, arguments):
    if event == "open" and str(arguments[0]).lower().endswith(endings):
        opened.append(str(Path(str(arguments[0])).resolve()))
sys.addaudithook(note)
from tests.printing import made_papers, sample_documents as samples
from desktop_app.printing.papers import letter_pdf, minutes_pdf
for document in (samples.RICH, samples.INQUORATE):
    minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context())
letter = samples.letter("متن نامه")
letter_pdf.render(letter, samples.final_imprint(letter), made_papers.render_context())
{after}
print("\\n".join(sorted(set(opened))))
"""


_CHOSEN = """
kept = Path(made_papers.REGULAR).read_bytes(); before = len(opened)
from desktop_app.printing.engine.typesetting import font_file
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.stationery.office_paper import RenderContext
fonts = FontSet.chosen(font_file.facts_of_cuts(kept, 'x'))
minutes_pdf.render(samples.RICH, samples.final_imprint(samples.RICH), RenderContext(fonts=fonts))
print("chosen", len(opened) - before, sep="\\n")
"""


def _opened(after: str) -> set[str]:
    """The font files that a process opens while it prints."""
    code = _PRINT.format(after=after)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines())


def test_only_the_fonts_of_the_program_are_opened_and_a_chosen_one_comes_as_bytes(tmp_path: Path) -> None:
    """A foreign font that is opened at the end is seen."""
    foreign = tmp_path / "Foreign.ttf"
    foreign.write_bytes(b"x")
    opened = _opened(f"{_CHOSEN}\nopen({str(foreign)!r}, 'rb').close()")
    assert opened >= {"chosen", "0", str(foreign)}
    own = opened - {"chosen", "0", str(foreign)}
    assert own
    assert {Path(path).parent for path in own} == {resource("fonts")}


def test_the_licence_of_the_font_is_shipped() -> None:
    text = resource("licences", "Vazirmatn-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    assert "Vazirmatn" in text
