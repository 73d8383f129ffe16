"""Who may sign for whom: the ways in which a key is bound to its issuer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from badges import base64url, keys, multibase
from badges.errors import KeyBindingError, KeyEndError, KeyFormatError, KeyRevokedError
from badges.keys import PublicKey


def key(number: int) -> PublicKey:
    """Make the public key of a seed that holds this number."""
    seed = number.to_bytes(32, "big")
    return PublicKey(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
ONE, TWO = key(1), key(2)
P256 = "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv"
METHOD = f"{DID}#{ONE.multikey}"
NOON = datetime(2026, 6, 26, 12, tzinfo=UTC)


def document(change: Callable[[Any], object] = lambda _: None) -> Any:
    """Make the document of the issuer, changed in one way."""
    made = keys.did_document(DID, assertion=[ONE])
    change(made)
    return made


class TestFindKey:
    """`find_key`."""

    def test_finds_the_key_that_is_bound(self) -> None:
        """The document of the issuer, its id, its controller and its list: all agree."""
        assert keys.find_key(document(), verification_method=METHOD, issuer=DID) == ONE

    def test_completes_relative_ids(self) -> None:
        """A document may write its own key as #z6Mk... (DID 1.0 3.2.2)."""
        made = document()
        made["verificationMethod"][0]["id"] = f"#{ONE.multikey}"
        made["assertionMethod"] = [f"#{ONE.multikey}"]
        assert keys.find_key(made, verification_method=METHOD, issuer=DID) == ONE

    @pytest.mark.parametrize(
        "change",
        [
            lambda made: made.update(id="did:web:ander.voorbeeld"),
            lambda made: made.update(id=[DID]),
            lambda made: made.pop("id"),
            lambda made: made.pop("assertionMethod"),
            lambda made: made.update(assertionMethod=[]),
            lambda made: made.update(assertionMethod=METHOD),
            lambda made: made.update(assertionMethod=[dict(made["verificationMethod"][0])]),
            lambda made: made.update(authentication=made.pop("assertionMethod")),
            lambda made: made.pop("verificationMethod"),
            lambda made: made.update(verificationMethod=made["verificationMethod"][0]),
            lambda made: made.update(verificationMethod=[METHOD]),
            lambda made: made["verificationMethod"].append(dict(made["verificationMethod"][0])),
            lambda made: made["verificationMethod"].append(
                dict(made["verificationMethod"][0], id=f"#{ONE.multikey}", publicKeyMultibase=TWO.multikey)
            ),
            lambda made: made["verificationMethod"][0].update(controller="did:web:ander.voorbeeld"),
            lambda made: made["verificationMethod"][0].update(controller=[DID]),
            lambda made: made["verificationMethod"][0].pop("controller"),
            lambda made: made["verificationMethod"][0].update(secretKeyMultibase="z3u2"),
        ],
    )
    def test_refuses_a_key_that_is_not_bound_in_every_way(self, change: Callable[[Any], object]) -> None:
        """One tie missing, doubled or of another form, and the key does not speak for the issuer."""
        with pytest.raises(KeyBindingError):
            keys.find_key(document(change), verification_method=METHOD, issuer=DID)

    @pytest.mark.parametrize(
        "change",
        [
            lambda method: method.update(type="JsonWebKey2020"),
            lambda method: method.update(type=["Multikey"]),
            lambda method: method.pop("publicKeyMultibase"),
            lambda method: method.update(publicKeyMultibase=["z6Mk"]),
            lambda method: method.update(publicKeyMultibase=ONE.multikey + "1"),
            lambda method: method.update(
                publicKeyMultibase="z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"
            ),
            lambda method: method.update(publicKeyJwk={"kty": "OKP"}),
            lambda method: method.update(type="Ed25519VerificationKey2020", publicKeyMultibase=P256),
            lambda method: method.update(type="EcdsaSecp256r1VerificationKey2019"),
        ],
    )
    def test_refuses_a_key_that_we_do_not_read(self, change: Callable[[Any], object]) -> None:
        """Other kinds and forms of key are a KeyFormatError: the key is there, but unread."""
        made = document(lambda made: change(made["verificationMethod"][0]))
        with pytest.raises(KeyFormatError):
            keys.find_key(made, verification_method=METHOD, issuer=DID)

    def test_refuses_every_crossed_pair(self) -> None:
        """Of a thousand and more pairs of key and issuer, only the issuer's own key is found."""
        dids = [f"did:web:a{number}.voorbeeld" for number in range(34)]
        documents = {did: keys.did_document(did, assertion=[key(at + 1)]) for at, did in enumerate(dids)}
        accepted = []
        for issuer in dids:
            for owner in dids:
                method = documents[owner]["assertionMethod"][0]  # type: ignore[index, call-overload]
                for given_document in (documents[issuer], documents[owner]):
                    try:
                        keys.find_key(given_document, verification_method=str(method), issuer=issuer)
                    except KeyBindingError:
                        continue
                    accepted.append((issuer, owner))
        assert {pair for pair in accepted if pair[0] != pair[1]} == set()
        assert len(accepted) == 2 * len(dids)

    @pytest.mark.parametrize(
        "method", ["", "#", DID, f"{DID}#", f"{METHOD}#x", f"{METHOD}x", f"x{METHOD}", f"#{ONE.multikey}"]
    )
    def test_refuses_a_method_that_is_not_the_keys_own_id(self, method: str) -> None:
        """Relative, cut and lengthened ids of a key are not looked up."""
        with pytest.raises(KeyBindingError):
            keys.find_key(document(), verification_method=method, issuer=DID)

    @pytest.mark.parametrize("is_listed", [True, False])
    @pytest.mark.parametrize(
        ("at", "is_after"),
        [(NOON - timedelta(days=300), False), (NOON, True), (NOON + timedelta(days=1), True), (None, False)],
    )
    def test_lets_a_withdrawn_key_serve_nothing_by_itself(
        self, at: datetime | None, *, is_after: bool, is_listed: bool
    ) -> None:
        """Whoever has it can write any date; the key is given along, for whom the issuer's register asks."""

        def withdraw(made: Any) -> None:
            made["verificationMethod"][0].update(revoked="2026-06-26T12:00:00Z")
            if not is_listed:
                made["assertionMethod"] = []

        with pytest.raises(KeyRevokedError) as caught:
            keys.find_key(document(withdraw), verification_method=METHOD, issuer=DID, at=at)
        assert (ONE, is_after) == (caught.value.key, caught.value.is_after)

    @pytest.mark.parametrize("end", ["2026-06-26", "ooit", 5, True, [], ""])
    def test_takes_a_withdrawal_that_cannot_be_read_for_one(self, end: object) -> None:
        """That it was withdrawn is sure; only when is not."""
        made = document(lambda made: made["verificationMethod"][0].update(revoked=end))
        with pytest.raises(KeyRevokedError) as caught:
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=NOON)
        assert caught.value.is_after

    def test_lets_a_key_with_an_end_serve_only_proofs_from_before(self) -> None:
        """A proof from before the end counts; from the end on it does not; of no known time, who can say."""
        made = document(lambda made: made["verificationMethod"][0].update(expires="2026-06-26T12:00:00Z"))
        before = NOON - timedelta(seconds=1)
        assert keys.find_key(made, verification_method=METHOD, issuer=DID, at=before) == ONE
        for at in (NOON, NOON + timedelta(days=1)):
            with pytest.raises(KeyBindingError):
                keys.find_key(made, verification_method=METHOD, issuer=DID, at=at)
        with pytest.raises(KeyEndError):
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=None)

    @pytest.mark.parametrize("end", ["2026-06-26", "2026-06-26T12:00:00", "ooit", 5, True, [], ""])
    def test_refuses_a_key_whose_end_cannot_be_read(self, end: object) -> None:
        """An end that is no time with a zone counts as ended."""
        made = document(lambda made: made["verificationMethod"][0].update(expires=end))
        with pytest.raises(KeyBindingError):
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=NOON - timedelta(days=1000))

    @pytest.mark.parametrize(
        ("kind", "material"),
        [
            (
                "JsonWebKey",
                {"publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ONE.raw)}},
            ),
            (
                "JsonWebKey2020",
                {"publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ONE.raw)}},
            ),
            ("Ed25519VerificationKey2018", {"publicKeyBase58": multibase.encode(ONE.raw)}),
            ("Ed25519VerificationKey2020", {"publicKeyMultibase": ONE.multikey}),
        ],
    )
    def test_reads_the_ways_in_which_a_key_is_written(self, kind: str, material: dict[str, object]) -> None:
        """As Multikey, as JWK, and as the suites of before wrote it: it is the same key."""
        method = {"id": METHOD, "type": kind, "controller": DID} | material
        made = document(lambda made: made.update(verificationMethod=[method]))
        assert keys.find_key(made, verification_method=METHOD, issuer=DID) == ONE

    @pytest.mark.parametrize("kind", ["Multikey", "EcdsaSecp256r1VerificationKey2019"])
    def test_reads_a_key_of_another_curve(self, kind: str) -> None:
        """A key of P-256 is found like one of Ed25519."""
        method = {"id": METHOD, "type": kind, "controller": DID, "publicKeyMultibase": P256}
        made = document(lambda made: made.update(verificationMethod=[method]))
        assert keys.find_key(made, verification_method=METHOD, issuer=DID).algorithm == "P-256"

    def test_finds_a_key_that_is_written_out_under_assertion_method(self) -> None:
        """The list may hold the method itself instead of its name (CID 1.0 2.3.2)."""
        made = document(lambda made: made.update(assertionMethod=made.pop("verificationMethod")))
        assert keys.find_key(made, verification_method=METHOD, issuer=DID) == ONE

    def test_refuses_a_private_jwk_in_the_open(self) -> None:
        """A key that anyone can sign with binds nobody."""
        jwk = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ONE.raw), "d": "AAAA"}
        method = {"id": METHOD, "type": "JsonWebKey", "controller": DID, "publicKeyJwk": jwk}
        made = document(lambda made: made.update(verificationMethod=[method]))
        with pytest.raises(KeyBindingError):
            keys.find_key(made, verification_method=METHOD, issuer=DID)


SCHOOL = "https://school.example/issuer"
ROOT = "https://school.example"
KEY_PAGE = "https://school.example/keys/1"
LONE = {"id": KEY_PAGE, "type": "Multikey", "controller": SCHOOL, "publicKeyMultibase": ONE.multikey}
BARE = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ONE.raw)}


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


class TestFindListedKey:
    """`find_listed_key`: a key that came along with a token counts when the issuer lists it."""

    def test_finds_the_same_key(self) -> None:
        """By what it is, not by its name."""
        made = keys.did_document(DID, assertion=[TWO, ONE])
        assert keys.find_listed_key(made, key=ONE, issuer=DID) == ONE

    def test_refuses_a_key_that_is_not_listed(self) -> None:
        """Another key, a withdrawn one, or the document of another."""
        made = keys.did_document(DID, assertion=[TWO], withdrawn={ONE: datetime(2026, 6, 1, tzinfo=UTC)})
        with pytest.raises(KeyBindingError):
            keys.find_listed_key(made, key=ONE, issuer=DID)
        with pytest.raises(KeyBindingError):
            keys.find_listed_key(made, key=TWO, issuer="did:web:ander.voorbeeld")

    def test_cannot_say_of_a_key_that_has_an_end(self) -> None:
        """A token does not tell when it was signed."""
        made = document(lambda made: made["verificationMethod"][0].update(expires="2036-01-01T00:00:00Z"))
        with pytest.raises(KeyEndError):
            keys.find_listed_key(made, key=ONE, issuer=DID)

    def test_cannot_say_where_no_key_is_listed(self) -> None:
        """A profile without keys neither confirms nor denies."""
        with pytest.raises(KeyFormatError):
            keys.find_listed_key({"id": DID, "type": "Profile"}, key=ONE, issuer=DID)
