"""The catalogues of all domains: complete and equal in both languages."""

import re
from collections import Counter
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from netralitas_research.language import LANGUAGES
from netralitas_research.language.messages import LOCALES

DOMAINS = sorted({path.stem for path in LOCALES.glob("*/*.po")})
KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


def catalogue(language, domain):
    with (LOCALES / language / f"{domain}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages(language, domain):
    return {entry.id: entry.string for entry in catalogue(language, domain) if entry.id}


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_folders_hold_the_languages_and_nothing_else():
    assert sorted(path.name for path in LOCALES.iterdir()) == sorted(LANGUAGES)
    assert "languages" in DOMAINS


@pytest.mark.parametrize("domain", DOMAINS)
def test_domain_has_the_same_keys_in_both_languages(domain):
    assert messages("id", domain).keys() == messages("en", domain).keys()


@pytest.mark.parametrize("domain", DOMAINS)
def test_message_has_the_same_placeholders_in_both_languages(domain):
    indonesian, english = (messages(language, domain) for language in ("id", "en"))
    differing = {
        key: (text, english[key])
        for key, text in indonesian.items()
        if placeholders(text) != placeholders(english[key])
    }
    assert differing == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_is_translated_and_reviewed(domain, language):
    read = catalogue(language, domain)
    assert str(read.locale_identifier) == language
    assert [entry.id for entry in read if entry.id and (not entry.string or entry.fuzzy)] == []
    assert not read.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_keys_are_dotted_and_placeholders_are_plain_names(domain, language):
    for key, text in messages(language, domain).items():
        assert KEY.fullmatch(key), key
        assert all(name.isidentifier() for name in placeholders(text)), (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_stands_once_in_one_domain(language):
    # Counted in the text: a reader of catalogues merges what a file repeats.
    written = Counter(
        key
        for path in (LOCALES / language).glob("*.po")
        for key in re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert [key for key, times in written.items() if times > 1] == []
