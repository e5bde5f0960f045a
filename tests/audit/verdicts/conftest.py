"""Judging claims on changed data."""

import sys
from collections.abc import Callable

import pandas as pd
import pytest

from netralitas_research.study import processed

Edit = Callable[[pd.DataFrame], pd.DataFrame]


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Edit], None]:
    """Change a processed table for every module that reads it."""
    load = processed.load
    tables: dict[str, pd.DataFrame] = {}

    def changed(wanted: str) -> pd.DataFrame:
        return tables[wanted].copy() if wanted in tables else load(wanted)

    def apply(name: str, edit: Edit) -> None:
        tables[name] = edit(changed(name))
        for module in list(sys.modules.values()):
            ours = getattr(module, "__name__", "").startswith("netralitas_research.")
            if ours and vars(module).get("load") is load:
                monkeypatch.setattr(module, "load", changed)

    return apply
