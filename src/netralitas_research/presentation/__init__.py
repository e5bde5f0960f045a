"""What notebooks call to show tables, figures, sources and sentences, and to save their numbers.

Nothing heavy is imported until it is used: matplotlib comes with the first plot or figure,
great_tables with the first table, what writes Word and Excel files with the first such file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netralitas_research.presentation import plots
    from netralitas_research.presentation.exports.downloads import downloads
    from netralitas_research.presentation.figures import figure
    from netralitas_research.presentation.markup import cite
    from netralitas_research.presentation.references import sources
    from netralitas_research.presentation.result_tables import result_table
    from netralitas_research.presentation.results import save_numbers
    from netralitas_research.presentation.sentences import prose
    from netralitas_research.presentation.tables import table

__all__ = [
    "cite",
    "downloads",
    "figure",
    "plots",
    "prose",
    "result_table",
    "save_numbers",
    "sources",
    "table",
]

_HOMES = {
    "cite": "markup",
    "downloads": "exports.downloads",
    "figure": "figures",
    "prose": "sentences",
    "result_table": "result_tables",
    "save_numbers": "results",
    "sources": "references",
    "table": "tables",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its module when it is first asked for."""
    if name == "plots":
        return import_module(f"{__name__}.plots")
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
