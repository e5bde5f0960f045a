"""Check the processed tables against their descriptions, before anything is written."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from netralitas_research.cleaning.reading import RawTable
from netralitas_research.cleaning.schema import TABLES, TableDescription
from netralitas_research.errors import InputError, Problem

_FAULTS = {
    "str_length": ("problem.missing_value", "expected.filled"),
    "not_nullable": ("problem.missing_value", "expected.filled"),
    "field_uniqueness": ("problem.repeated_id", "expected.one_id"),
    "multiple_fields_uniqueness": ("problem.repeated_id", "expected.one_id"),
    "dtype": ("problem.number_format", "expected.plain_number"),
}


def validate(name: str, frame: pd.DataFrame, origin: RawTable | None = None) -> pd.DataFrame:
    """Check a processed table against its description, all faults at once.

    Parameters
    ----------
    name
        Name of the table.
    frame
        Its rows.
    origin
        The raw file that holds the same rows, if one does; problems then name its rows.

    Returns
    -------
    pandas.DataFrame
        The table with its columns in order and of the right types.

    Raises
    ------
    InputError
        If a cell is empty where it must be filled, has the wrong type, or repeats a key.
    """
    table = TABLES[name]
    ordered = frame.reindex(columns=[column.name for column in table.columns]).reset_index(
        drop=True
    )
    try:
        return _schema(table).validate(ordered, lazy=True)
    except pa.errors.SchemaErrors as errors:
        problems = _problems(table, errors.failure_cases, origin)
        raise InputError(problems) from errors


def _problems(
    table: TableDescription, failures: pd.DataFrame, origin: RawTable | None
) -> list[Problem]:
    """Translate pandera's failures to the rows of the table, each cell once."""
    problems: dict[tuple[int | None, str], Problem] = {}
    for case in failures.to_dict("records"):
        check, column = str(case["check"]), str(case["column"] or "")
        key, expected = next(
            (keys for words, keys in _FAULTS.items() if words in check),
            ("problem.schema", "expected.schema"),
        )
        if key == "problem.repeated_id" and column not in _names(table):
            column = table.primary_key[-1]
        index = None if pd.isna(case["index"]) else int(case["index"])
        problems.setdefault(
            (index, column),
            Problem(
                key,
                file=origin.file if origin else f"{table.name}.csv",
                row=None if index is None else origin.rows[index][0] if origin else index + 2,
                column=column,
                value=str(case["failure_case"]),
                expected=expected,
                params={"rule": check},
            ),
        )
    return list(problems.values())


def _names(table: TableDescription) -> list[str]:
    return [column.name for column in table.columns]


def _schema(table: TableDescription) -> pa.DataFrameSchema:
    types = {"string": str, "integer": "int64", "number": "float64"}
    columns = {}
    for column in table.columns:
        filled = pa.Check.str_length(min_value=1) if column.kind == "string" else None
        columns[column.name] = pa.Column(
            types[column.kind],
            checks=filled if column.required else None,
            nullable=column.kind == "number" and not column.required,
            unique=column.unique,
            coerce=True,
        )
    return pa.DataFrameSchema(columns, strict=True, unique=list(table.primary_key))
