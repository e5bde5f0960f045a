import pytest

from netralitas_research.cleaning.corrections import Corrections
from netralitas_research.cleaning.evidence import (
    read_corrections_file,
    read_figure_files,
    read_figures,
)

NONE = Corrections("corrections.csv", {})


@pytest.fixture
def read(study):
    return lambda: read_figures(study.path("figures"), study.home, NONE, {})


def test_every_row_of_every_file_is_read_in_the_order_of_its_id(study, read):
    rows = read()

    lines = sum(len(study.rows(f"figures/{path.parent.name}/{path.name}")) for path in files(study))
    assert rows.problems == []
    assert rows.readable
    assert len(rows.records) == len(rows.places) == lines
    ids = [record.record_id for record in rows.records]
    assert ids == sorted(ids)


def files(study):
    return sorted(study.path("figures").rglob("*.csv"))


def test_a_row_that_cannot_be_read_keeps_its_place(study, read):
    row = study.change("figures/kasn/pilkada-2020.csv", "R0089", "value", "43.4")

    rows = read()

    assert "R0089" not in {record.record_id for record in rows.records}
    assert ("R0089", "data/raw/figures/kasn/pilkada-2020.csv", row) in rows.places
    assert rows.readable


def test_the_ids_are_not_known_while_a_file_cannot_be_read(study, read):
    study.write("figures/kasn/pilkada-2020.csv", b"PK\x03\x04")

    rows = read()

    assert not rows.readable
    assert [p.problem for p in rows.problems] == ["problem.excel_file"]


def test_a_folder_without_files_is_a_problem(tmp_path):
    rows = read_figures(tmp_path / "figures", tmp_path, NONE, {})

    assert not rows.readable
    assert [(p.problem, p.file) for p in rows.problems] == [("problem.missing_file", "figures")]


def test_files_are_named_as_they_are_given(tmp_path):
    rows = read_figure_files([tmp_path / "a.csv"], lambda path: f"my/{path.name}", NONE, {})

    assert [p.file for p in rows.problems] == ["my/a.csv"]


def test_corrections_may_be_none_but_must_have_a_file(study):
    heading = study.path("corrections.csv").read_text(encoding="utf-8").splitlines()[0]
    study.write("corrections.csv", heading + "\n")
    assert read_corrections_file(study.path(""), study.home, {})[2] == []

    study.delete("corrections.csv")
    problems = read_corrections_file(study.path(""), study.home, {})[2]
    assert [p.problem for p in problems] == ["problem.missing_file"]
