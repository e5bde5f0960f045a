"""What a sentence on a finding says of figures: codes, dates and values in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from netralitas_research import codelists
from netralitas_research.language import (
    PartialDate,
    format_date,
    format_list,
    format_number,
    translator,
)
from netralitas_research.study import labels

Context = Mapping[str, Any]
"""What a sentence must know of a figure: its codes, its dates, its value."""

LONGEST = 12
"""How many members of a list a sentence names."""


def written(params: Mapping[str, Any], language: str) -> dict[str, object]:
    """Write the parameters of a sentence.

    Parameters
    ----------
    params
        Numbers and texts, which are kept; contexts of figures, of which each gives several
        placeholders with its name before them, such as ``first_value``; and lists of numbers or
        contexts.
    language
        ``id`` or ``en``.

    Returns
    -------
    dict
        The placeholders.

    Examples
    --------
    >>> written({"numbers": [914.0, 85.0]}, "en")
    {'numbers': '914; 85'}
    """
    placeholders: dict[str, object] = {}
    for name, value in params.items():
        if isinstance(value, Mapping):
            placeholders |= {f"{name}_{part}": v for part, v in _words(value, language).items()}
        elif isinstance(value, list | tuple):
            placeholders[name] = _list(value, language)
        else:
            placeholders[name] = value
    return placeholders


def _list(values: Sequence[Any], language: str) -> str:
    """Write a list of plain numbers or of contexts, each with what tells it apart."""
    text = translator(language)
    if not all(isinstance(value, Mapping) for value in values):
        return "; ".join(format_number(value, language) for value in values)
    words = [_words(value, language) for value in values]
    telling = [name for name in ("category", "place", "stage") if len({w[name] for w in words}) > 1]
    telling = telling or (["name"] if len(words) == 1 else [])
    parts = [_item(one, telling, language) for one in words]
    if len(parts) > LONGEST:
        rest = len(parts) - LONGEST
        parts = [*parts[:LONGEST], text("findings.more", number=rest)]
    return "; ".join(parts) if telling else format_list(parts, language)


def _item(words: Mapping[str, str], telling: Sequence[str], language: str) -> str:
    """Write one member of a list."""
    text = translator(language)
    named = [words[part] for part in telling if words[part]]
    name = ", ".join(named) or words["name"]
    if "value_2" in words:
        return text("findings.change", name=name, value=words["value"], later=words["value_2"])
    return text("findings.cell", name=name, value=words["value"]) if telling else words["value"]


def _words(context: Context, language: str) -> dict[str, str]:
    """Write what a sentence may say of a figure."""
    words = {
        "stage": labels.lower_first(codelists.label("stages", context["stage"], language)),
        "unit": labels.lower_first(
            codelists.label("units_counted", context["unit_counted"], language)
        ),
        "category": _category(context, language),
        "place": labels.region(context["kemendagri_code"], language),
        "election": _election(context["election"], language),
        "value": labels.amount(context, language),
        "when": _when(context, language),
        "scope": _scope(context, language),
    }
    if "value_2" in context:
        words["value_2"] = labels.amount({**context, "value": context["value_2"]}, language)
    of_place = context["dimension"] == "agency" and context["kemendagri_code"].isdecimal()
    words["name"] = words["place"] if of_place else words["category"] or words["place"]
    words["counted"] = _counted(context, words, language)
    words["what"] = ", ".join(filter(None, [words["counted"], words["category"]]))
    words["who"] = labels.who(context, language)
    return words


def _scope(context: Context, language: str) -> str:
    """Say who counted, about which election and where, as far as it is known."""
    parts = [labels.who(context, language)]
    if context["election"] not in ("none", "unknown"):
        parts.append(_election(context["election"], language))
    if context["kemendagri_code"] != "unknown":
        parts.append(labels.region(context["kemendagri_code"], language))
    return ", ".join(parts)


def _category(context: Context, language: str) -> str:
    """Name a category; the agency of a place is its government."""
    if context["dimension"] == "agency" and context["kemendagri_code"].isdecimal():
        return translator(language)("findings.government")
    return labels.category(context, language)


def _counted(context: Context, words: Mapping[str, str], language: str) -> str:
    """Say what was counted: the unit, its stage or subject, and the category."""
    subject = labels.lower_first(codelists.label("subjects", context["subject"], language))
    staged = context["stage"] not in ("survey", "not_applicable")
    unknown = context["unit_counted"] == "unknown"
    unit = translator(language)("findings.unit_unknown") if unknown else words["unit"]
    parts = [unit] if context["unit_counted"] != "not_applicable" else []
    parts += [words["stage"]] if staged else []
    parts += [subject] if not staged or context["subject"] != "asn_neutrality" else []
    return ", ".join(parts)


def _election(code: str, language: str) -> str:
    label = codelists.label("elections", code, language)
    return label if label.startswith(("Pilkada", "Pemilu", "IKP")) else labels.lower_first(label)


def _when(context: Context, language: str) -> str:
    """Say when; that a date is not known is said too."""
    text = translator(language)
    flow = context["series"] == "flow"
    end = context["period_end"] if flow else context["as_of"]
    if end in ("unknown", "not_applicable"):
        return text("findings.date_unknown")
    if flow and context["period_start"] == end:
        return labels.when(context, language)
    if flow:
        return text("findings.in_period", date=labels.when(context, language))
    date = PartialDate.parse(end)
    return text(f"findings.{date.precision}", date=format_date(date, language))
