"""Pasting from the web and from a word processor: words, paragraphs and lists, and no more."""

import time

import pytest

from app.rendering.pasted_html import LONGEST_HTML, has_lists, words_of_html

WORD = """
<html xmlns:o="urn:x"><head><style>p.MsoNormal {font: 11pt} li {color: red}</style></head><body>
<!--StartFragment-->
<p class=MsoNormal>Before the <b>visit</b> I&nbsp;read:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>the chronology</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>its
first page</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>the plan</p>
<!--EndFragment--></body></html>
"""


def test_paragraphs_stand_apart_and_a_break_is_a_line():
    html = "<h1>Head</h1><p>One <i>two</i>\n three<br>four</p><div>five</div>"
    assert words_of_html(html) == "Head\n\nOne two three\nfour\n\nfive"


def test_lists_are_lists_in_markdown():
    html = "<p>So:</p><ul><li>one</li><li>two<ol start=5><li>deep</li><li>er</li></ol></li></ul>end"
    assert words_of_html(html) == "So:\n\n- one\n- two\n   1. deep\n   2. er\n\nend"


def test_a_list_from_word_keeps_its_points_levels_and_numbers():
    assert words_of_html(WORD) == (
        "Before the visit I read:\n\n- the chronology\n  - its first page\n2. the plan"
    )
    assert has_lists(WORD)


def test_pictures_scripts_styles_and_addresses_are_left_out():
    html = (
        "<style>p{}</style><script>alert('x')</script><p>see <a href='https://x.example'>this</a>"
        "<img src='https://x.example/a.png' alt='a face'></p><svg><text>no</text></svg>"
    )
    assert words_of_html(html) == "see this"


def test_signs_and_cells_are_words():
    assert words_of_html("<table><tr><td>a &amp; b</td><td>&lt;c&gt;</td></tr></table>") == (
        "a & b\t<c>"
    )


@pytest.mark.parametrize(
    "html", ["", "<", "<p", "</li></ul></p>", "<style>", "<li>a", "<p>a<![x", "&"]
)
def test_what_is_broken_breaks_nothing(html):
    assert words_of_html(html) in ("", "- a", "<", "&", "<p", "a", "a<![x")


def test_the_longest_that_is_read_takes_less_than_a_second():
    row = "<li><span style='mso-list:Ignore'>x</span>word <b>word</b> &amp; word</li>"
    html = f"<ul>{row * (LONGEST_HTML // len(row))}</ul>"
    begun = time.perf_counter()
    words = words_of_html(html)
    assert time.perf_counter() - begun < 1
    assert words.count("\n") == LONGEST_HTML // len(row) - 1
