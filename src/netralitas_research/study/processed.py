"""Read the processed tables, each as the codebook describes it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

from netralitas_research.cleaning.schema import TABLES
from netralitas_research.errors import UsageError
from netralitas_research.home import study_home

_TYPES = {"string": "str", "integer": "int64", "number": "float64"}


def load(name: str) -> pd.DataFrame:
    """Read one processed table of the study.

    Parameters
    ----------
    name
        Its name, such as ``figures`` or ``observations``.

    Returns
    -------
    pandas.DataFrame
        Its rows, with the columns and types of the codebook; an empty text is an empty string.

    Raises
    ------
    UsageError
        If there is no such table, or the raw data have not been cleaned yet.

    Examples
    --------
    >>> set(load("elections").columns) >= {"election", "voting_date"}
    True
    """
    if name not in TABLES:
        raise UsageError("error.table", table=name, tables=", ".join(TABLES))
    path = study_home() / "data" / "processed" / f"{name}.csv"
    if not path.is_file():
        raise UsageError("error.not_cleaned", table=name)
    # Pandas copies on write: a shallow copy is enough to keep the cached table as it is.
    return _read(path, name, path.stat().st_mtime_ns).copy(deep=False)


@cache
def _read(path: Path, name: str, changed: int) -> pd.DataFrame:  # noqa: ARG001
    columns = TABLES[name].columns
    texts = {column.name for column in columns if column.kind == "string"}
    return pd.read_csv(
        path,
        dtype={column.name: _TYPES[column.kind] for column in columns},
        keep_default_na=False,
        na_values={column.name: [""] for column in columns if column.name not in texts},
    )
