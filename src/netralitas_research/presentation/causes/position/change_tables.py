"""Tables of increments, acts and the specification curve, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research.language import (
    format_date,
    format_number,
    format_p_value,
    format_range,
    translator,
)
from netralitas_research.presentation.causes.position import words
from netralitas_research.presentation.causes.position.curve import DEFINITIONS, KINDS
from netralitas_research.presentation.causes.words import percents


def composition_table(found: pd.DataFrame, prints: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the composition of what was added, beside the printed cumulative share.

    Parameters
    ----------
    found
        As `composition` gives it.
    prints
        As `netralitas_research.study.positions.position_prints` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        Rows of the listed positions with ``interval_label``, ``label``, ``cumulative`` (the printed
        share at the end), ``counted``, ``share``, ``interval``, ``free`` (the limits over every
        possible pair of bases), ``low_percent`` and so on for a plot, and ``source_ids``.
    """
    rows = found[found["term"].ne("remainder")]
    keys = prints.set_index(["as_of", "term"])
    records = rows.to_dict("records")
    places = [(row["end"], row["term"]) for row in records]
    return rows.assign(
        interval_label=[words.interval_label(r["start"], r["end"], language) for r in records],
        label=[words.position(row["term"], language) for row in records],
        cumulative=[
            words.as_printed(keys.loc[place, "printed"], language)
            if place in keys.index else "" for place in places
        ],
        counted=[words.counts_of([(r["count_low"], r["count_high"], r["n"])], language)
                 for r in records],
        share=[percents(r["possible_low"], r["possible_high"], language) for r in records],
        interval=[percents(r["low"], r["high"], language) for r in records],
        free=[percents(r["free_low"], r["free_high"], language) for r in records],
        estimate_percent=100 * rows["estimate"],
        low_percent=100 * rows["low"],
        high_percent=100 * rows["high"],
        possible_low_percent=100 * rows["possible_low"],
        possible_high_percent=100 * rows["possible_high"],
        source_ids=[keys.loc[p, "source_ids"] if p in keys.index else "" for p in places],
    )  # fmt: skip


def pairs_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write which pairs of bases two snapshots can have.

    Returns
    -------
    pandas.DataFrame
        One row an interval: ``interval_label``; ``feasible_label``, the possible pairs; and
        ``infeasible_label``, the pairs of one kind that are not, with the reason.
    """
    text = translator(language)

    def pair(row: Mapping[Any, Any]) -> str:
        return text(
            "position.pair",
            first=text(f"position.kind.{row['kind_start']}"),
            last=text(f"position.kind.{row['kind_end']}"),
        )

    rows = []
    for _, group in found.groupby(["start", "end"], sort=False):
        records = group.to_dict("records")
        same = [r for r in records if r["kind_start"] == r["kind_end"] and not r["feasible"]]
        rows.append(
            {
                "interval_label": words.interval_label(
                    records[0]["start"], records[0]["end"], language
                ),
                "feasible_label": "; ".join(pair(r) for r in records if r["feasible"]),
                "infeasible_label": " ".join(
                    f"{text('position.kind.' + str(r['kind_start']))}: "
                    f"{words.note(str(r['note']), language)}"
                    for r in same
                ),
            }
        )
    return pd.DataFrame(rows)


def trends_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the trends of increments beside what cumulative shares would say.

    Returns
    -------
    pandas.DataFrame
        One row a position: ``label``, ``change`` (of the share from one interval to the
        next, in percentage points), ``p`` (the largest that is possible), ``cumulative_change``
        and ``cumulative_p`` (the same from cumulative shares), ``note_label``.
    """
    rows = found[found["term"].isin(DEFINITIONS["structural"] + ("fungsional", "pelaksana"))]
    own = rows[rows["method"].eq("cochran_armitage")]
    wrong = rows[rows["method"].eq("cumulative_compared")].set_index("term")
    return pd.DataFrame(
        {
            "term": row["term"],
            "label": words.position(row["term"], language),
            "change": _points(row, language),
            "p": format_p_value(row["p_value"], language),
            "cumulative_change": _points(wrong.loc[row["term"]], language),
            "cumulative_p": format_p_value(wrong.loc[row["term"], "p_value"], language),
            "note_label": words.note(row["note"], language),
        }
        for row in own.to_dict("records")
    )


def residual_table(found: pd.DataFrame, acts: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the acts of all and of each group, and the bounds for those who are left.

    Returns
    -------
    pandas.DataFrame
        One row an act: ``act``, ``all``, ``head_of_area``, ``guru_dosen`` (as printed) and
        ``residual`` (bounds).
    """
    printed = acts.pivot(index="term", columns="group", values="printed")
    rows = []
    for row in found.to_dict("records"):
        shown = {
            group: words.as_printed(value, language)
            for group, value in printed.reindex([row["term"]]).iloc[0].items()
            if pd.notna(value)
        }
        residual = percents(row["low"], row["high"], language)
        rows.append({"act": words.act(row["term"], language), "all": "", "head_of_area": "",
                     "guru_dosen": "", **shown, "residual": residual})  # fmt: skip
    return pd.DataFrame(rows)


def high_officials_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the three levels for high officials by act.

    Returns
    -------
    pandas.DataFrame
        The rows with ``act``, ``bounds``, ``convention_text``, ``assumed`` and ``note_label``.
    """
    rows = found.to_dict("records")
    return found.assign(
        act=[words.act(row["term"], language) for row in rows],
        bounds=[format_range(row["low"], row["high"], language, 0) for row in rows],
        convention_text=[format_number(row["convention"], language, 0) for row in rows],
        assumed=[
            format_range(row["assumed_low"], row["assumed_high"], language, 0) for row in rows
        ],
        note_label=[words.note(row["note"], language) for row in rows],
    )


def curve_rows(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write the choices of the specifications that were computed.

    Returns
    -------
    pandas.DataFrame
        The rows that are not excluded, with the choices in words: ``as_of_label``, ``base_label``,
        ``group_label``, ``exposure_label``.
    """
    text = translator(language)
    used = found[found["excluded"].eq("")]
    return used.assign(
        as_of_label=[format_date(date, language) for date in used["as_of"]],
        base_label=[text(f"position.base.{kind}") for kind in used["base"]],
        group_label=[text(f"position.definition.{group}") for group in used["group"]],
        exposure_label=[format_date(date, language) for date in used["exposure"]],
    )


def excluded_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Count the combinations that cannot be, by reason."""
    text = translator(language)
    reasons = found.loc[found["excluded"].ne(""), "excluded"].value_counts()
    return pd.DataFrame({"reason": text(str(key)), "n": int(n)} for key, n in reasons.items())


def choices_table(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Write which choice moves the factor most.

    Parameters
    ----------
    found
        As `choices_that_move` gives it.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a choice: ``choice_label``, ``low_label`` and ``high_label`` (the choices with the
        least and the greatest median), the medians, ``low_text`` and ``high_text``, and ``times``,
        how many times one is the other.
    """
    text = translator(language)

    def name(choice: str, label: str) -> str:
        if choice in ("as_of", "exposure"):
            return format_date(label, language)
        kind = "base" if label in KINDS else "definition"
        return text(f"position.{kind}.{label}")

    return pd.DataFrame(
        {
            "choice_label": text(f"position.choice.{row['term']}"),
            "low_label": name(row["term"], row["label_low"]),
            "times": words.ratio(row["estimate"], language),
            "low_text": words.ratio(row["low"], language),
            "high_label": name(row["term"], row["label_high"]),
            "high_text": words.ratio(row["high"], language),
        }
        for row in found.to_dict("records")
    )


def _points(row: Mapping[Any, Any] | pd.Series, language: str) -> str:
    ends = [words.signed(100 * row[end], language) for end in ("low", "high")]
    return translator(language)("position.to", low=ends[0], high=ends[1])
