import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.codelists.matching import FUZZY_AT_LEAST, Candidate, Names, find, normalise


def names_of(**wordings: str) -> Names:
    """A list whose codes bear the label that is given and no alias."""
    return Names(
        codes={code: code for code in wordings},
        exact={normalise(label): frozenset({code}) for code, label in wordings.items()},
        aliases={},
        labels=wordings,
    )


@given(st.text())
def test_a_wording_that_is_normalised_again_stays_the_same(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=" .,;/-()_\t\n"))
def test_signs_alone_leave_nothing(text: str) -> None:
    assert normalise(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hukuman  disiplin\tSEDANG", "hukuman disiplin sedang"),
        ("camat/lurah", "camat lurah"),
        ("guru & dosen", "guru dan dosen"),
        ("zona merah (>20)", "zona merah 20"),
        ("Muná", "muna"),
    ],
)
def test_writing_habits_do_not_matter(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_a_code_is_found_before_a_label() -> None:
    names = names_of(camat="Lurah", lurah="Camat")

    match = find("camat", names)

    assert (match.code, match.method) == ("camat", "code")


def test_a_label_is_found_exactly() -> None:
    match = find("jabatan  FUNGSIONAL", names_of(f="Jabatan fungsional"))

    assert (match.code, match.method) == ("f", "exact")


def test_an_alias_of_two_codes_is_not_decided_and_both_are_offered() -> None:
    names = Names({}, {}, {"solok": frozenset({"1302", "1372"})}, {"1302": "Kab", "1372": "Kota"})

    match = find("Solok", names)

    assert match.code is None
    assert match.candidates == (Candidate("1302", "Kab", 100.0), Candidate("1372", "Kota", 100.0))


def test_a_misspelt_wording_is_found_by_nearness() -> None:
    match = find("hukuman disiplin beratt", names_of(s="Hukuman disiplin berat", m="Teguran"))

    assert (match.code, match.method) == ("s", "fuzzy")
    assert match.candidates[0].score >= FUZZY_AT_LEAST


def test_two_near_names_are_not_decided() -> None:
    names = names_of(a="pendekatan ke partai politik", b="pendekatan ke partai politis")

    match = find("pendekatan ke partai politi", names)

    assert match.code is None
    assert {candidate.code for candidate in match.candidates} == {"a", "b"}


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("Peraturan Pemerintah Nomor 94 Tahun 2021", "Peraturan Pemerintah Nomor 95 Tahun 2021"),
        ("menghadiri deklarasi pasangan calon", "tidak menghadiri deklarasi pasangan calon"),
    ],
)
def test_another_number_or_negation_is_only_a_candidate(name: str, wording: str) -> None:
    match = find(wording, names_of(x=name))

    assert match.code is None
    assert [candidate.code for candidate in match.candidates] == ["x"]


@pytest.mark.parametrize("text", ["", "   ", "()", "/"])
def test_nothing_matches_nothing(text: str) -> None:
    match = find(text, names_of(x="ASN"))

    assert (match.code, match.method, match.candidates) == (None, "none", ())


def test_at_most_three_candidates_are_offered_best_first() -> None:
    match = find("guru", names_of(a="gurun", b="gurau", c="garu", d="camat"))

    scores = [candidate.score for candidate in match.candidates]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)
    assert "d" not in {candidate.code for candidate in match.candidates}
