import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from app.rendering.html import HtmlWriter
from app.rendering.plain_text import clean_text
from app.summary.document import (
    Bullet,
    Bullets,
    DocumentSection,
    Note,
    Prose,
    Signatures,
    Table,
    Tick,
)
from tests.documents import a_document, a_supervision_summary
from tests.html_words import words_of_html

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;{{ 7*7 }}{% raw %}'
OUR_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section", "span",
    "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "blockquote",
    "em", "strong", "br", "div", "footer",
}  # fmt: skip


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.seen = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def page_of(document):
    return HtmlWriter().render(document).decode()


def everywhere(text):
    """A document that holds the text in every place that takes one."""
    return a_document(
        Prose(text, text),
        Note(text),
        Bullets((Bullet(text, text), Bullet(text))),
        Table((text, "b"), ((text, Tick.TICKED),), (1, 1)),
        Signatures((text,)),
        title=text,
        subtitle=text,
        footer=text,
        language=text,
    )


def test_the_whole_page_is_as_it_was(snapshot):
    assert page_of(a_supervision_summary()) == snapshot


def test_headings_go_down_by_one_and_the_language_is_said():
    tags = Tags(page_of(a_supervision_summary())).seen
    assert [tag for tag, _ in tags if tag in {"h1", "h2", "h3"}] == ["h1"] + ["h2"] * 10
    assert ("html", {"lang": "en-GB"}) in tags


def test_table_headings_say_what_they_head_and_ticks_have_words():
    page = page_of(a_supervision_summary())
    assert '<th scope="col">What</th>' in page
    assert '<span role="img" aria-label="ticked">☑</span>' in page
    assert '<span role="img" aria-label="not ticked">☐</span>' in page


def test_a_table_without_headings_has_no_empty_header():
    page = page_of(a_document(Table(("", ""), (("a", "b"),), (1, 1))))
    assert "<thead>" not in page


def test_the_page_refers_to_nothing_outside_and_forbids_it():
    page = page_of(everywhere("![](file:///etc/passwd) [a](http://example.org) <img src=x>"))
    for tag, attributes in Tags(page).seen:
        assert not {"src", "href", "srcset", "action", "data"} & set(attributes), tag
    assert "@import" not in page
    assert "url(" not in page
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'content="{policy}"' in page


def test_nothing_a_person_writes_becomes_markup():
    page = page_of(everywhere(HOSTILE))
    assert {tag for tag, _ in Tags(page).seen} <= OUR_TAGS
    assert words_of_html(page).count("{{ 7*7 }}") >= 8
    assert "49" not in page


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'/=ab!-[]{}%#;\x00\ud800\n "), max_size=60))
def test_no_text_makes_a_tag_or_an_attribute_of_its_own(text):
    plain = Tags(page_of(everywhere("x"))).seen
    page = page_of(everywhere(text))
    tags = Tags(page).seen
    assert {tag for tag, _ in tags} <= OUR_TAGS
    allowed = {name for _, attributes in plain for name in attributes} | {"start"}
    assert {name for _, attributes in tags for name in attributes} <= allowed
    shown = re.sub(r"\s", "", words_of_html(page_of(a_document(Note(text)))))
    assert re.sub(r"\s", "", clean_text(text)) in shown


def test_a_lead_stands_before_the_first_words_or_above_a_list():
    page = page_of(a_document(Prose("four", "Scale."), Prose("- one", "Steps.")))
    assert "<strong>Scale.</strong> four</p>" in page
    assert '<p class="heading"><strong>Steps.</strong></p>' in page


def test_an_aside_stands_beside_its_heading():
    page = page_of(a_document(sections=(DocumentSection("Heading", (), "aside"),)))
    assert 'Heading<span class="aside"> · aside</span></h2>' in page
