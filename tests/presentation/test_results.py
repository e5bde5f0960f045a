import json
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from netralitas_research.presentation.results import save_numbers


@pytest.fixture(autouse=True)
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETRALITAS_REPORTS", str(tmp_path))
    return tmp_path


def test_numbers_stand_beside_the_report_with_sorted_keys(reports: Path):
    save_numbers("articles/banten", "id", {"b": 1, "a": {"d": 0.1 + 0.2, "c": "Jakartá"}})
    text = (reports / "articles" / "banten.id.json").read_text(encoding="utf-8")
    assert text == ('{\n "a": {\n  "c": "Jakartá",\n  "d": 0.30000000000000004\n },\n "b": 1\n}\n')


def test_numbers_of_numpy_and_pandas_become_plain_numbers(reports: Path):
    numbers = {"i": np.int64(3), "f": np.float64(0.1), "b": np.True_, "d": Decimal("9.40"),
               "l": [np.int8(1), None]}  # fmt: skip
    save_numbers("articles/banten", "en", numbers)
    saved = json.loads((reports / "articles" / "banten.en.json").read_text(encoding="utf-8"))
    assert saved == {"i": 3, "f": 0.1, "b": True, "d": 9.4, "l": [1, None]}


@pytest.mark.parametrize("value", [float("nan"), np.float64("inf"), Decimal("NaN")])
def test_a_number_that_is_not_finite_is_refused_by_its_name(reports: Path, value: object):
    with pytest.raises(ValueError, match=r"^shares\.banten\[1\]: not a finite number"):
        save_numbers("articles/banten", "id", {"shares": {"banten": [1, value]}})
    assert list(reports.iterdir()) == []


def test_a_value_that_json_cannot_hold_is_refused():
    with pytest.raises(TypeError, match=r"^a: cannot be saved: set"):
        save_numbers("articles/banten", "id", {"a": {1}})


@pytest.mark.parametrize("name", ["../banten", "/banten", "articles/../x", "Articles/x", ""])
def test_a_name_outside_the_reports_is_refused(name: str):
    with pytest.raises(ValueError, match="not the name of a report"):
        save_numbers(name, "id", {})


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="not a language"):
        save_numbers("articles/banten", "nl", {})


def test_nothing_but_the_file_is_left_behind(reports: Path):
    for count in (1, 2):
        save_numbers("articles/banten", "id", {"n": count})
    assert [path.name for path in (reports / "articles").iterdir()] == ["banten.id.json"]
