import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_up_study import DEFAULTS

from netralitas_research.audit.consistency.figures import Figure, read_figures


@pytest.fixture
def figures():
    """Make figures of an ordinary count of KASN; only what differs from it is named."""

    def make(*rows: dict[str, object]) -> list[Figure]:
        named = [DEFAULTS | {"figure_id": f"F{n}"} | row for n, row in enumerate(rows, start=1)]
        return read_figures(pd.DataFrame(named))

    return make


@pytest.fixture
def parts(figures):
    """Make the parts of one table, given as values by code or place, with a printed total."""

    def make(column: str, values: dict[str, float], total: float, **more: object) -> list[Figure]:
        whole = {"base": total, "base_status": "printed", "base_meaning": "whole"}
        return figures(*({column: code, "value": v} | whole | more for code, v in values.items()))

    return make
