"""Items of a questionnaire: how hard they are, whether they measure one thing, what changed."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.surveys.answers import require_columns
from netralitas_research.statistics.surveys.item_changes import item_changes
from netralitas_research.statistics.surveys.means_and_shares import no_width, share_row, t_limits
from netralitas_research.statistics.surveys.simulation import is_simulated
from netralitas_research.statistics.tidy import (
    TEST_COLUMNS,
    Row,
    read_numbers,
    require_positive,
    require_share,
    row,
    tidy,
)

ITEM_COLUMNS = ("item", *TEST_COLUMNS, "p_adjusted")


def cronbach_alpha(answers: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Estimate the internal consistency of a scale by Cronbach's alpha (1951).

    With items scored 0 and 1 this is formula 20 of Kuder and Richardson (1937), and is called so.
    The interval is that of Feldt (1965). Alpha does not show that a scale measures one thing.

    Parameters
    ----------
    answers
        One row a person, one column an item, scores; NaN where an answer is missing. Only persons
        who answered every item count.
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        One row with ``term, estimate, low, high, level, method, n, note`` and ``simulated``.

    Raises
    ------
    UsageError
        If the answers are no numbers, or the level is not between 0 and 1.

    Examples
    --------
    >>> answers = pd.DataFrame({"b1": [1, 2, 3, 4], "b2": [1, 3, 2, 4], "b3": [2, 2, 3, 5]})
    >>> round(cronbach_alpha(answers)["estimate"].item(), 3)
    0.929
    """
    require_share("level", level)
    found = tidy([_alpha_row("alpha", _scores(answers), level)], level)
    return found.assign(simulated=is_simulated(answers))


def item_analysis(
    answers: pd.DataFrame,
    after: pd.DataFrame | None = None,
    level: float = 0.95,
    maximum: float | None = None,
) -> pd.DataFrame:
    """Describe each item of a questionnaire, and its change if it was asked twice.

    Parameters
    ----------
    answers
        One row a person, one column an item: 0 and 1, or scores; NaN where one is missing.
    after
        The same items answered later; rows are joined by the index.
    level
        Level of confidence.
    maximum
        The greatest score of an item, 1 if every answer is 0 or 1. Difficulty needs it.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note``, ``item``, ``statistic, df,
        p_value, p_adjusted`` and ``simulated``; for each item the terms

        - ``difficulty``: the share of what could be scored (Wilson's interval for 0 and 1, else
          that of t); the higher, the easier;
        - ``item_total``: correlation with the sum of the other items, persons with every answer
          (interval by Fisher's transformation, 1921);
        - ``alpha_without``: Cronbach's alpha of the other items (see `cronbach_alpha`);
        - ``missing``: the share of persons without an answer;
        - ``change``, with ``after``: of 0 and 1 the difference of shares (exact test of McNemar,
          1947; interval of Bonett & Price, 2012), of scores the mean difference (paired t).
          ``p_adjusted`` is Holm's (1979) over the items.

    Raises
    ------
    UsageError
        If the answers are no numbers, a person stands twice, an answer is above the maximum or
        below 0 while there is one, the sittings have different items, or the level is not between
        0 and 1.

    Examples
    --------
    >>> answers = pd.DataFrame({"b1": [0, 1, 1, 0], "b2": [0, 1, 0, 0], "b3": [1, 1, 0, 0]})
    >>> found = item_analysis(answers).set_index(["item", "term"])
    >>> float(round(found.loc[("b1", "item_total"), "estimate"], 3))
    0.302
    """
    require_share("level", level)
    table = _scores(answers)
    later = None if after is None else _scores(after)
    if later is not None and sorted(later.columns) != sorted(table.columns):
        raise UsageError("error.survey_items_differ")
    sittings = [table] if later is None else [table, later]
    binary = all(_is_binary(each) for each in sittings)
    maximum = 1.0 if binary and maximum is None else maximum
    for each in sittings:
        _require_range(each, maximum)
    rows = [
        cells for item in table.columns for cells in _item_rows(table, item, binary, maximum, level)
    ]
    if later is not None:
        rows += item_changes(table, later, level, binary=binary)
    found = tidy(rows, level, ITEM_COLUMNS)
    return found.assign(simulated=is_simulated(answers, after))


def _scores(answers: pd.DataFrame) -> pd.DataFrame:
    require_columns(answers)
    if not answers.index.is_unique:
        raise UsageError("error.survey_person_twice")
    if not answers.columns.is_unique:
        raise UsageError("error.survey_item_twice")
    table = answers.apply(read_numbers).astype(float)
    if np.isinf(table.to_numpy()).any():
        raise UsageError("error.survey_infinite")
    return table


def _require_range(table: pd.DataFrame, maximum: float | None) -> None:
    values = table.to_numpy()
    if maximum is None:
        return
    require_positive("maximum", maximum)
    outside = values[(values > maximum) | (values < 0)]
    if len(outside):
        raise UsageError("error.survey_maximum", maximum=maximum, value=outside[0])


def _is_binary(table: pd.DataFrame) -> bool:
    return bool((table.isin([0, 1]) | table.isna()).all(axis=None))


def _alpha_row(term: str, table: pd.DataFrame, level: float, **more: Any) -> Row:
    complete = table.dropna()
    method = "kr20_feldt" if _is_binary(table) else "cronbach_feldt"
    (n, items), values = complete.shape, complete.to_numpy()
    total = values.sum(axis=1)
    note = ""
    if items < 2:
        note = "surveys.note.one_item"
    elif n < 2:
        note = "surveys.note.few_persons"
    elif np.ptp(total) == 0:
        note = "surveys.note.no_spread"
    if note:
        return row(term, math.nan, method, n, note, **more)
    parts = values.var(axis=0, ddof=1)
    alpha = items / (items - 1) * (1 - parts.sum() / total.var(ddof=1))
    low, high = (
        1 - (1 - alpha) * stats.f.ppf(share, n - 1, (n - 1) * (items - 1))
        for share in ((1 + level) / 2, (1 - level) / 2)
    )
    if (np.ptp(values, axis=0) == 0).any():
        note = "surveys.note.item_without_spread"
    elif alpha < 0:
        note = "surveys.note.negative_alpha"
    else:
        note = no_width(low, high)
    return row(term, alpha, method, n, note, low=low, high=high, **more)


def _item_rows(
    table: pd.DataFrame, item: str, binary: bool, maximum: float | None, level: float
) -> list[Row]:
    others = table.drop(columns=item)
    return [
        _difficulty(table[item].dropna().to_numpy(), item, binary, maximum, level),
        _item_total(table.dropna(), item, level),
        _alpha_row("alpha_without", others, level, item=item),
        _missing(table[item], item, level),
    ]


def _difficulty(
    given: np.ndarray, item: str, binary: bool, maximum: float | None, level: float
) -> Row:
    n = len(given)
    if n == 0:
        return row("difficulty", math.nan, "wilson", 0, "surveys.note.no_answers", item=item)
    if maximum is None:
        return row("difficulty", math.nan, "t", n, "surveys.note.no_maximum", item=item)
    if binary and maximum == 1:
        return share_row("difficulty", int(given.sum()), n, level, item=item)
    low, high = t_limits(given / maximum, level)
    note = "surveys.note.one_person" if n == 1 else no_width(low, high)
    return row("difficulty", given.mean() / maximum, "t", n, note, low=low, high=high, item=item)


def _item_total(complete: pd.DataFrame, item: str, level: float) -> Row:
    own, rest = complete[item].to_numpy(), complete.drop(columns=item).sum(axis=1).to_numpy()
    n, note = len(own), ""
    if complete.shape[1] < 2:
        note = "surveys.note.one_item"
    elif n < 2:
        note = "surveys.note.few_persons"
    elif np.ptp(own) == 0 or np.ptp(rest) == 0:
        note = "surveys.note.no_spread"
    if note:
        return row("item_total", math.nan, "fisher_z", n, note, item=item)
    correlation = float(np.corrcoef(own, rest)[0, 1])
    if n < 4 or abs(correlation) > 1 - 1e-12:
        note = "surveys.note.no_fisher_interval"
        return row("item_total", correlation, "fisher_z", n, note, item=item)
    half = stats.norm.ppf((1 + level) / 2) / math.sqrt(n - 3)
    low, high = (math.tanh(math.atanh(correlation) + shift) for shift in (-half, half))
    return row("item_total", correlation, "fisher_z", n, low=low, high=high, item=item)


def _missing(answers: pd.Series, item: str, level: float) -> Row:
    if answers.empty:
        return row("missing", math.nan, "wilson", 0, "surveys.note.few_persons", item=item)
    return share_row("missing", int(answers.isna().sum()), len(answers), level, item=item)
