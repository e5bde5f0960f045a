"""Several tests at once: p values adjusted for their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.contingency import require_choice
from netralitas_research.statistics.tidy import COLUMNS, require_share

Adjustment = Literal["holm", "hochberg", "bonferroni", "bh", "by", "none"]


def adjust(
    p_values: ArrayLike | pd.Series,
    method: Adjustment = "holm",
    labels: Sequence[object] | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Adjust p values for being several.

    ``holm`` (Holm, 1979), ``hochberg`` (Hochberg, 1988) and ``bonferroni`` keep the chance of even
    one false rejection below 1 - level; hochberg's asks for independent or positively dependent
    tests. ``bh`` (Benjamini & Hochberg, 1995) keeps the expected share of false ones among the
    rejections below it, under the same condition; ``by`` (Benjamini & Yekutieli, 2001) under any
    dependence. ``none`` adjusts nothing.

    Parameters
    ----------
    p_values
        One a test, in any order; the index of a Series gives the labels. A missing one stays
        missing and does not count as a test.
    method
        How to adjust.
    labels
        Names of the tests.
    level
        A test is rejected where its adjusted p value is at most 1 - level.

    Returns
    -------
    pandas.DataFrame
        One row a test in the order given: the ``estimate`` is the adjusted p value, ``low`` and
        ``high`` are equal to it, ``n`` is the number of tests adjusted for; then ``p_value`` as it
        was given, ``p_adjusted`` and ``reject``. A missing p value has the limits 0 and 1.

    Raises
    ------
    UsageError
        If a p value is not between 0 and 1, the labels are another number, or the method is not
        known.

    Examples
    --------
    >>> adjust([0.01, 0.04, 0.03], "bh")["p_adjusted"].round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    require_choice("method", method, get_args(Adjustment))
    require_share("level", level)
    values = _read(p_values)
    terms = _labels(p_values, labels, len(values))
    known = ~np.isnan(values)
    adjusted = np.full(len(values), np.nan)
    adjusted[known] = adjusted_p(values[known], method)
    found = pd.DataFrame(
        {
            "term": terms,
            "estimate": adjusted,
            "low": np.where(known, adjusted, 0.0),
            "high": np.where(known, adjusted, 1.0),
            "level": level,
            "method": method,
            "n": int(known.sum()),
            "note": np.where(known, "", "note.association.no_p_value"),
            "p_value": values,
            "p_adjusted": adjusted,
            "reject": adjusted <= round(1 - level, 12),
        }
    )
    return found[[*COLUMNS, "p_value", "p_adjusted", "reject"]]


def adjusted_p(p_values: np.ndarray, method: Adjustment) -> np.ndarray:
    """Adjust p values of which none is missing; the arguments are those of `adjust`.

    statsmodels has the same, but collects garbage at each call, which takes far longer.

    Examples
    --------
    >>> adjusted_p(np.array([0.01, 0.25]), "bonferroni").tolist()
    [0.02, 0.5]
    """
    tests = len(p_values)
    if method == "none" or not tests:
        return p_values.copy()
    order, rank = np.argsort(p_values), np.arange(1, tests + 1)
    factors = {
        "bonferroni": np.full(tests, float(tests)),
        "holm": tests - rank + 1.0,
        "hochberg": tests - rank + 1.0,
        "bh": tests / rank,
        "by": tests / rank * (1 / rank).sum(),
    }
    ranked = p_values[order] * factors[method]
    if method == "holm":
        ranked = np.maximum.accumulate(ranked)
    elif method != "bonferroni":
        ranked = np.minimum.accumulate(ranked[::-1])[::-1]
    adjusted = np.empty(tests)
    adjusted[order] = np.minimum(1.0, ranked)
    return adjusted


def _read(p_values: ArrayLike | pd.Series) -> np.ndarray:
    try:
        values = np.asarray(p_values, dtype=float)
    except (TypeError, ValueError) as error:
        raise UsageError("error.association_p_values") from error
    if values.ndim != 1 or ((values < 0) | (values > 1)).any():
        raise UsageError("error.association_p_values")
    return values


def _labels(
    p_values: ArrayLike | pd.Series, labels: Sequence[object] | None, size: int
) -> list[str]:
    if labels is None:
        labels = list(p_values.index) if isinstance(p_values, pd.Series) else range(1, size + 1)
    if len(labels) != size:
        raise UsageError("error.association_labels", labels=len(labels), values=size)
    return [str(label) for label in labels]
