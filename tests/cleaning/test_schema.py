import pytest

from netralitas_research import codelists
from netralitas_research.cleaning.schema import TABLES, describe_tables
from netralitas_research.language import LANGUAGES, translator


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_column_is_described_in_both_languages(language):
    translate = translator(language)

    for table in describe_tables():
        assert translate(table.title_key)
        assert translate(table.description_key)
        for column in table.columns:
            assert translate(column.description_key)


def test_keys_and_references_name_columns_that_there_are():
    columns = {name: {column.name for column in table.columns} for name, table in TABLES.items()}

    for name, table in TABLES.items():
        assert set(table.primary_key) <= columns[name]
        for field, (other, target) in table.foreign_keys.items():
            assert field in columns[name]
            assert target in columns[other]


def test_code_lists_named_by_columns_exist():
    named = {column.code_list for table in TABLES.values() for column in table.columns} - {""}

    assert named <= set(codelists.tables())
