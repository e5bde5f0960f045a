"""Printed dates: what is read, what is refused, how partial dates compare, what is printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.language import (
    LANGUAGES,
    DateFormatError,
    PartialDate,
    format_date,
    weekday_matches,
)

DAYS = st.dates(min_value=date(1000, 1, 1))
PARTIAL_DATES = st.builds(
    lambda day, known: PartialDate(*(day.year, day.month, day.day)[:known]),
    DAYS,
    st.integers(min_value=1, max_value=3),
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020-07-31", "2020-07-31"),
        ("2020-07", "2020-07"),
        ("2020", "2020"),
        ("31 Juli 2020", "2020-07-31"),
        ("31 JULI 2020", "2020-07-31"),
        ("31 Jul 2020", "2020-07-31"),
        ("31 Jul. 2020", "2020-07-31"),
        ("31 July 2020", "2020-07-31"),
        ("July 31, 2020", "2020-07-31"),
        ("  Juli \u00a02020 ", "2020-07"),
        ("9 Nopember 2020", "2020-11-09"),
        ("31/07/2020", "2020-07-31"),
        ("31-07-2020", "2020-07-31"),
        ("1/2/2020", "2020-02-01"),
        ("29 Februari 2020", "2020-02-29"),
        ("Senin, 2 September 2024", "2024-09-02"),
        ("Senin (2/9/2024)", "2024-09-02"),
        ("Jum'at, 4 Okt 2024", "2024-10-04"),
        ("Tuesday, 2 September 2024", "2024-09-02"),
    ],
)
def test_date_is_read_as_precisely_as_it_is_printed(text, iso):
    assert PartialDate.parse(text).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2020-07-31", "day", date(2020, 7, 31), date(2020, 7, 31)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", "month", date(2021, 2, 1), date(2021, 2, 28)),
        ("2020-12", "month", date(2020, 12, 1), date(2020, 12, 31)),
        ("2020", "year", date(2020, 1, 1), date(2020, 12, 31)),
        ("9999-12", "month", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_partial_date_is_an_interval(text, precision, first, last):
    found = PartialDate.parse(text)
    assert (found.precision, found.first, found.last) == (precision, first, last)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("31 Juni 2020", ("30 Juni 2020",)),
        ("2020-02-30", ("2020-02-29",)),
        ("30/02/2021", ("28/02/2021",)),
        ("31 Agustsu 2020", ("31 Agustus 2020",)),
        ("Agustsu 2020", ("Agustus 2020",)),
        ("Jully 2020", ("July 2020",)),
        ("31 Junni 2020", ("30 Juni 2020", "31 Juli 2020")),
        ("Snin, 2 September 2024", ("Senin, 2 September 2024",)),
        ("Jum'at, 31 Agustsu 2020", ("Jum'at, 31 Agustus 2020",)),
        ("07/31/2020", ("31/07/2020",)),
        ("31.07.2020", ("31/07/2020",)),
        ("31-Jul-2020", ("31 Jul 2020",)),
        ("07/2020", ("2020-07",)),
        ("2020-7", ("2020-07",)),
        ("2020-7-1", ("2020-07-01",)),
        ("2020/07/31", ("2020-07-31",)),
        ("2020-31-07", ("2020-07-31",)),
        ("2020-07-31 00:00:00", ("2020-07-31",)),
    ],
)
def test_wrong_date_is_refused_with_the_nearest_spelling(text, nearest):
    with pytest.raises(DateFormatError) as caught:
        PartialDate.parse(text)
    assert caught.value.nearest == nearest
    assert (caught.value.text, caught.value.expected) == (text, "date.expected")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "abc",
            "July",
            "Juli",
            "31 Juli",
            "7 Foo 2020",
            "Senin",
            "31/07/20",
            "32 Juli 2020",
            "2020-00",
        ),
        *("2020-13", "2020-07-00", "0999", "12020", "٣١ Juli 2020", "2020-07-31/2020-08-01"),
        "antara Juni dan Agustsu 2020",
    ],
)
def test_what_is_no_date_is_refused_without_a_suggestion(text):
    with pytest.raises(DateFormatError) as caught:
        PartialDate.parse(text)
    assert caught.value.nearest == ()


@given(st.text(alphabet="0123456789-/., JuliAgstSenMay", max_size=20))
def test_every_text_is_read_or_refused_with_spellings_that_are_read(text):
    try:
        PartialDate.parse(text)
    except DateFormatError as error:
        for spelling in error.nearest:
            PartialDate.parse(spelling)


@given(PARTIAL_DATES, st.sampled_from(LANGUAGES))
def test_printed_date_is_read_back_unchanged(known, language):
    assert PartialDate.parse(format_date(known, language)) == known


@given(PARTIAL_DATES)
def test_iso_text_is_read_back_unchanged(known):
    assert PartialDate.parse(known.isoformat()) == known
    assert str(known) == known.isoformat()


@given(DAYS)
def test_day_comes_first_in_digits(day):
    assert PartialDate.parse(f"{day.day}/{day.month}/{day.year}").first == day


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_two_dates_overlap_or_one_is_definitely_before_the_other(one, other):
    relations = [one.definitely_before(other), other.definitely_before(one), one.overlaps(other)]
    assert relations.count(True) == 1


def test_order_of_partial_dates_is_that_of_their_intervals():
    year, month, day = map(PartialDate.parse, ("2020", "2020-01", "2020-01-01"))
    later = PartialDate.parse("2020-01-02")
    ordered = sorted([later, year, month, day], key=lambda known: known.sort_key)
    assert ordered == [day, month, year, later]
    assert year.overlaps(later)
    assert not year.definitely_before(later)
    assert day.definitely_before(later)


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2020-07-31", "31 Juli 2020", "31 July 2020"),
        ("2020-08-01", "1 Agustus 2020", "1 August 2020"),
        ("2020-07", "Juli 2020", "July 2020"),
        ("2020", "2020", "2020"),
        (PartialDate(2024, 5, 2), "2 Mei 2024", "2 May 2024"),
    ],
)
def test_date_is_printed_as_each_language_writes_it(value, indonesian, english):
    assert format_date(value, "id") == indonesian
    assert format_date(value, "en") == english


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Senin, 2 September 2024", True),
        ("Monday, 2 September 2024", True),
        ("Selasa, 2 September 2024", False),
        ("Jum'at (31/7/2020)", True),
        ("2 September 2024", None),
        ("Senin, September 2024", None),
    ],
)
def test_printed_weekday_is_compared_with_the_date(text, matches):
    assert weekday_matches(text) is matches


@pytest.mark.parametrize("parts", [(2020, None, 1), (2020, 0), (2020, 13), (2021, 2, 29), (999,)])
def test_impossible_parts_make_no_date(parts):
    with pytest.raises(ValueError, match=r"day|month|year"):
        PartialDate(*parts)


def test_unknown_language_is_a_usage_error():
    with pytest.raises(UsageError):
        format_date("2020", "fr")
