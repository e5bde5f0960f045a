"""Published breakdowns of violations by act: one count or share for each act that is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.articles.cells import FORMS, column_values
from netralitas_research.study.articles.printed import article_tables
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.labels import when, who

COUNT = ["counted_by", "issued_by", "election", "series", "period_start", "period_end", "as_of",
         "stage", "unit_counted"]  # fmt: skip
"""What tells one count from another."""

_OF_AN_ARTICLE = "banten-tabel-2-1"
_REPORTED = "Jumlah ASN Tereport"


def national_breakdowns(figures: pd.DataFrame) -> pd.DataFrame:
    """Gather the national breakdowns by act, with those acts that each prints.

    A breakdown prints at least two acts of one count. One that repeats the acts and values of an
    earlier one of the same institution is joined to it. The table by form that the article on
    Banten prints is national too, and is taken along.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        One row an act, by date: ``breakdown`` (its name), what tells the count from others,
        ``act``, ``value`` as printed, ``measure`` (``count`` or ``percent``), ``base`` (NaN where
        none is printed), ``share`` in percent (NaN for a count without a base), ``half_unit``
        (half of the last printed digit of a share), ``figure_id`` and ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> acts = national_breakdowns(load("figures"))
    >>> float(acts.loc[acts["breakdown"].eq("kasn-2020-06-26"), "share"].sum())
    74.0
    """
    acts = figures[
        figures["dimension"].eq("act")
        & figures["dimension_2"].eq("not_applicable")
        & figures["kemendagri_code"].eq("ID")
        & figures["subject"].eq("asn_neutrality")
    ]
    found = list(_without_copies(acts))
    found.append(_table_of_an_article())
    return pd.concat(found, ignore_index=True).sort_values(
        "as_of", kind="stable", ignore_index=True
    )


def breakdown_labels(breakdowns: pd.DataFrame, language: str) -> pd.DataFrame:
    """Name breakdowns: who counted what, and when.

    Parameters
    ----------
    breakdowns
        A frame with the columns of `COUNT`.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The frame with ``who``, ``when``, ``label`` (both), ``election_label``, ``stage_label``
        and ``unit_label``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> breakdown_labels(national_breakdowns(load("figures")), "en")["label"].iloc[0]
    'KASN, year 2018'
    """
    rows = breakdowns.to_dict("records")
    named = {
        "who": [who(row, language) for row in rows],
        "when": [when({**row, "series": "cumulative"}, language) for row in rows],
    }
    labels = [f"{by}, {date}" for by, date in zip(*named.values(), strict=True)]
    lists = {"election_label": ("elections", "election"), "stage_label": ("stages", "stage"),
             "unit_label": ("units_counted", "unit_counted")}  # fmt: skip
    for name, (code_list, column) in lists.items():
        named[name] = [codelists.label(code_list, row[column], language) for row in rows]
    return breakdowns.assign(**named, label=labels)


def _without_copies(acts: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Give each breakdown once, under its most precise date, with the sources of its copies."""
    originals: dict[tuple[Any, ...], pd.DataFrame] = {}
    for _, group in acts.groupby([*COUNT, "measure", "complete"], sort=False):
        if len(group) < 2:
            continue
        values = frozenset(zip(group["code"], group["value"], strict=True))
        key = (group["counted_by"].iloc[0], values)
        copies = [originals[key], group] if key in originals else [group]
        chosen = max(copies, key=lambda frame: len(str(frame["as_of"].iloc[0])))
        sources = join_ids([ids for frame in copies for ids in frame["source_ids"]])
        originals[key] = chosen.assign(source_ids=sources)
    for group in originals.values():
        yield _breakdown(group)


def _breakdown(group: pd.DataFrame) -> pd.DataFrame:
    percent = group["measure"].eq("percent")
    shares = group["value"].where(percent, 100 * group["value"] / group["base"])
    half = (0.5 * 10.0 ** -group["decimals_at_least"]).where(percent, 0.0)
    first = group.iloc[0]
    columns = [*COUNT, "value", "measure", "base", "figure_id", "source_ids"]
    return group[columns].assign(
        breakdown=f"{first['counted_by'].replace('_', '-')}-{first['as_of']}",
        act=group["code"],
        share=shares,
        half_unit=half,
    )


def _table_of_an_article() -> pd.DataFrame:
    """Read the national table by form that an article prints; its base is its own sum."""
    forms = column_values(_OF_AN_ARTICLE, _REPORTED, "id")
    printed = article_tables("banten").set_index("table_id").loc[_OF_AN_ARTICLE]
    if printed["row_column"] != FORMS:
        raise ValueError(f"{_OF_AN_ARTICLE} has no rows of forms")
    count = dict.fromkeys(COUNT, "not_applicable") | {
        "counted_by": "bawaslu_ri", "issued_by": "bawaslu_ri", "election": "pilkada-2020",
        "series": "cumulative", "as_of": "2020", "stage": "reported", "unit_counted": "persons",
    }  # fmt: skip
    return forms[["value", "share"]].assign(
        **count,
        breakdown=_OF_AN_ARTICLE,
        act=[codelists.match("acts", row).code or "unknown" for row in forms["row"]],
        measure="count",
        base=forms["value"].sum(),
        half_unit=0.0,
        figure_id="",
        source_ids="banten",
    )
