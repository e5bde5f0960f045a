"""What documents there are: each notebook, each year, each language; there is no list to edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from netralitas_research.errors import UsageError
from netralitas_research.language import LANGUAGES

# A notebook in this folder is run for every year, and its name is the name of the group.
PER_YEAR_FOLDER = "reports"


@dataclass(frozen=True)
class Document:
    """One report in one language.

    Attributes
    ----------
    group, stem
        Folder and file name of the report, such as ``articles`` and ``banten``.
    language
        ``id`` or ``en``.
    notebook
        The notebook that makes it, relative to the folder of the study.
    year
        The year it is about, for a report that is made for each year.
    languages
        The languages in which the report is there, so that its page may link to them.
    """

    group: str
    stem: str
    language: str
    notebook: Path
    year: int | None = None
    languages: tuple[str, ...] = LANGUAGES

    @property
    def report(self) -> str:
        """Name of the report in any language, such as ``articles/banten``."""
        return f"{self.group}/{self.stem}"

    @property
    def name(self) -> str:
        """Name of the document and of its files, such as ``articles/banten.id``."""
        return f"{self.report}.{self.language}"

    @property
    def command(self) -> str:
        """The command that builds the report again."""
        if self.year is None:
            return f"netralitas reproduce --only {self.report}"
        return f"netralitas report {self.year}"

    @property
    def parameters(self) -> dict[str, object]:
        """Parameters that the notebook is run with."""
        year = {} if self.year is None else {"year": self.year}
        return {"language": self.language, **year}


def find_documents(home: Path, years: Iterable[int]) -> list[Document]:
    """List every document of the study.

    Parameters
    ----------
    home
        Folder of the study.
    years
        The years that have figures.

    Returns
    -------
    list of Document
        In the order of group, stem and language.

    Examples
    --------
    >>> find_documents(Path("no-such-study"), [2020, 2021])
    []
    """
    years = sorted(years)
    documents = []
    for notebook in sorted((home / "notebooks").glob("*/*.ipynb")):
        for group, stem, year in _reports_of(notebook, years):
            place = notebook.relative_to(home)
            documents += [Document(group, stem, lang, place, year) for lang in LANGUAGES]
    return sorted(documents, key=lambda document: (document.group, document.stem))


def _reports_of(notebook: Path, years: Sequence[int]) -> list[tuple[str, str, int | None]]:
    if notebook.parent.name == PER_YEAR_FOLDER:
        return [(notebook.stem, str(year), year) for year in years]
    return [(notebook.parent.name, notebook.stem, None)]


def choose_documents(documents: Sequence[Document], names: Iterable[str]) -> list[Document]:
    """Keep the documents that are named.

    Parameters
    ----------
    documents
        The documents to choose from.
    names
        Groups, stems, or both (``yearly/2020``); without a name every document is kept.

    Returns
    -------
    list of Document
        The documents that at least one name fits.

    Raises
    ------
    UsageError
        If no document has one of the names.

    Examples
    --------
    >>> banten = Document("articles", "banten", "id", Path("banten.ipynb"))
    >>> choose_documents([banten], ["banten"]) == choose_documents([banten], []) == [banten]
    True
    """
    wanted = list(names)
    known = sorted({name for document in documents for name in _names(document)})
    for name in wanted:
        if name not in known:
            nearest = get_close_matches(name, known) or [n for n in known if "/" not in n]
            raise UsageError("error.unknown_document", name=name, nearest=", ".join(nearest))
    return [d for d in documents if not wanted or _names(d).intersection(wanted)]


def choose_year(documents: Sequence[Document], year: int) -> list[Document]:
    """Keep the reports on one year.

    Parameters
    ----------
    documents
        The documents to choose from.
    year
        The year.

    Returns
    -------
    list of Document
        Its reports.

    Raises
    ------
    UsageError
        If there is no report on that year.

    Examples
    --------
    >>> report = Document("yearly", "2020", "id", Path("yearly.ipynb"), 2020)
    >>> choose_year([report], 2020) == [report]
    True
    """
    years = sorted({document.year for document in documents if document.year is not None})
    if year not in years:
        known = ", ".join(map(str, years)) or "–"
        raise UsageError("error.year_without_figures", year=str(year), years=known)
    return [document for document in documents if document.year == year]


def _names(document: Document) -> set[str]:
    return {document.group, document.stem, document.report}
