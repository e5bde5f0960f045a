"""Several tests at once: p values adjusted for their number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.contingency import Groups, labelled
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import COLUMNS, require_share

ADJUSTMENTS = ("holm", "hochberg", "bonferroni", "bh", "by", "none")
"""The methods, as `adjust` explains them."""

ALSO_CALLED = {
    "holm_bonferroni": "holm",
    "bonferroni_holm": "holm",
    "simes_hochberg": "hochberg",
    "benjamini_hochberg": "bh",
    "fdr": "bh",
    "fdr_bh": "bh",
    "benjamini_yekutieli": "by",
    "fdr_by": "by",
}
"""Further names that the literature and other software give them."""


def adjust(
    p_values: Groups,
    method: str = "holm",
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
        One a test, in any order; a mapping or the index of a Series gives the labels.
        A missing one stays
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
    method = read_method(method, ADJUSTMENTS, ALSO_CALLED)
    require_share("level", level)
    given = labelled(p_values)
    values = _read(given)
    terms = _labels(given, labels, len(values))
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


def adjusted_p(p_values: np.ndarray, method: str) -> np.ndarray:
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
    given = np.asarray(p_values, dtype=object)
    if given.ndim != 1:
        raise UsageError("error.association_list", found=type(p_values).__name__)
    values = np.full(len(given), np.nan)
    for place, value in enumerate(given):
        if pd.api.types.is_scalar(value) and pd.isna(value):
            continue
        try:
            values[place] = float(value)
        except (TypeError, ValueError) as error:
            raise UsageError("error.association_p_values", value=str(value)) from error
        if not 0 <= values[place] <= 1:
            raise UsageError("error.association_p_values", value=str(value))
    return values


def _labels(
    p_values: ArrayLike | pd.Series, labels: Sequence[object] | None, size: int
) -> list[str]:
    if labels is None:
        labels = list(p_values.index) if isinstance(p_values, pd.Series) else range(1, size + 1)
    names = [str(label) for label in labels] if isinstance(labels, Iterable) else [str(labels)]
    if len(names) != size:
        raise UsageError("error.association_labels", labels=len(names), values=size)
    return names
