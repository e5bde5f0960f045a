"""Numbers, dates and codes of the report on positions in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from netralitas_research import codelists
from netralitas_research.language import (
    format_date,
    format_list,
    format_number,
    format_range,
    translator,
)
from netralitas_research.study.labels import lower_first

SMALL, LARGE = 1.0, 100.0


def ratio(value: float, language: str) -> str:
    """Write a factor with as many decimals as it bears.

    Examples
    --------
    >>> ratio(56.51, "id"), ratio(0.504, "en"), ratio(168.4, "en"), ratio(math.inf, "en")
    ('56,5', '0.50', '168', '∞')
    """
    if not math.isfinite(value):
        return "∞"
    if value == 0:
        return "0"
    decimals = 2 if value < SMALL else 1 if value < LARGE else 0
    return format_number(value, language, decimals)


def span(low: float, high: float, language: str) -> str:
    r"""Write two factors as a range, or as one where they are written alike.

    Examples
    --------
    >>> span(48.21, 65.4, "en"), span(56.51, 56.52, "en"), span(2.5, math.inf, "id")
    ('48.2\u201365.4', '56.5', '≥ 2,5')
    """
    if math.isnan(low) or math.isnan(high):
        return ""
    if high == math.inf:
        return f"≥ {ratio(low, language)}"
    ends = ratio(low, language), ratio(high, language)
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def with_interval(row: Mapping[Any, Any], language: str) -> str:
    r"""Write what the prints leave open of a factor, and its interval in brackets.

    Examples
    --------
    >>> with_interval({"bound_low": 56.5, "bound_high": 56.5, "low": 48.2, "high": 65.4}, "en")
    '56.5 (48.2\u201365.4)'
    """
    factor = span(row["bound_low"], row["bound_high"], language)
    return f"{factor} ({span(row['low'], row['high'], language)})"


def as_printed(printed: str, language: str) -> str:
    """Write a printed percentage with the decimals that it was printed with.

    Examples
    --------
    >>> as_printed("9", "id"), as_printed("27.6", "id")
    ('9%', '27,6%')
    """
    return f"{format_number(float(printed), language, len(printed.partition('.')[2]))}%"


def signed(value: float, language: str, decimals: int = 1) -> str:
    """Write a number with a minus sign, not a hyphen, if it is negative.

    Examples
    --------
    >>> signed(-12.4, "id"), signed(4.2, "en"), signed(-0.01, "en")
    ('−12,4', '4.2', '0.0')
    """
    return format_number(value, language, decimals).replace("-", "−")


def counts_of(counts: Iterable[tuple[float, float, int]], language: str) -> str:
    """Write the counts that each base allows.

    Examples
    --------
    >>> counts_of([(126, 126, 456)], "en"), counts_of([(131, 136, 369), (36, 36, 99)], "id")
    ('126 of 456', '131–136 dari 369; 36 dari 99')
    """
    text = translator(language)
    return "; ".join(
        text("position.of", count=format_range(low, high, language, 0),
             base=format_number(base, language, 0))
        for low, high, base in counts
    )  # fmt: skip


def position(code: str, language: str) -> str:
    """Name a position; the groups of this report that no code list has are messages.

    Examples
    --------
    >>> position("administrator", "en"), position("remainder", "en")
    ('Administrator post', 'Not listed')
    """
    own = ("remainder", "others", "other_functional", "other")
    if code in own:
        return translator(language)(f"position.group.{code}")
    return codelists.label("positions", code, language)


def positions(codes: str, language: str) -> str:
    """Name positions that are joined by ``;``, as a list.

    Examples
    --------
    >>> positions("jpt;fungsional", "en")
    'senior leadership post (JPT) and functional post'
    """
    return format_list([lower_first(position(code, language)) for code in codes.split(";") if code],
                       language)  # fmt: skip


def act(code: str, language: str) -> str:
    """Name an act.

    Examples
    --------
    >>> act("other_acts", "en")
    'Other acts'
    """
    if code == "other_acts":
        return translator(language)("position.group.other_acts")
    return codelists.label("acts", code, language)


def interval_label(start: str, end: str, language: str) -> str:
    """Name the interval between two snapshots, or that up to the first.

    Examples
    --------
    >>> interval_label("", "2020-07-31", "en")
    'up to 31 July 2020'
    """
    text = translator(language)
    key = "position.between" if start else "position.until"
    return text(key, start=format_date(start, language) if start else "",
                end=format_date(end, language))  # fmt: skip


def note(key: str, language: str) -> str:
    """Write a note of a result; an empty one stays empty."""
    return translator(language)(key) if key else ""
