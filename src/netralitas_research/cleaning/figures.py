"""From coded rows to figures and the observations that print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from netralitas_research.cleaning.codes import CODES, NOT_APPLICABLE, UNKNOWN
from netralitas_research.cleaning.coding import CodedRecord
from netralitas_research.cleaning.records import Record

_KEY = tuple(column for column in CODES if column not in ("issued_by", "complete", "base_status"))
PRINTED = {
    "institution": "institution",
    "election": "election",
    "as_of": "as_of",
    "counted": "counted",
    "dimension": "dimension",
    "label": "label",
    "value": "value",
    "unit": "unit",
    "total": "printed_total",
}
"""What an observation shows as printed, by the column of data/raw/figures that holds it."""
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
    ``same_figures.csv`` says so. A figure takes the codes of its first row, and from the others
    what is unknown there; what another row prints differently, such as a vaguer date, stays in
    its observation.

    Parameters
    ----------
    coded
        The coded rows, in the order of their ids.
    same_figures
        The reviewed links: the row of a record id names the record that it repeats. They have
        no problems (`links.link_problems`).
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
    """Tell what makes rows one figure; of what is not known, no two rows are the same by itself."""
    record = item.record
    total = record.printed_total.value.normalize() if record.printed_total else ""
    undecided = UNKNOWN in (item.codes[column] for column in ("code", "code_2", "kemendagri_code"))
    return (
        *(item.codes[column] for column in _KEY),
        str(record.value.value.normalize()),
        str(total),
        record.record_id if undecided else "",
    )


def _figure(
    figure: str, items: Sequence[CodedRecord], pages: Mapping[str, str]
) -> dict[str, object]:
    records = {item.record.record_id: item.record for item in items}
    sources = _unique(source for record in records.values() for source in record.source_ids)
    with_base = next((item for item in items if item.record.printed_total), items[0])
    base = with_base.record.printed_total
    return {
        "figure_id": figure,
        **_known_codes(items),
        "base_status": with_base.codes["base_status"],
        "base_meaning": with_base.codes["base_meaning"],
        "complete": min((item.codes["complete"] for item in items), key=_COMPLETENESS.index),
        "value": float(items[0].record.value.value),
        "decimals_at_least": max(record.value.decimals for record in records.values()),
        "base": float(base.value) if base else None,
        "n_observations": sum(len(record.source_ids) for record in records.values()),
        "n_pages": len({pages[source] for source in sources}),
        "source_ids": ";".join(sources),
        "check_status": _check_status(list(records.values()), pages),
    }


def _known_codes(items: Sequence[CodedRecord]) -> dict[str, str]:
    """Take the codes of the first row; one unknown there is taken from rows that agree on it."""
    codes = dict(items[0].codes)
    for column in [column for column, code in codes.items() if code == UNKNOWN]:
        known = {item.codes[column] for item in items} - {UNKNOWN, NOT_APPLICABLE}
        if len(known) == 1:
            codes[column] = known.pop()
    return codes


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
    part = "".join(figure.partition("-")[1:])
    for item in items:
        record, printed = item.record, item.record.printed
        for number, source in enumerate(record.source_ids, start=1):
            rows.append(
                {
                    "observation_id": f"O{record.record_id[1:]}-{number}{part}",
                    "figure_id": figure,
                    "record_id": record.record_id,
                    "source_id": source,
                    "page_id": pages[source],
                    **{f"{name}_printed": printed[column] for name, column in PRINTED.items()},
                    "note": printed["note"],
                    "correction_id": record.corrections,
                    "file": record.file,
                }
            )
    return rows


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
