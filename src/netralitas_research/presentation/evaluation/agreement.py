"""The agreement of coders, as tables take it."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import headings, translator
from netralitas_research.presentation.evaluation.own_files import Codes
from netralitas_research.presentation.evaluation.words import in_words
from netralitas_research.statistics.agreement import (
    category_agreement,
    cohen_kappa,
    krippendorff_alpha,
)


def agreement(codes: Codes, language: str) -> pd.DataFrame:
    """Say how far coders agree: in percent, by alpha of all, by kappa of each pair.

    Parameters
    ----------
    codes
        As `read_codes` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        Rows in words, with the column ``coders``.

    Examples
    --------
    >>> from netralitas_research.presentation.evaluation import read_codes
    >>> agreement(read_codes("", "en"), "en")["term"].tolist()
    ['percent_agreement', 'krippendorff_alpha', 'expected_agreement', 'cohen_kappa']
    """
    text, table = translator(language), codes.codes
    everyone = text("evaluation.all_coders")
    found = [krippendorff_alpha(table).assign(coders=everyone)]
    for first, second in combinations(table.columns, 2):
        pair = cohen_kappa(table[first], table[second])
        pair = pair[pair["term"].ne("percent_agreement")]
        found.append(pair.assign(coders=_pair(first, second, language)))
    return in_words(pd.concat(found, ignore_index=True), language)


def by_category(codes: Codes, language: str) -> pd.DataFrame:
    """Say how far coders agree on each category.

    Parameters
    ----------
    codes
        As `read_codes` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        Rows in words, with the column ``category_label``.

    Examples
    --------
    >>> from netralitas_research.presentation.evaluation import read_codes
    >>> by_category(read_codes("", "en"), "en")["category_label"].iloc[0]
    'Behavioural neutrality'
    """
    found = category_agreement(codes.codes)
    labels = [_label(category, language) for category in found["category"]]
    return in_words(found, language).assign(category_label=labels)


def confusion(codes: Codes, language: str) -> pd.DataFrame:
    """Cross the codes of the first two coders.

    Parameters
    ----------
    codes
        As `read_codes` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a code of the first coder: ``first`` (its label), and a column for each code of
        the second with the number of units.

    Examples
    --------
    >>> from netralitas_research.presentation.evaluation import read_codes
    >>> int(confusion(read_codes("", "en"), "en").drop(columns="first").to_numpy().sum())
    60
    """
    first, second = (codes.codes.iloc[:, place] for place in (0, 1))
    pairs = pd.DataFrame({"first": first, "second": second}).dropna()
    used = sorted(set(pairs.to_numpy().ravel()))
    table = pd.crosstab(pairs["first"], pairs["second"]).reindex(
        index=used, columns=used, fill_value=0
    )
    labels = [_label(code, language) for code in used]
    table = table.rename_axis(columns=None).reset_index(drop=True)
    table.insert(0, "first", labels)
    return table


def confusion_columns(table: pd.DataFrame, language: str) -> dict[str, str]:
    """Head the columns of `confusion`.

    Parameters
    ----------
    table
        As `confusion` gives it.
    language
        ``id`` or ``en``.

    Returns
    -------
    dict of str to str
        Headings.
    """
    codes = {column: _label(column, language) for column in table.columns[1:]}
    return headings(language, "evaluation", "first") | codes


def _label(code: str, language: str) -> str:
    if code in codelists.load("neutrality_dimensions").index:
        return codelists.label("neutrality_dimensions", code, language)
    return code


def _pair(first: str, second: str, language: str) -> str:
    numbers = [name.removeprefix("coder_") for name in (first, second)]
    return translator(language)("evaluation.pair", first=numbers[0], second=numbers[1])
