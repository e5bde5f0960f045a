from netralitas_research.codelists import load, match


def test_each_survey_has_the_answers_that_were_printed() -> None:
    surveys = load("motives")["survey"]

    assert surveys[surveys != ""].value_counts().to_dict() == {"2018": 9, "2021": 5}


def test_a_motive_is_a_victims_exactly_when_another_person_presses() -> None:
    motives = load("motives")

    assert set(motives.index[motives["offender_or_victim"] == "victim"]) == set(
        motives.index[motives["reading"] == "pressure"]
    )


def test_the_answer_that_joins_gaining_and_keeping_a_post_is_not_decided() -> None:
    code = match("motives", "motif mendapatkan/mempertahankan jabatan/materi/proyek").code

    assert load("motives").loc[str(code), "offender_or_victim"] == "undecided"


def test_every_reading_has_a_reason_in_both_languages() -> None:
    motives = load("motives")

    assert (motives[["reading_note_id", "reading_note_en"]] != "").all(axis=None)


def test_the_article_on_the_meaning_of_neutrality_names_five_pressures() -> None:
    assert len(load("pressures").drop("none")) == 5
