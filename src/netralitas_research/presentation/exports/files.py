"""Files that are there whole or not at all, in the format that their name asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from netralitas_research.errors import UsageError


def save(path: str | Path, formats: Mapping[str, Callable[[], bytes]]) -> Path:
    """Write a file in the format of its suffix.

    Parameters
    ----------
    path
        Where to; folders that are missing are made.
    formats
        What makes the bytes, by suffix.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    UsageError
        If the suffix is none of the formats.

    Examples
    --------
    >>> save("position.pdf", {".csv": bytes})
    Traceback (most recent call last):
    netralitas_research.errors.UsageError: ('error.export_format', {'file': 'position.pdf', ...})
    """
    target = Path(path)
    if target.suffix.lower() not in formats:
        raise UsageError("error.export_format", file=target.name, formats=", ".join(formats))
    content = formats[target.suffix.lower()]()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target
