"""Who may sign for whom: the ways in which a key is bound to its issuer."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from badges import base64url, keys, multibase
from badges.errors import KeyBindingError, KeyEndError, KeyFormatError
from tests.badges.issuers import DID, METHOD, ONE, TWO, document, key
from tests.places import there

P256 = "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv"


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
                method = there(documents[owner], "/assertionMethod/0")
                for given_document in (documents[issuer], documents[owner]):
                    try:
                        keys.find_key(given_document, verification_method=method, issuer=issuer)
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
