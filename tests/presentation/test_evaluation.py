"""Own files and their simulated stand-ins, in words; power against the formula by hand."""

import json
import math
from pathlib import Path

import pandas as pd
import pytest

from netralitas_research.language import LANGUAGES
from netralitas_research.presentation import evaluation
from netralitas_research.presentation.evaluation.own_files import FileProblemError
from netralitas_research.presentation.plots import spans
from netralitas_research.statistics.agreement.simulation import simulate_codings
from netralitas_research.study import regencies
from netralitas_research.study.processed import load

ANSWERS = (
    "peserta;waktu;b1;b2\nA;sebelum;0;1\nA;sesudah;1;1\n"
    "B;sebelum;0;0\nB;sesudah;1;0\nC;sebelum;1;1\n"
)
CODES = "unit;pengode_a;pengode_b\n1;tindakan;behaviour\n2;kebijakan;tindakan\n3;lain;lain\n"


def written(folder: Path, text: str) -> str:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_without_a_file_answers_and_codes_are_marked_as_simulated():
    answers, codes = evaluation.read_answers("", "id"), evaluation.read_codes("", "id")
    assert answers.simulated
    assert codes.simulated
    assert evaluation.report_name(answers, "articles/brebes") == "articles/brebes"


def test_a_file_is_read_and_its_numbers_do_not_replace_those_of_the_study(tmp_path):
    answers = evaluation.read_answers(written(tmp_path, ANSWERS), "id")
    assert answers.counts == {"persons": 3, "both": 2, "one": 1, "items": 2}
    assert (answers.maximum, answers.simulated) == (1, False)
    assert evaluation.report_name(answers, "articles/brebes") == "articles/brebes-own-file"
    found = evaluation.compared(answers, "id").set_index("term")
    assert found.loc["mean_difference", "estimate"] == 1.0
    assert evaluation.before_and_after(answers)["before"].tolist() == [0.0, 50.0]


def test_codes_in_either_language_are_the_same_code_and_others_stay(tmp_path):
    codes = evaluation.read_codes(written(tmp_path, CODES), "id")
    assert codes.codes.values.tolist() == [
        ["behaviour", "behaviour"], ["policy", "behaviour"], ["lain", "lain"],
    ]  # fmt: skip
    table = evaluation.confusion(codes, "id")
    assert table["first"].tolist() == ["Netralitas tindakan", "lain", "Netralitas kebijakan"]
    shown = evaluation.agreement(codes, "id").set_index("term")
    assert shown.loc["percent_agreement", "value"] == "66,7%"


def test_columns_that_were_not_taken_over_are_named_by_letter_and_kind_only(tmp_path):
    rows = ANSWERS.splitlines()
    more = ["Nama;Butir nol;" + rows[0], *(f"Fulan {n};1;{row}" for n, row in enumerate(rows[1:]))]
    answers = evaluation.read_answers(written(tmp_path, "\n".join(more)), "en")
    said = evaluation.described(answers, "en").markdown
    assert said.startswith("The file holds 3 participants and 2 items;")
    assert said.endswith(
        "Column A was not taken over: name. Column B was not taken over: not needed."
    )
    coded = "\n".join(f"{row};x" for row in CODES.splitlines())
    codes = evaluation.read_codes(written(tmp_path, coded), "id")
    assert evaluation.described(codes, "id").markdown == (
        "Berkas memuat 3 unit dan 2 pengode. Kolom D tidak diambil: tidak diperlukan."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_a_file_is_a_sentence(tmp_path, language):
    file = written(tmp_path, "peserta;waktu;b1\nA;sebelm;0\nA;sesudah;x\n")
    with pytest.raises(FileProblemError) as caught:
        evaluation.read_answers(file, language)
    lines = str(caught.value).strip().splitlines()
    assert len(lines) == 2
    assert "own.csv" in lines[0]
    assert not any("problem." in line or "{" in line for line in lines)


def test_an_answer_above_the_highest_is_named_with_its_place(tmp_path):
    file = written(tmp_path, "peserta;waktu;b1\nA;sebelum;5\nA;sesudah;7\n")
    with pytest.raises(FileProblemError, match=r"own\.csv / row 3 / b1: .*“7”"):
        evaluation.read_answers(file, "en", 5)


def test_the_nearest_known_word_is_named(tmp_path):
    file = written(tmp_path, "peserta;waktu;b1\nA;sebelm;0\n")
    with pytest.raises(FileProblemError, match=r"Nearest: sebelum"):
        evaluation.read_answers(file, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statistic_has_words(language):
    answers, codes = evaluation.read_answers("", language), evaluation.read_codes("", language)
    shown = [
        evaluation.compared(answers, language),
        evaluation.agreement(codes, language),
        evaluation.by_category(codes, language),
    ]
    for frame in shown:
        assert frame[["term_label", "value", "method_label"]].ne("").all(axis=None)


def test_needed_regencies_follow_hayes_and_bennett():
    found = evaluation.variation_table(regencies.complete_tables(load("figures")), "en")
    power = evaluation.power_table(found, "33", "en").set_index("table")
    row = found.set_index("table").loc["73-2020-10-02"]
    mean, k, ratio = row["mean"], row["k"], 0.7
    # Hayes & Bennett (1999): 1 + (1.96 + 0.84)^2 (rates + k^2 squares) / difference^2
    squares = k**2 * (mean**2 + (ratio * mean) ** 2)
    needed = 1 + (1.959964 + 0.841621) ** 2 * (mean + ratio * mean + squares) / (0.3 * mean) ** 2
    assert power.loc["73-2020-10-02", "needed_30"] == math.ceil(needed)


def test_simulated_coders_without_errors_would_agree():
    codes = simulate_codings(500, {"a": 1, "b": 1}, error=1e-9, seed=1)
    assert codes["coder_1"].equals(codes["coder_2"])
    noisy = simulate_codings(2000, {"a": 1, "b": 1}, error=0.4, seed=1)
    # Both see the truth with 0.36; otherwise one of them guesses between two: 0.36 + 0.64 / 2.
    assert (noisy["coder_1"] == noisy["coder_2"]).mean() == pytest.approx(0.68, abs=0.03)


def test_a_span_shows_certain_and_possible_parts_or_a_dash():
    frame = pd.DataFrame({"n": ["a", "b"], "low": [20, math.nan], "high": [50, math.nan]})
    drawn = spans(frame, label="n", low="low", high="high", language="id", decimals=1)
    assert [text.get_text() for text in drawn.axes[0].texts] == ["a", "20,0–50,0%", "b", "–"]
    widths = [patch.get_width() for patch in drawn.axes[0].patches]
    assert widths[1] == pytest.approx(0.5 * widths[0])
    assert widths[2] == pytest.approx(0.2 * widths[0])


@pytest.mark.parametrize(("low", "high"), [(50, 20), (-1, 5), (0, 101)])
def test_a_span_that_cannot_be_is_refused(low, high):
    frame = pd.DataFrame({"n": ["a"], "low": [low], "high": [high]})
    with pytest.raises(ValueError, match="spans need"):
        spans(frame, label="n", low="low", high="high", language="id")


def test_numbers_of_a_result_can_be_saved_as_json():
    compared = evaluation.compared(evaluation.read_answers("", "en"), "en")
    assert json.dumps(evaluation.numbers_of(compared), allow_nan=False)
