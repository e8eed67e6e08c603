"""What salvage says first is how many came back; then it says what is missing."""

import pytest

from app.domain.repair import SalvageReport


@pytest.mark.parametrize(
    ("report", "lead"),
    [
        (SalvageReport(whole=3), "All 3 reflections came back."),
        (SalvageReport(whole=0, unproven=3), "All 3 reflections came back."),
        (SalvageReport(whole=1), "1 reflection came back."),
        (SalvageReport(whole=3, knows_all=False), "3 reflections came back."),
        (SalvageReport(whole=2, lost=1), "2 of 3 reflections came back."),
        (
            SalvageReport(whole=1_000, from_earlier=2),
            "All 1,002 reflections came back, 1,000 of them in full.",
        ),
        (
            SalvageReport(whole=1, in_part=1, lost=2),
            "2 of 4 reflections came back, 1 of them in full.",
        ),
        (SalvageReport(whole=0, in_part=2), "All 2 reflections came back, none of them in full."),
        (SalvageReport(whole=0, in_part=1), "1 reflection came back, but not in full."),
        (SalvageReport(whole=0, lost=3), "None of the 3 reflections could be brought back."),
        (SalvageReport(whole=0, lost=1), "The one reflection in it could not be brought back."),
        (SalvageReport(whole=0), "No reflection was found in it."),
    ],
)
def test_it_leads_with_how_many_came_back_of_how_many(report, lead):
    assert report.sentences[0] == lead


def test_missing_versions_are_told_in_plain_words():
    report = SalvageReport(whole=0, unproven=3, versions_missing=3)
    assert report.sentences[1] == (
        "The earlier versions of 3 reflections are missing, if there were any: part of the record "
        "of changes is lost."
    )
    assert not report.lost_nothing


def test_what_is_lost_is_told_once():
    told = SalvageReport(whole=0, lost=3).sentences
    assert sum("brought back" in sentence for sentence in told) == 1
    assert "1 reflection could not be brought back." in SalvageReport(whole=2, lost=1).sentences


@pytest.mark.parametrize(
    "report",
    [
        SalvageReport(whole=3, lost=1),
        SalvageReport(whole=3, in_part=1),
        SalvageReport(whole=3, versions_missing=1),
        SalvageReport(whole=3, knows_all=False),
        SalvageReport(whole=3, is_proven=False),
    ],
)
def test_only_a_journal_that_lacks_nothing_has_lost_nothing(report):
    assert not report.lost_nothing
    assert SalvageReport(whole=3).lost_nothing
