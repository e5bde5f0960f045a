"""To which year a figure belongs: the year in which its period ends or its as-of date falls."""

from __future__ import annotations

import pandas as pd

FIRST_REPORT_YEAR = 2018


def year_of(figures: pd.DataFrame) -> pd.Series:
    """Give the year of each figure.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.Series
        The year a flow's period ends in, else the year of the as-of date; missing where neither
        is known. The index is that of `figures`.

    Examples
    --------
    >>> figures = pd.DataFrame({
    ...     "series": ["flow", "cumulative", "cumulative"],
    ...     "period_end": ["2019-04-15", "not_applicable", "not_applicable"],
    ...     "as_of": ["not_applicable", "2020-07", "unknown"],
    ... })
    >>> year_of(figures).astype(object).where(year_of(figures).notna(), None).tolist()
    [2019, 2020, None]
    """
    dates = figures["period_end"].where(figures["series"].eq("flow"), figures["as_of"])
    return pd.to_numeric(dates.str[:4], errors="coerce").astype("Int64")


def report_years(figures: pd.DataFrame) -> list[int]:
    """List the years, from 2018 on, that have a figure on ASN neutrality.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    list of int
        In order.
    """
    years = year_of(figures[figures["subject"].eq("asn_neutrality")]).dropna()
    return sorted({int(year) for year in years if year >= FIRST_REPORT_YEAR})
