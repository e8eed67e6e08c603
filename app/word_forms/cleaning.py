"""What a filled form tells of people and computers beside its words: as little as it can."""

from __future__ import annotations

from app.word_forms.package import FormPackage
from app.word_forms.safety import TEMPLATE, is_template_link
from app.word_xml import Tree, attribute, name_of

_TEMPLATE_KIND = "wordprocessingml.template.main+xml"
_DOCUMENT_KIND = "wordprocessingml.document.main+xml"
# The form's own title, subject, language and version say what it is; everything else may go.
_KEPT = {"title", "subject", "description", "language", "category", "version"}
_KEPT_IN_APP = {"Application", "DocSecurity", "AppVersion"}
_OF_THE_MAKING = {"rsids", "attachedTemplate", "removeDateAndTime", "removePersonalInformation"}


def clean(package: FormPackage) -> None:
    """Take out authors, dates, company, own properties, the picture and the editing marks."""
    for relation in list(package.relations("")):
        kind = relation.kind
        if kind == "core-properties":
            _keep_only(package.tree(relation.target), _KEPT)
        elif kind == "extended-properties":
            _keep_only(package.tree(relation.target), _KEPT_IN_APP)
        elif kind == "custom-properties":
            _keep_only(package.tree(relation.target), set())
        elif kind == "thumbnail":
            relation.element.getparent().remove(relation.element)
            package.drop(relation.target)
    for relation in list(package.every_relation()):
        if relation.kind == TEMPLATE or is_template_link(relation):
            relation.element.getparent().remove(relation.element)
    _clean_settings(package)
    _name_it_a_document(package)


def _keep_only(tree: Tree | None, kept: set[str]) -> None:
    for each in list(() if tree is None else tree):
        if not isinstance(each.tag, str) or each.tag.rpartition("}")[2] not in kept:
            each.getparent().remove(each)


def _clean_settings(package: FormPackage) -> None:
    for relation in package.relations(package.main):
        if relation.kind == "settings" and not relation.is_outside:
            tree = package.tree(relation.target)
            for each in list(() if tree is None else tree):
                if name_of(each).removeprefix("w:") in _OF_THE_MAKING:
                    each.getparent().remove(each)


def _name_it_a_document(package: FormPackage) -> None:
    """Make a document of a template, which Word would open as a copy without a name."""
    for each in package.kind_elements():
        kind = attribute(each, "ContentType") or ""
        if _TEMPLATE_KIND in kind:
            each.set("ContentType", kind.replace(_TEMPLATE_KIND, _DOCUMENT_KIND))
