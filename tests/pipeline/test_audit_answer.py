import io
import json

import pandas as pd
import pytest
from rich.console import Console

from netralitas_research.cli import run
from netralitas_research.errors import UsageError
from netralitas_research.language import translator
from netralitas_research.pipeline.audit_answer import audit, print_table


def printed(rows, width):
    console = Console(file=io.StringIO(), width=width)
    print_table(rows, console, translator("en"))
    return console.file.getvalue()


def test_ids_stay_whole_in_a_narrow_terminal():
    rows = audit("en", ["meaning"])
    text = printed(rows, 80)
    assert [claim for claim in rows["claim_id"] if claim not in text] == []


def test_an_article_without_claims_says_so():
    text = printed(audit("en", ["meaning"]).iloc[:0], 80)
    assert text.startswith("This article has no claims yet.")


def test_several_articles_give_the_claims_of_each_once_in_the_order_of_their_names():
    rows = audit("en", ["meaning", "brebes", "meaning"])
    alone = pd.concat([audit("en", ["meaning"]), audit("en", ["brebes"])], ignore_index=True)
    assert rows["claim_id"].tolist() == alone["claim_id"].tolist()
    assert rows["article"].unique().tolist() == ["meaning", "brebes"]


def test_no_named_article_means_all():
    assert audit("en")["article"].nunique() == 5


def test_one_unknown_article_among_several_is_named():
    with pytest.raises(UsageError) as caught:
        audit("en", ["brebes", "bantenn"])
    assert caught.value.params["name"] == "bantenn"


def test_the_option_may_be_given_several_times(monkeypatch, capsys):
    monkeypatch.setattr("netralitas_research.pipeline.reproduce.Study.clean", lambda study: None)
    assert run(["audit", "--article", "meaning", "--article=brebes", "--format", "json"]) == 0
    named = [row["article"] for row in json.loads(capsys.readouterr().out)]
    assert list(dict.fromkeys(named)) == ["meaning", "brebes"]
