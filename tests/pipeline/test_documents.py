from pathlib import Path

import pytest
from small_study import add_yearly, make_study

from netralitas_research.errors import UsageError
from netralitas_research.pipeline.documents import choose_documents, choose_year, find_documents


@pytest.fixture
def documents(tmp_path):
    home = make_study(tmp_path, articles=("banten", "meaning"))
    add_yearly(home)
    return find_documents(home, [2021, 2020])


def names(documents):
    return [document.name for document in documents]


def test_every_notebook_is_a_document_in_each_language_and_yearly_ones_for_each_year(documents):
    assert names(documents) == [
        "articles/banten.id",
        "articles/banten.en",
        "articles/meaning.id",
        "articles/meaning.en",
        "yearly/2020.id",
        "yearly/2020.en",
        "yearly/2021.id",
        "yearly/2021.en",
    ]


def test_only_reports_on_a_year_are_given_a_year(documents):
    assert documents[1].parameters == {"language": "en"}
    assert documents[4].parameters == {"language": "id", "year": 2020}


def test_the_notebook_is_named_relative_to_the_study(documents):
    assert documents[0].notebook == Path("notebooks/articles/banten.ipynb")


def test_a_new_folder_of_notebooks_is_a_new_group(tmp_path):
    home = make_study(tmp_path)
    folder = home / "notebooks" / "causes"
    folder.mkdir()
    (folder / "kinship.ipynb").write_text("{}")
    assert "causes/kinship.id" in names(find_documents(home, []))


def test_checkpoints_of_jupyter_are_no_documents(tmp_path):
    home = make_study(tmp_path)
    folder = home / "notebooks" / "articles" / ".ipynb_checkpoints"
    folder.mkdir()
    (folder / "one-checkpoint.ipynb").write_text("{}")
    assert names(find_documents(home, [])) == ["articles/one.id", "articles/one.en"]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("banten", ["articles/banten.id", "articles/banten.en"]),
        ("2021", ["yearly/2021.id", "yearly/2021.en"]),
        ("yearly/2020", ["yearly/2020.id", "yearly/2020.en"]),
    ],
)
def test_a_name_chooses_a_report_in_each_language(documents, name, chosen):
    assert names(choose_documents(documents, [name])) == chosen


def test_a_group_chooses_all_its_reports(documents):
    assert len(choose_documents(documents, ["articles", "2020"])) == 6


def test_an_unknown_name_is_refused_with_the_nearest(documents):
    with pytest.raises(UsageError) as caught:
        choose_documents(documents, ["bantn"])
    assert caught.value.params == {"name": "bantn", "nearest": "banten"}


def test_a_year_without_report_is_refused_with_the_years_there_are(documents):
    with pytest.raises(UsageError) as caught:
        choose_year(documents, 2030)
    assert caught.value.params == {"year": "2030", "years": "2020, 2021"}


def test_the_command_that_is_shown_builds_the_report(documents):
    assert documents[0].command == "netralitas reproduce --only articles/banten"
    assert documents[4].command == "netralitas report 2020"
