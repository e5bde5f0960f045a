"""What may be concluded on positions: each with its numbers, and how far the data identify it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from netralitas_research.language import format_number, translator
from netralitas_research.presentation.causes.position import words
from netralitas_research.presentation.causes.position.representation import (
    HEADLINE,
    LATE_EXPOSURE,
    one,
)

TAGS = {
    "more_than_share": "identified",
    "factor": "assumed",
    "heads": "assumed",
    "below_share": "identified",
    "fall": "assumed",
    "drop": "assumed",
    "first_share": "identified",
    "first_rate": "assumed",
    "acts": "unknowable",
    "propensity": "unknowable",
    "choices": "identified",
}
"""Conclusions in the order of the report, and whether the data identify them, they rest on an
assumption that their text names, or cannot be known from the data."""


_WHOLE = ("party_low", "party_high", "specifications", "above", "jpt_count", "jpt_base",
          "before_count", "before_base", "after_count", "after_base")  # fmt: skip
_TWO = ("staff_high", "late_high")

LATE = "2024-03-25"
"""A snapshot of 2024 at which executing staff need not be below their share."""


def key_numbers(
    factors: pd.DataFrame,
    composition: pd.DataFrame,
    trends: pd.DataFrame,
    tipping: pd.DataFrame,
    high_officials: pd.DataFrame,
    specifications: pd.DataFrame,
) -> dict[str, float]:
    """Gather the numbers that the answer and the conclusions name, rounded as they are written.

    Parameters
    ----------
    factors
        As `representation` gives them.
    composition, trends
        Of high officials over the snapshots that print them, and of all positions.
    tipping, high_officials, specifications
        As the functions of the same names give them.

    Returns
    -------
    dict of str to float
        By name; shares in percent, changes in percentage points.
    """
    headline = one(factors, "jpt", HEADLINE)
    heads = one(factors, "head_of_area", HEADLINE)
    own = factors[factors["term"].eq("jpt") & factors["as_of"].eq(HEADLINE)]
    bounded = own[own["identified"].eq("bound")]
    early = factors[factors["count_year"].eq(2020)]
    staff = early[early["term"].isin(["fungsional", "pelaksana"])]
    slope = trends[trends["term"].eq("jpt") & trends["method"].eq("cochran_armitage")].iloc[0]
    shares = composition[composition["term"].eq("jpt")].set_index("end")
    before, after = shares.loc["2020-09-30"], shares.loc["2020-11-05"]
    widest = bounded.sort_values("low").iloc[0]
    most_structural = widest["workforce_high"] / widest["total_workforce"]
    tip = tipping[tipping["as_of"].eq(HEADLINE)].set_index("reference").loc["others"]
    party = high_officials.set_index("term").loc["approach_party"]
    used = specifications[specifications["excluded"].eq("")]
    found = {
        "jpt_count": headline["counts"][0][0],
        "jpt_base": headline["n"],
        "factor": headline["bound_low"],
        "factor_low": headline["low"],
        "factor_high": headline["high"],
        "least": bounded["bound_low"].min(),
        "least_low": widest["low"],
        "structural_most": 100 * most_structural,
        "structural_needed": 100 * most_structural * widest["low"],
        "heads_bound_low": heads["bound_low"],
        "heads_bound_high": heads["bound_high"],
        "heads_low": heads["low"],
        "heads_high": heads["high"],
        "staff_high": staff["high"].max(),
        "late_high": one(factors, "pelaksana", LATE, LATE_EXPOSURE)["high"],
        "fall_low": -100 * slope["high"],
        "fall_high": -100 * slope["low"],
        "before_count": before["count_low"],
        "before_base": before["n"],
        "after_count": after["count_low"],
        "after_base": after["n"],
        "before": 100 * before["estimate"],
        "before_low": 100 * before["low"],
        "before_high": 100 * before["high"],
        "after": 100 * after["estimate"],
        "after_low": 100 * after["low"],
        "after_high": 100 * after["high"],
        "after_free_high": 100 * after["free_high"],
        "tipping": tip["bound_low"],
        "tipping_low": tip["low"],
        "tipping_high": tip["high"],
        "party_low": party["low"],
        "party_high": party["high"],
        "curve_low": used["estimate"].min(),
        "curve_high": used["estimate"].max(),
        "specifications": len(used),
        "above": int((used["low"] > 1).sum()),
    }
    decimals = dict.fromkeys(_TWO, 2) | dict.fromkeys(_WHOLE, 0)
    return {name: round(float(value), decimals.get(name, 1)) for name, value in found.items()}


def written(numbers: Mapping[str, float], language: str) -> dict[str, str]:
    """Write the key numbers as sentences hold them: counts whole, others with their decimals.

    Examples
    --------
    >>> written({"after": 6.0, "above": 94.0, "staff_high": 0.88}, "id")
    {'after': '6,0', 'above': '94', 'staff_high': '0,88'}
    """
    decimals = dict.fromkeys(_TWO, 2) | dict.fromkeys(_WHOLE, 0)
    return {
        name: format_number(value, language, decimals.get(name, 1))
        for name, value in numbers.items()
    }


def conclusions(numbers: dict[str, float], first: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the conclusions with how far the data identify each, its method and its interval.

    Parameters
    ----------
    numbers
        As `key_numbers` gives them.
    first
        As `could_come_first` gives it.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a conclusion: ``term``, ``statement``, ``tag`` (``identified``, ``assumed`` or
        ``unknowable``), ``tag_label``, ``why`` and ``method_label``.
    """
    text = translator(language)
    at = first[first["as_of"].eq(HEADLINE)].set_index("by")["term"]
    named = {by: words.positions(codes, language) for by, codes in at.items()}
    ever = dict.fromkeys(";".join(first.loc[first["by"].eq("rate"), "term"]).split(";"))
    params = {
        **written(numbers, language),
        "first_share": named["share"],
        "first_rate": named["rate"],
        "ever": words.positions(";".join(ever), language),
    }
    return pd.DataFrame(
        {
            "term": term,
            "statement": text(f"position.conclusion.{term}", **params),
            "tag": tag,
            "tag_label": text(f"causes.tag.{tag}"),
            "why": text(f"position.why.{term}", **params),
            "method_label": text(f"position.method.{term}"),
        }
        for term, tag in TAGS.items()
    )


def numbers_of(found: pd.DataFrame, *by: str) -> dict[str, dict[str, object]]:
    """Gather the numbers of a result as a report saves them, ``None`` where one is not finite.

    Parameters
    ----------
    found
        Rows with ``estimate``, ``low``, ``high``, ``note`` and perhaps bounds.
    *by
        The columns that name a row, joined by a point.

    Returns
    -------
    dict
        For each row its numbers and its note.

    Examples
    --------
    >>> frame = pd.DataFrame([{"term": "jpt", "estimate": float("nan"), "low": 2.5,
    ...                        "high": float("inf"), "note": ""}])
    >>> numbers_of(frame, "term")
    {'jpt': {'estimate': None, 'low': 2.5, 'high': None, 'note': ''}}
    """
    keys = [key for key in ("estimate", "low", "high", "bound_low", "bound_high") if key in found]
    names = found[list(by)].astype(str).agg(".".join, axis=1)
    return {
        name: {key: _finite(row[key]) for key in keys} | {"note": row["note"]}
        for name, row in zip(names, found.to_dict("records"), strict=True)
    }


def _finite(value: float) -> float | None:
    return round(float(value), 6) if abs(value) < float("inf") else None
