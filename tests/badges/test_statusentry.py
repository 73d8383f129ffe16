"""What a credential says of where its status stands."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.errors import StatusError
from badges.statusentry import MAX_ENTRIES, ListKind, StatusEntry, StatusPurpose, read_entries

LIST = "https://bewijs.voorbeeld/status/1"
CREDENTIAL = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"


def entry(**changes: Any) -> dict[str, Any]:
    """Make an entry of a bitstring, changed."""
    return {
        "id": f"{LIST}#7",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": LIST,
    } | changes


def read(*stated: Any, **members: Any) -> tuple[StatusEntry | StatusError, ...]:
    """Read the entries of a credential."""
    return read_entries({"id": CREDENTIAL, "credentialStatus": list(stated), **members})


def codes(*stated: Any, **members: Any) -> list[str]:
    """Give the codes of the entries that could not be read."""
    return [each.code for each in read(*stated, **members) if isinstance(each, StatusError)]


class TestReadEntries:
    """`read_entries`."""

    def test_finds_nothing_where_nothing_is_said(self) -> None:
        """Without the member, with nothing in it, or with an empty list, there is no list to ask."""
        documents: list[dict[str, Any]] = [{}, {"credentialStatus": None}, {"credentialStatus": []}]
        assert [(), (), ()] == [read_entries(document) for document in documents]

    def test_reads_an_entry_of_each_kind(self) -> None:
        """A bit in two kinds of lists, and a name in a third; also outside a list."""
        expected = [
            (StatusEntry(ListKind.BITSTRING, StatusPurpose.REVOCATION, LIST, 7),),
            (StatusEntry(ListKind.STATUS_LIST_2021, StatusPurpose.SUSPENSION, LIST, 7),),
            (StatusEntry(ListKind.REVOCATION_LIST, StatusPurpose.REVOCATION, LIST, CREDENTIAL),),
        ]
        stated = [
            entry(),
            entry(type=["StatusList2021Entry"], statusPurpose="suspension"),
            {"id": LIST, "type": "1EdTechRevocationList"},
        ]
        assert expected == [read(each) for each in stated]
        assert expected == [read_entries({"id": CREDENTIAL, "credentialStatus": each}) for each in stated]

    def test_reads_several(self) -> None:
        """Revocation and suspension are two entries, each with a place of its own (VCDM 2.0 4.10)."""
        found = read(entry(), entry(statusPurpose="suspension", statusListIndex="8", id=f"{LIST}#8"))
        assert (
            StatusEntry(ListKind.BITSTRING, StatusPurpose.REVOCATION, LIST, 7),
            StatusEntry(ListKind.BITSTRING, StatusPurpose.SUSPENSION, LIST, 8),
        ) == found

    @pytest.mark.parametrize("purpose", ["refresh", "message"])
    def test_leaves_out_what_says_nothing_of_withdrawal(self, purpose: str) -> None:
        """Such a list is not asked for, however its entry is made (BSL 2.1)."""
        assert () == read(entry(statusPurpose=purpose, statusSize=2))

    def test_keeps_the_good_beside_the_bad(self) -> None:
        """An entry that we do not read hides no other one."""
        found = read({"id": "urn:x", "type": "RevocationList2020Status"}, entry())
        assert ["StatusError", "StatusEntry"] == [type(each).__name__ for each in found]

    @pytest.mark.parametrize(
        ("code", "stated"),
        [
            ("status-malformed", "urn:x"),
            ("status-malformed", 7),
            ("status-malformed", []),
            ("status-type", {}),
            ("status-type", {"id": "urn:x", "type": "RevocationList2020Status"}),
            ("status-type", entry(type=["BitstringStatusListEntry", "StatusList2021Entry"])),
            ("status-type", entry(statusSize=2)),
            ("status-type", entry(statusSize=2**31)),
            ("status-purpose", entry(statusPurpose="vrolijkheid")),
            ("status-purpose", entry(type="StatusList2021Entry", statusPurpose="message")),
            ("status-malformed", entry(statusPurpose=None)),
            ("status-malformed", entry(statusPurpose=["revocation"])),
            ("status-malformed", entry(statusSize=0)),
            ("status-malformed", entry(statusSize=-1)),
            ("status-malformed", entry(statusSize=True)),
            ("status-malformed", entry(statusListCredential=[LIST])),
            ("status-malformed", entry(id=LIST)),
            ("status-malformed", {"type": "1EdTechRevocationList"}),
            ("status-malformed", entry(statusListIndex="-1")),
            ("status-malformed", entry(statusListIndex="1e3")),
            ("status-malformed", entry(statusListIndex="٣")),
            ("status-malformed", entry(statusListIndex=True)),
            ("status-malformed", entry(statusListIndex=None)),
            ("status-malformed", entry(statusListIndex=[1])),
            ("status-range", entry(statusListIndex="1" + "0" * 40)),
        ],
    )
    def test_says_why_an_entry_cannot_be_read(self, code: str, stated: Any) -> None:
        """What we do not read is told apart from what is wrong."""
        assert [code] == codes(entry(), stated)

    def test_needs_an_id_to_look_up_a_name(self) -> None:
        """A credential without an id stands in no list of names."""
        assert ["status-malformed"] == codes({"id": LIST, "type": "1EdTechRevocationList"}, id=None)

    @pytest.mark.parametrize(("count", "faults"), [(MAX_ENTRIES, 0), (MAX_ENTRIES + 1, 1)])
    def test_reads_up_to_the_limit(self, count: int, faults: int) -> None:
        """A credential does not make us fetch without end."""
        found = read(*[entry()] * count)
        assert faults == sum(isinstance(each, StatusError) for each in found)
        assert len(found) <= MAX_ENTRIES

    @given(
        st.recursive(
            st.none() | st.text() | st.integers(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=20,
        )
    )
    def test_answers_anything(self, stated: Any) -> None:
        """Whatever stands there, it is read or said to be wrong; nothing is raised."""
        assert all(
            isinstance(each, (StatusEntry, StatusError))
            for each in read_entries({"credentialStatus": stated})
        )
