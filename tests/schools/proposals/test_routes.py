"""Toward what badges lead, for who keeps them."""

from badges.catalogue import embedded
from badges.strictjson import JsonObject
from schools.mapping import Atlas
from schools.proposals.routes import routes_of

ATLAS = Atlas(embedded())


def badge(*keys: str) -> JsonObject:
    """Give as much of a badge as says which work it is about."""
    works: list[JsonObject] = [
        {"targetType": "ext:Werkproces", "targetCode": key, "targetUrl": "https://bewijs.voorbeeld/"}
        for key in keys
    ]
    return {"credentialSubject": {"achievement": {"alignment": [*works]}}}


class TestRoutesOf:
    def test_counts_each_werkproces_once(self) -> None:
        """Two badges for one werkproces are one; C0021 is the smaller of what both lead toward."""
        found = routes_of([badge("25180/B1-K1-W4", "25180/B1-K2-W2"), badge("25180/B1-K1-W4")], atlas=ATLAS)
        assert [(each.target.code, each.have) for each in found[:2]] == [("C0021", 2), ("25180", 2)]
        assert [(each.kerntaak.code, each.have) for each in found[0].stretches] == [
            ("B1-K1", 1),
            ("B1-K2", 1),
        ]

    def test_tells_of_no_kerntaak_in_which_there_is_nothing(self) -> None:
        """What somebody does not have is written nowhere."""
        [first, *_] = routes_of([badge("25180/B1-K1-W4")], atlas=ATLAS)
        assert [(each.kerntaak.code, each.of > each.have) for each in first.stretches] == [("B1-K1", True)]

    def test_gives_nothing_for_a_badge_that_is_about_no_werkproces(self) -> None:
        """Such as one that an organisation designed itself."""
        assert routes_of([badge()], atlas=ATLAS) == ()
