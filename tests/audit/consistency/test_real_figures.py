"""What is known to be contradictory in the published figures is found, and nothing in order."""

import pandas as pd
import pytest

from netralitas_research.audit.consistency import audit_figures
from netralitas_research.study.processed import load


@pytest.fixture(scope="module")
def audited():
    # The home of the study is set for each test; here the figures are read on first use.
    known: dict[str, pd.DataFrame] = {}

    def audit() -> pd.DataFrame:
        if not known:
            known["found"] = audit_figures(load("figures"), load("observations"))
        return known["found"]

    return audit


CONTRADICTIONS = {
    "displays 13.0 and 11.6 percent on 31 July 2020": ("versions", "F0193;F0191"),
    "one breakdown under two elections": ("copies", "F1009;F1658;F1012;F1660;F1010;F1659"),
    "KASN 403 reported, then 400": ("falls", "F0477;F0480"),
    "KASN 183 proven, then 143": ("falls", "F0478;F0481"),
    "Bawaslu 1,546 alleged, then 1,536": ("falls", "F1006;F0549"),
    "KASN 2,073 reported in 2022, then 2,034": ("falls", "F0129;F0132"),
    "West Nusa Tenggara 83 and 81": ("versions", "F0216;F0220"),
    "one province twice in a list of 2019": ("rankings", "F1268;F1273"),
    "Southeast Sulawesi 2018: 514 of 444": (
        "parts",
        "F2588;F2589;F2590;F2591;F2592;F2593;F2594;F2595;F2596",
    ),
    "East Nusa Tenggara: 94 of 93": (
        "parts",
        "F2033;F2034;F2035;F2036;F2037;F2038;F2039;F2040;F2041",
    ),
    "Papua: 41 of 40": ("parts", "F2064;F2065;F2066;F2067"),
    "Bawaslu 12 August 2020: 1,101 of 1,098": ("parts", "F1783;F1784;F1780;F1781;F1782"),
    "Maros on 14 September 2020: 7 of 9": ("tables", "F0595;F0606;F0613;F0620"),
    "percentages that 192 heads of area cannot give": (
        "percentages",
        "F0461;F0462;F0463;F0464",
    ),
}

DOUBTS = {
    "heads of area 192 and 189 in June 2023": ("versions", "F0457;F0458"),
    "11.9 percent is not 192 of 1,596": ("percentages", "F0459;F0457"),
    "a round 700 after 719": ("falls", "F0532;F2381"),
    "Maluku zero after 48": ("zeros", "F0984;F0959"),
    "civil servants of all provinces, without those abroad": ("parts", "F1016;F1017"),
    "389 persons of 499 reports": ("units", "F1788;F1770"),
}

EXPLAINED = {
    "34.9 percent is 99 of 283, cut off": ("percentages", "F0140;F0088;F0087"),
    "64 persons in 42 reports": ("units", "F2176;F2177"),
}


@pytest.mark.parametrize(
    ("severity", "known"),
    [("contradiction", CONTRADICTIONS), ("doubt", DOUBTS), ("explained", EXPLAINED)],
)
def test_known_findings_are_made_with_their_severity(audited, severity, known):
    found = audited()
    ids = found.loc[found["severity"].eq(severity), ["check", "figure_ids"]]
    made = list(ids.itertuples(index=False, name=None))
    missing = {
        name
        for name, (check, figure_ids) in known.items()
        if not any(check == c and f.startswith(figure_ids) for c, f in made)
    }
    assert missing == set()


def test_what_is_in_order_is_not_accused(audited):
    grave = audited()
    grave = grave[grave["severity"].ne("explained")]
    accused = {name for ids in grave["figure_ids"] for name in ids.split(";")}
    # 456 reported, 344 recommended, 189 followed up, 54.9 percent on 31 July 2020; a complete list
    # of Central Java; structural posts of 2024 with the leadership posts among them.
    in_order = {"F0089", "F0090", "F0091", "F0141", "F1400", "F1405", "F1136", "F1139"}
    assert accused.isdisjoint(in_order)


def test_findings_have_ids_of_their_own_and_name_records_and_pages(audited):
    found = audited()
    assert found["finding_id"].is_unique
    assert found[["figure_ids", "record_ids", "source_ids"]].ne("").all(axis=None)
