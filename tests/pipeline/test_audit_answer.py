import io

from rich.console import Console

from netralitas_research.language import translator
from netralitas_research.pipeline.audit_answer import audit, print_table


def printed(rows, width):
    console = Console(file=io.StringIO(), width=width)
    print_table(rows, console, translator("en"))
    return console.file.getvalue()


def test_ids_stay_whole_in_a_narrow_terminal():
    rows = audit("en", "meaning")
    text = printed(rows, 80)
    assert [claim for claim in rows["claim_id"] if claim not in text] == []


def test_an_article_without_claims_says_so():
    text = printed(audit("en", "meaning").iloc[:0], 80)
    assert text.startswith("This article has no claims yet.")
