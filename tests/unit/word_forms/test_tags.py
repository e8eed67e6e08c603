"""Tags: what they may say, where they may stand, and that nothing else is worked out."""

import pytest

from app.domain.errors import WordFormRefused
from app.word_forms.filling import fields_of, fill
from app.word_forms.lines import text_in
from app.word_forms.package import FormPackage
from app.word_xml import child, name_of
from tests.word_documents import paragraph, table
from tests.word_forms import lines, rows, text_of

PEOPLE = rows({"what": "Ring", "who": "Me"}, {"what": "Write", "who": "You"})


def done(data, **values):
    return text_of(fill(data, {f"tag:{name}": value for name, value in values.items()}).data)


def runs(*texts):
    inside = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return paragraph(inside=inside)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ a.__init__ }}",
        "{{ 'x' * 400000000 }}",
        "{{ a | upper }}",
        "{{ a() }}",
        "{{ a[0] }}",
        "{{ 1 + 1 }}",
        "{{ a if b else c }}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% import os %}",
        "{% macro a() %}",
        "{% for a in b.c %}{% endfor %}",
        "{% for a in range(9) %}{% endfor %}",
        "{% if a == b %}{% endif %}",
        "{% if a and b %}{% endif %}",
        "{{ a.salary }}",
        "{{ }}",
    ],
)
def test_a_tag_that_asks_for_more_than_a_name_is_refused(form, tag):
    with pytest.raises(WordFormRefused, match="asks for more than a form may"):
        fields_of(form(paragraph(tag.replace("<", "&lt;"))))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{% for a in b %}", "one is not ended"),
        ("{% endfor %}", "one ends that was not begun"),
        ("{% for a in b %}{% endif %}", "one ends that was not begun"),
        ("{% for a in b %}{% for c in d %}{% endfor %}{% endfor %}", "a list stands within a list"),
        ("{{ a", "not closed"),
        ("{% if a", "not closed"),
    ],
)
def test_tags_that_do_not_fit_together_are_refused(form, body, told):
    with pytest.raises(WordFormRefused, match=told):
        fields_of(form(paragraph(body)))


def test_a_list_that_begins_in_a_table_and_ends_outside_is_refused(form):
    body = table(["{% for a in b %}", "{{ a.what }}"]) + paragraph("{% endfor %}")
    with pytest.raises(WordFormRefused, match="ends outside"):
        fields_of(form(body))


def test_a_list_that_begins_within_words_is_refused(form):
    body = paragraph("Actions: {% for a in b %}") + paragraph("{{ a.what }}")
    with pytest.raises(WordFormRefused, match="a line of its own"):
        fields_of(form(body + paragraph("{% endfor %}")))


def test_a_tag_is_found_whatever_runs_it_is_split_into(form):
    data = form(runs("With {", "{ super", "visor }", "} today"))
    assert done(data, supervisor=lines("the manager")) == "\nWith the manager today\n".strip("\n")


def test_the_look_of_the_words_around_a_tag_stays(form):
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">By </w:t></w:r>'
    plain = "<w:r><w:t>{{ name }}</w:t></w:r>"
    data = form(paragraph(inside=bold + plain))
    filled = fill(data, {"tag:name": lines("me")})
    (body,) = FormPackage(filled.data).tree("word/document.xml")
    looks = [
        (child(run, "w:t").text, child(run, "w:rPr", "w:b") is not None)
        for run in child(body, "w:p")
        if name_of(run) == "w:r"
    ]
    assert looks == [("By ", True), ("me", False)]


def test_a_list_repeats_paragraphs_rows_and_words_within_a_line(form):
    body = (
        paragraph("{% for a in x %}")
        + paragraph("{{ a.what }}, {{ a.who }}")
        + paragraph("{% endfor %}")
        + table(["{%tr for a in x %}", ""], ["{{ a.what }}", "{{ a.who }}"], ["{%tr endfor %}", ""])
        + paragraph("All: {% for a in x %}{{ a.what }}; {% endfor %}done")
    )
    text = done(form(body), x=PEOPLE)
    repeated = ["Ring, Me", "Write, You", "Ring", "Me", "Write", "You"]
    assert text.split("\n") == [*repeated, "All: Ring; Write; done"]


def test_a_condition_within_a_list_looks_at_its_row(form):
    body = (
        paragraph("{% for a in x %}")
        + paragraph("{{ a.what }}{% if a.when %} by {{ a.when }}{% else %}, no day{% endif %}")
        + paragraph("{% endfor %}")
    )
    value = rows({"what": "Ring", "when": "1 May"}, {"what": "Write"})
    assert done(form(body), x=value).split("\n") == ["Ring by 1 May", "Write, no day"]


def test_conditions_stand_within_conditions(form):
    body = "{% if a %}A{% if b %}B{% endif %}{% else %}neither{% endif %}."
    data = form(paragraph(body))
    one = lines("x")
    # What only decides is not shown, and said so.
    assert text_of(fill(data, {"tag:a": one, "tag:b": one}).data) == "AB."
    assert text_of(fill(data, {"tag:a": one}).data) == "A."
    assert text_of(fill(data, {"tag:b": one}).data) == "neither."


def test_what_a_form_does_not_show_is_named(form):
    data = form(paragraph("{% if a %}See the notes.{% endif %}"))
    result = fill(data, {"tag:a": lines("my own words")})
    assert [(each.label, each.reason) for each in result.misfits] == [
        ("a", "the form does not show it")
    ]


def test_an_answer_that_looks_like_a_tag_is_only_words(form):
    words = "I wrote {{ secret }} and {% for a in x %} and ____ and {# no #}"
    data = form(paragraph("{{ answer }} {{ secret }}") + table(["Note", ""]))
    fields = {"tag:answer": lines(words), "tag:secret": lines("SECRET"), "cell:Note": lines(words)}
    text = text_of(fill(data, fields).data)
    assert text.count("SECRET") == 1
    assert text.count("{{ secret }} and {% for a in x %} and ____ and {# no #}") == 2


def test_a_row_that_looks_like_a_tag_is_only_words(form):
    body = table(["{% for a in x %}{{ a.what }}", "{{ a.who }}{% endfor %}"])
    value = rows({"what": "{% endfor %}{{ who }}", "who": "{% if x %}"})
    assert done(form(body), x=value).split("\n") == ["{% endfor %}{{ who }}", "{% if x %}"]


def test_tags_in_headers_footers_and_text_boxes_are_filled(form):
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('{{ x }}')}</w:txbxContent>"
    box += "</v:textbox></w:pict></w:r>"
    data = form(
        paragraph("Form", inside=box),
        header1=paragraph("Head {{ x }}"),
        footer1=paragraph("Foot {{ x }}"),
    )
    package = FormPackage(fill(data, {"tag:x": lines("here")}).data)
    texts = [text_in(tree) for _, tree in package.stories()]
    assert texts == ["Head here", "Form\nhere", "Foot here"]


def test_a_tag_alone_in_its_line_becomes_a_paragraph_for_each_line(form):
    assert done(form(paragraph("{{ x }}")), x=lines("One", "Two")) == "One\nTwo"


def test_a_tag_among_words_takes_several_lines(form):
    assert done(form(paragraph("Said: {{ x }}.")), x=lines("One", "Two")) == "Said: One\nTwo."


def test_a_name_without_a_value_leaves_nothing_behind(form):
    assert done(form(paragraph("By {{ who }}.{# a remark #}"))) == "By ."
