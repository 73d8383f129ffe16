"""Keys and documents that have an address instead of a did."""

from typing import Any

import pytest

from badges import keys
from badges.errors import KeyBindingError, KeyFormatError
from tests.badges.issuers import BARE, DID, KEY_PAGE, LONE, METHOD, ONE, SCHOOL, document

ROOT = "https://school.example"


class TestFindKeyAtAnAddress:
    """`find_key`, of keys and controller documents at https."""

    def test_finds_a_key_in_the_document_of_an_https_issuer(self) -> None:
        """A controller document at the issuer's own address is like a did document (CID 1.0 2.1)."""
        made = keys.did_document(SCHOOL, assertion=[ONE])
        method = f"{SCHOOL}#{ONE.multikey}"
        assert keys.find_key(made, verification_method=method, issuer=SCHOOL) == ONE

    @pytest.mark.parametrize("issuer", [SCHOOL, "did:web:school.example", "https://school.example"])
    def test_finds_a_document_that_is_one_key(self, issuer: str) -> None:
        """It names itself and its controller, at the issuer's host."""
        made: Any = LONE | {"controller": issuer}
        assert keys.find_key(made, verification_method=KEY_PAGE, issuer=issuer) == ONE

    @pytest.mark.parametrize(
        ("page", "changes", "issuer"),
        [
            (KEY_PAGE, {"id": KEY_PAGE + "0"}, SCHOOL),
            (KEY_PAGE, {"controller": "https://ander.example"}, SCHOOL),
            (KEY_PAGE, {"controller": [SCHOOL]}, SCHOOL),
            (KEY_PAGE, {"controller": None}, SCHOOL),
            ("https://kwaad.example/keys/1", {}, SCHOOL),
            ("https://school.example.kwaad.example/keys/1", {}, SCHOOL),
            ("https://school.example:444/keys/1", {}, SCHOOL),
            ("https://school.example@kwaad.example/keys/1", {}, SCHOOL),
            ("http://school.example/keys/1", {}, SCHOOL),
            ("https://[school/keys/1", {}, SCHOOL),
            (KEY_PAGE, {"controller": "did:web:ander.example"}, "did:web:ander.example"),
            (KEY_PAGE, {"controller": "did:web:school.example:klas"}, "did:web:school.example:klas"),
            (KEY_PAGE, {"controller": "did:key:z6Mk"}, "did:key:z6Mk"),
            (KEY_PAGE, {"controller": "urn:x:y"}, "urn:x:y"),
        ],
    )
    def test_refuses_a_key_of_which_the_issuer_says_nothing(
        self, page: str, changes: dict[str, object], issuer: str
    ) -> None:
        """Anyone can write at their own host that a school controls their key."""
        made: Any = LONE | {"id": page} | changes
        with pytest.raises(KeyBindingError):
            keys.find_key(made, verification_method=page, issuer=issuer)

    def test_finds_a_key_at_another_host_that_the_issuer_lists(self) -> None:
        """The issuer's own document may point elsewhere; without its word the key does not count."""
        page = "https://sleutels.example/1"
        made: Any = LONE | {"id": page}
        own: Any = {"id": SCHOOL, "assertionMethod": [page]}
        found = keys.find_key(made, verification_method=page, issuer=SCHOOL, confirmed_by=own)
        assert found == ONE
        old: Any = {"id": SCHOOL, "publicKey": [f"{SCHOOL}#old", {"id": page}]}
        assert keys.find_key(made, verification_method=page, issuer=SCHOOL, confirmed_by=old) == ONE
        for other in ({**own, "id": DID}, {**own, "assertionMethod": []}, {}, None):
            with pytest.raises(KeyBindingError):
                keys.find_key(made, verification_method=page, issuer=SCHOOL, confirmed_by=other)

    @pytest.mark.parametrize("made", [LONE, BARE])
    @pytest.mark.parametrize(
        "listing",
        [
            {"assertionMethod": [f"{ROOT}/keys/2"]},
            {"authentication": [KEY_PAGE]},
            {"verificationMethod": [{"id": KEY_PAGE}]},
            {"publicKey": f"{ROOT}/keys/2"},
        ],
        ids=str,
    )
    def test_refuses_a_key_at_the_host_of_an_issuer_that_lists_others(
        self, made: dict[str, Any], listing: dict[str, Any]
    ) -> None:
        """Not everybody who can write a file there is the issuer."""
        with pytest.raises(KeyBindingError):
            keys.find_key(
                {**made, "controller": ROOT},
                verification_method=KEY_PAGE,
                issuer=ROOT,
                confirmed_by={"id": ROOT, **listing},
            )

    def test_cannot_read_a_document_that_lists_its_keys_in_an_older_way(self) -> None:
        """Before `verificationMethod` there was `publicKey`: no fault of the badge."""
        made: Any = {"id": SCHOOL, "publicKey": [{"id": f"{SCHOOL}#1", "controller": SCHOOL}]}
        with pytest.raises(KeyFormatError):
            keys.find_key(made, verification_method=f"{SCHOOL}#1", issuer=SCHOOL)

    @pytest.mark.parametrize(
        ("issuer", "page"),
        [
            ("https://school.example", "https://school.example/keys/1.jwk"),
            ("https://school.example/", "https://school.example/keys/1.jwk"),
            (SCHOOL, f"{SCHOOL}/key"),
            (SCHOOL, f"{SCHOOL}#key"),
            (SCHOOL, f"{SCHOOL}?key=1"),
        ],
    )
    def test_finds_a_bare_jwk_under_the_address_of_the_issuer(self, issuer: str, page: str) -> None:
        """It says nothing of a controller, so its place has to (OB 3.0 8.2, `kid`)."""
        made: Any = dict(BARE)
        assert keys.find_key(made, verification_method=page, issuer=issuer) == ONE

    @pytest.mark.parametrize(
        ("issuer", "page"),
        [
            (SCHOOL, KEY_PAGE),
            (SCHOOL, f"{SCHOOL}2/key"),
            (SCHOOL, f"{SCHOOL}/../key"),
            (SCHOOL, f"{SCHOOL}/%2E%2e%2fkey"),
            (SCHOOL, f"{SCHOOL}/..;/key"),
            (SCHOOL, "https://kwaad.example/key"),
            ("https://school.example", "https://school.example.kwaad.example/key"),
            ("https://school.example", "https://school.example:444/key"),
            ("did:web:school.example", "https://school.example/key"),
            ("http://school.example", "http://school.example/key"),
        ],
    )
    def test_cannot_say_whose_a_bare_jwk_is_elsewhere(self, issuer: str, page: str) -> None:
        """At another place it may be anybody's: no verdict, for it may also be the issuer's."""
        made: Any = dict(BARE)
        with pytest.raises(KeyFormatError):
            keys.find_key(made, verification_method=page, issuer=issuer)


class TestController:
    """`controller`."""

    def test_names_the_document_or_its_controller(self) -> None:
        """A list of keys speaks for itself, a lone key for whoever it names."""
        assert keys.controller(document(), verification_method=METHOD) == DID
        assert keys.controller({**LONE}, verification_method=KEY_PAGE) == SCHOOL

    @pytest.mark.parametrize(
        "made", [{**BARE}, {**LONE, "controller": None}, {**LONE, "controller": [SCHOOL]}]
    )
    def test_cannot_say_where_a_key_names_nobody(self, made: Any) -> None:
        """A bare key, or one with another form of controller."""
        with pytest.raises(KeyFormatError):
            keys.controller(made, verification_method=KEY_PAGE)


class TestKeyAddress:
    """`key_address`."""

    @pytest.mark.parametrize(
        ("method", "expected"),
        [
            (METHOD, DID),
            (DID, DID),
            ("did:key:z6Mk#z6Mk", "did:key:z6Mk"),
            (f"{SCHOOL}#key-1", SCHOOL),
            (KEY_PAGE, KEY_PAGE),
            ("https://a.nl:8443/x?y=1#z", "https://a.nl:8443/x?y=1"),
        ],
    )
    def test_gives_what_stands_before_the_fragment(self, method: str, expected: str) -> None:
        """A did, or an address."""
        assert keys.key_address(method) == expected

    @pytest.mark.parametrize(
        "method",
        [
            *(
                "",
                "#key",
                "key",
                "urn:x:y#z",
                "http://a.nl/x",
                "ftp://a.nl",
                "https://",
                "https:///x",
                "//a.nl",
            ),
            *("https://u@a.nl/x", "https://u:p@a.nl", "https://[::1", "https://a.nl:x/", "did:", "did:web"),
            *(
                "did:web:a.nl/x#y",
                "did:web:a.nl?x=1#y",
                "did:WEB:a.nl#x",
                "did:web:a nl#x",
                "file:///etc/passwd",
            ),
        ],
    )
    def test_refuses_other_places(self, method: str) -> None:
        """Only dids and https; nothing with a user, a path behind a did, or half an address."""
        with pytest.raises(KeyFormatError):
            keys.key_address(method)
