"""Which cells of a table depart from independence."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.contingency import (
    Contingency,
    expected_counts,
    read_table,
)
from netralitas_research.statistics.association.multiplicity import (
    ADJUSTMENTS,
    ALSO_CALLED,
    adjusted_p,
)
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import COLUMNS, require_share

MORE = ("row", "column", "observed", "expected", "pearson", "p_value", "p_adjusted", "reject")


def adjusted_residuals(
    table: ArrayLike | pd.DataFrame, adjust: str = "holm", level: float = 0.95
) -> pd.DataFrame:
    """Compare each cell with what independence expects, with p values adjusted for all cells.

    The adjusted residual (Haberman, 1973), also called standardised, is (observed - expected) /
    sqrt(expected (1 - row share) (1 - column share)); under independence it is about standard
    normal where counts are not small. Pearson's lacks the last two factors and varies less.

    Parameters
    ----------
    table
        Counts, rows by columns.
    adjust
        How the p values are adjusted for the number of cells, as in `multiplicity.adjust`.
    level
        A cell is marked where its adjusted p value is at most 1 - level.

    Returns
    -------
    pandas.DataFrame
        One row a cell, row after row: the ``estimate`` is the adjusted residual; ``low`` and
        ``high`` hold it plus and minus the normal quantile of the level, for this cell alone;
        ``n`` is the whole table. Then ``row``, ``column``, ``observed``, ``expected``, ``pearson``
        (that residual), ``p_value`` (two-sided), ``p_adjusted`` and ``reject``. A cell of an empty
        row or column cannot depart: it has the residual 0, no p value and a note.

    Raises
    ------
    UsageError
        If the table holds anything but counts, or the method is not known.

    Examples
    --------
    >>> adjusted_residuals([[20, 10], [10, 20]])["estimate"].round(3).tolist()
    [2.582, -2.582, -2.582, 2.582]
    """
    adjust = read_method(adjust, ADJUSTMENTS, ALSO_CALLED, "adjust")
    require_share("level", level)
    read = read_table(table)
    if not read.counts.size:
        raise UsageError("error.association_table", found=type(table).__name__)
    expected, pearson, adjusted = _residuals(read.counts)
    known = ~np.isnan(adjusted)
    p_values = 2 * stats.norm.sf(np.abs(adjusted))
    corrected = np.full(len(adjusted), np.nan)
    corrected[known] = adjusted_p(p_values[known], adjust)
    estimate, width = np.where(known, adjusted, 0.0), stats.norm.ppf((1 + level) / 2) * known
    rows = np.repeat(read.rows, len(read.columns))
    columns = np.tile(read.columns, len(read.rows))
    found = {
        "term": [f"{first} × {second}" for first, second in zip(rows, columns, strict=True)],
        "estimate": estimate,
        "low": estimate - width,
        "high": estimate + width,
        "level": level,
        "method": f"haberman_{adjust}",
        "n": read.n,
        "note": _notes(read, expected, known),
        "row": rows,
        "column": columns,
        "observed": read.counts.ravel(),
        "expected": expected,
        "pearson": pearson,
        "p_value": p_values,
        "p_adjusted": corrected,
        "reject": corrected <= round(1 - level, 12),
    }
    return pd.DataFrame(found)[[*COLUMNS, *MORE]]


def _residuals(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the expected counts, Pearson's and the adjusted residuals, NaN where there are none."""
    whole = max(1.0, float(counts.sum()))
    expected = expected_counts(counts) if counts.any() else np.zeros(counts.shape)
    others = np.outer(*((whole - counts.sum(axis=axis)) / whole for axis in (1, 0)))
    variance = expected * others
    departure = counts - expected
    nothing = np.full(counts.shape, np.nan)
    adjusted = np.divide(departure, np.sqrt(variance), out=nothing, where=variance > 0)
    none = np.zeros(counts.shape)
    pearson = np.divide(departure, np.sqrt(expected), out=none, where=expected > 0)
    return expected.ravel(), pearson.ravel(), adjusted.ravel()


def _notes(read: Contingency, expected: np.ndarray, known: np.ndarray) -> np.ndarray:
    nothing = read.note if read.note and not read.testable else "note.association.empty_cell"
    small = np.where(expected < 5, "note.association.small_expected_cell", "")
    return np.where(known, small, nothing)
