"""The analysis of a questionnaire answered before and after, as tables and plots take it."""

from __future__ import annotations

import pandas as pd

from netralitas_research.language import format_p_value, translator
from netralitas_research.presentation.evaluation.own_files import Answers
from netralitas_research.presentation.evaluation.words import in_words, interval, written
from netralitas_research.statistics.surveys import compare, cronbach_alpha, item_analysis


def compared(answers: Answers, language: str) -> pd.DataFrame:
    """Compare the total scores of the persons, and tell how consistent the items are.

    Parameters
    ----------
    answers
        As `read_answers` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The rows of `compare`, then Cronbach's alpha of the first sitting, in words.

    Examples
    --------
    >>> from netralitas_research.presentation.evaluation import read_answers
    >>> compared(read_answers("", "en"), "en")["term"].iloc[[0, -1]].tolist()
    ['pairs', 'alpha']
    """
    items = answers.before.shape[1]
    maximum = None if answers.maximum is None else items * answers.maximum
    before, after = (
        sitting.sum(axis=1, skipna=False) for sitting in (answers.before, answers.after)
    )
    found = pd.concat(
        [compare(before, after, maximum=maximum), cronbach_alpha(answers.before)],
        ignore_index=True,
    )
    return in_words(found, language)


def by_item(answers: Answers, language: str) -> pd.DataFrame:
    """Describe each item: how easy, how well it fits the others, and how it changed.

    Parameters
    ----------
    answers
        As `read_answers` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an item: ``item``, the text columns ``easy``, ``fits``, ``without``, ``missing``,
        ``change``, ``change_interval`` and ``p_adjusted``, and ``note_label``.

    Examples
    --------
    >>> from netralitas_research.presentation.evaluation import read_answers
    >>> by_item(read_answers("", "en"), "en")["item"].tolist()[:2]
    ['b1', 'b2']
    """
    text = translator(language)
    found = item_analysis(answers.before, answers.after, maximum=answers.maximum)
    rows = []
    for item, own in found.groupby("item", sort=False):
        terms = {row["term"]: row for row in own.to_dict("records")}
        change = terms["change"]
        notes = [text(note) for note in dict.fromkeys(own["note"]) if note]
        rows.append(
            {
                "item": item,
                "easy": written(terms["difficulty"]["estimate"], "difficulty", language),
                "fits": written(terms["item_total"]["estimate"], "item_total", language),
                "without": written(terms["alpha_without"]["estimate"], "alpha", language),
                "missing": written(terms["missing"]["estimate"], "missing", language),
                "change": written(change["estimate"], "change", language),
                "change_interval": interval(change, language),
                "p_adjusted": format_p_value(change["p_adjusted"], language),
                "note_label": " ".join(notes),
            }
        )
    return pd.DataFrame(rows)


def before_and_after(answers: Answers) -> pd.DataFrame:
    """Give the mean of each item before and after, as a plot of pairs takes it.

    Parameters
    ----------
    answers
        As `read_answers` gives them.

    Returns
    -------
    pandas.DataFrame
        One row an item: ``item``, ``before`` and ``after``; of items answered with 0 and 1 the
        share in percent.

    Examples
    --------
    >>> from netralitas_research.presentation.evaluation import read_answers
    >>> before_and_after(read_answers("", "en"))["before"].tolist()[:2]
    [83.3, 79.2]
    """
    scale = 100 if answers.maximum == 1 else 1
    means = {
        name: (scale * sitting.mean()).round(1)
        for name, sitting in (("before", answers.before), ("after", answers.after))
    }
    return pd.DataFrame(means).rename_axis("item").reset_index()
