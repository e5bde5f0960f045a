"""What the article on the meaning of neutrality lists: dimensions with acts, and pressures."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import translator
from netralitas_research.study.articles.cells import coded_rows
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.labels import amount, base, category, when
from netralitas_research.study.processed import load


def scheme(language: str) -> pd.DataFrame:
    """Read the three dimensions as a coding scheme.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an act of the article, in reading order: ``dimension`` and ``dimension_label``,
        ``rule_label`` (what is asked of staff), ``act`` in our own words, and ``skb_acts``, the
        acts of the joint decree that are nearest; empty where there is none.

    Examples
    --------
    >>> scheme("en")["dimension"].value_counts().to_dict()
    {'resource': 4, 'behaviour': 3, 'policy': 2}
    """
    text = translator(language)
    cells = coded_rows("meaning-dimensions")
    return pd.DataFrame(
        {
            "dimension": cells["dimension"],
            "dimension_label": [dimension_label(code, language) for code in cells["dimension"]],
            "rule_label": [text(f"meaning.rule.{rule}") for rule in cells["rule"]],
            "act": cells[f"act_{language}"],
            "skb_acts": cells["skb_acts"].str.replace(";", ", ").replace("-", ""),
        }
    )


def coded_acts(breakdowns: pd.DataFrame, language: str) -> pd.DataFrame:
    """List the acts that breakdowns print, by the dimension that the study gives them.

    Parameters
    ----------
    breakdowns
        As `national_breakdowns` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a dimension with printed acts: ``dimension``, ``dimension_label``, ``n`` acts and
        their labels as ``acts``.
    """
    known = codelists.load("acts")["dimension_meaning"]
    acts = breakdowns["act"].drop_duplicates()
    rows = []
    for dimension in codelists.load("neutrality_dimensions").index:
        own = acts[acts.map(known).eq(dimension)]
        labels = sorted(codelists.label("acts", act, language) for act in own)
        rows.append(
            {
                "dimension": dimension,
                "dimension_label": dimension_label(dimension, language),
                "n": len(labels),
                "acts": "; ".join(labels),
            }
        )
    return pd.DataFrame(rows)


def pressures(language: str) -> pd.DataFrame:
    """Put the two surveys of the commission beside the five pressures.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a pressure and figure, in reading order; a pressure without a figure has one row:
        ``pressure``, ``label``, ``answer`` (what the survey asked for), ``amount``, ``value``,
        ``when``, ``base_label`` and ``source_ids``.

    Examples
    --------
    >>> found = pressures("en")
    >>> found.loc[found["pressure"].eq("digital"), "answer"].tolist()
    ['no comparable figure']
    """
    text = translator(language)
    figures = _figures_by_record()
    rows = []
    for pressure in coded_rows("meaning-pressures").to_dict("records"):
        ids = [record for record in pressure["second_source"].split(";") if record in figures]
        named = {"pressure": pressure["pressure"], "label": pressure[f"label_{language}"]}
        rows += [named | _shown(figures[record], language) for record in ids]
        if not ids:
            rows.append(named | {"answer": text("meaning.no_figure"), "amount": ""})
    found = pd.DataFrame(rows)
    texts = ["when", "base_label", "source_ids"]
    return found.assign(**{name: found[name].fillna("") for name in texts})


def dimension_label(dimension: str, language: str) -> str:
    """Name a dimension of neutrality.

    Examples
    --------
    >>> dimension_label("policy", "en")
    'Policy neutrality'
    """
    return codelists.label("neutrality_dimensions", dimension, language)


def _figures_by_record() -> dict[str, dict[Any, Any]]:
    records = load("observations")[["record_id", "figure_id"]].drop_duplicates("record_id")
    figures = records.merge(load("figures"), on="figure_id", validate="m:1")
    return {str(row["record_id"]): row for row in figures.to_dict("records")}


def _shown(figure: dict[Any, Any], language: str) -> dict[str, object]:
    return {
        "answer": category(figure, language),
        "amount": amount(figure, language),
        "value": figure["value"],
        "when": when(figure, language),
        "base_label": base(figure, language),
        "source_ids": join_ids([str(figure["source_ids"])]),
    }
