"""Numbers and names of methods as users have them."""

import decimal

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates import (
    bounds_on_violations,
    detection_curve,
    direct_standardisation,
    indirect_standardisation,
    over_representation,
    rate_interval,
    rate_ratio,
    rate_ratio_under_detection,
    rate_ratios,
    representation_by_definition,
)


@pytest.mark.parametrize(
    "events",
    [5, np.int32(5), np.array(5), "5", decimal.Decimal(5), np.array([5]), ("5",), range(5, 6)],
)
@pytest.mark.parametrize("exposure", [1305, np.array(1305), "1305", [1305.0], np.array(["1305"])])
def test_a_number_is_a_number_however_it_is_held(events, exposure):
    found = rate_interval(events, exposure)

    assert found[["events", "exposure"]].to_numpy().tolist() == [[5, 1305]]


def test_lone_numbers_of_numpy_go_everywhere():
    found = over_representation(
        np.array(30), np.array(100), total_count=np.array(120), total_workforce=np.array(1000)
    )
    assert found["estimate"].tolist() == [2.5]
    assert bounds_on_violations(np.array(30), np.array(0.5))["bound_high"].tolist() == [60]
    assert len(detection_curve([30, 70], [100, 900], np.array(2))) == 1
    bounds = rate_ratio_under_detection([30, 70], [100, 900], np.array(1), np.array(3))
    assert bounds["detection_high"].tolist() == [3]


def test_the_rows_of_an_array_are_ranges_of_the_workforce():
    as_pairs = over_representation([30, 70], [(50, 100), (900, 950)])

    assert over_representation([30, 70], np.array([[50, 100], [900, 950]])).equals(as_pairs)


@pytest.mark.parametrize("text", ["1.305", "1,305", "27,6%", "many", "", "-3"])
@pytest.mark.parametrize(
    "call",
    [
        lambda text: rate_interval([text], 10),
        lambda text: rate_interval({"a": 3}, {"a": text}),
        lambda text: over_representation([3, 4], [text, 5]),
        lambda text: over_representation([3, 4], [(5, text), 5]),
        lambda text: over_representation([3, 4], [5, 6], total_workforce=text),
        lambda text: bounds_on_violations(3, text),
        lambda text: rate_ratio_under_detection([3, 4], [5, 6], text, 2),
        lambda text: indirect_standardisation(3, [5], [text]),
    ],
)
def test_text_that_may_be_read_in_two_ways_is_refused_by_name(call, text):
    with pytest.raises(UsageError) as error:
        call(text)

    assert (error.value.key, error.value.params["value"]) == ("error.rates_number", text)


@pytest.mark.parametrize(
    "events", [[], {3, 4}, pd.DataFrame({"a": [3]}), np.ones((2, 2)), object()]
)
def test_what_is_no_list_of_numbers_is_refused(events):
    with pytest.raises(UsageError) as error:
        rate_interval(events, 10)

    assert error.value.key in ("error.rates_numbers", "error.rates_number")


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: rate_interval([3, -4], 10), "-4"),
        (lambda: rate_interval([3, 2.5], 10), "2.5"),
        (lambda: rate_interval(1234567890123456, 10), "1.23456789012346e+15"),
        (lambda: rate_interval(3, -10), "-10"),
        (lambda: rate_interval(10**400), str(10**400)),
        (lambda: rate_interval({"a": 3}, {"b": 10}), "b"),
        (lambda: bounds_on_violations(3, 20, 50), "20"),
        (lambda: over_representation([30, 70], [100, 900], total_workforce=500), "1000"),
        (lambda: over_representation([3], [(5, 6, 7)]), "(5, 6, 7)"),
    ],
)
def test_an_error_names_the_value(call, named):
    with pytest.raises(UsageError) as error:
        call()

    assert named in error.value.params.values()


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("Garwood", "exact"),
        ("Exact", "exact"),
        ("Mid-P", "mid_p"),
        ("mid P", "mid_p"),
        ("Byar's", "byar"),
        ("exact-c", "exact"),
    ],
)
def test_methods_of_a_rate_are_named_as_in_the_literature(name, method):
    assert rate_interval(7, method=name).equals(rate_interval(7, method=method))
    found = indirect_standardisation(7, [10], [0.5], method=name)
    assert found.equals(indirect_standardisation(7, [10], [0.5], method=method))


@pytest.mark.parametrize(("name", "method"), [("Clopper-Pearson", "exact"), ("MID-P", "mid_p")])
def test_methods_of_a_ratio_are_named_as_in_the_literature(name, method):
    for call in (
        lambda method: rate_ratio([5, 7], [10, 20], method=method),
        lambda method: over_representation([5, 7], [10, 20], method=method),
        lambda method: detection_curve([5, 7], [10, 20], [2], method=method),
    ):
        assert call(name).equals(call(method))


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("Fay-Feuer", "fay_feuer"),
        ("Fay & Feuer", "fay_feuer"),
        ("gamma", "fay_feuer"),
        ("Tiwari", "tiwari"),
        ("Tiwari, Clegg & Zou", "tiwari"),
    ],
)
def test_methods_of_a_standardised_rate_are_named_as_in_the_literature(name, method):
    found = direct_standardisation([5, 7], [10, 20], [1, 1], method=name)

    assert found["method"].tolist() == ["exact", method]


@pytest.mark.parametrize("name", ["wald", "byar", None])
def test_a_method_that_is_not_offered_is_told_with_those_that_are(name):
    with pytest.raises(UsageError) as error:
        rate_ratio([5, 7], [10, 20], method=name)

    assert error.value.params["known"] == "exact, mid_p"


def test_a_row_called_others_is_a_row():
    counts, staff = {"heads": 9, "staff": 20, "others": 4}, [100, 900, 50]

    each = rate_ratios(counts, staff)
    against = rate_ratios(counts, staff, reference="others")

    assert each["term"].tolist() == ["heads", "staff", "others"]
    assert each["reference_events"].tolist() == [24, 13, 29]
    assert against["term"].tolist() == ["heads", "staff"]
    assert against["reference_events"].tolist() == [4, 4]
    without = rate_ratios([9, 20], [100, 900], reference="others")
    assert without.equals(rate_ratios([9, 20], [100, 900]))


def test_a_reference_may_be_a_year():
    counts = pd.Series({2019: 5, 2020: 6})

    found = rate_ratios(counts, 100, reference=2019)

    assert (found["term"].item(), found["reference"].item()) == ("2020", "2019")


def test_what_is_not_known_of_a_range_is_open():
    unknown = rate_ratio_under_detection([30, 70], [100, 900], None, 3)

    assert unknown.equals(rate_ratio_under_detection([30, 70], [100, 900], 0, 3))
    open_above = rate_ratio_under_detection([30, 70], [100, 900], 1, None)
    assert open_above["bound_low"].tolist() == [0]


def test_a_definition_without_total_is_stated():
    definition = {"count": 20, "workforce": 40, "total_count": None, "total_workforce": 1000}

    found = representation_by_definition({"narrow": definition})

    assert found["note"].tolist() == ["note.rates.no_total"]
    assert not found[["low", "high"]].isna().any(axis=None)


def test_a_lone_group_is_the_whole_workforce_though_its_size_is_not_known():
    found = over_representation([3], [(0, 4)])

    assert found[["workforce_share_low", "workforce_share_high"]].iloc[0].tolist() == [1, 1]
    assert found["estimate"].tolist() == [1]
