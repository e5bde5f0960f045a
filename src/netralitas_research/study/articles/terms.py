"""The terms of the checks: which printed numbers and cells they name.

A term is the id of a number, ``banten-n012``; a cell, ``banten-tabel-1[Banten][Skor …]``; or a
whole column in order, ``banten-tabel-1[*][Skor …]``. Terms are joined by ``;``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate
from netralitas_research.study.processed import load

Value = Decimal | PartialDate | str

_NUMBER = re.compile(r"[a-z]+(?:-[a-z]+)*-n[0-9]{3}")
_CELL = re.compile(r"(?P<table>[a-z0-9-]+)\[(?P<row>[^\[\]]+)\]\[(?P<column>[^\[\]]+)\]")
_DATES = ("date", "year")


@dataclass(frozen=True)
class Term:
    """One term with the values that it stands for.

    Attributes
    ----------
    text
        The term as written.
    values
        Its values in order: one, or those of a whole column.
    """

    text: str
    values: tuple[Value, ...]

    @property
    def is_column(self) -> bool:
        """Whether it stands for a whole column."""
        return "[*]" in self.text

    @property
    def total(self) -> Decimal:
        """Sum of its values.

        Raises
        ------
        UsageError
            If a value is not a number.
        """
        return sum(self.numbers, Decimal(0))

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Its values as numbers.

        Raises
        ------
        UsageError
            If a value is not a number.
        """
        for value in self.values:
            if not isinstance(value, Decimal):
                raise UsageError("error.term_not_a_number", term=self.text, value=str(value))
        return tuple(value for value in self.values if isinstance(value, Decimal))


def read_terms(text: str) -> tuple[Term, ...]:
    """Read the terms of a check.

    Parameters
    ----------
    text
        Terms joined by ``;``; an empty text has none.

    Returns
    -------
    tuple of Term
        The terms with their values.

    Raises
    ------
    UsageError
        If a term is not written as one, or names no number, table, row or column.

    Examples
    --------
    >>> read_terms("banten-n012;banten-n014")[0].values
    (Decimal('22.98'),)
    """
    return tuple(_read(term.strip()) for term in text.split(";")) if text else ()


def all_numbers(terms: Sequence[Term]) -> list[Decimal]:
    """List the values of terms as numbers.

    Parameters
    ----------
    terms
        Terms.

    Returns
    -------
    list of Decimal
        Their values in order.

    Raises
    ------
    UsageError
        If a value is not a number.

    Examples
    --------
    >>> all_numbers(read_terms("banten-n023;banten-n024"))
    [Decimal('366'), Decimal('46')]
    """
    return [number for term in terms for number in term.numbers]


def _read(term: str) -> Term:
    if _NUMBER.fullmatch(term):
        return Term(term, (_value_of_number(term),))
    cell = _CELL.fullmatch(term)
    if not cell:
        raise UsageError("error.term_grammar", term=term)
    return Term(term, _values_of_cells(term, **cell.groupdict()))


def _value_of_number(number_id: str) -> Value:
    numbers = load("article_numbers")
    found = numbers[numbers["number_id"].eq(number_id)]
    if found.empty:
        raise UsageError("error.term_unknown_number", term=number_id)
    number = found.iloc[0]
    if number["kind"] in _DATES:
        return PartialDate.parse(str(number["value_text"]))
    return _decimal(float(number["value"]), str(number["printed"]))


def _values_of_cells(term: str, table: str, row: str, column: str) -> tuple[Value, ...]:
    cells = load("article_cells")
    named = cells["table_id"].eq(table) & cells["column"].eq(column)
    if row != "*":
        named &= cells["row"].eq(row)
    found = cells[named].sort_values("row_number")
    if found.empty:
        raise UsageError("error.term_unknown_cell", term=term)
    pairs = zip(found["value"], found["printed"], strict=True)
    return tuple(_decimal(float(value), str(printed)) for value, printed in pairs)


def _decimal(value: float, printed: str) -> Decimal | str:
    return printed if math.isnan(value) else Decimal(str(value)).normalize() + 0
