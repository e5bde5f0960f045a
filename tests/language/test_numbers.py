"""Printed numbers: what is read, what is refused, and what is printed."""

import math
import pickle
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import NetralitasError, UsageError
from netralitas_research.language import (
    LANGUAGES,
    QUALIFIERS,
    NumberFormatError,
    format_number,
    format_p_value,
    format_range,
    parse_number,
    translator,
)
from netralitas_research.language.number_words import QUALIFIERS_AFTER, QUALIFIERS_BEFORE

FINITE_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=None).filter(
    lambda number: abs(number.adjusted()) < 60
)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("22,98", "22.98", 2),
        ("4.168.118", "4168118", 0),
        ("9,40", "9.40", 2),
        ("3,9", "3.9", 1),
        ("-44,25", "-44.25", 2),
        ("−44,25", "-44.25", 2),
        ("1.234,5", "1234.5", 1),
        ("1234,5", "1234.5", 1),
        ("1,500", "1.500", 3),
        ("1.500", "1500", 0),
        ("0", "0", 0),
        ("-0", "0", 0),
        ("+5", "5", 0),
        ("  700\u00a0", "700", 0),
        ("27,6%", "27.6", 1),
        ("27,6 %", "27.6", 1),
        ("27,60 persen", "27.60", 2),
        ("2,7 juta", "2700000", 0),
        ("10 ribu", "10000", 0),
        ("1,5 Miliar", "1500000000", 0),
        ("1,23456 ribu", "1234.56", 2),
    ],
)
def test_indonesian_number_is_read_with_the_decimals_it_prints(text, value, decimals):
    number = parse_number(text)
    assert str(number.value) == value
    assert (number.decimals, number.qualifier, number.text) == (decimals, "exact", text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234.5", "1234.5"), ("43.4", "43.4"), ("4,168,118", "4168118"), ("2.7 million", "2700000")],
)
def test_english_number_is_read_in_english_notation(text, value):
    assert str(parse_number(text, notation="en").value) == value


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("400", "exact"),
        ("lebih dari 400", "more_than"),
        ("> 400", "more_than"),
        (">400", "more_than"),
        ("more than 400", "more_than"),
        ("400 lebih", "more_than"),
        ("at least 400", "at_least"),
        ("Minimal 400", "at_least"),
        ("setidaknya 400", "at_least"),
        ("≥ 400", "at_least"),
        ("400 atau lebih", "at_least"),
        ("sekitar 400", "about"),
        ("kurang lebih 400", "about"),
        ("about 400", "about"),
        ("± 400", "about"),
        ("sampai 400", "up_to"),
        ("up to 400", "up_to"),
        ("paling banyak 400", "up_to"),
        ("at most 400", "up_to"),
        ("hampir 400", "less_than"),
        ("kurang dari 400", "less_than"),
        ("fewer than 400", "less_than"),
    ],
)
def test_qualifier_is_recognised_in_both_languages(text, qualifier):
    number = parse_number(text)
    assert (number.value, number.qualifier) == (Decimal(400), qualifier)


def test_qualifier_stands_together_with_magnitude_and_percent_sign():
    assert parse_number("lebih dari 2,7 juta").value == Decimal(2700000)
    assert parse_number("hampir 27,6 %").qualifier == "less_than"
    assert parse_number("10 ribu lebih").qualifier == "more_than"


def test_every_qualifier_word_means_one_of_the_closed_set():
    assert {*QUALIFIERS_BEFORE.values(), *QUALIFIERS_AFTER.values(), "exact"} == set(QUALIFIERS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_qualifier_printed_in_a_language_is_read_back(language, qualifier):
    printed = translator(language)(f"qualifier.{qualifier}", number=1234.5)
    read = parse_number(printed, notation=language)
    assert (read.value, read.qualifier) == (Decimal("1234.5"), qualifier)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("43.4", ("43,4",)),
        ("-43.4", ("-43,4",)),
        ("43.4 %", ("43,4 %",)),
        ("lebih dari 43.4", ("lebih dari 43,4",)),
        ("1,234.5", ("1.234,5",)),
        ("1,234,567", ("1.234.567",)),
        ("12,34,5", ("1.234,5",)),
        ("1.000.00", ("1.000,00",)),
        ("4.16.118", ("416.118",)),
        ("12345.678", ("12345,678", "12.345.678")),
        ("0.123", ("0,123",)),
        ("43.4.", ("43,4",)),
        (",5", ("0,5",)),
        ("5,", ("5",)),
        ("007", ("7",)),
        ("00", ("0",)),
        ("1 000", ("1.000",)),
        ("1 234,5", ("1.234,5",)),
        ("1e5", ("100000",)),
        ("1E+05", ("100000",)),
        ("٣", ("3",)),
        ("--5", ("-5",)),
        ("–5", ("-5",)),
        ("lebh dari 400", ("lebih dari 400",)),
        ("2,7 jtua", ("2,7 juta",)),
    ],
)
def test_wrong_number_is_refused_with_the_nearest_spelling(text, nearest):
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text)
    assert caught.value.nearest == nearest
    assert (caught.value.text, caught.value.expected) == (text, "number.expected_id")


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("43,4", ("43.4",)), ("1.234,5", ("1,234.5",)), ("1 000.5", ("1,000.5",))],
)
def test_wrong_english_number_is_refused_with_the_nearest_spelling(text, nearest):
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text, notation="en")
    assert (caught.value.nearest, caught.value.expected) == (nearest, "number.expected_en")


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", ",", "abc", "nan", "NaN", "inf", "Infinity", "½", "1/2", "5²", "1_000"),
        *("0x10", "10-12", "10 12", "Rp 400", "400 orang", "400 persons"),
        "lebih dari 400 lebih",
    ],
)
def test_what_is_no_number_is_refused_without_a_suggestion(text):
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text)
    assert caught.value.nearest == ()


@given(st.text(alphabet="0123456789.,-+ %e٣ lebihdarjut", max_size=15), st.sampled_from(LANGUAGES))
def test_every_text_is_read_or_refused_with_spellings_that_are_read(text, notation):
    try:
        parse_number(text, notation)
    except NumberFormatError as error:
        for spelling in error.nearest:
            parse_number(spelling, notation)


@given(FINITE_DECIMALS, st.sampled_from(LANGUAGES))
def test_printed_number_is_read_back_unchanged(number, language):
    read = parse_number(format_number(number, language), notation=language)
    assert read.value == number


@given(
    st.integers(min_value=-(10**40), max_value=10**40),
    st.integers(min_value=0, max_value=12),
    st.sampled_from(LANGUAGES),
)
def test_fixed_decimals_are_read_back_with_their_zeros(digits, decimals, language):
    number = Decimal(f"{digits}e-{decimals}")
    read = parse_number(format_number(number, language, decimals), notation=language)
    assert (read.value, read.decimals) == (number, decimals)


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (Decimal("9.40"), None, "9,4", "9.4"),
        (Decimal("1e3"), None, "1.000", "1,000"),
        (100, None, "100", "100"),
        (100, 1, "100,0", "100.0"),
        (Decimal("2.675"), 2, "2,68", "2.68"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "-3", "-3"),
        (999.95, 1, "1.000,0", "1,000.0"),
        (-0.004, 2, "0,00", "0.00"),
        (np.float64(0.1), None, "0,1", "0.1"),
        (np.int64(4168118), None, "4.168.118", "4,168,118"),
    ],
)
def test_number_is_printed_as_each_language_writes_it(value, decimals, indonesian, english):
    assert format_number(value, "id", decimals) == indonesian
    assert format_number(value, "en", decimals) == english


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_number_that_is_not_finite_is_not_printed(value):
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(value, "id")


def test_unknown_language_is_a_usage_error():
    with pytest.raises(UsageError):
        parse_number("5", notation="fr")
    with pytest.raises(UsageError):
        format_number(5, "fr")


def test_error_is_one_that_users_cause_and_travels_between_processes():
    error = NumberFormatError("43.4", "number.expected_id", ("43,4",))
    assert isinstance(error, NetralitasError)
    assert isinstance(error, ValueError)
    copy = pickle.loads(pickle.dumps(error))
    assert vars(copy) == vars(error)


def test_a_range_whose_ends_are_written_alike_is_one_number():
    assert format_range(1004, 1013, "id") == "1.004–1.013"
    assert format_range(36.14, 36.06, "id", 1, "%") == "36,1%"
    assert format_range(0.0, -0.0, "en", 1) == "0.0"


@pytest.mark.parametrize("ends", [(math.nan, 1.0), (1.0, math.nan), (math.nan, math.nan)])
def test_a_range_without_an_end_is_a_dash_without_its_unit(ends):
    assert format_range(*ends, "en", 1, "%") == "–"


def test_a_range_without_a_limit_is_refused():
    with pytest.raises(ValueError, match="finite"):
        format_range(1.0, math.inf, "en")


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.0341, "0,034"), (0.001, "0,001"), (0.00099, "<\xa00,001"), (0.0, "<\xa00,001"),
     (1.0, "1,000"), (math.nan, "")],
)  # fmt: skip
def test_p_value_is_written_with_three_decimals_or_as_smaller(value, written):
    assert format_p_value(value, "id") == written


@pytest.mark.parametrize("write", [format_range, lambda low, _, lang: format_p_value(low, lang)])
def test_missing_numbers_too_need_a_known_language(write):
    with pytest.raises(UsageError):
        write(math.nan, math.nan, "jv")
