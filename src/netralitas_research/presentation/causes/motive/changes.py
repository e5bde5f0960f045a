"""What the acts say: bounds by aim, and what was added between the snapshots of 2020."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import (
    format_date,
    format_number,
    format_p_value,
    format_range,
    translator,
)
from netralitas_research.presentation.causes.motive.words import SHARED, percent, said
from netralitas_research.presentation.causes.words import percents
from netralitas_research.presentation.yearly.words import short_stage
from netralitas_research.statistics.printed import possible_counts
from netralitas_research.statistics.snapshots import (
    composition_trend,
    increment_shares,
    increments_of_printed,
)
from netralitas_research.study.breakdowns import breakdown_labels
from netralitas_research.study.labels import lower_first

FOLLOWED = ("approach_party", "social_media_campaign")
"""The acts that all snapshots of KASN for 2020 print."""

PAIR = ["start", "end", "kind_start", "kind_end"]
"""What tells an interval and its two bases from others."""

BEFORE, AFTER = "2020-07-31", "2020-11-09"
"""The last snapshot by act before candidates registered (4 to 6 September 2020), and the first
after; each with a base that its percentages allow."""


def aims_by_count(shares: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put the bounds of each aim side by side, one row a count.

    Parameters
    ----------
    shares
        As `netralitas_research.study.motive_acts.shares_by_aim` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a count, by date: ``label``, ``counted`` (unit and stage), a text column
        for each aim, ``own_low`` and ``own_high`` (bounds of an own candidacy in percent),
        ``unprinted`` in percent and ``source_ids``.
    """
    named = breakdown_labels(shares, language)
    written = [format_range(a, b, language, 1, "%") for a, b in zip(named["low"], named["high"],
               strict=True)]  # fmt: skip
    texts = named.assign(written=written).pivot(index="breakdown", columns="term",
                                                values="written")  # fmt: skip
    columns = ["breakdown", "label", "stage_label", "unit_label", "unprinted", "source_ids"]
    counts = named.drop_duplicates("breakdown")[columns]
    counted = counts["unit_label"] + "; " + counts["stage_label"].map(short_stage).map(lower_first)
    own = named[named["term"].eq("own_candidacy")].set_index("breakdown")[["low", "high"]]
    own = own.round(1).add_prefix("own_")
    return (
        counts.assign(counted=counted, unprinted=counts["unprinted"].round(1))
        .merge(texts, left_on="breakdown", right_index=True)
        .merge(own, left_on="breakdown", right_index=True)
        .reset_index(drop=True)
    )


def added_by_base(printed: pd.DataFrame, bases: pd.DataFrame, language: str) -> pd.DataFrame:
    """List what was added between neighbouring snapshots, under the bases that fit.

    Parameters
    ----------
    printed
        As `netralitas_research.study.motive_acts.act_snapshots` gives it.
    bases
        As `netralitas_research.study.motive_acts.possible_bases` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an interval and pair of bases under which no printed count falls: ``interval``,
        ``from_base`` and ``to_base``, ``n`` added, for each act of `FOLLOWED` the added number
        with its share in brackets (95 percent, Wilson, over all counts that the print allows),
        ``same_kind`` (whether both bases are of one kind) and ``notes``.
    """
    text = translator(language)
    added = increments_of_printed(printed, bases)
    shares = increment_shares(added, level=SHARED)
    pairs = shares[shares["reading"].eq("pair") & shares["feasible"]]
    counts = added[added["reading"].eq("pair")].set_index([*PAIR, "term"]).to_dict("index")
    rows = []
    for pair, group in pairs.groupby(PAIR, sort=False):
        start, end, one, two = map(str, pair)
        of = group.set_index("term").to_dict("index")
        first = group.iloc[0]
        row = {
            "start": start,
            "end": end,
            "interval": text(
                "motive.interval",
                start=format_date(start, language),
                end=format_date(end, language),
            ),
            "from_base": _base(one, first["base_start"], language),
            "to_base": _base(two, first["base_end"], language),
            "same_kind": one == two,
            "n": int(first["n"]),
        }
        for act in FOLLOWED:
            count = counts[(start, end, one, two, act)]
            added_text = format_range(count["low"], count["high"], language, 0)
            share = percents(of[act]["low"], of[act]["high"], language)
            row[act] = f"{added_text} ({share})"
        rows.append(row | {"notes": said([of[act]["note"] for act in FOLLOWED], language)})
    return pd.DataFrame(rows)


def before_and_after(printed: pd.DataFrame, bases: pd.DataFrame, language: str) -> pd.DataFrame:
    """Compare the composition of what was counted before registration and added after it.

    Parameters
    ----------
    printed, bases, language
        As for `added_by_base`.

    Returns
    -------
    pandas.DataFrame
        One row an act of `FOLLOWED`: ``before`` and ``added`` (shares of 1) with their limits,
        ``n_before`` and ``n_added``, the ``change`` (difference of both) with ``low``, ``high`` and
        ``p_value`` (Cochran-Armitage, two-sided), and ``cumulative``, the change that a comparison
        of the cumulative shares would give. In words ``label``, ``before_text``, ``added_text``
        (with the intervals alone as ``before_interval`` and ``added_interval``), ``change_text``,
        ``cumulative_text`` and ``p``.
    """
    two = printed.loc[[BEFORE, AFTER], list(FOLLOWED)]
    added = increments_of_printed(two, bases.loc[[BEFORE, AFTER]], from_zero=True)
    free = increment_shares(added, level=SHARED).query("reading == 'free'")
    counts = added.query("reading == 'free'").set_index(["term", "end"])["low"].to_dict()
    trend = composition_trend(added, level=SHARED)
    rows = []
    for act in FOLLOWED:
        of = free[free["term"].eq(act)].set_index("end").to_dict("index")
        change, compared = (
            trend[trend["term"].eq(act) & trend["method"].eq(method)].iloc[0]
            for method in ("cochran_armitage", "cumulative_compared")
        )
        rows.append(
            {
                "term": act,
                "label": codelists.label("acts", act, language),
                **_of_end(of[BEFORE], "before", language),
                **_of_end(of[AFTER], "added", language),
                "count_before": int(counts[act, BEFORE]),
                "count_added": int(counts[act, AFTER]),
                "change": float(change["estimate"]),
                "low": float(change["low"]),
                "high": float(change["high"]),
                "p_value": float(change["p_value"]),
                "cumulative": float(compared["estimate"]),
                "change_text": points(change["estimate"], language)
                + f" ({points(change['low'], language)}; {points(change['high'], language)})",
                "cumulative_text": points(compared["estimate"], language),
                "p": format_p_value(change["p_value"], language),
            }
        )
    return pd.DataFrame(rows)


def banners(printed: pd.DataFrame, bases: pd.DataFrame) -> dict[str, float | int]:
    """Bound how many banners can have been added after registration, when they left the top five.

    Banners are not printed at `AFTER`: they are at most as many as the rarest act of that list, if
    it holds the most frequent ones. Both percentages are taken to be of all reported.

    Parameters
    ----------
    printed, bases
        As for `added_by_base`.

    Returns
    -------
    dict of str to float or int
        ``before`` (percent as printed), ``count_before`` and ``n_before``; ``fifth``, the smallest
        percentage of the list; ``most_added`` of ``n_added``, and ``share_most`` in percent.
    """
    reported = bases["reported"].to_dict()
    n_before, n_after = int(reported[BEFORE]), int(reported[AFTER])
    by_act = printed.astype(object).to_dict("index")
    fifth = min((str(one) for one in by_act[AFTER].values() if pd.notna(one)), key=float)
    before = str(by_act[BEFORE]["displays"])
    least = possible_counts(before, n_before, rounding="any")[0]
    most_added = possible_counts(fifth, n_after, rounding="any")[-1] - least
    n_added = n_after - n_before
    return {
        "before": float(before),
        "count_before": least,
        "n_before": n_before,
        "fifth": float(fifth),
        "most_added": most_added,
        "n_added": n_added,
        "share_most": round(100 * most_added / n_added, 1),
    }


def points(change: float, language: str) -> str:
    """Write a difference of shares of 1 in percentage points, with its sign.

    Examples
    --------
    >>> points(-0.161, "id"), points(0.065, "en")
    ('−16,1', '+6.5')
    """
    sign = "−" if change < 0 else "+"
    return f"{sign}{format_number(abs(100 * change), language, 1)}"


def _of_end(row: Mapping[Any, Any], name: str, language: str) -> dict[str, float | int | str]:
    interval = percents(row["low"], row["high"], language)
    return {
        f"{name}_interval": interval,
        f"{name}_text": f"{percent(row['estimate'], language)} ({interval})",
        name: float(row["estimate"]),
        f"{name}_low": float(row["low"]),
        f"{name}_high": float(row["high"]),
        f"n_{name}": int(row["n"]),
    }


def _base(kind: str, base: float, language: str) -> str:
    number = format_number(base, language, 0)
    return f"{short_stage(codelists.label('stages', kind, language))} ({number})"
