"""Lists of names: what an issuer withdrew, as plain JSON."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.errors import StatusError
from badges.revocation import RevocationList, read_1edtech_list, read_revocation_list

URL = "https://school.voorbeeld/revocations"
ISSUER = "https://school.voorbeeld/issuer"


def list_1edtech(*entries: Any, **changes: Any) -> dict[str, Any]:
    """Make a 1EdTechRevocationList."""
    return {"id": URL, "issuer": ISSUER, "revokedCredential": list(entries)} | changes


def list_ob2(*entries: Any, **changes: Any) -> dict[str, Any]:
    """Make a RevocationList of Open Badges 2.0."""
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "id": URL,
        "type": "RevocationList",
        "issuer": ISSUER,
        "revokedAssertions": list(entries),
    } | changes


def read_1(document: Any) -> RevocationList:
    """Read a 1EdTechRevocationList at its address."""
    return read_1edtech_list(document, url=URL, issuer=ISSUER)


def read_2(document: Any) -> RevocationList:
    """Read a RevocationList at its address."""
    return read_revocation_list(document, url=URL, issuer=ISSUER)


class TestRead1edtechList:
    """`read_1edtech_list`."""

    def test_names_what_stands_in_it(self) -> None:
        """An entry counts when `revoked` is true or left out, and not when it is false (VCRL 1.0)."""
        found = read_1(
            list_1edtech({"id": "urn:a"}, {"id": "urn:b", "revoked": True}, {"id": "urn:c", "revoked": False})
        )
        assert [True, True, False, False] == [
            found.names(each) for each in ("urn:a", "urn:b", "urn:c", "urn:d")
        ]

    @pytest.mark.parametrize(
        ("listed", "asked"),
        [
            ("https://school.voorbeeld/b/%7Esam", "https://school.voorbeeld/b/~sam"),
            ("https://school.voorbeeld/b/a%2fb", "https://school.voorbeeld/b/a%2Fb"),
            ("https://school.voorbeeld/b/%73am", "https://school.voorbeeld/b/s%61m"),
            ("https://school.voorbeeld/b/caf%c3%a9", "https://school.voorbeeld/b/café"),
            ("HTTPS://School.Voorbeeld/b/1", "https://school.voorbeeld/b/1"),
        ],
    )
    def test_names_what_is_written_in_another_way(self, listed: str, asked: str) -> None:
        """Two spellings of one address name the same badge, whichever stands where (RFC 3986 6.2.2)."""
        assert read_1(list_1edtech({"id": listed})).names(asked)
        assert read_2(list_ob2(asked)).names(listed)

    @pytest.mark.parametrize(
        ("listed", "asked"),
        [
            ("https://school.voorbeeld/b/a%2Fb", "https://school.voorbeeld/b/a/b"),
            ("https://school.voorbeeld/b/A", "https://school.voorbeeld/b/a"),
            ("https://school.voorbeeld/b/1%", "https://school.voorbeeld/b/1%25"),
        ],
    )
    def test_does_not_name_another(self, listed: str, asked: str) -> None:
        """A sign that parts an address is not the same one encoded, nor is a capital in a path."""
        assert not read_1(list_1edtech({"id": listed})).names(asked)

    def test_reads_the_other_name_of_the_member(self) -> None:
        """The validator of 1EdTech reads `revokedCredentials`; what stands under either counts."""
        document = list_1edtech({"id": "urn:a"}, revokedCredentials=[{"id": "urn:b"}])
        assert frozenset({"urn:a", "urn:b"}) == read_1(document).ids

    def test_may_be_empty(self) -> None:
        """A list of which nothing was withdrawn yet may leave the member out."""
        assert [frozenset(), frozenset()] == [
            read_1(list_1edtech()).ids,
            read_1({"id": URL, "issuer": {"id": ISSUER}}).ids,
        ]

    @pytest.mark.parametrize(
        ("code", "document"),
        [
            ("status-malformed", {}),
            ("status-malformed", {"id": URL}),
            ("status-malformed", {"message": "not found"}),
            ("status-malformed", list_1edtech({})),
            ("status-malformed", list_1edtech(7)),
            ("status-malformed", list_1edtech("")),
            ("status-malformed", list_1edtech({"id": "urn:a", "revoked": "false"})),
            ("status-verification", list_1edtech(id="https://school.voorbeeld/other")),
            ("status-verification", list_1edtech(issuer="https://ander.voorbeeld/issuer")),
            ("status-verification", list_1edtech(issuer={"id": "https://ander.voorbeeld/issuer"})),
            ("status-verification", list_1edtech(issuer={})),
            ("status-verification", list_1edtech(issuer=None)),
        ],
    )
    def test_refuses_what_is_no_such_list(self, code: str, document: Any) -> None:
        """Another document, another list, another issuer's."""
        with pytest.raises(StatusError) as caught:
            read_1(document)
        assert code == caught.value.code


class TestReadRevocationList:
    """`read_revocation_list`."""

    def test_names_ids_and_uids(self) -> None:
        """An assertion stands in it as a text, by its id, or by its uid (OB 2.0 RevocationList)."""
        found = read_2(list_ob2("urn:a", {"id": "urn:b", "revocationReason": "Vergissing"}, {"uid": "abc"}))
        assert (frozenset({"urn:a", "urn:b"}), frozenset({"abc"})) == (found.ids, found.uids)
        assert [True, True, True, False, False] == [
            found.names("urn:a"),
            found.names("urn:b"),
            found.names("urn:x", uid="abc"),
            found.names("abc"),
            found.names("urn:x", uid="urn:a"),
        ]

    def test_reads_a_single_one_without_a_list(self) -> None:
        """One value and a list of one are the same (JSON-LD 1.1 4.3)."""
        assert frozenset({"urn:a"}) == read_2(list_ob2(revokedAssertions="urn:a")).ids

    @pytest.mark.parametrize(
        ("code", "document"),
        [
            ("status-malformed", {}),
            ("status-malformed", list_ob2(type="Assertion")),
            ("status-malformed", {"type": "RevocationList", "id": URL, "issuer": ISSUER}),
            ("status-malformed", list_ob2({"revocationReason": "wie?"})),
            ("status-malformed", list_ob2(None)),
            ("status-verification", list_ob2(id="https://school.voorbeeld/other")),
            ("status-verification", list_ob2(issuer="https://ander.voorbeeld/issuer")),
        ],
    )
    def test_refuses_what_is_no_such_list(self, code: str, document: Any) -> None:
        """Another document, another list, another issuer's."""
        with pytest.raises(StatusError) as caught:
            read_2(document)
        assert code == caught.value.code

    @given(
        st.lists(
            st.recursive(
                st.none() | st.booleans() | st.text(),
                lambda inner: (
                    st.lists(inner) | st.dictionaries(st.sampled_from(["id", "uid", "revoked"]), inner)
                ),
                max_leaves=8,
            ),
            max_size=8,
        )
    )
    def test_answers_anything(self, entries: list[Any]) -> None:
        """Whatever stands in it, it is read or refused with an error of ours."""
        try:
            found = read_2(list_ob2(*entries))
        except StatusError:
            return
        assert "" not in found.ids | found.uids
