"""Every problem that the room can report has a sentence in both languages."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from netralitas_research import cleaning
from netralitas_research.errors import Problem
from netralitas_research.language import LANGUAGES, translator

FOLDER = Path(cleaning.__file__).parent
KEY = re.compile(r"(?:problem|expected|number|date)\.[a-z_0-9]+")
ALWAYS = {"file", "sheet", "row", "column", "value", "nearest"}


def texts():
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def keys():
    written = {text for text in texts() if KEY.fullmatch(text)}
    return sorted(written | {"number.expected_id", "date.expected"})


def placeholders(key, language):
    return {name for _, name, _, _ in Formatter().parse(translator(language).messages[key]) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", keys())
def test_every_key_in_the_source_has_a_sentence(key, language):
    assert translator(language).messages[key]


def test_every_sentence_on_problems_is_used():
    messages = translator("en").messages
    used = set(keys())

    assert {key for key in messages if key.startswith(("problem.", "expected."))} - used == set()


def test_names_of_parameters_are_given_where_they_are_needed():
    """A sentence needs nothing but the place of its problem and what the source gives by name."""
    given = {text for text in texts() if text.isidentifier()} | ALWAYS
    keywords = {
        keyword.arg
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
    }

    for key in keys():
        assert placeholders(key, "id") == placeholders(key, "en")
        assert placeholders(key, "id") <= given | keywords


def sentence(problem: Problem, language: str) -> str:
    params = {
        "file": problem.file,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "nearest": ", ".join(problem.nearest),
        **problem.params,
    }
    translate = translator(language)
    expected = translate(problem.expected, **params) if problem.expected else ""
    return translate(problem.problem, **params) + expected


# Cells that are put into a row, and files that are written anew: nearly every problem there can be.
CELLS = [
    (
        "figures/kasn/pilkada-2020.csv",
        "R0089",
        {"value": "43.4", "as_of": "x", "unit": "orang"},
    ),
    ("figures/kasn/pilkada-2020.csv", "R0090", {"value": "12%", "printed_total": "-1"}),
    ("figures/kasn/pilkada-2020.csv", "R0091", {"source_ids": "a;a", "record_id": "R1"}),
    ("figures/kasn/pilkada-2020.csv", "R0092", {"value": "900", "source_ids": "kompas200826"}),
    ("figures/kasn/pilkada-2020.csv", "R0093", {"counted": "x", "label": ""}),
    ("figures/kasn/pilkada-2020.csv", "R0094", {"counted": "x", "label": "y"}),
    ("figures/kasn/pilkada-2020.csv", "R0096", {"value": "9" * 30}),
    ("figures/kasn/pilkada-2020.csv", "R0097", {"record_id": "R0751"}),
    ("figures/kasn/pilkada-2020.csv", "R0173", {"value": "0"}),
    ("figures/kasn/pilkada-2020.csv", "R0183", {"value": "101"}),
    ("figures/bawaslu-sulawesi-tenggara/pilkada-2018.csv", "R1672", {"label": "Kota Baubau"}),
    ("sources.csv", "bisnis_kasn2018", {"same_page_as": "kompas_kasn2022"}),
    ("sources.csv", "alinea_2022", {"url_status": "x", "date": "x"}),
    ("laws.csv", "UU-5-2014", {"law_id": "UU-20-2023"}),
    ("wordings/counted.csv", "ASN terlapor", {"wording": "ASN"}),
    ("wordings/statuses.csv", "dihentikan", {"stage": "x"}),
    ("wordings/rulings.csv", "R0054", {"column": "as_printed", "value": "1"}),
    ("wordings/rulings.csv", "R0474", {"record_id": "R9999", "reason_id": ""}),
    ("wordings/same_figures.csv", "R0032", {"same_as": "R0103"}),
    ("wordings/same_figures.csv", "R0095", {"same_as": "R0397"}),
    ("articles/numbers.csv", "banten-n012", {"value": "x"}),
    ("articles/numbers.csv", "brebes-n001", {"value": "x"}),
    ("articles/links.csv", "banten-n009", {"record_id": "R0397", "number_id": "x"}),
    ("articles/links.csv", "R0555", {"row": "x"}),
    ("articles/tables.csv", "banten-tabel-1", {"row_column": "x"}),
    ("claims/brebes.csv", "brebes-c001", {"claim_id": "x", "explanation_id": "{"}),
    ("claims/brebes.csv", "brebes-c003", {"explanation_id": "{x}"}),
]
FILES = [
    ("laws.csv", b"PK\x03\x04"),
    ("skb_acts.csv", b"%PDF"),
    ("elections.csv", b""),
    ("corrections.csv", b"a\x00b"),
    ("articles/articles.csv", "a".encode("utf-16")),
    ("articles/tables.csv", b"a\x07b\n"),
    ("articles/numbers.csv", "é\n".encode() + b"\xe9\n"),
    ("articles/links.csv", b'number_id,"x\n'),
    ("articles/sums.csv", b"check_id,check_id,articel\n"),
    ("articles/left_out.csv", b"article,what,reason_id,reason_en\n"),
    (
        "wordings/notes.csv",
        b'wording,complete,qualifier,base_status,province_set\nx\n"a\nb",,,,\n',
    ),
    ("figures/new/new.csv", b"a,b\n"),
    ("articles/law_links.csv", 2 * b"number_id,law_id,relation,note_id,note_en\n"),
]


NOT_OF_THE_STUDY = {
    "problem.unknown_kind",  # of a file that is checked alone
    "problem.schema",  # of a rule without a sentence of its own
}


@pytest.fixture(scope="module")
def produced(raw_copy):
    """The problems of the study, damaged in several ways one after another."""
    problems = []
    for change, damage in (
        (raw_copy.put, CELLS),
        (raw_copy.write, FILES),
        (raw_copy.put, [("corrections.csv", "C001", {"record_id": "R9999"})]),
        (raw_copy.delete, [("laws.csv",)]),
    ):
        try:
            for where in damage:
                change(*where)
            problems += raw_copy.problems()
        finally:
            raw_copy.repair()
    return problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_can_be_said(produced, language):
    for problem in produced:
        assert "{" not in sentence(problem, language)


def test_every_problem_was_produced(produced):
    possible = {key for key in keys() if key.startswith("problem.")}

    assert possible - {problem.problem for problem in produced} == NOT_OF_THE_STUDY


def test_problems_name_their_place_and_what_was_expected(study):
    study.write("figures/kasn/pilkada-2020.csv", b"a,b\n")
    study.change("sources.csv", "alinea_2022", "date", "x")

    for problem in study.problems():
        assert problem.file.startswith("data/raw/")
        assert problem.row
        assert problem.column
        assert problem.expected
