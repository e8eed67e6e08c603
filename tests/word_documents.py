"""Word documents for tests, made part by part, so that each may be right or wrong as wanted."""

import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in (1, 2, 3)
) + (
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)


def paragraph(text="", style=None, inside=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}{inside}</w:p>"


def table(*rows):
    """Make a table; a cell is a text or the XML of what is in it."""
    made = ""
    for row in rows:
        cells = (cell if cell.startswith("<") else paragraph(cell) for cell in row)
        made += f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def part(name, content, spaces=SPACES):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {spaces}>{content}</w:{name}>'


def relations(*entries, root=False):
    """Make a part of relations from (id, kind, target, mode) or shorter."""
    base = PACKAGE if root else OFFICE
    made = ""
    for key, kind, target, *mode in entries:
        outside = ' TargetMode="External"' if mode else ""
        where = f"{base}/metadata/{kind}" if kind == "core-properties" else f"{OFFICE}/{kind}"
        made += f'<Relationship Id="{key}" Type="{where}" Target="{target}"{outside}/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def content_types(main_type=MAIN_TYPE):
    override = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{override}</Types>'


def members(body="", *, links=(), main_type=MAIN_TYPE, **parts):
    """Give the members of a document; further parts by their name: footnotes="<w:footnote …>"."""
    parts = {"styles": STYLES, **parts}
    roots = {"headers": "hdr", "header": "hdr", "footer": "ftr"}
    known = [(f"id-{name}", name.rstrip("0123456789"), f"{name}.xml") for name in parts]
    made = {
        "[Content_Types].xml": content_types(main_type),
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml"), root=True),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*known, *links),
    }
    for name, content in parts.items():
        root = roots.get(name.rstrip("0123456789"), name)
        made[f"word/{name}.xml"] = part(root, content)
    return made


def write(path, made, packed=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", packed) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return path


def a_document(folder, body="", name="note.docx", **more):
    return write(folder / name, members(body, **more))
