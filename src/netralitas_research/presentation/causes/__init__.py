"""What the reports on causes show, one package a report: ``causes.position``, ``causes.motive``.

Each combines figures that `study` chooses with `statistics`, and returns tidy frames and words.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netralitas_research.presentation.causes import motive, position

__all__ = ["motive", "position"]


def __getattr__(name: str) -> Any:
    """Import a report's package when it is first asked for."""
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
