import pytest

from netralitas_research.cleaning.articles import read_articles
from netralitas_research.cleaning.claims import article_of, claim_problems, read_claims

FILE = "claims/brebes.csv"


@pytest.fixture
def problems(study):
    def found():
        articles, _ = read_articles(study.path("articles"), study.home)
        claims, shape = read_claims(study.path("claims"), study.home)
        problems = [*shape, *claim_problems(claims, articles)]
        return [(p.problem.removeprefix("problem."), p.file, p.row, p.column) for p in problems]

    return found


def test_the_claims_fit_together(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("claim_id", "brebes-1", "claim_id"),
        ("claim_id", "nowhere-c001", "claim_id"),
        ("kind", "opinion", "unit"),
        ("reviewed", "true", "unit"),
        ("paragraph", "first", "number_format"),
        ("table_id", "brebes-tabel-9", "unknown_id"),
        ("numbers", "brebes-n999", "unknown_id"),
        ("numbers", "banten-tabel-1[Banten][Skor]", "unknown_id"),
        ("explanation_id", "satu {", "placeholder"),
        ("explanation_id", "nilainya {0}", "placeholder"),
        ("explanation_en", "{recomputed} {another}", "placeholder_pair"),
    ],
)
def test_a_broken_cell_is_said_with_its_row(study, problems, column, value, problem):
    row = study.change(FILE, "brebes-c001", column, value)
    assert (problem, f"data/raw/{FILE}", row, column) in problems()


def test_an_explanation_whose_placeholders_only_one_language_has_is_said(study, problems):
    row = study.change(FILE, "brebes-c001", "explanation_id", "tanpa penanda isian")
    assert problems() == [("placeholder_pair", f"data/raw/{FILE}", row, "explanation_en")]


def test_a_claim_that_stands_twice_is_said(study, problems):
    rows = study.rows(FILE)
    study.write_rows(FILE, [*rows, rows[0]])
    assert problems() == [("repeated_id", f"data/raw/{FILE}", len(rows) + 2, "claim_id")]


@pytest.mark.parametrize("register", ["articles", "numbers", "tables"])
def test_a_register_that_cannot_be_read_is_not_said_once_for_each_claim(study, problems, register):
    study.write(f"articles/{register}.csv", b"")
    assert problems() == []


def test_a_study_without_claims_is_allowed(study, tmp_path):
    assert read_claims(tmp_path / "claims", tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("claim_id", "article"),
    [("southeast-sulawesi-c012", "southeast-sulawesi"), ("banten-c1", ""), ("Banten-c001", "")],
)
def test_the_article_of_a_claim_stands_in_its_id(claim_id, article):
    assert article_of(claim_id) == article
