"""`python3 dev.py bench paper`: everything about paper that needs foreign programs; they are installed first."""

from __future__ import annotations

from tests.benchmarks import paper_speed, paper_validators, paper_year
from tests.benchmarks.table import Table


def run(options: list[str]) -> list[Table]:
    """All tables; ``--scale N`` prints N meetings instead of the whole year, to try the measurement itself."""
    meetings = int(options[options.index("--scale") + 1]) if "--scale" in options else paper_year.MEETINGS
    paper_validators.ready()
    return [*paper_speed.run(meetings), paper_validators.ink(), paper_validators.archives()]
