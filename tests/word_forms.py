"""Organisations' Word forms for tests, of our own making: three as they are met, and their words.

`python -m tests.word_forms` writes the three into tests/data/word_forms. They are invented; no
council's form was copied.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from app.domain.word_form import Column, Value, ValueCell, ValueRow

_STORY = re.compile(r"word/(header|document|footer)\d*\.xml")
FOLDER = Path(__file__).parent / "data" / "word_forms"
TAGGED, TABLES, CONTROLS = (
    FOLDER / name for name in ("tagged.docx", "tables.docx", "controls.docx")
)


def _document(title):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.author = "Policy team"
    document.core_properties.last_modified_by = "j.example"
    document.core_properties.title = title
    heading = document.add_paragraph()
    run = heading.add_run(title)
    run.bold = True
    run.font.size = Pt(16)
    run.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    return document


def _table(document, rows, columns):
    table = document.add_table(rows=rows, cols=columns)
    table.style = "Table Grid"
    return table


def _shade(cell, text):
    cell.text = ""
    run = cell.paragraphs[0].add_run(text)
    run.bold = True
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "D9E2F3")
    cell._tc.get_or_add_tcPr().append(shade)


def _split_runs(paragraph, *parts):
    """Write words in several runs, as Word does once somebody has corrected a letter."""
    for number, part in enumerate(parts):
        paragraph.add_run(part).italic = bool(number % 2)


def tagged():
    """A form made by somebody who knew about tags: split over runs, in rows, in the header."""
    document = _document("Supervision record")
    header = document.sections[0].header.paragraphs[0]
    _split_runs(header, "Family Help Service · {{ d", "ate }", "}")
    footer = document.sections[0].footer.paragraphs[0]
    footer.text = "Keep in the supervision file. Prepared by {{ prepared_by }}."
    table = _table(document, 2, 4)
    for cell, text in zip(
        table.rows[0].cells, ("Date", "Supervisor", "Worker", "Type"), strict=True
    ):
        _shade(cell, text)
    tags = ("{{ date }}", "{{ supervisor }}", "{{ prepared_by }}", "{{ kind }}")
    for cell, text in zip(table.rows[1].cells, tags, strict=True):
        cell.text = text
    _tagged_lists(document)
    document.add_heading("Agreed today", 2)
    agreed = _table(document, 4, 3)
    for cell, text in zip(agreed.rows[0].cells, ("Action", "By whom", "By when"), strict=True):
        _shade(cell, text)
    document.add_paragraph()
    document.add_paragraph("Signed (supervisor): ____________________   Date: ____________")
    return document


def _tagged_lists(document):
    document.add_heading("Actions from last time", 2)
    actions = _table(document, 3, 3)
    for cell, text in zip(actions.rows[0].cells, ("Action", "Who", "How it stands"), strict=True):
        _shade(cell, text)
    actions.rows[1].cells[0].text = "{%tr for a in actions %}{{ a.what }}"
    actions.rows[1].cells[1].text = "{{ a.who }}"
    _split_runs(actions.rows[1].cells[2].paragraphs[0], "{{ a.st", "ate }}{%tr end", "for %}")
    document.add_paragraph("{% if topics %}")
    document.add_heading("For today", 2)
    document.add_paragraph("{% for t in topics %}")
    document.add_paragraph("{{ t.what }}", style="List Bullet")
    document.add_paragraph("{% endfor %}")
    document.add_paragraph("{% else %}")
    document.add_paragraph("Nothing was put forward for today.")
    document.add_paragraph("{% endif %}")
    document.add_heading("Reflective discussion", 2)
    document.add_paragraph("{{ reflections }}")
    document.add_heading("Questions", 2)
    document.add_paragraph("{% if questions %}{{ questions }}{% else %}None today.{% endif %}")


def tables():
    """A form of tables: labels beside and above cells, rows to fill, a table within a table."""
    document = _document("1:1 supervision – record of discussion")
    head = _table(document, 2, 4)
    labels = (("Worker:", "Date of supervision:"), ("Supervisor:", "Type of supervision:"))
    for row, pair in zip(head.rows, labels, strict=True):
        _shade(row.cells[0], pair[0])
        _shade(row.cells[2], pair[1])
        row.height, row.height_rule = Cm(0.9), WD_ROW_HEIGHT_RULE.EXACTLY
    document.add_paragraph()
    _review_table(document)
    document.add_paragraph()
    boxes = _table(document, 4, 2)
    boxes.columns[0].width = Cm(5)
    for row, text in zip(
        boxes.rows,
        (
            "Agenda items brought by the worker",
            "Reflective discussion of cases",
            "Wellbeing and workload",
            "Disagreements and escalations",
        ),
        strict=True,
    ):
        _shade(row.cells[0], text)
        row.height = Cm(1.6)
    document.add_paragraph()
    outer = _table(document, 2, 1)
    _shade(outer.rows[0].cells[0], "Decisions made and actions agreed")
    inner = outer.rows[1].cells[0].add_table(rows=4, cols=3)
    inner.style = "Table Grid"
    for cell, text in zip(inner.rows[0].cells, ("Action", "Who", "By when"), strict=True):
        cell.text = text
    document.add_paragraph()
    document.add_paragraph("Questions for the supervisor:")
    document.add_paragraph()
    document.add_paragraph("Date of next supervision: ______________ Place: ______________")
    document.add_paragraph("Signed: ______________________")
    return document


def _review_table(document):
    review = _table(document, 6, 4)
    review.rows[0].cells[0].merge(review.rows[0].cells[3])
    _shade(review.rows[0].cells[0], "Review of actions from the last supervision")
    for cell, text in zip(
        review.rows[1].cells, ("No.", "Action", "By whom", "Progress"), strict=True
    ):
        _shade(cell, text)
    for number, row in enumerate(review.rows[2:5], 1):
        row.cells[0].text = f"{number}."
    review.rows[5].cells[0].merge(review.rows[5].cells[3])
    review.rows[5].cells[0].text = "Carry anything that is not done forward."


_CONTROL = """<w:sdt {spaces}><w:sdtPr>{alias}<w:tag w:val="{tag}"/>{kind}<w:showingPlcHdr/>{bound}
</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"""
_PROMPT = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{prompt}</w:t></w:r>'
_STORE = "{00000000-0000-0000-0000-000000000001}"
_BOUND = f'<w:dataBinding w:xpath="/form[1]/x[1]" w:storeItemID="{_STORE}"/>'


def _control(tag, prompt, kind="<w:text/>", *, alias="", bound="", is_block=False):
    content = _PROMPT.format(prompt=prompt)
    content = f"<w:p>{content}</w:p>" if is_block else content
    return parse_xml(
        _CONTROL.format(
            spaces=nsdecls("w"),
            alias=f'<w:alias w:val="{alias}"/>' if alias else "",
            tag=tag,
            kind=kind,
            bound=bound,
            content=content,
        )
    )


def controls():
    """A form of content controls: beside labels, in cells, as blocks, with choices and a date."""
    document = _document("Reflective supervision form")
    table = _table(document, 4, 2)
    chosen = "".join(
        f'<w:listItem w:displayText="{text}" w:value="{value}"/>'
        for text, value in (
            ("Choose one.", ""),
            ("Planned supervision", "1"),
            ("Ad hoc supervision", "2"),
            ("Group supervision", "3"),
        )
    )
    rows = (
        ("Name of worker", _control("worker", "Click here to enter text.", bound=_BOUND)),
        ("Name of supervisor", _control("sv", "Click here to enter text.")),
        (
            "Date of session",
            _control(
                "day",
                "Click to enter a date.",
                '<w:date w:fullDate="2020-01-01T00:00:00Z"/>',
            ),
        ),
        (
            "Kind of supervision",
            _control("kind", "Choose one.", f"<w:dropDownList>{chosen}</w:dropDownList>"),
        ),
    )
    for row, (label, control) in zip(table.rows, rows, strict=True):
        _shade(row.cells[0], label)
        row.cells[1].paragraphs[0]._p.append(control)
    body = document.element.body
    for heading, tag, alias in (
        ("What has been done since last time", "done", "Actions since last time"),
        ("What the worker brings", "brings", "Topics from the worker"),
        ("Reflection on practice", "reflection", "Reflection on practice"),
        ("Themes that keep coming back", "themes", "Themes"),
    ):
        document.add_heading(heading, 2)
        control = _control(tag, "Click here to enter text.", "", alias=alias, is_block=True)
        body.insert(len(body) - 1, control)
    line = document.add_paragraph("Next session on: ")
    line._p.append(_control("next", "date", alias="Date of next session"))
    return document


def text_of(data):
    """Read a document's words without the program: headers, body, footers, by lines."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if _STORY.fullmatch(name)]
        order = ("header", "document", "footer")
        names.sort(key=lambda name: order.index(_STORY.fullmatch(name)[1]))
        trees = [parse_xml(archive.read(name)) for name in names]
    return "\n".join(_words(each) for tree in trees for each in tree.iter(qn("w:p")))


def _words(paragraph):
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    own = (
        each
        for each in paragraph.iter(qn("w:t"), *signs)
        if next(each.iterancestors(qn("w:p"))) is paragraph
    )
    return "".join(signs.get(each.tag) or each.text or "" for each in own)


def lines(*texts):
    return Value.of_lines(texts)


def rows(*given):
    """Make rows of what, who, when … by name."""
    return Value(
        tuple(
            ValueRow(tuple(ValueCell(Column(name), (text,)) for name, text in each.items()))
            for each in given
        )
    )


def write_all(folder=FOLDER):
    folder.mkdir(parents=True, exist_ok=True)
    for path, made in ((TAGGED, tagged), (TABLES, tables), (CONTROLS, controls)):
        made().save(folder / path.name)


if __name__ == "__main__":
    write_all()
