"""From coded rows to figures and the observations that print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from netralitas_research.cleaning.coding import CODES, CodedRecord
from netralitas_research.cleaning.records import Record

_KEY = tuple(column for column in CODES if column not in ("issued_by", "complete", "base_status"))
_COMPLETENESS = ("complete", "top_list", "excerpt", "single", "unknown")


@dataclass(frozen=True)
class Evidence:
    """The coded evidence.

    Attributes
    ----------
    figures
        One row a figure: the number that is meant.
    observations
        One row a page that prints it.
    """

    figures: pd.DataFrame
    observations: pd.DataFrame


def assemble(
    coded: Sequence[CodedRecord],
    same_figures: Mapping[str, Mapping[str, str]],
    pages: Mapping[str, str],
) -> Evidence:
    """Join the rows that print one number into one figure.

    Rows are one figure when every code, the value and the base agree, or when the reviewed table
    ``same_figures.csv`` says so. A figure takes the codes of its first row; what another row
    prints differently, such as a vaguer date, stays in its observation.

    Parameters
    ----------
    coded
        The coded rows, in the order of their ids.
    same_figures
        The reviewed links: the row of a record id names the record that it repeats.
    pages
        For each source id the id of its page; two sources can be one page.

    Returns
    -------
    Evidence
        Figures and observations, sorted by id.
    """
    members: dict[str, list[CodedRecord]] = {}
    by_key: dict[tuple[str, ...], str] = {}
    by_record: dict[str, list[str]] = {}
    linked = [item for item in coded if item.record.record_id in same_figures]
    for item in [item for item in coded if item.record.record_id not in same_figures] + linked:
        record_id = item.record.record_id
        if record_id in same_figures:
            targets = by_record[same_figures[record_id]["same_as"]]
            figure = targets[0] if len(targets) == 1 else _same_code(targets, item, members)
        else:
            figure = by_key.setdefault(_key(item), _new_id(record_id, by_record))
        members.setdefault(figure, []).append(item)
        by_record.setdefault(record_id, []).append(figure)
    figures = [_figure(figure, items, pages) for figure, items in sorted(members.items())]
    observations = [
        row
        for figure, items in sorted(members.items())
        for row in _observations(figure, items, pages)
    ]
    return Evidence(
        pd.DataFrame(figures),
        pd.DataFrame(observations).sort_values("observation_id", kind="stable"),
    )


def _new_id(record_id: str, by_record: Mapping[str, Sequence[str]]) -> str:
    split = len(by_record.get(record_id, ()))
    return f"F{record_id[1:]}" + (f"-{split + 1}" if split else "")


def _same_code(
    targets: Sequence[str], item: CodedRecord, members: Mapping[str, list[CodedRecord]]
) -> str:
    return next(t for t in targets if members[t][0].codes["code"] == item.codes["code"])


def _key(item: CodedRecord) -> tuple[str, ...]:
    record = item.record
    total = record.printed_total.value.normalize() if record.printed_total else ""
    return (
        *(item.codes[column] for column in _KEY),
        str(record.value.value.normalize()),
        str(total),
    )


def _figure(
    figure: str, items: Sequence[CodedRecord], pages: Mapping[str, str]
) -> dict[str, object]:
    first = items[0]
    records = {item.record.record_id: item.record for item in items}
    sources = _unique(source for record in records.values() for source in record.source_ids)
    printed = {pages[source] for source in sources}
    number = first.record.value
    total = next((r.printed_total for r in records.values() if r.printed_total), None)
    codes = dict(first.codes)
    codes["complete"] = min((i.codes["complete"] for i in items), key=_COMPLETENESS.index)
    return {
        "figure_id": figure,
        **codes,
        "value": float(number.value),
        "decimals_at_least": max(record.value.decimals for record in records.values()),
        "base": float(total.value) if total else None,
        "n_observations": sum(len(record.source_ids) for record in records.values()),
        "n_pages": len(printed),
        "source_ids": ";".join(sources),
        "check_status": _check_status(list(records.values()), pages),
    }


def _check_status(records: Sequence[Record], pages: Mapping[str, str]) -> str:
    """Say how far the transcription is confirmed by itself.

    Two rows from one page are two transcriptions of it; rows from several pages are several
    prints of the number, which often copy one press release.
    """
    seen: dict[str, int] = {}
    for record in records:
        for page in {pages[source] for source in record.source_ids}:
            seen[page] = seen.get(page, 0) + 1
    if any(times > 1 for times in seen.values()):
        return "transcribed_twice"
    return "printed_on_several_pages" if len(seen) > 1 else "transcribed_once"


def _observations(
    figure: str, items: Sequence[CodedRecord], pages: Mapping[str, str]
) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for item in items:
        record = item.record
        for number, source in enumerate(record.source_ids, start=1):
            rows.append(
                {
                    "observation_id": f"O{record.record_id[1:]}-{number}{figure[5:]}",
                    "figure_id": figure,
                    "record_id": record.record_id,
                    "source_id": source,
                    "page_id": pages[source],
                    "institution_printed": record.institution,
                    "election_printed": record.election,
                    "as_of_printed": record.as_of.isoformat() if record.as_of else "",
                    "counted_printed": record.counted,
                    "dimension_printed": record.dimension,
                    "label_printed": record.label,
                    "value_printed": record.value.text,
                    "unit_printed": record.unit,
                    "total_printed": record.printed_total.text if record.printed_total else "",
                    "note": record.note,
                    "correction_id": record.corrected,
                    "file": record.file,
                }
            )
    return rows


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
