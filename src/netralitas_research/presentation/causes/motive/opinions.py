"""Differences between positions and between regions of which no base is printed."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from netralitas_research.language import format_number, format_range
from netralitas_research.presentation.causes.motive.first_place import LARGEST, surely_from
from netralitas_research.presentation.causes.motive.words import SHARED
from netralitas_research.presentation.causes.words import percents
from netralitas_research.statistics.association import homogeneity
from netralitas_research.statistics.bounds import PrintedTable, cell_bounds, percentage, total

AGREE, DISAGREE = "agree", "disagree"


def by_position(positions: pd.DataFrame, reference: str, base: int, language: str) -> pd.DataFrame:
    """Tell which weights the positions can have, and which base a difference needs.

    Parameters
    ----------
    positions
        As `netralitas_research.study.survey_opinions.opinions` gives them, with the row ``all``.
    reference
        The position that the others are compared with.
    base
        The number of respondents, which is assumed; the limits of weights hardly depend on it.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The positions without ``all``, with ``weight_low`` and ``weight_high`` (shares of all
        respondents with which the parts give the printed total, if there are no other positions;
        linear programme), ``needed`` (how many respondents of this and as many of the reference
        position the difference needs, one pair at 95 percent; NaN for the reference), and both as
        text (``weight``, ``needed_text``).
    """
    parts = positions[positions["term"] != "all"].reset_index(drop=True)
    printed_total = positions.loc[positions["term"].eq("all"), "agree"].iloc[0]
    facts = [
        percentage({"position": term, "answer": AGREE}, printed, {"position": term}, rounding="any")
        for term, printed in zip(parts["term"], parts["agree"], strict=True)
    ]
    table = PrintedTable(
        {"position": parts["term"].tolist(), "answer": [AGREE, DISAGREE]},
        total(base),
        percentage({"answer": AGREE}, printed_total, base, rounding="any"),
        *facts,
    )
    cells = [{"position": term} for term in parts["term"]]
    found = cell_bounds(table, cells, integer=False)
    low, high = ((found[end] / base).tolist() for end in ("low", "high"))
    to = float(parts.loc[parts["term"].eq(reference), "agree_value"].iloc[0])
    needed = [
        float("nan") if term == reference else needed_each(value, to)
        for term, value in zip(parts["term"], parts["agree_value"], strict=True)
    ]
    return parts.assign(
        weight_low=low,
        weight_high=high,
        weight=[percents(a, b, language) for a, b in zip(low, high, strict=True)],
        needed=needed,
        needed_text=[needed_text(one, language) for one in needed],
    )


def needed_each(first: float, second: float) -> int:
    """Find how many respondents each of two groups needs for their shares to differ for sure.

    Parameters
    ----------
    first, second
        Percentages who agree in two groups of independent respondents.

    Returns
    -------
    int
        The size of each group from which on the chi-squared test of equal shares (Pearson, 1900)
        has p below 0.05, two-sided; `LARGEST` if no smaller one is enough.

    Examples
    --------
    >>> needed_each(57.1, 45.9)
    170
    """

    def differ(each: int) -> bool:
        agree = [round(share * each / 100) for share in (first, second)]
        if agree[0] == agree[1]:
            return False
        return bool(homogeneity(agree, [each, each])["p_value"].iloc[0] < 1 - SHARED)

    return surely_from(differ, LARGEST)


def needed_text(needed: float, language: str) -> str:
    """Write a needed base, or that it is larger than all that were tried.

    Examples
    --------
    >>> needed_text(155, "id"), needed_text(LARGEST, "id"), needed_text(float("nan"), "id")
    ('155', '> 20.000', '–')
    """
    if pd.isna(needed):
        return "–"
    number = format_number(needed, language, 0)
    return f"> {number}" if needed == LARGEST else number


def by_region(regions: pd.DataFrame, language: str) -> pd.DataFrame:
    """Tell what the sums of answers leave open, and which base neighbouring ranks need.

    If there are only two answers, whoever does not disagree agrees. Where both do not add up to
    100, one of them is wrong, or a third answer is not printed; then either may be right.

    Parameters
    ----------
    regions
        As `netralitas_research.study.survey_opinions.opinions` gives them, by group of islands.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The regions by the share who agree, with ``low`` and ``high`` (percent who agree under
        either answer), ``agree_bounds``, ``rank_low`` and ``rank_high`` (ranks that these leave
        open, without chance), ``ranks``, ``next_needed`` (respondents in each of this and the next
        region that their difference needs; NaN for the last) and ``needed_text``.
    """
    found = regions.sort_values("agree_value", ascending=False, ignore_index=True)
    other = 100 - found["disagree"].astype(float)
    low = found["agree_value"].where(found["agree_value"] < other, other).round(1)
    high = found["agree_value"].where(found["agree_value"] > other, other).round(1)
    ranks = [(1 + int((low > b).sum()), int((high >= a).sum())) for a, b in zip(low, high,
             strict=True)]  # fmt: skip
    values = found["agree_value"].tolist()
    needed = [*(needed_each(a, b) for a, b in pairwise(values)), float("nan")]
    return found.assign(
        low=low,
        high=high,
        rank_low=[one for one, _ in ranks],
        rank_high=[two for _, two in ranks],
        ranks=[format_range(one, two, language, 0) for one, two in ranks],
        agree_bounds=[format_range(a, b, language, 1, "%") for a, b in zip(low, high, strict=True)],
        next_needed=needed,
        needed_text=[needed_text(one, language) for one in needed],
    )
