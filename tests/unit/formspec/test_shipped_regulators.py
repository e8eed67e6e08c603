"""The shipped rules and frameworks, field by field, against what was read in their sources."""

from datetime import date

import pytest

from app import assets
from app.domain.registration_year import YearStart
from app.domain.regulator import FieldSource
from app.formspec.regulator_folder import RegulatorFolder
from tests.cpd_scenes import shipped_frameworks, shipped_regulators

REGULATORS, FRAMEWORKS = shipped_regulators(), shipped_frameworks()
SHORT_WORDS = {
    "social_work_england": "swe",
    "social_care_wales": "scw",
    "sssc": "sssc",
    "niscc": "niscc",
    "my_own": "own",
}
FORMS = {path.stem for path in assets.forms_folder().glob("*.toml")}
FORMS |= {path.stem for path in assets.resource("forms").glob("*.toml")}


def test_every_file_reads_in_the_order_to_show():
    folder = RegulatorFolder(assets.resource("regulators"), assets.resource("frameworks"))
    assert folder.problems() == ()
    assert {each.id: each.short for each in folder.regulators()} == SHORT_WORDS
    assert [each.id for each in folder.regulators()] == list(SHORT_WORDS)
    assert {each.id for each in folder.frameworks()} == set(FRAMEWORKS)


@pytest.mark.parametrize("regulator", REGULATORS.values(), ids=REGULATORS)
def test_every_rule_says_where_it_was_read_and_when(regulator):
    for rules in regulator.rules:
        assert len(rules.source) >= 5
        assert date(2026, 1, 1) <= rules.checked_on <= date(2026, 12, 31)
        assert rules.note.strip()


@pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_every_framework_says_where_it_was_read_and_when(framework):
    assert framework.source.strip()
    assert date(2026, 1, 1) <= framework.checked_on <= date(2026, 12, 31)
    for tag in framework.tags:
        assert set(tag.forms) <= FORMS


@pytest.mark.parametrize("regulator", REGULATORS.values(), ids=REGULATORS)
def test_nothing_asks_for_hours(regulator):
    assert [rules.hours for rules in regulator.rules] == [None] * len(regulator.rules)


def test_social_work_england():
    swe = REGULATORS["social_work_england"]
    (rules,) = swe.rules
    assert swe.name == "Social Work England"
    assert (rules.since, rules.until) == (date(2021, 12, 1), None)
    assert rules.starts == YearStart(12, 1)
    assert (rules.pieces, rules.with_peer, rules.with_impact) == (2, 1, 1)
    assert rules.must_differ
    assert rules.coverage == "swe_standard_4"
    for words in ("another registered social worker", "manager", "another professional"):
        assert words in rules.note


def test_the_form_of_social_work_england_has_seven_fields_in_order():
    fields = REGULATORS["social_work_england"].rules[0].fields
    assert [(each.key, each.source, each.is_required) for each in fields] == [
        ("title", FieldSource.TITLE, True),
        ("kind", FieldSource.KINDS, True),
        ("date", FieldSource.DAY, True),
        ("activity", FieldSource.ACTIVITY, True),
        ("learning", FieldSource.LEARNING, True),
        ("impact", FieldSource.IMPACT, True),
        ("peer", FieldSource.PEER, False),
    ]
    assert [each.label for each in fields] == [
        "Title",
        "Type of CPD",
        "Date",
        "Short description, and why it is relevant to you",
        "What you learnt",
        "The positive impact it has had, or will have",
        "What you learnt from discussing it with a peer",
    ]
    assert fields[5].help == "On your role, your practice and the people you work with."


def test_standard_4_has_eight_parts():
    parts = FRAMEWORKS["swe_standard_4"].tags
    assert [(each.key, each.label) for each in parts] == [
        ("4.1", "Feedback"),
        ("4.2", "Supervision"),
        ("4.3", "Research, theories and frameworks"),
        ("4.4", "Subject knowledge and current issues"),
        ("4.5", "Open and creative learning culture"),
        ("4.6", "Reflection"),
        ("4.7", "Recording my learning"),
        ("4.8", "Values and ethics"),
    ]
    assert all(each.gist and each.is_confirmed for each in parts)


def test_social_care_wales_asks_for_nothing_to_be_counted_since_1_april_2025():
    old, new = REGULATORS["social_care_wales"].rules
    assert (old.until, new.since, new.until) == (date(2025, 3, 31), date(2025, 4, 1), None)
    assert "90 hours" in old.note
    assert "no hours" in new.note
    assert "no log goes to the regulator" in new.note
    for rules in (old, new):
        assert (rules.pieces, rules.with_peer, rules.with_impact, rules.starts) == (0, 0, 0, None)
        assert [each.key for each in rules.fields][:4] == ["title", "date", "hours", "contribution"]


def test_the_sssc_asks_for_a_yearly_declaration_since_june_2024():
    (rules,) = REGULATORS["sssc"].rules
    assert (rules.since, rules.pieces, rules.coverage) == (date(2024, 6, 1), 0, "")
    for words in ("once a year", "no hours or days", "eight core learning elements", "trauma"):
        assert words in rules.note


def test_niscc_states_no_rule():
    (rules,) = REGULATORS["niscc"].rules
    assert (rules.pieces, rules.with_peer, rules.with_impact) == (0, 0, 0)
    assert not rules.must_differ
    assert "could not confirm" in rules.note
    assert "90" not in rules.note


def test_a_record_of_ones_own_asks_for_nothing():
    (rules,) = REGULATORS["my_own"].rules
    assert (rules.pieces, rules.starts, rules.coverage) == (0, None, "")


def test_the_professional_standards_and_which_of_them_were_read():
    tags = FRAMEWORKS["swe_professional_standards"].tags
    assert [(each.key, each.is_confirmed) for each in tags] == [
        *((str(number), True) for number in range(1, 6)),
        ("6", False),
    ]
    words = ["rights", "trust", "account", "continuing professional", "integrity", "ethical"]
    for tag, word in zip(tags, words, strict=True):
        assert word in tag.label.casefold()


def test_the_capabilities_are_nine_domains():
    assert [each.label for each in FRAMEWORKS["pcf"].tags] == [
        "Values and ethics",
        "Diversity and equality",
        "Rights, justice and economic wellbeing",
        "Knowledge",
        "Critical reflection and analysis",
        "Skills and interventions",
        "Professionalism",
        "Contexts and organisations",
        "Professional leadership",
    ]


def test_the_knowledge_and_skills_end_on_31_march_2027_and_three_of_ten_headings_were_read():
    kss = FRAMEWORKS["kss_practitioner"]
    assert (kss.since, kss.until) == (None, date(2027, 3, 31))
    assert [each.key for each in kss.tags] == [str(number) for number in range(1, 11)]
    confirmed = [(each.key, each.label) for each in kss.tags if each.is_confirmed]
    assert confirmed == [
        ("1", "Relationships and effective direct work"),
        ("9", "The role of supervision"),
        ("10", "Organisational context"),
    ]


def test_the_early_career_standards_begin_on_1_april_2027_and_no_heading_was_read():
    early = FRAMEWORKS["early_career_standards"]
    assert (early.since, early.until) == (date(2027, 4, 1), None)
    assert [(each.label, each.is_confirmed) for each in early.tags] == [
        ("Anti-discriminatory practice", False),
        ("Relationships and communication", False),
        ("Assessment and planning", False),
        ("Intervention", False),
        ("Reflection and learning", False),
        ("Leadership and management", False),
    ]
