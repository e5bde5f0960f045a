"""One conclusion under every combination of defensible choices of data.

Steegen, Tuerlinckx, Gelman and Vanpaemel (2016), Perspectives on Psychological Science 11(5),
702-712; Simonsohn, Simmons and Nelson (2020), Nature Human Behaviour 4, 1208-1214.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import product
from numbers import Real
from typing import Any

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.tidy import COLUMNS, row, tidy

Choices = Mapping[str, Mapping[Any, Any] | Sequence[Hashable]]
"""For each choice its labels and what they stand for, the value that the function is given; or a
list of values that are their own labels."""

Excluded = Sequence[tuple[Mapping[str, Any], str]]
"""Combinations of labels that cannot be, each with its reason."""


def specification_curve(
    function: Callable[..., Any], choices: Choices, *, excluded: Excluded = ()
) -> pd.DataFrame:
    """Recompute a conclusion under every combination of choices.

    Parameters
    ----------
    function
        Takes one value of each choice under its name, and returns ``estimate`` with ``low``,
        ``high`` and ``note`` as far as there are any: a mapping, a frame of one row, or a number;
        None where these choices give no estimate.
        Other tidy columns are kept.
    choices
        The choices, such as the as-of date, the base, the coding: the labels of each with their
        values, or a list of values.
    excluded
        Combinations of labels that cannot be, with the reason of each. They may name some choices
        only; the combination is kept in the frame and the function is not called.

    Returns
    -------
    pandas.DataFrame
        One row a combination, by estimate (those without one last): the tidy columns (``term`` is
        the labels), a column for each choice, and ``excluded``, the reason or an empty string.

    Raises
    ------
    UsageError
        If there is no choice, one has no label or the name of a column of results, an exclusion
        names something else than labels of the choices, or the function returns something else.

    Examples
    --------
    >>> choices = {"base": {"reported": 456, "recommended": 344}, "count": {"126": 126}}
    >>> curve = specification_curve(lambda base, count: count / base, choices)
    >>> curve[["base", "estimate"]].round(3).values.tolist()
    [['reported', 0.276], ['recommended', 0.366]]
    >>> specification_curve(lambda base: 126 / base, {"base": [456, 344]})["base"].tolist()
    [456, 344]
    """
    labelled = _labelled(choices)
    _require_choices(labelled, excluded)
    rows = []
    for labels in product(*labelled.values()):
        chosen = dict(zip(labelled, labels, strict=True))
        reason = _reason(chosen, excluded)
        values = {name: labelled[name][label] for name, label in chosen.items()}
        found = {"note": reason} if reason else _result(function(**values))
        term = "; ".join(f"{name}={label}" for name, label in chosen.items())
        cells = {"estimate": math.nan, "method": "", "n": math.nan, **found, "term": term}
        rows.append({**row(**cells), **chosen, "excluded": reason})
    curve = pd.DataFrame(rows)
    silent = curve["estimate"].isna() & curve["note"].eq("")
    curve["note"] = curve["note"].mask(silent, "note.snapshots.no_estimate")
    curve["level"] = curve.get("level", math.nan)
    order = curve.sort_values("estimate", kind="stable", na_position="last", ignore_index=True)
    return order[[*COLUMNS, *labelled, "excluded"]]


def summary_of_curve(curve: pd.DataFrame, null: float = 0.0) -> pd.DataFrame:
    """Say what holds over all specifications, and which choice moves the result most.

    Parameters
    ----------
    curve
        What `specification_curve` returns.
    null
        The value that would mean no effect.

    Returns
    -------
    pandas.DataFrame
        Tidy rows, of the specifications that are not excluded and have an estimate (``n``):

        - ``estimates``: their median, least and greatest;
        - ``above``, ``below``, ``containing``: the share whose interval lies above or below the
          null or contains it; ``low`` and ``high`` allow for specifications without an interval;
        - the name of each choice: the range of the medians of its labels (``estimate``), the least
          and the greatest of them, and the labels that give these (``label_low``, ``label_high``);
          the choice that moves the result most comes first. Where combinations are missing, the
          labels are compared under unlike settings of the other choices, and the note says so.

    Raises
    ------
    UsageError
        If it is no such curve, or the null is no number.

    Examples
    --------
    >>> choices = {"base": {"reported": 456, "recommended": 344}, "count": {"a": 126, "b": 127}}
    >>> curve = specification_curve(lambda base, count: count / base, choices)
    >>> found = summary_of_curve(curve, null=0.3)
    >>> found[["term", "estimate"]].round(3).values.tolist()[-2:]
    [['base', 0.09], ['count', 0.003]]
    """
    if not {*COLUMNS, "excluded"} <= set(curve):
        raise UsageError("error.snapshots_curve")
    if not (isinstance(null, Real) and math.isfinite(null)):
        raise UsageError("error.snapshots_null", text=str(null))
    used = curve[(curve["excluded"] == "") & curve["estimate"].notna()]
    n = len(used)
    if not n:
        nothing = row("estimates", math.nan, "multiverse", 0, "note.snapshots.no_specification")
        return tidy([nothing], 1.0, ["label_low", "label_high"])
    estimates = used["estimate"]
    ends = {"low": estimates.min(), "high": estimates.max()}
    made = row("estimates", estimates.median(), "multiverse", n, **ends)
    names = [str(name) for name in curve if name not in (*COLUMNS, "excluded")]
    every = n == math.prod(used[name].nunique() for name in names)
    remark = "" if every else "note.snapshots.not_every_combination"
    moved = sorted((_moved(used, name, remark) for name in names), key=lambda one: -one["estimate"])
    return tidy([made, *_judged(used, null), *moved], 1.0, ["label_low", "label_high"])


def _judged(used: pd.DataFrame, null: float) -> list[Mapping[str, Any]]:
    """Count on which side of the null the intervals lie."""
    without = used["low"].isna() | used["high"].isna()
    judged = {
        "above": ~without & (used["low"] > null),
        "below": ~without & (used["high"] < null),
    }
    judged["containing"] = ~without & ~judged["above"] & ~judged["below"]
    note = "note.snapshots.without_interval" if without.any() else ""
    return [
        row(
            term,
            holds.mean(),
            "multiverse",
            len(used),
            note,
            low=holds.mean(),
            high=holds.mean() + without.mean(),
        )
        for term, holds in judged.items()
    ]


def _moved(used: pd.DataFrame, name: str, remark: str) -> Mapping[str, Any]:
    """Compare the medians of the labels of one choice."""
    medians = used.groupby(name, sort=False)["estimate"].median()
    low, high = medians.min(), medians.max()
    note = "note.snapshots.one_label" if len(medians) == 1 else remark
    labels = {"label_low": medians.idxmin(), "label_high": medians.idxmax()}
    return row(name, high - low, "multiverse", len(used), note, low=low, high=high, **labels)


def _labelled(choices: Choices) -> dict[str, Mapping[Any, Any]]:
    """Give each choice as labels with their values."""
    if not isinstance(choices, Mapping) or not choices:
        raise UsageError("error.snapshots_no_choice")
    return {name: _labels(name, values) for name, values in choices.items()}


def _labels(name: str, values: Any) -> Mapping[Any, Any]:
    listed = isinstance(values, Sequence) and not isinstance(values, str)
    if listed and all(isinstance(value, Hashable) for value in values):
        values = {value: value for value in values}
    if not isinstance(values, Mapping) or not values:
        raise UsageError("error.snapshots_choice_values", name=name)
    return values


def _require_choices(choices: Mapping[str, Mapping[Any, Any]], excluded: Excluded) -> None:
    if not all(isinstance(one, tuple) and len(one) == 2 for one in excluded):
        raise UsageError("error.snapshots_excluded", labels=str(excluded))
    for name in choices:
        if name in (*COLUMNS, "excluded"):
            raise UsageError("error.snapshots_choice_name", name=name)
    for labels, reason in excluded:
        unknown = [name for name, label in labels.items() if label not in choices.get(name, ())]
        if unknown or not labels or not reason:
            raise UsageError(
                "error.snapshots_excluded", labels=", ".join(map(str, labels.values()))
            )


def _reason(chosen: Mapping[str, Any], excluded: Excluded) -> str:
    fitting = (reason for labels, reason in excluded if labels.items() <= chosen.items())
    return next(fitting, "")


def _result(found: Any) -> Mapping[str, Any]:
    """Read what the function returned."""
    if isinstance(found, pd.DataFrame):
        if len(found) != 1:
            raise UsageError("error.snapshots_one_row", rows=len(found))
        found = found.iloc[0]
    if isinstance(found, pd.Series | Mapping):
        return {str(name): value for name, value in dict(found).items() if name in COLUMNS}
    if found is not None and not isinstance(found, Real):
        raise UsageError("error.snapshots_result", text=str(found))
    return {} if found is None else {"estimate": found}
