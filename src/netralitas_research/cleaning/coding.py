"""From a transcribed row to codes: what was counted, by whom, when, at which stage, of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from netralitas_research import codelists
from netralitas_research.cleaning.codes import (
    AS_PRINTED,
    CODES,
    LEFT_OUT,
    NOT_APPLICABLE,
    SEVERAL,
    TOTAL,
    UNKNOWN,
)
from netralitas_research.cleaning.labels import SURE, Context, read_label
from netralitas_research.cleaning.plausibility import impossible
from netralitas_research.cleaning.records import Record
from netralitas_research.cleaning.wordings import CODED, Wordings, WordingTable
from netralitas_research.errors import Problem
from netralitas_research.language import DateFormatError, PartialDate

_ISSUERS = {"kasn": "kasn", "bkn": "bkn", "bawaslu": "bawaslu", "panwas": "bawaslu"}
_MEASURES = {
    "count": ("count", "number"),
    "percent": ("percent", "percent"),
    "score": ("score", "points"),
    "rank": ("rank", "rank"),
    "flag": ("flag", "yes_no"),
    "class": ("class", "class"),
    "thousand_rupiah": ("amount", "thousand_rupiah"),
}
_BASE_MEANINGS = {
    "count": "whole",
    "percent": "denominator",
    "thousand_rupiah": "number_of_units",
    "score": "number_of_units",
    "rank": "number_of_units",
    "flag": "number_of_units",
    "class": "number_of_units",
}


@dataclass(frozen=True)
class CodedRecord:
    """A row with its codes."""

    record: Record
    codes: Mapping[str, str]


def code_record(record: Record, wordings: Wordings) -> tuple[list[CodedRecord], list[Problem]]:
    """Find the codes of one row.

    A ruling on the row goes before its label, the label before the dimension, the dimension
    before what was counted. What no table decides is ``unknown``.

    Parameters
    ----------
    record
        The row.
    wordings
        The reviewed tables of wordings.

    Returns
    -------
    coded, problems
        The coded row, once for each code where one printed row stands for several ("masing-
        masing"); nothing where a ruling leaves it out, or where it cannot be coded, with every
        wording that no table knows.
    """
    rulings = wordings.rulings.get(record.record_id, {})
    if LEFT_OUT in rulings:
        return [], []
    problems: list[Problem] = []
    institution = _institution(record, problems)
    election = _election(record, problems)
    issuer = institution.get("issuer", "")
    dimension = _row(record, "dimension", wordings.dimensions, problems)
    counted = _row(record, "counted", wordings.counted, problems, issuer)
    note = _row(record, "note", wordings.notes, problems) if record.note else {}
    if not dimension:
        return [], problems
    label: Mapping[str, str] = {}
    if "code" not in rulings:
        label = _label(record, dimension, issuer, institution.get("area", ""), wordings, problems)
    if problems:
        return [], problems
    codes = _defaults(record, institution, election, dimension)
    for row in (counted, dimension, note, label):
        codes.update({key: text for key, text in row.items() if text and key in CODES})
    if label.get("dimension_coded"):
        codes["dimension"] = label["dimension_coded"]
    if label.get("period_start") and not label.get("series"):
        codes["series"] = "flow"
    codes.update({key: ruling["value"] for key, ruling in rulings.items() if key in CODES})
    confirmed = rulings.get(AS_PRINTED, {}).get("value")
    problems = impossible(record, codes, confirmed)
    if problems:
        return [], problems
    settled = _settled(codes, record)
    return [
        CodedRecord(record, settled | {"code": code}) for code in codes["code"].split(SEVERAL)
    ], []


def _row(
    record: Record,
    column: str,
    table: WordingTable,
    problems: list[Problem],
    issuer: str = "",
) -> Mapping[str, str]:
    wording = getattr(record, column)
    row = table.find(wording, issuer)
    if row is None:
        problems.append(
            record.problem(
                "problem.unknown_wording",
                column,
                expected="expected.wording",
                nearest=table.nearest(wording),
                params={"table": f"data/raw/wordings/{table.name}.csv"},
            )
        )
        return {}
    return row


def _institution(record: Record, problems: list[Problem]) -> Mapping[str, str]:
    match = _match("institutions", record.institution)
    if match.method not in SURE:
        problems.append(_no_code(record, "institution", match))
        return {}
    return _office(str(match.code))


@cache
def _office(code: str) -> Mapping[str, str]:
    row = codelists.load("institutions").loc[code]
    issued_by = str(row["issued_by"])
    return {
        "counted_by": str(row["counted_by"]),
        "issued_by": issued_by,
        "area": str(row["kemendagri_code"]) or "ID",
        "issuer": next((kind for name, kind in _ISSUERS.items() if issued_by.startswith(name)), ""),
    }


def _election(record: Record, problems: list[Problem]) -> str:
    if not record.election:
        return "none"
    match = _match("elections", record.election)
    if match.method not in SURE:
        problems.append(_no_code(record, "election", match))
    return str(match.code)


@cache
def _match(name: str, text: str) -> codelists.Match:
    return codelists.match(name, text)


def _no_code(record: Record, column: str, match: codelists.Match) -> Problem:
    return record.problem(
        "problem.unknown_label",
        column,
        expected="expected.known_label",
        nearest=tuple(candidate.label for candidate in match.candidates),
    )


def _label(
    record: Record,
    dimension: Mapping[str, str],
    issuer: str,
    area: str,
    wordings: Wordings,
    problems: list[Problem],
) -> Mapping[str, str]:
    decided = wordings.labels.find(record.label, record.dimension)
    if decided is not None:
        return decided
    context = Context(record.dimension, issuer, area, wordings)
    meaning = read_label(record.label, dimension["parts"], context)
    if meaning.unread:
        problems.append(
            record.problem(
                "problem.unknown_label",
                "label",
                value=meaning.unread,
                expected="expected.known_label",
                nearest=meaning.nearest,
            )
        )
    return meaning.codes or {}


def _defaults(
    record: Record, institution: Mapping[str, str], election: str, dimension: Mapping[str, str]
) -> dict[str, str]:
    measure, unit = _MEASURES[record.unit]
    if record.printed_total is not None:
        base_status, base_meaning = "printed", _BASE_MEANINGS[record.unit]
    elif record.unit == "percent":
        base_status, base_meaning = UNKNOWN, "denominator"
    else:
        base_status, base_meaning = NOT_APPLICABLE, NOT_APPLICABLE
    return {
        "counted_by": institution["counted_by"],
        "issued_by": institution["issued_by"],
        "election": election,
        "as_of": record.as_of.isoformat() if record.as_of else UNKNOWN,
        "dimension": dimension["dimension"],
        "code": TOTAL,
        "dimension_2": NOT_APPLICABLE,
        "code_2": NOT_APPLICABLE,
        "kemendagri_code": institution["area"],
        "measure": measure,
        "unit": unit,
        "qualifier": record.value.qualifier,
        "base_status": base_status,
        "base_meaning": base_meaning,
        "complete": UNKNOWN,
        "province_set": "",
        **dict.fromkeys(CODED, UNKNOWN),
        "period_start": "",
        "period_end": "",
    }


def _settled(codes: dict[str, str], record: Record) -> dict[str, str]:
    """Give a flow its period instead of an as-of date, and the rest the contrary.

    A flow of which only the date is printed ended then; when it began is not known.
    """
    if codes["series"] == "flow":
        codes["period_start"] = codes["period_start"] or UNKNOWN
        codes["period_end"] = codes["period_end"] or codes["as_of"]
        codes["as_of"] = NOT_APPLICABLE
    else:
        codes["period_start"] = codes["period_end"] = NOT_APPLICABLE
    if record.value.qualifier != "exact":
        codes["qualifier"] = record.value.qualifier
    if record.printed_total is None and record.unit == "percent":
        codes["base_meaning"] = "denominator"
    elif record.printed_total is None:
        codes["base_status"] = codes["base_meaning"] = NOT_APPLICABLE
    codes["province_set"] = codes["province_set"] or _province_set(codes)
    return {column: codes[column] for column in CODES}


def _province_set(codes: Mapping[str, str]) -> str:
    """Tell which list of provinces a date belongs to; after the split the page must say it."""
    if codes["kemendagri_code"] == "ID":
        return NOT_APPLICABLE
    date = codes["period_end"] if codes["series"] == "flow" else codes["as_of"]
    before_the_split = date != UNKNOWN and _last_day(date) <= _last_day_of_34()
    return "34" if before_the_split else UNKNOWN


@cache
def _last_day(date: str) -> str:
    """Give the last day that a date may be; a wrong one is said where a table gives it."""
    try:
        return PartialDate.parse(date).last.isoformat()
    except DateFormatError:
        return date


@cache
def _last_day_of_34() -> str:
    return str(codelists.load("province_sets").loc["34", "valid_to"])
