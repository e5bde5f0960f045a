"""Tables of factors, workforces, bases, detection and ranks, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import format_date, format_number, format_range, translator
from netralitas_research.presentation.causes.position import words
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.labels import lower_first
from netralitas_research.study.positions import POSITIONS


def factors_table(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write factors of over-representation as a table and a plot show them.

    Parameters
    ----------
    rows
        Rows of `representation`.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The rows with ``label``, ``order`` (of the position), ``when``, ``stage_when``,
        ``counted``, ``employed``, ``factor`` (what the prints leave open), ``with_interval`` and
        ``note_label``.
    """
    text = translator(language)
    found = rows.to_dict("records")
    return rows.assign(
        label=[words.position(row["term"], language) for row in found],
        order=[POSITIONS.index(row["term"]) for row in found],
        when=[format_date(row["as_of"], language) for row in found],
        stage_when=[_with_stage(row, language) for row in found],
        counted=[words.counts_of(row["counts"], language) for row in found],
        employed=[
            text(
                "position.of_date",
                count=format_range(row["workforce_low"], row["workforce_high"], language, 0),
                base=format_number(row["total_workforce"], language, 0),
                date=format_date(row["exposure_date"], language),
            )
            for row in found
        ],
        factor=[words.span(row["bound_low"], row["bound_high"], language) for row in found],
        with_interval=[words.with_interval(row, language) for row in found],
        note_label=[words.note(row["note"], language) for row in found],
    )


def exposures_table(rows: pd.DataFrame, language: str, term: str = "jpt") -> pd.DataFrame:
    """Lay the factors of one position under every workforce side by side.

    Parameters
    ----------
    rows
        As `representation` gives them.
    language
        ``id`` or ``en``.
    term
        The position.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot: ``when``, ``source_ids`` and a column for each date of a workforce, with
        the factor and its interval as text.
    """
    own = rows[rows["term"].eq(term)]
    written = [words.with_interval(row, language) for row in own.to_dict("records")]
    table = own.assign(written=written).pivot(
        index="as_of", columns="exposure_date", values="written"
    )
    sources = own.groupby("as_of")["source_ids"].agg(join_ids)
    table = table.assign(source_ids=sources).reset_index()
    return table.assign(when=[format_date(date, language) for date in table["as_of"]])


def exposure_headings(rows: pd.DataFrame, language: str) -> dict[str, str]:
    """Head the columns of `exposures_table`: the dates of the workforces of the position."""
    dates = sorted(rows.loc[rows["term"].eq("jpt"), "exposure_date"].unique())
    return {date: format_date(date, language) for date in dates}


def workforce_table(rows: pd.DataFrame, posts: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write what is known of the workforce of each group at each date, mere upper limits apart.

    Returns
    -------
    pandas.DataFrame
        One row a date and group: ``when, label, employed`` (as text, and as ``workforce_low`` and
        ``workforce_high``), ``total, known_label, source_ids``.
    """
    text = translator(language)
    printed = rows[rows["known"].ne("within")]
    both = pd.concat([printed, posts.assign(total=float("nan"), known="posts")])
    return pd.DataFrame(
        {
            "when": format_date(row["as_of"], language),
            "label": words.position(row["term"], language),
            "employed": format_range(row["low"], row["high"], language, 0),
            "workforce_low": row["low"],
            "workforce_high": row["high"],
            "total": row["total"],
            "known_label": text(f"position.known.{row['known']}"),
            "source_ids": row["source_ids"],
        }
        for row in both.to_dict("records")
    )


def bases_table(judged: pd.DataFrame, bases: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write which totals the percentages of each snapshot can be shares of.

    Returns
    -------
    pandas.DataFrame
        ``when, kind_label, base, possible_label, source_ids``.
    """
    text = translator(language)
    both = judged.merge(bases, on=["as_of", "kind", "base"])
    return both.assign(
        when=[format_date(date, language) for date in both["as_of"]],
        kind_label=[text(f"position.kind.{kind}") for kind in both["kind"]],
        possible_label=[
            text("position.possible")
            if row["possible"]
            else text("position.impossible", excluded=words.positions(row["excluded_by"], language))
            for row in both.to_dict("records")
        ],
    )


def heads_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the factors of middle posts under each rule for heads of area.

    Returns
    -------
    pandas.DataFrame
        The rows with ``rule_label``, ``when``, ``factor``, ``interval`` and ``note_label``.
    """
    text = translator(language)
    rows = found.to_dict("records")
    return found.assign(
        rule_label=[text(f"position.rule.{row['term']}") for row in rows],
        when=[format_date(row["as_of"], language) for row in rows],
        factor=[words.span(row["bound_low"], row["bound_high"], language) for row in rows],
        interval=[words.span(row["low"], row["high"], language) for row in rows],
        note_label=[words.note(row["note"], language) for row in rows],
    )


def tipping_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the tipping points.

    Returns
    -------
    pandas.DataFrame
        The rows with ``when``, ``reference_label``, ``factor``, ``interval`` and ``note_label``.
    """
    rows = found.to_dict("records")
    return found.assign(
        when=[format_date(row["as_of"], language) for row in rows],
        reference_label=[words.position(row["reference"], language) for row in rows],
        factor=[words.span(row["bound_low"], row["bound_high"], language) for row in rows],
        interval=[words.span(row["low"], row["high"], language) for row in rows],
        note_label=[words.note(row["note"], language) for row in rows],
    )


def detection_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the ratio of propensities under each stated range of detection.

    Returns
    -------
    pandas.DataFrame
        ``range_label`` (of the ratio of detection), ``factor`` (its bounds), ``interval`` and
        ``note_label``.
    """
    rows = found.to_dict("records")
    return found.assign(
        range_label=[
            format_range(row["detection_low"], row["detection_high"], language, 0) for row in rows
        ],
        factor=[words.span(row["bound_low"], row["bound_high"], language) for row in rows],
        interval=[words.span(row["low"], row["high"], language) for row in rows],
        note_label=[words.note(row["note"], language) for row in rows],
    )


def ranks_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the rank sets by share and by rate side by side.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot and position: ``as_of, term, when, label, rank_share, rank_rate``.
    """
    sets = [format_range(low, high, language, 0) for low, high in zip(found["low"], found["high"],
                                                                    strict=True)]  # fmt: skip
    wide = found.assign(ranks=sets).pivot(
        index=["as_of", "term", "listed"], columns="by", values="ranks"
    )
    order = found.drop_duplicates(["as_of", "term"])[["as_of", "term", "listed"]]
    wide = wide.reindex(pd.MultiIndex.from_frame(order)).reset_index()
    wide = wide.rename(columns={"share": "rank_share", "rate": "rank_rate"})
    return wide.assign(
        when=[format_date(date, language) for date in wide["as_of"]],
        label=[words.position(term, language) for term in wide["term"]],
    )


def _with_stage(row: Mapping[Any, Any], language: str) -> str:
    """Write a date with the stage of the counts, where it is printed."""
    date = format_date(row["as_of"], language)
    if row["stage"] == "unknown":
        return date
    stage = lower_first(codelists.label("stages", row["stage"], language))
    return translator(language)("position.when_stage", date=date, stage=stage)
