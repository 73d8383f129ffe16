"""Toward what badges lead, for who keeps them."""

from dataclasses import replace
from datetime import UTC, datetime

from badges.catalogue import embedded
from badges.strictjson import JsonObject
from schools.evidence.evidence import Evidence, Obstacle, SetAside, Taken
from schools.evidence.reading import take_in
from schools.mapping import Atlas
from schools.mapping.statements import WerkprocesSaid
from schools.proposals.routes import routes_of
from tests.world import World
from verifier.report import Part

ATLAS = Atlas(embedded())
NOW = datetime(2026, 11, 27, tzinfo=UTC)


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
        found = routes_of(
            [badge("25180/B1-K1-W4", "25180/B1-K2-W2"), badge("25180/B1-K1-W4")], atlas=ATLAS, on=NOW
        )
        assert [(each.target.code, each.have) for each in found[:2]] == [("C0021", 2), ("25180", 2)]
        assert [(each.kerntaak.code, each.have) for each in found[0].stretches] == [
            ("B1-K1", 1),
            ("B1-K2", 1),
        ]

    def test_tells_of_no_kerntaak_in_which_there_is_nothing(self) -> None:
        """What somebody does not have is written nowhere."""
        [first, *_] = routes_of([badge("25180/B1-K1-W4")], atlas=ATLAS, on=NOW)
        assert [(each.kerntaak.code, each.of > each.have) for each in first.stretches] == [("B1-K1", True)]

    def test_gives_nothing_for_a_badge_that_is_about_no_werkproces(self) -> None:
        """Such as one that an organisation designed itself."""
        assert routes_of([badge()], atlas=ATLAS, on=NOW) == ()

    def test_counts_what_comes_from_elsewhere_by_the_rules(self) -> None:
        """Of an issuer that nobody knows for a part, also beside what is whole; a revoked one not at all."""
        [taken] = take_in(Part(report=World().report(World().signed())), file="")
        assert isinstance(taken, Evidence)
        said = WerkprocesSaid("25180", "B1-K1-W4", ATLAS.catalogue.entry("25180", "B1-K1-W4").digest)
        known = replace(taken, is_known=True, statements=(said,))
        unknown = replace(known, is_known=False)

        def found(*elsewhere: Taken, badges: tuple[JsonObject, ...] = ()) -> list[tuple[int, int]]:
            [route, *_] = [*routes_of(badges, atlas=ATLAS, elsewhere=elsewhere, on=NOW), None]
            return [(each.have, each.partly) for each in route.stretches] if route else []

        assert found(known) == [(1, 0)]
        assert found(unknown) == [(0, 1)]
        assert found(unknown, badges=(badge("25180/B1-K1-W4"),)) == [(1, 0)]
        gone = SetAside(file="", obstacle=Obstacle.REVOKED, identity=taken.identity)
        assert found(gone) == []
