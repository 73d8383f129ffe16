"""Badges in SVG pictures: an `openbadges:credential` straight behind `<svg ...>` (OB 3.0 5.3.2).

What CLR 2.0 and Open Badges 2.0 put into drawings is read too, but never two of any. Reading goes through
defusedxml, which refuses document types and entities. Baking writes into the text and leaves every other byte
of the drawing as it was.
"""

import re
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

from badges import strictjson
from badges.baking.payload import check_payload
from badges.errors import BakingError, DocumentError
from badges.strictjson import Json

NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"

_SVG = "{http://www.w3.org/2000/svg}svg"
_OB3 = f"{{{NAMESPACE}}}credential"
_CLR = "{https://purl.imsglobal.org/clr/v2p0}credential"
_OB2 = "{http://openbadges.org}assertion"
_PROLOGUE = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_ROOT = re.compile(r"""<((?:[^\s<>/:]+:)?svg)((?:"[^"]*"|'[^']*'|[^"'>/]|/(?!>))*)(/?)>""")
_PREFIX = re.compile(r"""\sxmlns:openbadges\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENCODING = re.compile(r"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']""")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r")


def bake(picture: bytes, *, credential: bytes) -> bytes:
    """Put a credential into a drawing: JSON as CDATA, a compact JWS in the attribute `verify`.

    Raises:
        BakingError: no SVG that we read (`not-a-picture`, `svg-dtd`, `svg-encoding`), it holds a badge
            already (`svg-two-badges`), or the credential does not fit (`credential-...`).
    """
    if _badges(_read(picture)):
        raise BakingError("the picture holds a badge already", code="svg-two-badges")
    check_payload(credential)
    text = credential.decode("utf-8")
    if _NOT_IN_XML.search(text):
        raise BakingError("the credential holds a character that XML cannot", code="credential-not-text")
    drawing = _text(picture)
    root = _ROOT.match(drawing, _PROLOGUE.match(drawing).end())  # type: ignore[union-attr]  # it matches nothing too
    if root is None:
        raise BakingError("the drawing does not start with <svg>", code="not-a-picture")
    name, attributes, closed = root.groups()
    opening = f"<{name}{_with_prefix(attributes)}>{_element(text)}" + (f"</{name}>" if closed else "")
    return (drawing[: root.start()] + opening + drawing[root.end() :]).encode("utf-8")


def unbake(raw: bytes) -> bytes:
    """Take the credential out of a drawing: JSON, a compact JWS or (OB 2.0) a link, not looked at further.

    Raises:
        BakingError: no SVG that we read (`not-a-picture`, `svg-dtd`); no badge (`svg-no-badge`) or more than
            one of any standard (`svg-two-badges`); the badge stands elsewhere or has another form
            (`svg-badge-damaged`) or holds nothing, too much or no text (`credential-...`).
    """
    root = _read(raw)
    found = _badges(root)
    if len(found) > 1:
        raise _two_badges()
    if not found:
        raise BakingError("the picture holds no badge", code="svg-no-badge")
    if found[0] not in list(root) or len(found[0]):
        raise BakingError("the badge in the picture has another form", code="svg-badge-damaged")
    credential = _content(found[0]).encode("utf-8")
    check_payload(credential)
    return credential


def _content(element: Element) -> str:
    """Give what the element holds: the attribute `verify`, or the text in it.

    Both only in Open Badges 2.0, where the attribute is the address of the assertion in the text.
    """
    signed, body = element.get("verify"), (element.text or "").strip()
    if signed is None or not body:
        return body if signed is None else signed.strip()
    if element.tag != _OB2 or signed.strip() != _id(body):
        raise _two_badges()
    return body


def _id(assertion: str) -> Json:
    """Give where an assertion says it is (OB 2.0 Assertion)."""
    try:
        return strictjson.loads_object(assertion.encode("utf-8")).get("id")
    except DocumentError as error:
        raise BakingError("the badge in the picture has another form", code="svg-badge-damaged") from error


def _badges(root: Element) -> list[Element]:
    """Find all badges anywhere in a drawing, of every standard."""
    return [element for element in root.iter() if element.tag in {_OB3, _CLR, _OB2}]


def _two_badges() -> BakingError:
    """Say that there is more than one badge."""
    return BakingError("the picture holds more than one badge", code="svg-two-badges")


def _read(raw: bytes) -> Element:
    """Read a drawing without document type, entities or anything from elsewhere."""
    try:
        root: Element = defusedxml.ElementTree.fromstring(raw, forbid_dtd=True)
    except DefusedXmlException as error:
        raise BakingError("a document type or entity is in it", code="svg-dtd") from error
    except (ParseError, ValueError, LookupError) as error:
        raise BakingError("this is no SVG picture", code="not-a-picture") from error
    if root.tag != _SVG:
        raise BakingError("this is no SVG picture", code="not-a-picture")
    return root


def _text(picture: bytes) -> str:
    """Give the text of a drawing in UTF-8, the one encoding that we write into."""
    try:
        text = picture.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BakingError("the drawing is not UTF-8", code="svg-encoding") from error
    declared = _ENCODING.match(text.removeprefix("\ufeff"))
    if declared and declared[1].lower() != "utf-8":
        raise BakingError("the drawing is not UTF-8", code="svg-encoding")
    return text


def _with_prefix(attributes: str) -> str:
    """Declare our namespace on the root, unless it is there."""
    declared = _PREFIX.search(attributes)
    if declared is None:
        return f'{attributes.rstrip()} xmlns:openbadges="{NAMESPACE}"'
    if NAMESPACE not in declared.groups():
        raise BakingError("the prefix openbadges means something else", code="svg-badge-damaged")
    return attributes


def _element(text: str) -> str:
    """Write the element; `]]>` would end the CDATA, so it is cut in two there."""
    if text.lstrip().startswith("{"):
        guarded = text.replace("]]>", "]]]]><![CDATA[>")
        return f"<openbadges:credential><![CDATA[{guarded}]]></openbadges:credential>"
    if re.search(r'[<&"\s]', text):
        raise BakingError("the credential is no JSON object and no JWS", code="credential-not-text")
    return f'<openbadges:credential verify="{text}"/>'
