"""The plain sheets as HTML (WeasyPrint, LibreOffice, Qt) and as Typst markup, with the sizes of the program's paper."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from tests.benchmarks.peer_sheets import FOOTER, Sheet

_CSS = """
@font-face { font-family: Vazirmatn; src: url("%(fonts)s/Vazirmatn-Regular.ttf"); }
@font-face { font-family: Vazirmatn; font-weight: 600; src: url("%(fonts)s/Vazirmatn-SemiBold.ttf"); }
@font-face { font-family: Vazirmatn; font-weight: 700; src: url("%(fonts)s/Vazirmatn-Bold.ttf"); }
@page { size: A4; margin: 25mm 25mm 25mm 15mm;
  @bottom-right { content: "%(footer)s – صفحهٔ " counter(page, persian) " از " counter(pages, persian);
                  font: 9.5pt Vazirmatn; direction: rtl; } }
body { font: 12pt/1.6 Vazirmatn; direction: rtl; margin: 0; }
h1 { font-size: 16pt; font-weight: 700; text-align: center; margin: 0; line-height: 1.5; }
h2 { font-size: 13pt; font-weight: 700; margin: 14pt 0 3.5pt; line-height: 1.5; break-after: avoid; }
h3 { font-size: 12pt; font-weight: 600; margin: 8pt 0 2pt; line-height: 1.5; break-after: avoid; }
p { margin: 0 0 2pt; orphans: 2; widows: 2; } p.subtitle { text-align: center; margin-bottom: 12pt; }
p.talk { text-align: justify; margin-right: 4mm; }
table { width: 170mm; border-collapse: collapse; table-layout: fixed; font-size: 11pt; line-height: 1.45; }
td, th { padding: 3.2pt 4pt; text-align: right; vertical-align: top; border-top: 0.35pt solid #A6A6A6; }
th { font-weight: 600; } thead { display: table-header-group; } tr { break-inside: avoid; }
small { font-size: 10pt; } table.signers { break-inside: avoid; } table.signers td { height: 25mm; }
div.meeting { break-before: page; page-break-before: always; } div.meeting:first-child { break-before: auto; }
"""


def html(sheets: list[Sheet], fonts: Path) -> str:
    """One page of HTML for the whole year."""
    css = _CSS % {"fonts": fonts.as_uri(), "footer": FOOTER}
    bodies = "".join(f'<div class="meeting">{"".join(_html(block) for block in one)}</div>' for one in sheets)
    return (
        '<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8">'
        f"<title>{FOOTER}</title><style>{css}</style></head><body>{bodies}</body></html>"
    )


_TAGS = {"title": "h1", "section": "h2", "item": "h3", "subtitle": "p", "text": "p"}


def _html(block: list[Any]) -> str:
    kind, *rest = block
    if kind in _TAGS:
        return f'<{_TAGS[kind]} class="{kind}">{escape(rest[0])}</{_TAGS[kind]}>'
    if kind == "talk":
        return f'<p class="talk"><b>{escape(rest[0])}</b> {escape(rest[1])}</p>'
    return _html_table(kind, rest)


def _html_table(kind: str, rest: list[Any]) -> str:
    tables: dict[str, Callable[[], str]] = {
        "ranked": lambda: _rows([[[rest[0]], [rest[1]]]], (17, 153)),
        "head": lambda: _rows([[rest[0], [rest[1]], rest[2]]], (63, 44, 63)),
        "facts": lambda: _rows([[["\n".join(cell)] for cell in row] for row in rest[0]], (42, 42, 42, 42)),
        "signers": lambda: _rows(rest[1], (85, 85), [[name] for name in rest[0]], "signers"),
        "table": lambda: _rows(rest[1][1:], rest[0], rest[1][0]),
    }
    return tables[kind]()


def _rows(rows: list[list[list[str]]], widths: Any, head: list[list[str]] | None = None, kind: str = "plain") -> str:
    columns = "".join(f'<col style="width:{width}mm">' for width in widths)
    top = "<thead><tr>" + "".join(f"<th>{escape(cell[0])}</th>" for cell in head) + "</tr></thead>" if head else ""
    body = "".join("<tr>" + "".join(f"<td>{_lines(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="{kind}"><colgroup>{columns}</colgroup>{top}<tbody>{body}</tbody></table>'


def _lines(cell: list[str]) -> str:
    first, *more = cell
    return escape(first).replace("\n", "<br>") + "".join(f"<br><small>{escape(line)}</small>" for line in more)


_TYPST = """
#set document(title: "FOOTER", date: datetime(year: 2023, month: 1, day: 30))
#set text(font: "Vazirmatn", lang: "fa", dir: rtl, size: 12pt)
#let persian(n) = str(n).codepoints().map(d => str.from-unicode(0x06f0 + int(d))).join()
#set page(paper: "a4", margin: (top: 25mm, bottom: 25mm, right: 25mm, left: 15mm), footer: context text(size: 9.5pt)[
  FOOTER – صفحهٔ #persian(counter(page).get().first()) از #persian(counter(page).final().first())])
#set par(leading: 0.75em, spacing: 2pt)
#set table(stroke: (x: none, y: 0.35pt + rgb("#A6A6A6")), inset: (x: 4pt, y: 3.2pt))
#show heading.where(level: 1): it => block(width: 100%, align(center, text(size: 16pt, weight: 700, it.body)))
#show heading.where(level: 2): it => block(above: 14pt, below: 5pt, text(size: 13pt, weight: 700, it.body))
#show heading.where(level: 3): it => block(above: 8pt, below: 4pt, text(size: 12pt, weight: 600, it.body))
#let two(pair, large, small) = {
  text(size: large, pair.at(0))
  for line in pair.slice(1) { linebreak(); text(size: small, line) }
}
#let cell(lines) = two(lines, 11pt, 10pt)
#let cells(body) = body.map(row => row.map(cell)).flatten()
#let block-of(it) = {
  let kind = it.at(0)
  if kind == "title" { heading(level: 1, it.at(1)) }
  else if kind == "section" { heading(level: 2, it.at(1)) }
  else if kind == "item" { heading(level: 3, it.at(1)) }
  else if kind == "subtitle" { block(below: 12pt, width: 100%, align(center, it.at(1))) }
  else if kind == "text" { par(it.at(1)) }
  else if kind == "talk" { pad(right: 4mm, par(justify: true, text(weight: 600, it.at(1)) + " " + it.at(2))) }
  else if kind == "ranked" { grid(columns: (17mm, 1fr), inset: (y: 0.8pt), text(weight: 600, it.at(1)), it.at(2)) }
  else if kind == "head" { grid(columns: (63mm, 44mm, 63mm),
    it.at(1).join(linebreak()), align(center, it.at(2)), it.at(3).join(linebreak())) }
  else if kind == "facts" { table(columns: (42.5mm,) * 4,
    ..it.at(1).map(row => row.map(pair => two(pair, 9.5pt, 11.5pt))).flatten()) }
  else if kind == "signers" { block(breakable: false, table(columns: (85mm, 85mm), rows: (auto, 25mm),
    ..it.at(1).map(name => text(weight: 600, name)), ..cells(it.at(2)))) }
  else { table(columns: it.at(1).map(width => width * 1mm),
    table.header(..it.at(2).at(0).map(one => text(weight: 600, size: 11pt, one.at(0)))), ..cells(it.at(2).slice(1))) }
}
#for (number, sheet) in json("year.json").enumerate() {
  if number > 0 { pagebreak() }
  for it in sheet { block-of(it) }
}
"""


def write(sheets: list[Sheet], fonts: Path, folder: Path) -> None:
    """``year.json``, ``year.html`` and ``year.typ`` in a folder."""
    (folder / "year.json").write_text(json.dumps(sheets, ensure_ascii=False), encoding="utf-8")
    (folder / "year.html").write_text(html(sheets, fonts), encoding="utf-8")
    (folder / "year.typ").write_text(_TYPST.replace("FOOTER", FOOTER), encoding="utf-8")
