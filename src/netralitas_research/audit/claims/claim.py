"""One claim: its place in the article, the numbers that it rests on, and their values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from netralitas_research.language import PartialDate
from netralitas_research.study.articles.terms import Term, read_terms
from netralitas_research.study.processed import load


@dataclass(frozen=True)
class Claim:
    """A row of the processed claims, as the function of its verdict sees it.

    Attributes
    ----------
    claim_id, article
        The claim and the article that makes it.
    numbers
        The numbers and cells that it rests on, as written: ``banten-n012`` or
        ``banten-tabel-1[Banten][Skor …]``.
    table_id
        The table that it is about, if it is about one.
    """

    claim_id: str
    article: str
    numbers: tuple[str, ...] = ()
    table_id: str = ""

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The numbers with their values, in order."""
        return read_terms(";".join(self.numbers))

    @property
    def value(self) -> float:
        """The value of its first number."""
        return self.values[0]

    @property
    def values(self) -> list[float]:
        """The values of all its numbers, those of a column one after another."""
        return [float(number) for term in self.terms for number in term.numbers]

    @property
    def dates(self) -> list[PartialDate]:
        """The dates and years among its numbers."""
        values = [value for term in self.terms for value in term.values]
        return [value for value in values if isinstance(value, PartialDate)]

    @property
    def appeared(self) -> PartialDate | None:
        """When the article appeared, as far as it is known."""
        articles = load("articles").set_index("slug")
        date = str(articles.loc[self.article, "date"] or articles.loc[self.article, "year"])
        return PartialDate.parse(date) if date else None
