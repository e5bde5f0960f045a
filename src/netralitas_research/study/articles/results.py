"""What a report on an article saves and cites."""

from __future__ import annotations

import math

import pandas as pd

from netralitas_research.study.articles.arithmetic import check_sums
from netralitas_research.study.articles.beside import numbers_beside_data
from netralitas_research.study.articles.links import linked_figures
from netralitas_research.study.articles.printed import article_tables
from netralitas_research.study.articles.reconstruction import reconstruct
from netralitas_research.study.processed import load

Entries = dict[str, dict[str, object]]


def recomputed(slug: str) -> dict[str, Entries]:
    """Gather the numbers of a report on an article, as its JSON file holds them.

    Parameters
    ----------
    slug
        Short name of the article.

    Returns
    -------
    dict
        ``numbers``: of each claim the printed value, the values of every linked figure by
        relation, the closest relation and whether it agrees. ``cells``: the same of linked
        cells. ``checks``: of each check what was computed and printed, and whether it holds.
        ``reconstructed``: the percentages of each picture that is drawn again.

    Examples
    --------
    >>> recomputed("banten")["checks"]["banten-s14"]
    {'computed': 366.0, 'printed': 366.0, 'agrees': 'yes'}
    """
    return {
        "numbers": _claims(slug),
        "cells": _cells(slug),
        "checks": _checks(slug),
        "reconstructed": _reconstructed(slug),
    }


def _claims(slug: str) -> Entries:
    numbers = numbers_beside_data(slug, "en")
    values = _values(linked_figures(), "number_id")
    return {
        number["number_id"]: {
            "printed": _known(number["value"]),
            "relation": number["relation"],
            "agrees": number["agrees"],
            "data": values.get(number["number_id"], {}),
        }
        for number in numbers[numbers["group"].eq("claim")].to_dict("records")
    }


def _cells(slug: str) -> Entries:
    links = linked_figures()
    cells = links[links["table_id"].str.startswith(f"{slug}-") & links["row"].ne("")]
    named = cells["table_id"] + "[" + cells["row"] + "][" + cells["column"] + "]"
    return {
        cell: {"data": data} for cell, data in _values(cells.assign(cell=named), "cell").items()
    }


def _checks(slug: str) -> Entries:
    return {
        check["check_id"]: {
            "computed": _known(check["computed"]),
            "printed": _known(check["printed"]),
            "agrees": check["agrees"],
        }
        for check in check_sums(slug, "en").to_dict("records")
    }


def _reconstructed(slug: str) -> Entries:
    tables = article_tables(slug)
    lost = tables[tables["status"].eq("picture_lost") & tables["second_source"].ne("")]
    pictures = {str(table_id): reconstruct(table_id, "en") for table_id in lost["table_id"]}
    return {
        table_id: dict(zip(picture["code"], picture["percent"], strict=True))
        for table_id, picture in pictures.items()
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def cited_sources(*frames: pd.DataFrame) -> pd.DataFrame:
    """List the sources that the tables of a report cite.

    Parameters
    ----------
    *frames
        Tables with a column ``source_ids``.

    Returns
    -------
    pandas.DataFrame
        Rows of the processed sources.

    Examples
    --------
    >>> cited_sources(pd.DataFrame({"source_ids": ["alinea230921;kompas231006", ""]})).shape[0]
    2
    """
    ids = {
        source for frame in frames for joined in frame["source_ids"] for source in joined.split(";")
    }
    sources = load("sources")
    return sources[sources["source_id"].isin(ids)]


def _values(links: pd.DataFrame, key: str) -> dict[str, dict[str, list[float]]]:
    found: dict[str, dict[str, list[float]]] = {}
    for link in links.drop_duplicates([key, "relation", "figure_id"]).to_dict("records"):
        found.setdefault(link[key], {}).setdefault(link["relation"], []).append(link["value"])
    return found
