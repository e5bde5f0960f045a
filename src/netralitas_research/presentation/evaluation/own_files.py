"""Answers and codes of a user's own file, or simulated ones where there is no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from netralitas_research import codelists
from netralitas_research.cleaning.codings import read_codings
from netralitas_research.cleaning.personal import DroppedColumn
from netralitas_research.cleaning.questionnaires import read_questionnaire
from netralitas_research.errors import InputError, Problem
from netralitas_research.language import translator
from netralitas_research.presentation.sentences import Prose, prose
from netralitas_research.statistics.agreement.simulation import simulate_codings
from netralitas_research.statistics.surveys import simulate_questionnaire

PERSONS, ITEMS, EFFECT, SEED = 24, 10, 0.9, 1
UNITS, ERROR = 60, 0.2
SHARES = {"behaviour": 0.6, "policy": 0.15, "resource": 0.15, "unknown": 0.1}
"""What the simulations are made of."""


@dataclass(frozen=True)
class Answers:
    """Answers before and after, a row a person.

    Attributes
    ----------
    before, after
        One row a person with an answer in both sittings, one column an item.
    maximum
        The greatest answer to an item; ``None`` if it is not known.
    persons, only_before, only_after
        How many persons answered at all, and in one sitting only.
    simulated
        Whether nobody gave these answers.
    dropped
        Columns of the file that were not taken over.
    """

    before: pd.DataFrame
    after: pd.DataFrame
    maximum: float | None
    persons: int
    only_before: int
    only_after: int
    simulated: bool
    dropped: tuple[DroppedColumn, ...] = ()

    @property
    def message(self) -> str:
        """Key of the sentence that says where the answers come from."""
        return f"evaluation.answers.{_origin(self.simulated)}"

    @property
    def counts(self) -> dict[str, int]:
        """The numbers that a sentence about the answers needs."""
        return {
            "persons": self.persons,
            "both": len(self.before),
            "one": self.only_before + self.only_after,
            "items": self.before.shape[1],
        }


@dataclass(frozen=True)
class Codes:
    """Codes, one row a unit and one column a coder.

    Attributes
    ----------
    codes
        The codes; missing where a coder did not code the unit.
    simulated
        Whether nobody gave these codes.
    dropped
        Columns of the file that were not taken over.
    """

    codes: pd.DataFrame
    simulated: bool
    dropped: tuple[DroppedColumn, ...] = ()

    @property
    def message(self) -> str:
        """Key of the sentence that says where the codes come from."""
        return f"evaluation.codes.{_origin(self.simulated)}"

    @property
    def counts(self) -> dict[str, int]:
        """The numbers that a sentence about the codes needs."""
        return {"units": len(self.codes), "coders": self.codes.shape[1]}


class FileProblemError(ValueError):
    """A user's file has problems, each in a sentence of the report's language."""


def read_answers(file: str, language: str, highest: float = 0) -> Answers:
    """Read a questionnaire, or simulate one where no file is named.

    Parameters
    ----------
    file
        A CSV file or workbook, as `read_questionnaire` reads it; empty for simulated answers.
    language
        Language of the problems, ``id`` or ``en``.
    highest
        The greatest answer that an item can have, and then none is below 0; 0 if it is not known.
        Items answered with 0 and 1 need none.

    Returns
    -------
    Answers
        The answers of those who gave some in both sittings.

    Raises
    ------
    FileProblemError
        If the file cannot be read; it lists every problem.

    Examples
    --------
    >>> answers = read_answers("", "en")
    >>> answers.simulated, answers.counts
    (True, {'persons': 24, 'both': 24, 'one': 0, 'items': 10})
    """
    if not file:
        before, after = _sittings(simulate_questionnaire(PERSONS, ITEMS, EFFECT, SEED))
        return Answers(before, after, 1, PERSONS, 0, 0, simulated=True)
    try:
        scale = (0.0, highest) if highest else None
        found = read_questionnaire(Path(file).expanduser(), scale=scale)
    except InputError as error:
        raise FileProblemError(_sentences(error.problems, language)) from None
    binary = found.answers["answer"].dropna().isin([0, 1]).all()
    maximum = highest or (1 if binary else None)
    before, after = _sittings(found.answers)
    return Answers(before, after, maximum, found.persons, found.only_before, found.only_after,
                   simulated=False, dropped=found.dropped)  # fmt: skip


def read_codes(file: str, language: str) -> Codes:
    """Read the codes of several coders, or simulate those of two where no file is named.

    Parameters
    ----------
    file
        A CSV file or workbook, as `read_codings` reads it; empty for simulated codes.
    language
        Language of the problems, ``id`` or ``en``.

    Returns
    -------
    Codes
        The codes; a code that is a dimension of neutrality, in either language, has the code of
        the code list, and any other stays as it is.

    Raises
    ------
    FileProblemError
        If the file cannot be read; it lists every problem.

    Examples
    --------
    >>> read_codes("", "en").counts
    {'units': 60, 'coders': 2}
    """
    if not file:
        return Codes(simulate_codings(UNITS, SHARES, ERROR, SEED), simulated=True)
    try:
        found = read_codings(Path(file).expanduser())
    except InputError as error:
        raise FileProblemError(_sentences(error.problems, language)) from None
    codes = found.codes.map(_dimension, na_action="ignore")
    return Codes(codes, simulated=False, dropped=found.dropped)


def described(own: Answers | Codes, language: str) -> Prose:
    """Say what is analysed, and which columns of a user's file were not taken over.

    Parameters
    ----------
    own
        What the report analyses.
    language
        ``id`` or ``en``.

    Returns
    -------
    Prose
        A paragraph. It names such a column by its letter and kind only, for its heading may be
        personal too.

    Examples
    --------
    >>> described(read_codes("", "en"), "en").markdown[:25]
    'No file was given, so the'
    """
    text = translator(language)
    said = [prose(own.message, language, **own.counts).markdown]
    said += [
        text("userfiles.dropped", column=each.column, kind=text(f"userfiles.kind.{each.kind}"))
        for each in own.dropped
    ]
    return Prose(" ".join(said))


def report_name(own: Answers | Codes, name: str) -> str:
    """Give the name under which the numbers of a report are saved.

    Parameters
    ----------
    own
        What the report analyses.
    name
        Name of the report, such as ``articles/brebes``.

    Returns
    -------
    str
        The name; another one where a user's file was analysed, so that the numbers of the study
        are not overwritten.

    Examples
    --------
    >>> report_name(read_codes("", "en"), "articles/meaning")
    'articles/meaning'
    """
    return name if own.simulated else f"{name}-own-file"


def _origin(simulated: bool) -> str:
    return "simulated" if simulated else "own_file"


def _sittings(answers: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put the answers of those who gave some in both sittings in a row a person."""
    items = list(dict.fromkeys(answers["item"]))
    wide = answers.pivot(index="person", columns=["sitting", "item"], values="answer")
    kept = [place for place in dict.fromkeys(answers["person"]) if place in wide.index]
    before, after = (_sitting(wide.loc[kept], sitting, items) for sitting in ("before", "after"))
    both = before.notna().any(axis=1) & after.notna().any(axis=1)
    return before[both], after[both]


def _sitting(wide: pd.DataFrame, sitting: str, items: Sequence[str]) -> pd.DataFrame:
    found = wide.reindex(columns=[(sitting, item) for item in items])
    return found.set_axis(list(items), axis=1)


def _dimension(code: str) -> str:
    return codelists.match("neutrality_dimensions", code).code or code


def _sentences(problems: Sequence[Problem], language: str) -> str:
    """Write each problem with its place, one a line."""
    text = translator(language)
    lines = []
    for problem in problems:
        row = "" if problem.row is None else text("evaluation.row", row=str(problem.row))
        place = [part for part in (problem.file, problem.sheet, row, problem.column) if part]
        params = {**vars(problem), "nearest": ", ".join(problem.nearest), **problem.params}
        said = [text(problem.problem, **params)]
        if problem.value is not None:
            said.append(f"“{problem.value}”.")
        if problem.expected:
            expected = text(problem.expected, **params)
            said.append(text("evaluation.expected", expected=expected))
        if problem.nearest:
            said.append(text("evaluation.nearest", nearest=params["nearest"]))
        lines.append(f"{' / '.join(place)}: {' '.join(said)}")
    return "\n".join(["", *lines])
