import json

import pytest
from small_study import add_yearly, make_study

from netralitas_research.errors import DocumentError, InputError, UsageError
from netralitas_research.pipeline import publish as publishing
from netralitas_research.pipeline.documents import choose_year
from netralitas_research.pipeline.reports import numbers_file, page_file


@pytest.fixture
def published(monkeypatch):
    """Notes what is published; a page is made of the notebook and the data, without a kernel."""
    names = []

    def publish(document, home, reports):
        names.append(document.name)
        notebook = (home / document.notebook).read_text()
        if "1/0" in notebook:
            raise DocumentError("error.cell_failed", document=document.name)
        if "bug" in notebook:
            raise ValueError("a bug of ours")
        data = (home / "data/processed/figures.csv").read_text()
        page_file(reports, document).parent.mkdir(parents=True, exist_ok=True)
        head = f"<head><title>{document.name}</title></head>"
        page_file(reports, document).write_text(f"{head}{data}{document.languages}{notebook}")
        numbers_file(reports, document).write_text(data)

    monkeypatch.setattr(publishing, "publish", publish)
    return names


@pytest.fixture
def study(tmp_path, published):
    home = make_study(tmp_path, articles=("one", "two"))
    add_yearly(home)
    return home


@pytest.fixture
def built(study, build, published):
    build(study)
    published.clear()
    return study


def notebook(home, name):
    return home / "notebooks" / "articles" / f"{name}.ipynb"


def change(path, old='"id"', new='"en"'):
    path.write_text(path.read_text().replace(old, new))


def test_a_first_run_builds_every_document_and_the_index(study, build, published):
    result, lines = build(study)
    assert (result.chosen, result.built, result.failures) == (8, 8, ())
    assert len(published) == 8
    assert result.index == study / "reports" / "index.html"
    assert "articles/one.id.html" in result.index.read_text()
    assert lines[0].startswith("cleaned data/raw in ")
    assert any(line.startswith("built yearly/2020.id in ") for line in lines)


def test_a_second_run_does_nothing_and_says_nothing(built, build, published):
    result, lines = build(built)
    assert (result.chosen, result.built, lines, published) == (8, 0, [], [])


def test_a_changed_notebook_rebuilds_its_documents_only(built, build, published):
    change(notebook(built, "one"))
    build(built)
    assert sorted(published) == ["articles/one.en", "articles/one.id"]


def test_changed_data_rebuild_every_document(built, build, published):
    (built / "data/raw/figures.csv").write_text("8\n")
    _, lines = build(built)
    assert len(published) == 8
    assert lines[0].startswith("cleaned")


def test_raw_data_that_clean_to_the_same_rebuild_no_document(built, build, published):
    (built / "data/raw/figures.csv").write_text("7")
    _, lines = build(built)
    assert published == []
    assert len(lines) == 1


@pytest.mark.parametrize("part", ["package", "environment"])
def test_a_changed_program_rebuilds_everything(built, build, published, program, part):
    program[part] = "2"
    build(built)
    assert len(published) == 8


def test_processed_data_edited_by_hand_are_made_again(built, build, published):
    figures = built / "data/processed/figures.csv"
    figures.write_text("9\n")
    build(built)
    assert figures.read_text() == "7\n"
    assert published == []


@pytest.mark.parametrize("kind", ["html", "json"])
def test_a_report_edited_by_hand_is_built_again(built, build, published, kind):
    report = built / f"reports/articles/two.en.{kind}"
    before = report.read_text()
    report.write_text("by hand")
    build(built)
    assert published == ["articles/two.en"]
    assert report.read_text() == before


def test_a_report_that_was_deleted_is_built_again(built, build, published):
    (built / "reports/yearly/2020.id.html").unlink()
    build(built)
    assert published == ["yearly/2020.id"]


def test_an_index_that_was_deleted_is_written_again(built, build, published):
    (built / "reports/index.en.html").unlink()
    build(built)
    assert (built / "reports/index.en.html").is_file()
    assert published == []


def test_force_rebuilds_what_has_not_changed(built, build, published):
    build(built, only=["one"], force=True)
    assert sorted(published) == ["articles/one.en", "articles/one.id"]


def test_only_the_named_documents_are_built(study, build, published):
    result, _ = build(study, only=["two"], languages=["en"])
    assert published == ["articles/two.en"]
    assert result.index.name == "index.en.html"


def test_a_single_document_is_not_built_again_after_all_were(built, build, published):
    build(built, only=["two"], languages=["en"])
    assert published == []


def test_an_unknown_name_builds_nothing(study, build, published):
    with pytest.raises(UsageError):
        build(study, only=["three"])
    assert published == []


def test_the_reports_of_one_year_can_be_built(study, build, published):
    build(study, choose=lambda documents: choose_year(documents, 2021))
    assert sorted(published) == ["yearly/2021.en", "yearly/2021.id"]


def test_a_page_built_in_one_language_is_built_again_when_the_other_comes(study, build, published):
    build(study, only=["one"], languages=["id"])
    page = study / "reports/articles/one.id.html"
    assert "('id',)" in page.read_text()
    build(study, only=["one"])
    assert "('id', 'en')" in page.read_text()
    published.clear()
    build(study, only=["one"], languages=["id"])
    assert published == []


def test_a_failing_notebook_does_not_stop_the_others_and_its_old_report_goes(built, build):
    change(notebook(built, "one"), '"id"', "1/0")
    change(notebook(built, "two"))
    result, lines = build(built)
    assert (result.built, len(result.failures)) == (2, 2)
    assert {failure.params["document"] for failure in result.failures} == {
        "articles/one.id",
        "articles/one.en",
    }
    assert "failed articles/one.id" in lines
    assert list((built / "reports/articles").glob("one*")) == []
    assert "one.id.html" not in result.index.read_text()
    assert "two.id.html" in result.index.read_text()


def test_a_repaired_notebook_is_built_although_it_is_as_it_was(built, build, published):
    one = notebook(built, "one")
    change(one, '"id"', "1/0")
    build(built)
    published.clear()
    change(one, "1/0", '"id"')
    build(built)
    assert sorted(published) == ["articles/one.en", "articles/one.id"]


def test_an_error_of_ours_is_a_failure_of_the_document(study, build):
    change(notebook(study, "one"), '"id"', "bug")
    result, _ = build(study, only=["articles"])
    assert result.built == 2
    failure = result.failures[0]
    assert (failure.key, failure.params["error"]) == (
        "error.document_failed",
        "ValueError: a bug of ours",
    )


def test_reports_of_a_notebook_that_has_gone_are_removed(built, build):
    note = built / "reports/articles/notes.txt"
    note.write_text("mine")
    notebook(built, "one").unlink()
    _, lines = build(built)
    assert [p.name for p in sorted((built / "reports/articles").iterdir())] == [
        "notes.txt",
        "two.en.html",
        "two.en.json",
        "two.id.html",
        "two.id.json",
    ]
    assert lines == [
        f"removed articles/one.{ending}: no notebook or year makes it any more"
        for ending in ("en.html", "en.json", "id.html", "id.json")
    ]


def test_bad_raw_data_leave_everything_as_it_was(built, build, published):
    def content():
        folders = [built / "data/processed", built / "reports"]
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = content()
    (built / "data/raw/figures.csv").write_text("seven\n")
    with pytest.raises(InputError):
        build(built)
    assert content() == before
    assert published == []


def test_bad_raw_data_on_a_first_run_write_nothing(study, build):
    (study / "data/raw/figures.csv").write_text("seven\n")
    with pytest.raises(InputError):
        build(study)
    assert not (study / "data/processed").exists()
    assert not (study / "reports").exists()


def test_a_study_without_notebooks_has_an_empty_index(tmp_path, build, published):
    result, _ = build(make_study(tmp_path, articles=()))
    assert result.chosen == 0
    assert result.index.is_file()


def test_two_runs_at_the_same_time_are_refused(study, build, monkeypatch):
    def publish(document, home, reports):
        build(study)

    monkeypatch.setattr(publishing, "publish", publish)
    result, _ = build(study, only=["one"], languages=["id"])
    assert result.failures[0].key == "error.already_running"


def test_what_a_killed_run_has_left_is_removed(study, build):
    staging = study / "reports" / ".building" / "articles" / "one.id"
    staging.mkdir(parents=True)
    (staging / "half.html").write_text("<html>")
    result, _ = build(study)
    assert result.built == 8
    assert not (study / "reports" / ".building").exists()


def test_the_years_come_from_the_processed_data(study, build):
    build(study)
    descriptor = json.loads((study / "data/processed/datapackage.json").read_text())
    pages = (study / "reports/yearly").glob("*.id.html")
    assert sorted(int(page.name[:4]) for page in pages) == descriptor["report_years"]
