import pytest

from netralitas_research.codelists import load, match


@pytest.mark.parametrize(
    ("post", "level"), [("camat", "administrator"), ("lurah", "pengawas"), ("eselon_4", "pengawas")]
)
def test_a_post_that_overlaps_the_levels_names_its_level(post: str, level: str) -> None:
    assert load("positions").loc[post, "overlaps"] == level


def test_heads_of_areas_overlap_the_levels_of_both_kinds_of_heads() -> None:
    positions = load("positions")
    heads = positions[positions["parent"] == "head_of_area"]

    assert set(heads.index) == {"camat", "lurah"}
    assert set(heads["overlaps"]) == set(positions.loc["head_of_area", "overlaps"].split(";"))


def test_whoever_is_no_civil_servant_is_not_counted_as_one() -> None:
    positions = load("positions")

    assert set(positions.loc[positions["level_kind"] == "not_asn", "is_asn"]) == {"no"}
    assert positions.loc["kepala_desa", "is_asn"] == "no"
    assert positions.loc["satpol_pp", "is_asn"] == "unknown"


def test_teachers_lecturers_health_and_technical_staff_belong_to_the_functional_posts() -> None:
    parents = load("positions")["parent"]

    for code in ("guru", "dosen", "tenaga_kesehatan", "tenaga_teknis", "guru_sd"):
        while parents[code]:
            code = parents[code]
        assert code == "fungsional"


def test_old_and_new_terms_are_different_codes() -> None:
    codes = {match("positions", text).code for text in ("fungsional umum", "fungsional tertentu")}

    assert codes == {"fungsional_umum", "fungsional_tertentu"}
