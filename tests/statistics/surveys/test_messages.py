"""Every note, term, method and error of questionnaires, coders and power has its sentence."""

import ast
import re
from pathlib import Path

import pytest

from netralitas_research import statistics
from netralitas_research.errors import UsageError
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.statistics.tidy import require_share

FOLDER = Path(statistics.__file__).parent
FILES = [
    FOLDER / "tidy.py",
    *(
        path
        for family in ("surveys", "agreement", "power")
        for path in (FOLDER / family).glob("*.py")
    ),
]


def written():
    """List all texts of the modules."""
    return {
        node.value
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def sentences(language):
    messages = translator(language).messages
    return {key for key in messages if key.startswith(("surveys.", "error.survey_"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_source_has_a_sentence(language):
    keys = {text for text in written() if re.fullmatch(r"(surveys|error)\.[a-z_.]*[a-z]", text)}

    assert len(keys) > 50
    assert keys <= sentences(language)


def test_every_sentence_is_used():
    # Terms, methods and some notes are written as their last word, with what makes them vary.
    texts = written() | {f"krippendorff_{x}" for x in ("nominal", "ordinal", "interval", "ratio")}
    texts |= {f"kappa_{weights}" for weights in ("linear", "quadratic")}
    texts |= {f"{size}{name}" for size in ("cohen_d", "hedges_g") for name in ("z", "av")}
    texts |= {f"standardised_{name}{end}" for name in ("z", "av") for end in ("", "_corrected")}

    unused = {
        key for key in sentences("en") if key not in texts and key.rpartition(".")[2] not in texts
    }
    assert unused == set()


def rows_of_all():
    import pandas as pd

    from netralitas_research.statistics.agreement import coders as coder_agreement
    from netralitas_research.statistics.power import regencies as rate_power
    from netralitas_research.statistics.surveys import items, prepost

    answers = pd.DataFrame({"b1": [0, 1, 1, 0], "b2": [0, 1, 0, 1], "b3": [1, 1, 0, 0]})
    many = list(range(1, 202))
    codes = [1, 2, 3, 1, 2]
    return pd.concat(
        [
            prepost.compare([1, 2, 3], [2, 4, 3], maximum=5),
            prepost.compare([0] * 201, many),
            items.item_analysis(answers, answers[::-1].set_axis(answers.index)),
            items.item_analysis(answers + 1, maximum=2),
            items.cronbach_alpha(answers),
            items.cronbach_alpha(answers + 1),
            *(
                coder_agreement.cohen_kappa(codes, codes[::-1], weights)
                for weights in (None, "linear", "quadratic")
            ),
            *(
                coder_agreement.krippendorff_alpha(pd.DataFrame({"a": codes, "b": codes}), scale)
                for scale in ("nominal", "ordinal", "interval", "ratio")
            ),
            coder_agreement.category_agreement(pd.DataFrame({"a": codes, "b": codes})),
            rate_power.regencies_needed(5, 0.5, 0.5),
            rate_power.power_of_design(10, 5, 0.5, 0.5),
            rate_power.detectable_ratio(20, 5, 0.5),
            rate_power.before_after_power(5, 0.5),
            rate_power.between_regency_variation([1, 5, 9]),
        ]
    )


def test_every_term_method_and_note_of_a_result_can_be_said():
    found = rows_of_all()
    said = {f"surveys.term.{term}" for term in found["term"]}
    said |= {f"surveys.method.{method}" for method in found["method"]}
    said |= {note for note in found["note"] if note}
    terms = {key for key in sentences("en") if key.startswith(("surveys.term", "surveys.method"))}

    assert said <= sentences("en")
    assert terms <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_level_in_percent_is_told_how_it_is_written(language):
    with pytest.raises(UsageError) as caught:
        require_share("level", 95)

    assert "0.95" in translator(language)(caught.value.key, **caught.value.params)
