"""Where the study lies: one rule, so that no notebook and no other module needs a path."""

from __future__ import annotations

import os
from pathlib import Path

from netralitas_research.errors import StudyNotFoundError

HOME_VARIABLE = "NETRALITAS_HOME"
REPORTS_VARIABLE = "NETRALITAS_REPORTS"


def study_home() -> Path:
    """Find the folder of the study.

    Returns
    -------
    Path
        The folder that the variable ``NETRALITAS_HOME`` names, else the nearest folder upwards
        from the current one that holds ``data/raw`` and ``notebooks``.

    Raises
    ------
    StudyNotFoundError
        If there is no such folder.

    Examples
    --------
    >>> (study_home() / "data" / "raw").is_dir()
    True
    """
    named = os.environ.get(HOME_VARIABLE)
    candidates = [Path(named)] if named else [Path.cwd(), *Path.cwd().parents]
    for folder in candidates:
        if (folder / "data" / "raw").is_dir() and (folder / "notebooks").is_dir():
            return folder.resolve()
    raise StudyNotFoundError("error.study_not_found", folder=str(candidates[0]))


def reports_folder() -> Path:
    """Find the folder that reports are written to.

    Returns
    -------
    Path
        The folder that ``NETRALITAS_REPORTS`` names, else ``reports`` in the study's folder.

    Examples
    --------
    >>> reports_folder().name
    'reports'
    """
    named = os.environ.get(REPORTS_VARIABLE)
    return Path(named) if named else study_home() / "reports"
