"""The processed data as the documents see them: where they are, which years, which version."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

RAW = Path("data") / "raw"
PROCESSED = Path("data") / "processed"

_DESCRIPTOR = PROCESSED / "datapackage.json"


def report_years(home: Path) -> list[int]:
    """List the years that have a report.

    Parameters
    ----------
    home
        Folder of the study; its data have been cleaned.

    Returns
    -------
    list of int
        The years.
    """
    return [int(year) for year in json.loads((home / _DESCRIPTOR).read_bytes())["report_years"]]


def data_version(home: Path) -> str:
    """Name the processed data by their content.

    Parameters
    ----------
    home
        Folder of the study; its data have been cleaned.

    Returns
    -------
    str
        Twelve characters; the descriptor holds a hash of every table, so they stand for all.
    """
    return hashlib.sha256((home / _DESCRIPTOR).read_bytes()).hexdigest()[:12]
