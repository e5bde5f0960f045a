"""What the reports on causes show, one package a report: ``causes.position``, ``causes.motive``.

Each combines figures that `study` chooses with `statistics`, and returns tidy frames and words.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from netralitas_research.language import translator

if TYPE_CHECKING:
    from netralitas_research.presentation.causes import motive, position

__all__ = ["data", "motive", "position"]
_PACKAGES = ("motive", "position")


def data(language: str, *columns: str) -> dict[str, str]:
    """Head the columns that only files for calculating hold.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    *columns
        Names of columns.

    Returns
    -------
    dict of str to str
        The headings by column, for ``table(..., data=...)``.

    Examples
    --------
    >>> data("en", "low", "high")
    {'low': 'lower limit (number)', 'high': 'upper limit (number)'}
    """
    text = translator(language)
    return {column: text(f"causes.data.{column}") for column in columns}


def __getattr__(name: str) -> Any:
    """Import a report's package when it is first asked for."""
    if name in _PACKAGES:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
