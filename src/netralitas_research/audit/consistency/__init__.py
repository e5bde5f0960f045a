"""Whether published tables and series can be true: do the printed numbers fit together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from netralitas_research.audit.consistency import (
    copies,
    falls,
    growth,
    listed,
    nesting,
    parts,
    percentages,
    rankings,
    shares,
    tables,
    totals,
    units,
    versions,
    zeros,
)
from netralitas_research.audit.consistency.figures import Figure, read_figures
from netralitas_research.audit.findings import Finding, tabulate

__all__ = ["CHECKS", "audit_figures"]

CHECKS: Mapping[str, tuple[Callable[[list[Figure]], list[Finding]], ...]] = {
    "parts": (parts.compare_parts, totals.compare_with_totals),
    "tables": (tables.compare_rows, tables.compare_margins, tables.compare_stages),
    "percentages": (
        percentages.find_outside,
        percentages.compare_with_base,
        percentages.compare_with_counts,
    ),
    "rankings": (rankings.compare_ranks, rankings.check_order, rankings.find_repeated),
    "falls": (falls.find_falls,),
    "nesting": (nesting.compare_stages_in_order,),
    "versions": (
        versions.find_versions,
        totals.compare_totals,
        listed.compare_listed,
        growth.explain_growth,
    ),
    "units": (units.compare_units, units.compare_units_with_totals),
    "copies": (copies.find_copies, copies.find_small_copies, copies.find_copied_places),
    "zeros": (zeros.check_zeros, zeros.count_places),
    "shares": (shares.check_sums, shares.judge_bases, shares.check_growth),
}
"""The functions of each check; each takes the figures and gives findings."""


def audit_figures(figures: pd.DataFrame, observations: pd.DataFrame | None = None) -> pd.DataFrame:
    """Look for printed numbers that do not fit together.

    Parameters
    ----------
    figures
        The processed figures.
    observations
        The processed observations. With them the findings name the raw rows, and what stands
        twice in one list is found by its printed label.

    Returns
    -------
    pandas.DataFrame
        One row a finding, the gravest first, with the columns ``finding_id``, ``check`` (a key of
        `CHECKS`), ``severity`` (``contradiction``, ``doubt`` or ``explained``), ``message`` (key
        of its sentence), ``figure_ids``, ``record_ids`` and ``source_ids`` (joined by ``;``) and
        ``params`` (what the sentence names).

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> found = audit_figures(load("figures"), load("observations"))
    >>> found.loc[found["figure_ids"].eq("F1006;F0549"), ["check", "severity"]].values.tolist()
    [['falls', 'contradiction']]
    """
    known = read_figures(figures, observations)
    evidence = {figure.figure_id: figure for figure in known}
    found = [finding for check in CHECKS.values() for look in check for finding in look(known)]
    return tabulate(found, evidence)
