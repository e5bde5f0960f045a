"""How many civil servants hold each kind of post, at every date for which that is printed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research.study.articles.wording import join_ids

GROUPS = ("jpt", "administrator", "pengawas", "fungsional", "pelaksana", "jabatan_struktural")
"""The groups whose workforce is looked for; the first three are parts of the last."""

_SUMS = {
    "jabatan_struktural": ("jpt", "administrator", "pengawas", "eselon_5"),
    "jpt": ("jpt_pns", "jpt_pppk"),
    "fungsional": ("guru", "tenaga_kesehatan", "tenaga_teknis"),
}
_OTHER_NAMES = {
    "fungsional": ("fungsional_tertentu",),
    "pelaksana": ("fungsional_umum", "pelaksana_administrasi"),
}


def workforce(figures: pd.DataFrame) -> pd.DataFrame:
    """List the workforce of each group of posts at each date, as far as it is known.

    What is printed is taken as printed; a rounded percentage of a printed total gives a range. What
    is not printed follows from other prints of the same date where it can: as a sum of its parts,
    as what the other groups leave of the total, or as a part of the structural posts, which then
    bound it from above only. Echelon V is structural in the old law and executing in the new one,
    so it widens the executing posts.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        One row a date (``as_of``) and group (``term``): ``low`` and ``high`` persons, ``total`` of
        the workforce, ``population`` (``workforce_pns`` or ``workforce_asn``), ``known``
        (``printed``, ``percent``, ``sum``, ``rest`` or ``within``) and ``source_ids``. Groups of
        which nothing follows are left out.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> found = workforce(load("figures")).set_index(["as_of", "term"])
    >>> [float(n) for n in found.loc[("2021-12-31", "jpt"), ["low", "high", "total"]]]
    [19538.0, 19538.0, 3995634.0]
    >>> [float(n) for n in found.loc[("2023-06-30", "jpt"), ["low", "high"]]]
    [0.0, 337018.0]
    """
    rows = figures[
        figures["subject"].isin(["workforce_pns", "workforce_asn"])
        & figures["dimension"].eq("position")
        & figures["dimension_2"].eq("not_applicable")
        & figures["kemendagri_code"].eq("ID")
        & figures["base"].notna()
    ]
    found = [line for _, of_date in rows.groupby("as_of") for line in _of_date(of_date)]
    return pd.DataFrame(found)


def area_posts(figures: pd.DataFrame) -> pd.DataFrame:
    """Count the posts of heads of area: one camat a district, one lurah an urban ward.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        The rows ``camat``, ``lurah`` and ``head_of_area`` (both): ``term``, ``as_of``, ``low`` and
        ``high`` posts and ``source_ids``. A post may be vacant.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> area_posts(load("figures")).set_index("term")["low"].to_dict()
    {'camat': 7285.0, 'lurah': 8496.0, 'head_of_area': 15781.0}
    """
    units = {"district_head_posts": "camat", "ward_head_posts": "lurah"}
    posts = figures[
        figures["subject"].eq("administration")
        & figures["unit_counted"].isin(units)
        & figures["complete"].eq("complete")
    ]
    as_of, sources = posts["as_of"].iloc[0], join_ids(posts["source_ids"])
    counts = {name: posts.loc[posts["unit_counted"].eq(unit), "value"].sum()
              for unit, name in units.items()}  # fmt: skip
    counts["head_of_area"] = sum(counts.values())
    return pd.DataFrame(
        {"term": term, "as_of": as_of, "low": count, "high": count, "source_ids": sources}
        for term, count in counts.items()
    )


def _of_date(rows: pd.DataFrame) -> list[dict[str, object]]:
    total = rows["base"].max()
    printed = {str(code): _range(group, total) for code, group in rows.groupby("code")}
    known = {group: _known(group, printed) for group in GROUPS}
    for group in ("jabatan_struktural", "pelaksana"):
        own, rest = known[group], _rest(group, known, total)
        if own is None or (rest and own[2] == "percent"):
            known[group] = rest
    structural = known["jabatan_struktural"]
    executing = known["pelaksana"]
    if executing and "eselon_5" in printed:
        low, high, how = executing
        known["pelaksana"] = (low, high + printed["eselon_5"][1], how)
    for group in ("jpt", "administrator", "pengawas"):
        if known[group] is None and structural:
            jpt = known["jpt"]
            others = jpt[0] if jpt and group != "jpt" else 0.0
            known[group] = (0.0, structural[1] - others, "within")
    first = rows.iloc[0]
    common = {"as_of": first["as_of"], "population": first["subject"], "total": float(total)}
    sources = join_ids(rows["source_ids"])
    return [
        {**common, "term": group, "low": span[0], "high": span[1], "known": span[2],
         "source_ids": sources}
        for group, span in known.items()
        if span
    ]  # fmt: skip


Span = tuple[float, float, str]


def _range(rows: pd.DataFrame, total: float) -> Span:
    """Read the print of one post; a count says more than a percentage."""
    row = rows.sort_values("measure").iloc[0]
    if row["measure"] == "count":
        return float(row["value"]), float(row["value"]), "printed"
    unit = 10.0 ** -int(row["decimals_at_least"])
    # Rounded to the nearest, or cut off: every usual rule is allowed.
    low, high = ((row["value"] + side) * total / 100 for side in (-unit / 2, unit))
    return float(round(low)), float(round(high)), "percent"


def _known(group: str, printed: dict[str, Span]) -> Span | None:
    for name in (group, *_OTHER_NAMES.get(group, ())):
        # A rounded percentage says less than a sum of counts.
        if name in printed and not (printed[name][2] == "percent" and _sum(group, printed)):
            return printed[name]
    return _sum(group, printed)


def _sum(group: str, printed: dict[str, Span]) -> Span | None:
    parts: Sequence[str] = _SUMS.get(group, ())
    if not parts or not all(part in printed for part in parts):
        return None
    return sum(printed[p][0] for p in parts), sum(printed[p][1] for p in parts), "sum"


def _rest(group: str, known: dict[str, Span | None], total: float) -> Span | None:
    """Take what the two other groups leave of the total, unless they are percentages."""
    others = [known[name] for name in ("jabatan_struktural", "fungsional", "pelaksana")
              if name != group]  # fmt: skip
    spans = [span for span in others if span and span[2] != "percent"]
    if len(spans) < len(others):
        return None
    return total - sum(span[1] for span in spans), total - sum(span[0] for span in spans), "rest"
