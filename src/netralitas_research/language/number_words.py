"""Words that stand around a printed number: qualifiers and orders of magnitude."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Meaning = TypeVar("Meaning")

# In signs: =, >, >=, approximately, <=, <. The set is closed.
QUALIFIERS = ("exact", "more_than", "at_least", "about", "up_to", "less_than")


def _by_phrase(phrases: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {phrase: meaning for meaning, row in phrases.items() for phrase in row.split(" | ")}


QUALIFIERS_BEFORE = _by_phrase(
    {
        "more_than": "lebih dari | di atas | more than | above | over | >",
        "at_least": "setidaknya | setidak-tidaknya | sedikitnya | paling sedikit | paling tidak"
        " | sekurang-kurangnya | tidak kurang dari | minimal | minimum"
        " | at least | no fewer than | no less than | >= | ≥",
        "about": "sekitar | kira-kira | kurang lebih | lebih kurang"
        " | about | around | approximately | roughly | ~ | ≈ | ±",
        "up_to": "sampai | sampai dengan | hingga | paling banyak | tidak lebih dari | maksimal"
        " | maksimum | up to | at most | no more than | maximum | <= | ≤",
        "less_than": "hampir | kurang dari | di bawah"
        " | nearly | almost | less than | fewer than | below | under | <",
    }
)

QUALIFIERS_AFTER = _by_phrase(
    {
        "more_than": "lebih",
        "at_least": "atau lebih | or more",
        "up_to": "atau kurang | or less | or fewer",
    }
)

# Powers of ten.
MAGNITUDES = _by_phrase(
    {
        3: "ribu | thousand",
        6: "juta | million",
        9: "miliar | milyar | billion",
        12: "triliun | trillion",
    }
)

PERCENT_SIGNS = ("%", "persen", "percent", "per cent")
