import csv
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from netralitas_research.codelists import label, load, match, normalise, tables
from netralitas_research.codelists.lists import _rows

WORDINGS = Path(__file__).parent / "data" / "wordings.csv"
COLUMNS = ["label_id", "label_en", "aliases", "source"]
LISTS = [name for name in tables() if set(COLUMNS) <= set(load(name).columns)]


def wordings() -> list[tuple[str, str, str]]:
    with WORDINGS.open(encoding="utf-8", newline="") as lines:
        return [(row["list"], row["wording"], row["code"]) for row in csv.DictReader(lines)]


def test_the_lists_of_the_design_are_there() -> None:
    needed = {
        "acts",
        "elections",
        "institutions",
        "laws",
        "motives",
        "positions",
        "pressers",
        "provinces",
        "regencies",
        "sanctions",
        "stages",
        "subjects",
        "units_counted",
    }
    assert needed <= set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_no_wording_stands_for_two_codes_of_one_list(name: str) -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for code, row in load(name).iterrows():
        for wording in (row["label_id"], row["label_en"], *row["aliases"].split("|")):
            if wording:
                meant[normalise(wording)].add(str(code))

    assert {wording: codes for wording, codes in meant.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("name", LISTS)
def test_codes_are_unique_and_labels_complete_in_both_languages(name: str) -> None:
    frame = load(name)

    assert frame.index.is_unique
    assert not (frame.index == "").any()
    for column in ("label_id", "label_en", "source"):
        assert list(frame.index[frame[column] == ""]) == []


@pytest.mark.parametrize("name", LISTS)
def test_cells_are_trimmed_text(name: str) -> None:
    cells = load(name).reset_index().stack()

    assert cells.map(lambda cell: isinstance(cell, str) and cell == cell.strip()).all()


@pytest.mark.parametrize(("name", "wording", "code"), wordings())
def test_every_wording_of_the_sources_has_its_code(name: str, wording: str, code: str) -> None:
    found = match(name, wording)

    assert (found.code, found.method in ("code", "exact", "alias")) == (code, True)


@pytest.mark.parametrize(
    ("name", "wording", "code"),
    [
        ("positions", "jabatan pimpinan tingi", "jpt"),
        ("acts", "foto bersama calon dengan simbl", "photo_with_candidate"),
        ("sanctions", "hukuman disiplin sedng", "discipline_moderate"),
        ("institutions", "Bawaslu Sulawesi Tengara", "bawaslu_sulawesi_tenggara"),
        ("motives", "kepentingan karir", "career_interest"),
        ("laws", "Undang-undang Nomer 7 Tahun 2017", "UU-7-2017"),
    ],
)
def test_a_misspelt_wording_has_the_right_candidate_first(
    name: str, wording: str, code: str
) -> None:
    assert match(name, wording).candidates[0].code == code


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("acts", "keduanya"),
        ("positions", "Satpol PP; kadis; sekcam; sekdes (masing-masing)"),
        ("stages", "25 Maret 2018"),
        ("laws", "PP 49 Tahun 2011"),
        ("elections", "Pilkada 2019"),
    ],
)
def test_a_wording_that_cannot_be_decided_alone_is_not_decided(name: str, wording: str) -> None:
    assert match(name, wording).code is None


def test_an_english_label_is_understood() -> None:
    assert match("positions", "functional post").code == "fungsional"


def test_a_list_that_was_changed_does_not_change_for_the_next_reader() -> None:
    frame = load("sanctions")
    frame["label_en"] = ""

    assert label("sanctions", "moral", "en") == "Moral sanction"
    assert isinstance(load("sanctions"), pd.DataFrame)
    assert (load("sanctions")["label_en"] != "").all()


def test_a_table_is_read_once() -> None:
    load("acts")
    before = _rows.cache_info().misses
    load("acts")
    match("acts", "media sosial")
    label("acts", "displays", "id")

    assert _rows.cache_info().misses == before


def test_an_unknown_list_is_named_with_those_that_exist() -> None:
    with pytest.raises(KeyError, match=r"fruits.*positions"):
        load("fruits")


@pytest.mark.parametrize(("code", "language"), [("mayor", "en"), ("camat", "fr")])
def test_an_unknown_code_or_language_is_named(code: str, language: str) -> None:
    with pytest.raises(KeyError, match=f"positions.*({code}|{language})"):
        label("positions", code, language)
