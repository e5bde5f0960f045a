import pytest

from netralitas_research.cleaning.personal import Screen, looks_personal, personal_kind
from netralitas_research.cleaning.sheets import Sheet


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Nama Lengkap", "name"),
        ("NIP/NIPPPK", "nip"),
        ("no_hp", "phone"),
        ("E-Mail Address", "email"),
        ("Tanggal lahir", "birth"),
        ("b1", ""),
        ("namanya", ""),
    ],
)
def test_personal_data_are_known_by_the_words_of_a_heading(heading, kind):
    assert personal_kind(heading) == kind


@pytest.mark.parametrize("cell", ["a@b", "12 34 56", "x" * 41])
def test_addresses_long_numbers_and_free_text_look_personal(cell):
    assert looks_personal(cell)
    assert not looks_personal("12345")


def test_a_cell_is_shown_unless_it_holds_what_stands_in_a_closed_column():
    show = Screen(Sheet("a.csv", "", 1, ("nama", "b1"), ((2, ("Fulan Contoh", "x")),)), {1})

    assert show("setuju") == "setuju"
    assert show("5") == "5"
    assert show("FULAN") is None
    assert show("Orang Lain") is None
    assert show("Bpk. Fulan-Contoh") is None
