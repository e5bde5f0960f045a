"""Links between rows that print one figure: each must lead to a row with the same number."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from netralitas_research.cleaning.coding import CodedRecord
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.errors import Problem


def link_problems(
    links: RawTable,
    coded: Sequence[CodedRecord],
    record_ids: Collection[str],
    left_out: Set[str],
) -> list[Problem]:
    """Find links that lead nowhere, to a row that is itself linked or left out, or astray.

    Parameters
    ----------
    links
        The table ``same_figures.csv``.
    coded
        The coded rows.
    record_ids
        Every record there is.
    left_out
        Those that are not coded on purpose; others that are not coded have problems of their own.

    Returns
    -------
    list of Problem
        At most one for each link.
    """
    rows: dict[str, list[CodedRecord]] = {}
    for item in coded:
        rows.setdefault(item.record.record_id, []).append(item)
    linked = {cells["record_id"] for _, cells in links.rows}
    problems = []
    for row, cells in links.rows:
        record_id, target = cells["record_id"], cells["same_as"]
        missing = [name for name in ("record_id", "same_as") if cells[name] not in record_ids]
        if missing:
            key, column, expected = "problem.unknown_id", missing[0], "expected.known_record"
        elif target in linked or {record_id, target} & left_out:
            key, column, expected = "problem.link_target", "same_as", "expected.link_target"
        elif {record_id, target} <= rows.keys() and not _agree(rows[record_id], rows[target]):
            key, column, expected = "problem.link_differs", "same_as", "expected.same_number"
        else:
            continue
        problems.append(
            Problem(
                key,
                file=links.file,
                row=row,
                column=column,
                value=cells[column],
                expected=expected,
                params={"record": record_id, "target": target},
            )
        )
    return problems


def ruling_problems(rulings: RawTable, record_ids: Collection[str]) -> list[Problem]:
    """Find rulings on a record that does not exist."""
    return [
        Problem(
            "problem.unknown_id",
            file=rulings.file,
            row=row,
            column="record_id",
            value=cells["record_id"],
            expected="expected.known_record",
        )
        for row, cells in rulings.rows
        if cells["record_id"] not in record_ids
    ]


def _agree(items: Sequence[CodedRecord], targets: Sequence[CodedRecord]) -> bool:
    """Say whether two rows print one number, and one code where there are several."""
    codes, meant = ({item.codes["code"] for item in rows} for rows in (items, targets))
    return _number(items[0]) == _number(targets[0]) and (len(targets) == 1 or codes <= meant)


def _number(item: CodedRecord) -> tuple[object, bool]:
    return item.record.value.value, item.record.unit == "percent"
