"""Messages, numbers and dates in Indonesian and English; no other room formats text.

Importing this room is cheap: Babel is loaded when something is formatted or translated.
"""

from netralitas_research.language.dates import PartialDate, format_date, weekday_matches
from netralitas_research.language.errors import DateFormatError, FormatError, NumberFormatError
from netralitas_research.language.languages import LANGUAGES
from netralitas_research.language.lists import format_list
from netralitas_research.language.messages import Translator, headings, translator
from netralitas_research.language.number_words import QUALIFIERS
from netralitas_research.language.numbers import (
    PrintedNumber,
    format_number,
    format_p_value,
    format_range,
    parse_number,
)

__all__ = [
    "LANGUAGES",
    "QUALIFIERS",
    "DateFormatError",
    "FormatError",
    "NumberFormatError",
    "PartialDate",
    "PrintedNumber",
    "Translator",
    "format_date",
    "format_list",
    "format_number",
    "format_p_value",
    "format_range",
    "headings",
    "parse_number",
    "translator",
    "weekday_matches",
]
