"""Names of methods are understood as people write them, and an unknown one is explained."""

import pytest

from netralitas_research.errors import UsageError
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.statistics.methods import read_method

KNOWN = ("clopper_pearson", "mid_p", "quesenberry_hurst", "bh", "frechet")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("mid_p", "mid_p"),
        ("Mid-P", "mid_p"),
        ("midP", "mid_p"),
        (" mid p ", "mid_p"),
        ("Clopper-Pearson", "clopper_pearson"),
        ("Clopper\N{EN DASH}Pearson", "clopper_pearson"),
        ("CLOPPER PEARSON", "clopper_pearson"),
        ("Quesenberry & Hurst", "quesenberry_hurst"),
        ("Quesenberry and Hurst", "quesenberry_hurst"),
        ("quesenberry_dan_hurst", "quesenberry_hurst"),
        ("Fr\N{LATIN SMALL LETTER E WITH ACUTE}chet", "frechet"),
        ("BH", "bh"),
        ("Benjamini-Hochberg", "bh"),
    ],
)
def test_names_are_understood_as_the_literature_writes_them(given, name):
    assert read_method(given, KNOWN, {"benjamini_hochberg": "bh"}) == name


@pytest.mark.parametrize("given", ["wald", "", None, 5, ["mid_p"], "mid_p_corrected_for_x"])
def test_what_is_not_known_is_refused(given):
    with pytest.raises(UsageError) as error:
        read_method(given, KNOWN)

    assert error.value.params["known"] == ", ".join(KNOWN)


def test_misspelt_name_is_told_the_nearest_under_its_own_name():
    with pytest.raises(UsageError) as error:
        read_method("benjamini hochbreg", KNOWN, {"benjamini_hochberg": "bh"}, "adjust")

    assert error.value.key == "error.method_nearest"
    assert error.value.params["nearest"] == "bh"
    assert error.value.params["argument"] == "adjust"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("given", ["wald", "mid_q"])
def test_refusal_is_a_sentence_with_the_name_and_the_choice(language, given):
    with pytest.raises(UsageError) as error:
        read_method(given, KNOWN)

    sentence = translator(language)(error.value.key, **error.value.params)
    assert given in sentence
    assert ", ".join(KNOWN) in sentence
