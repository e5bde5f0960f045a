"""Checks that need nothing but the printed numbers: sums, shares, orders, counts, differences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate, format_date, format_number, translator
from netralitas_research.study.articles.terms import Term, Value, all_numbers, read_terms
from netralitas_research.study.processed import load

Terms = Sequence[Term]


@dataclass(frozen=True)
class Result:
    """What a check gives.

    Attributes
    ----------
    computed
        What the terms give; ``None`` where only an order or a date is checked.
    printed
        What the article prints for it, ``None`` where it prints nothing.
    agrees
        Whether the check holds, ``None`` where there is nothing to compare.
    shown
        The values of the terms, each as a whole.
    sign
        What stands between them.
    """

    computed: Decimal | None
    printed: Decimal | None
    agrees: bool | None
    shown: tuple[Value, ...]
    sign: str


def check_sums(slug: str, language: str) -> pd.DataFrame:
    """Do the arithmetic of an article.

    Parameters
    ----------
    slug
        Short name of the article.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a check, in order: ``check_id``, ``table_id``, ``kind``, ``statement``, ``terms``
        as text, ``computed`` and ``printed`` (shares in percent), ``agrees`` (``yes``, ``no`` or
        ``not_applicable``), and the last three as text.

    Raises
    ------
    UsageError
        If there is no such article, or a check cannot be read.

    Examples
    --------
    >>> checks = check_sums("banten", "en").set_index("check_id")
    >>> checks.loc["banten-s12", ["terms", "computed_text", "agrees"]].tolist()
    ['366 + 46 + 3', '415', 'yes']
    """
    text = translator(language)
    sums = load("article_sums")
    chosen = sums[sums["article"].eq(slug)]
    if chosen.empty:
        known = ", ".join(sums["article"].unique())
        raise UsageError("error.article", name=slug, known=known)
    rows = []
    for check in chosen.to_dict("records"):
        result = evaluate(check["kind"], check["terms"], check["printed_total"])
        agrees = {True: "yes", False: "no", None: "not_applicable"}[result.agrees]
        shown = [_written(value, language) for value in result.shown]
        rows.append(
            {
                "check_id": check["check_id"],
                "table_id": check["table_id"],
                "kind": check["kind"],
                "statement": check[f"statement_{language}"],
                "terms": result.sign.join(shown),
                "computed": _float(result.computed),
                "printed": _float(result.printed),
                "agrees": agrees,
                "computed_text": _result_text(result.computed, check["kind"], language),
                "printed_text": _result_text(result.printed, check["kind"], language),
                "agrees_label": text(f"articles.check.{agrees}"),
            }
        )
    return pd.DataFrame(rows)


def evaluate(kind: str, terms: str, printed_total: str) -> Result:
    """Do one check.

    Parameters
    ----------
    kind
        One of the kinds described beside the articles' raw data.
    terms, printed_total
        Terms as written; the totals are added up, and may be empty.

    Returns
    -------
    Result
        What it gives.

    Raises
    ------
    UsageError
        If there is no such kind, a term cannot be read, or the terms do not fit the kind.

    Examples
    --------
    >>> evaluate("parts_of_total", "banten-n023;banten-n024;banten-n025", "banten-n022").agrees
    True
    """
    if kind not in _KINDS:
        raise UsageError("error.check_kind", kind=kind, known=", ".join(_KINDS))
    read = read_terms(terms)
    if not read:
        raise UsageError("error.check_without_terms", kind=kind)
    return _KINDS[kind](read, read_terms(printed_total))


def _sum(terms: Terms, totals: Terms) -> Result:
    printed = _total(totals)
    numbers = all_numbers(terms)
    columns = [term.total for term in terms] if len(terms) > 1 else numbers
    total = sum(numbers, Decimal(0))
    return Result(total, printed, _equal(total, printed), tuple(columns), " + ")


def _share(terms: Terms, totals: Terms) -> Result:
    printed = _total(totals)
    first, *others = [term.total for term in terms]
    whole = sum(others, Decimal(0))
    if not whole:
        raise UsageError("error.share_of_nothing", terms=";".join(term.text for term in terms))
    share = 100 * first / whole
    return Result(share, printed, _equal(share, printed), (first, whole), " : ")


def _order(terms: Terms, totals: Terms) -> Result:
    printed = _total(totals)
    values = tuple(value for term in terms for value in term.values)
    falls = all(not _rises(before, after) for before, after in pairwise(values))
    if printed is None:
        return Result(None, None, falls, values, "; ")
    numbers = all_numbers(terms)
    if not 1 <= printed <= len(numbers) or printed % 1:
        raise UsageError("error.rank_outside", rank=float(printed), places=len(numbers))
    claimed = numbers[int(printed) - 1]
    rank = Decimal(1 + sum(number > claimed for number in numbers))
    return Result(rank, printed, falls and rank == printed, values, "; ")


def _count(terms: Terms, totals: Terms) -> Result:
    printed = _total(totals)
    columns = [term for term in terms if term.is_column]
    cells = {value for term in columns for value in term.values}
    count = Decimal(len(cells) if columns else len(terms))
    shown = () if columns else tuple(value for term in terms for value in term.values)
    return Result(count, printed, _equal(count, printed), shown, "; ")


def _difference(terms: Terms, totals: Terms) -> Result:
    if len(terms) == 2 and not totals:
        first, second = (term.total for term in terms)
        return Result(first - second, None, None, (first, second), " − ")
    if len(terms) != 1 or not totals:
        raise UsageError("error.difference_terms", terms=";".join(term.text for term in terms))
    values = terms[0].values + totals[0].values
    if all(isinstance(value, PartialDate) for value in values):
        same = not _rises(values[0], values[1]) and not _rises(values[1], values[0])
        return Result(None, None, same, values, "; ")
    number, printed = terms[0].total, _total(totals)
    return Result(number, printed, number == printed, (number,), "")


_KINDS: Mapping[str, Callable[[Terms, Terms], Result]] = {
    "sum_of_column": _sum,
    "sum_of_row": _sum,
    "parts_of_total": _sum,
    "share": _share,
    "order": _order,
    "count_of_rows": _count,
    "difference": _difference,
}


def _total(totals: Terms) -> Decimal | None:
    return sum(all_numbers(totals), Decimal(0)) if totals else None


def _equal(computed: Decimal, printed: Decimal | None) -> bool | None:
    return None if printed is None else computed == printed


def _rises(before: Value, after: Value) -> bool:
    if isinstance(before, PartialDate) and isinstance(after, PartialDate):
        parts = [(date.year, date.month, date.day) for date in (before, after)]
        known = [pair for pair in zip(*parts, strict=True) if None not in pair]
        return [pair[1] for pair in known] > [pair[0] for pair in known]
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        return after > before
    raise UsageError("error.order_of_kinds", before=str(before), after=str(after))


def _written(value: Value, language: str) -> str:
    if isinstance(value, PartialDate):
        return format_date(value, language)
    return format_number(value, language) if isinstance(value, Decimal) else value


def _result_text(value: Decimal | None, kind: str, language: str) -> str:
    if value is None:
        return ""
    if kind == "share":
        number = format_number(value, language, 1)
        return translator(language)("articles.value.percent", number=number)
    number = format_number(value, language)
    if kind == "order":
        return translator(language)("articles.value.rank", number=number)
    return number


def _float(value: Decimal | None) -> float:
    return float("nan") if value is None else float(value)
