"""SVG: one badge per drawing, the drawing left as it was."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.baking import svg
from badges.baking.payload import MAX_BYTES
from badges.errors import BakingError

CREDENTIAL = '{"@context":[],"name":"Verzamelt <orders> & ]]> 📦"}'.encode()
JWS = b"eyJhbGciOiJFUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl"
OPEN = '<svg xmlns="http://www.w3.org/2000/svg"'
PICTURE = f'{OPEN} viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'.encode()
IN_XML = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
CREDENTIALS = st.lists(
    st.one_of(st.text(IN_XML), st.sampled_from(["]]>", "]]", ">", "<![CDATA[", "&amp;"]))
).map(lambda parts: ("{" + "".join(parts) + "}").encode())


def drawing(inside: str, *, more: str = f' xmlns:openbadges="{svg.NAMESPACE}"') -> bytes:
    """Write a drawing that holds this."""
    return f"{OPEN}{more}>{inside}<path/></svg>".encode()


BADGE = "<openbadges:credential><![CDATA[{}]]></openbadges:credential>"
LINK = "https://bewijs.voorbeeld/a"
OLD = f'<o:assertion xmlns:o="http://openbadges.org" verify="{LINK}"/>'
CLR = "https://purl.imsglobal.org/clr/v2p0"


def old(body: str, *, verify: str = LINK) -> bytes:
    """Draw a badge of Open Badges 2.0 that has both its address and its text."""
    return drawing(
        f'<openbadges:assertion verify="{verify}"><![CDATA[{body}]]></openbadges:assertion>',
        more=' xmlns:openbadges="http://openbadges.org"',
    )


def refusal(raw: bytes) -> str:
    """Give the code with which a drawing is refused."""
    with pytest.raises(BakingError) as caught:
        svg.unbake(raw)
    return caught.value.code


class TestBake:
    """`bake`."""

    @given(CREDENTIALS)
    def test_is_undone_by_unbake(self, credential: bytes) -> None:
        """What went in comes out, byte for byte, also where it looks like XML."""
        assert svg.unbake(svg.bake(PICTURE, credential=credential)) == credential

    def test_writes_what_the_standard_shows(self) -> None:
        """The namespace on <svg>, the element straight behind it, JSON as CDATA (OB 3.0 5.3.2)."""
        assert svg.bake(PICTURE, credential=b'{"a":1}').decode() == (
            f'{OPEN} viewBox="0 0 9 9" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">'
            '<openbadges:credential><![CDATA[{"a":1}]]></openbadges:credential>'
            '<path d="M0 0h9v9z"/></svg>'
        )

    def test_puts_a_jws_into_the_attribute(self) -> None:
        """A compact JWS stands in `verify`."""
        baked = svg.bake(PICTURE, credential=JWS)
        assert b'<openbadges:credential verify="' + JWS + b'"/>' in baked
        assert svg.unbake(baked) == JWS

    @pytest.mark.parametrize(
        "picture",
        [
            f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- <svg a=">"> -->\n{OPEN}><g/></svg>',
            f"\ufeff{OPEN}/>",
            f"{OPEN} />",
            f"{OPEN} data-a='/>' data-b=\">\"><g/></svg>",
            f'{OPEN}\n  width="9"\n>\r\n<g/>\r\n</svg>\n<!-- end -->',
            '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>',
            f'<?xml-stylesheet href="a>b"?>{OPEN} xmlns:openbadges="{svg.NAMESPACE}"><g/></svg>',
            f"{OPEN}><title>Een 📦 & meer</title></svg>".replace("&", "&amp;"),
        ],
    )
    def test_leaves_the_drawing_as_it_was(self, picture: str) -> None:
        """Whatever the drawing looks like, only the badge and its namespace were added."""
        baked = svg.bake(picture.encode(), credential=b'{"a":1}').decode()
        assert svg.unbake(baked.encode()) == b'{"a":1}'
        without = baked.replace(BADGE.format('{"a":1}'), "")
        if f'xmlns:openbadges="{svg.NAMESPACE}"' not in picture:
            without = without.replace(f' xmlns:openbadges="{svg.NAMESPACE}"', "")
        assert _bare(without) == _bare(picture)

    @pytest.mark.parametrize("held", [BADGE.format("{}"), OLD, f"<g>{OLD}</g>"])
    def test_refuses_a_drawing_with_a_badge(self, held: str) -> None:
        """A second badge, also beside an old one, is not baked."""
        with pytest.raises(BakingError) as caught:
            svg.bake(drawing(held), credential=CREDENTIAL)
        assert caught.value.code == "svg-two-badges"

    @pytest.mark.parametrize(
        ("credential", "code"),
        [
            (b"", "credential-empty"),
            (b"\xff", "credential-not-text"),
            (b"{\x0c}", "credential-not-text"),
            (b"{\r}", "credential-not-text"),
            ("{\uffff}".encode(), "credential-not-text"),
            (b"a b", "credential-not-text"),
            (b'"/><script/>', "credential-not-text"),
            (b"{" + b"x" * MAX_BYTES, "credential-too-large"),
        ],
    )
    def test_refuses_what_no_drawing_carries(self, credential: bytes, code: str) -> None:
        """Characters outside XML, neither JSON nor JWS, too much."""
        with pytest.raises(BakingError) as caught:
            svg.bake(PICTURE, credential=credential)
        assert caught.value.code == code

    @pytest.mark.parametrize(
        ("picture", "code"),
        [
            (f'<?xml version="1.0" encoding="ISO-8859-1"?>{OPEN}/>'.encode("latin-1"), "svg-encoding"),
            (f"{OPEN}/>".encode("utf-16"), "svg-encoding"),
            (f'{OPEN} xmlns:openbadges="http://openbadges.org"/>'.encode(), "svg-badge-damaged"),
            (b"<html/>", "not-a-picture"),
            (b"<svg/>", "not-a-picture"),
        ],
    )
    def test_refuses_drawings_that_it_cannot_write_into(self, picture: bytes, code: str) -> None:
        """Other encodings, a prefix that is taken, and what is no drawing."""
        with pytest.raises(BakingError) as caught:
            svg.bake(picture, credential=CREDENTIAL)
        assert caught.value.code == code


def _bare(text: str) -> str:
    """Write an empty element in one way, and drop the room before the end of a tag."""
    return text.replace("></s:svg>", "/>").replace("></svg>", "/>").replace(" />", "/>").replace("\n>", ">")


class TestUnbake:
    """`unbake`."""

    def test_says_that_there_is_no_badge(self) -> None:
        """A drawing without one is a good drawing, but holds no badge."""
        assert refusal(PICTURE) == "svg-no-badge"

    @pytest.mark.parametrize(
        "inside",
        [
            BADGE.format("{}") * 2,
            BADGE.format("{}") + f"<g>{BADGE.format('{}')}</g>",
            BADGE.format("{}") + OLD,
            OLD + BADGE.format("{}"),
            OLD + f'<c:credential xmlns:c="{CLR}">{{}}</c:credential>',
            f'<c:credential xmlns:c="{CLR}" verify="a.b.c">{{}}</c:credential>',
            '<openbadges:credential verify="a.b.c"><![CDATA[{}]]></openbadges:credential>',
        ],
    )
    def test_refuses_two_badges(self, inside: str) -> None:
        """Two of ours, one beside an old one, or an element that holds both forms."""
        assert refusal(drawing(inside)) == "svg-two-badges"

    @pytest.mark.parametrize(
        "inside",
        [
            f"<g>{BADGE.format('{}')}</g>",
            "<openbadges:credential><g/></openbadges:credential>",
        ],
    )
    def test_refuses_a_badge_in_another_place_or_form(self, inside: str) -> None:
        """It stands directly in <svg>, and holds text only."""
        assert refusal(drawing(inside)) == "svg-badge-damaged"

    @pytest.mark.parametrize("inside", ["<openbadges:credential/>", '<openbadges:credential verify=" "/>'])
    def test_refuses_an_empty_badge(self, inside: str) -> None:
        """An element that holds nothing is no badge."""
        assert refusal(drawing(inside)) == "credential-empty"

    @pytest.mark.parametrize(
        ("namespace", "name"),
        [(svg.NAMESPACE, "credential"), (CLR, "credential"), ("http://openbadges.org", "assertion")],
    )
    def test_reads_the_badges_of_each_standard(self, namespace: str, name: str) -> None:
        """Open Badges 3.0, CLR 2.0 and Open Badges 2.0: a JWS in `verify`, or JSON as text."""
        signed = f'<b:{name} xmlns:b="{namespace}" verify="{JWS.decode()}"/>'
        plain = f'<b:{name} xmlns:b="{namespace}"><![CDATA[{{"a":1}}]]></b:{name}>'
        assert JWS == svg.unbake(drawing(signed))
        assert b'{"a":1}' == svg.unbake(drawing(plain))

    def test_reads_the_address_of_an_old_badge(self) -> None:
        """A hosted badge of Open Badges 2.0 may be no more than its address."""
        assert LINK.encode() == svg.unbake(drawing(OLD))

    def test_reads_an_old_badge_that_says_where_it_is(self) -> None:
        """Open Badges 2.0 writes the address beside the assertion; when they agree, the assertion is read."""
        body = json.dumps({"id": LINK})
        assert body.encode() == svg.unbake(old(body))

    @pytest.mark.parametrize("body", ['{"id":"https://elders.voorbeeld/a"}', '{"id":[1]}', "{}"])
    def test_refuses_an_old_badge_that_says_two_things(self, body: str) -> None:
        """One reader would follow the address, another the text."""
        assert "svg-two-badges" == refusal(old(body))

    @pytest.mark.parametrize("body", ["[]", "{", '{"id":1,"id":2}', "a.b.c"])
    def test_refuses_an_old_badge_whose_text_is_no_object(self, body: str) -> None:
        """What stands beside an address can be nothing but an assertion."""
        assert "svg-badge-damaged" == refusal(old(body))

    def test_reads_text_without_cdata_too(self) -> None:
        """CDATA is a way of writing: the text is what counts, wherever its prefix comes from."""
        inside = f'\n<b:credential xmlns:b="{svg.NAMESPACE}">\n {{"a":"&lt;"}}\n</b:credential>'
        assert svg.unbake(drawing(inside, more="")) == b'{"a":"<"}'

    def test_refuses_too_much_text(self) -> None:
        """256 KB and a byte less are read, a byte more is not."""
        for length in (MAX_BYTES - 1, MAX_BYTES):
            assert b"x" * length == svg.unbake(drawing(BADGE.format("x" * length)))
        assert refusal(drawing(BADGE.format("x" * (MAX_BYTES + 1)))) == "credential-too-large"

    @pytest.mark.parametrize(
        "raw",
        [
            *(
                b"",
                b"{}",
                b"<svg",
                b"<html/>",
                b"<svg/>",
                PICTURE[:-1],
                PICTURE + b"x",
                b"\xff\xfe",
                b"\0" * 9,
            ),
            b'<?xml version="1.0" encoding="klingon"?>' + PICTURE,
            b'<?xml version="1.0" encoding="utf-7"?>' + PICTURE,
            b'<?xml version="1.0" encoding="shift_jis"?>' + PICTURE,
            b"<svg xmlns='http://www.w3.org/1999/xhtml'/>",
        ],
    )
    def test_refuses_what_is_no_svg(self, raw: bytes) -> None:
        """Other files, cut ones, and encodings that nobody has."""
        assert refusal(raw) == "not-a-picture"

    @pytest.mark.parametrize(
        "start",
        [
            "<!DOCTYPE svg>",
            '<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd">',
            '<!DOCTYPE svg [<!ENTITY a "b">]>',
            '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        ],
    )
    def test_refuses_document_types_and_entities(self, start: str) -> None:
        """No document type is read, so nothing is fetched or multiplied."""
        assert refusal(start.encode() + drawing(BADGE.format("{}"))) == "svg-dtd"

    def test_refuses_the_hostile_files_of_defusedxml(self, corpus: Path) -> None:
        """Billion laughs, quadratic growth, external entities: none is read."""
        files = sorted((corpus / "security/tiran+defusedxml").rglob("*.xml"))
        assert len(files) >= 8
        assert {refusal(path.read_bytes()) for path in files} <= {"svg-dtd", "not-a-picture"}

    def test_survives_the_drawings_of_others(self, corpus: Path) -> None:
        """Every SVG and XML of the corpora is refused in order: there is no badge in any."""
        files = sorted([*(corpus / "security").rglob("*.svg"), *(corpus / "security").rglob("*.xml")])
        assert len(files) >= 25
        assert {refusal(path.read_bytes()) for path in files} <= {"svg-no-badge", "svg-dtd", "not-a-picture"}

    def test_refuses_every_line_of_the_attacks_on_xml(self, corpus: Path) -> None:
        """Entities inside and outside, by file, by address and by parameter: no document type is read."""
        files = sorted((corpus / "security/swisskyrepo+PayloadsAllTheThings/XXE Injection").rglob("*.txt"))
        lines = [line for path in files for line in path.read_bytes().splitlines()]
        assert len(lines) >= 40
        assert {refusal(line) for line in lines} <= {"svg-dtd", "not-a-picture"}

    @given(st.binary(max_size=100), st.text(max_size=60))
    def test_answers_anything_with_an_error_of_ours(self, raw: bytes, text: str) -> None:
        """Whatever comes in, nothing but a BakingError comes out."""
        for hostile in (raw, PICTURE[:40] + raw, f"<svg>{text}</svg>".encode(), drawing(text)):
            with pytest.raises(BakingError):
                svg.unbake(hostile)

    @pytest.mark.parametrize("depth", [100, 20_000])
    def test_survives_deep_drawings(self, depth: int) -> None:
        """Nesting does not make it fall over."""
        assert refusal(drawing("<g>" * depth + "</g>" * depth)) == "svg-no-badge"
