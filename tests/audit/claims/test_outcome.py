import pytest

from netralitas_research.audit.claims.outcome import holds, judged, not_supported, strictest
from netralitas_research.errors import UsageError


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (("holds", "not_checkable"), "not_checkable"),
        (("not_checkable", "not_supported"), "not_supported"),
        (("not_supported", "outdated", "holds"), "outdated"),
        (("outdated", "contradicted"), "contradicted"),
    ],
)
def test_of_two_verdicts_the_one_that_comes_first_applies(verdicts, expected):
    assert strictest(*map(judged, verdicts)).verdict == expected


def test_joined_outcomes_keep_what_each_rests_on_and_what_the_strictest_computed():
    joined = strictest(
        holds(1, sources=("a",), first=1), not_supported(2, sources=("b", "a"), second=2)
    )
    assert joined.recomputed == (2,)
    assert joined.facts == {"first": 1, "second": 2}
    assert joined.source_ids == ("a", "b")


def test_misspelt_verdict_is_named_with_those_there_are():
    with pytest.raises(UsageError) as raised:
        judged("hold")
    assert raised.value.params["verdict"] == "hold"
    assert "not_checkable" in raised.value.params["known"]
