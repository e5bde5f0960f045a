"""The numbers of a report, saved beside it so that prose and tests can read them."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Mapping
from decimal import Decimal
from numbers import Integral, Real

import numpy as np

from netralitas_research.home import reports_folder
from netralitas_research.language import LANGUAGES

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")


def save_numbers(name: str, language: str, numbers: Mapping[str, object]) -> None:
    """Write the numbers of a report as JSON beside it.

    Parameters
    ----------
    name
        Group and stem of the report, such as ``articles/banten``.
    language
        Language of the report, ``id`` or ``en``.
    numbers
        Numbers by name, nested as needed. A value that is not known is ``None``, with a note
        beside it that says why.

    Raises
    ------
    ValueError
        If the name or the language is not one of a report, or a number is not finite.
    TypeError
        If a value is neither number, text, ``None``, mapping nor sequence.

    Examples
    --------
    >>> save_numbers("articles/banten", "id", {"share": float("nan")})
    Traceback (most recent call last):
    ValueError: share: not a finite number; write None and a note that says why
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the name of a report: {name!r}")
    if language not in LANGUAGES:
        raise ValueError(f"not a language: {language!r}")
    text = json.dumps(_plain(numbers, ""), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    target = reports_folder() / f"{name}.{language}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.write_bytes(text.encode())
    draft.replace(target)


def _plain(value: object, where: str) -> object:
    """Turn numpy numbers into Python's own, and refuse what JSON cannot say."""
    match value:
        case None | bool() | str():
            return value
        case np.bool_():
            return bool(value)
        case Integral():
            return int(value)
        case Real() | Decimal():
            if not math.isfinite(value):
                message = "not a finite number; write None and a note that says why"
                raise ValueError(f"{where}: {message}")
            return float(value)
        case Mapping():
            return {str(key): _plain(v, f"{where}.{key}".strip(".")) for key, v in value.items()}
        case list() | tuple():
            return [_plain(item, f"{where}[{place}]") for place, item in enumerate(value)]
    raise TypeError(f"{where}: cannot be saved: {type(value).__name__}")
