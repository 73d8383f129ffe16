"""What somebody may want to reach: a kwalificatie, a kerntaak, a mbo-certificaat or a keuzedeel.

A target whose parts no source tells says so, and can never be complete.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Kerntaak, Keuzedeel, Kwalificatie, MboCertificaat, Werkproces
from badges.errors import CatalogueError
from badges.strictjson import JsonObject
from badges.wording import Sentence
from schools.errors import TargetUnknownError


class TargetKind(StrEnum):
    """Say what the target is."""

    KWALIFICATIE = "kwalificatie"
    KERNTAAK = "kerntaak"
    CERTIFICAAT = "mbo-certificaat"
    KEUZEDEEL = "keuzedeel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Hold what there is to show for a target.

    Attributes:
        code: How it is asked for: `25180`, `25180/B1-K1`, `C0021`, `K0219`.
        kerntaken: Its parts, as far as a source tells them.
        is_whole: Whether a source tells all of its parts.
        remarks: What is unknown of it, and what its source adds.
        ends: The day on which the programme ends, where a source says so.
    """

    kind: TargetKind
    code: str
    title: str
    crebo: str | None
    kerntaken: tuple[Kerntaak, ...]
    is_whole: bool
    source: str
    remarks: tuple[Sentence, ...] = ()
    ends: str | None = None

    @property
    def werkprocessen(self) -> tuple[Werkproces, ...]:
        """List the work that belongs to it."""
        return tuple(werkproces for kerntaak in self.kerntaken for werkproces in kerntaak.werkprocessen)

    def has_ended(self, on: date) -> bool:
        """Tell whether the programme has ended on a day; one without a known end has not."""
        return self.ends is not None and self.ends[:10] < on.isoformat()

    def as_json(self) -> JsonObject:
        """Give what it is, as it is shown."""
        return {
            "code": self.code,
            "kind": self.kind.value,
            "title": self.title,
            "crebo": self.crebo,
            "partsKnown": self.is_whole,
            "source": self.source,
            "ends": self.ends,
            "remarks": [each.as_json() for each in self.remarks],
        }


def find_target(code: str, *, catalogue: Catalogue) -> Target:
    """Find a target by its code.

    Raises:
        TargetUnknownError: the catalogue has none of this code.
    """
    wanted = code.strip().upper()
    found = next((each for each in targets(catalogue) if each.code == wanted), None)
    if found is None:
        raise TargetUnknownError(code)
    return found


def targets(catalogue: Catalogue) -> Iterator[Target]:
    """Give every target of the catalogue."""
    for kwalificatie in catalogue.kwalificaties:
        yield of_kwalificatie(kwalificatie)
        yield from (of_kerntaak(each, kwalificatie=kwalificatie) for each in kwalificatie.kerntaken)
    yield from (of_certificaat(each, catalogue=catalogue) for each in catalogue.certificaten)
    yield from (of_keuzedeel(each) for each in catalogue.keuzedelen)


def of_kwalificatie(kwalificatie: Kwalificatie) -> Target:
    """Make a target of a kwalificatie."""
    kerntaken = kwalificatie.kerntaken
    is_whole = kwalificatie.verified and bool(kerntaken) and all(each.werkprocessen for each in kerntaken)
    return Target(
        kind=TargetKind.KWALIFICATIE,
        code=kwalificatie.crebo,
        title=kwalificatie.name,
        crebo=kwalificatie.crebo,
        kerntaken=kerntaken,
        is_whole=is_whole,
        source=kwalificatie.source,
        remarks=_remarks(kwalificatie, is_whole=is_whole),
        ends=kwalificatie.programme_ends,
    )


def of_kerntaak(kerntaak: Kerntaak, *, kwalificatie: Kwalificatie) -> Target:
    """Make a target of one kerntaak."""
    is_whole = kwalificatie.verified and bool(kerntaak.werkprocessen)
    return Target(
        kind=TargetKind.KERNTAAK,
        code=f"{kwalificatie.crebo}/{kerntaak.code}",
        title=kerntaak.title,
        crebo=kwalificatie.crebo,
        kerntaken=(kerntaak,),
        is_whole=is_whole,
        source=kwalificatie.source,
        remarks=_remarks(kwalificatie, is_whole=is_whole),
        ends=kwalificatie.programme_ends,
    )


def of_certificaat(certificaat: MboCertificaat, *, catalogue: Catalogue) -> Target:
    """Make a target of a mbo-certificaat: of the kerntaken that its source names, and of nothing more."""
    kwalificatie = _kwalificatie(certificaat.crebo, catalogue=catalogue)
    own = {each.code: each for each in kwalificatie.kerntaken} if kwalificatie else {}
    told = certificaat.parts or ()
    kerntaken = tuple(own[part] for part in told if part in own)
    is_whole = bool(told) and len(kerntaken) == len(told) and certificaat.verified
    return Target(
        kind=TargetKind.CERTIFICAAT,
        code=certificaat.code,
        title=certificaat.title,
        crebo=certificaat.crebo,
        kerntaken=kerntaken,
        is_whole=is_whole,
        source=certificaat.source,
        remarks=() if is_whole else (_parts_unknown(tuple(part for part in told if part not in own)),),
        ends=kwalificatie.programme_ends if kwalificatie else None,
    )


def of_keuzedeel(keuzedeel: Keuzedeel) -> Target:
    """Make a target of a keuzedeel, of which no source tells us the parts."""
    return Target(
        kind=TargetKind.KEUZEDEEL,
        code=keuzedeel.code,
        title=keuzedeel.title,
        crebo=None,
        kerntaken=(),
        is_whole=False,
        source=keuzedeel.source,
        remarks=(_parts_unknown(()),),
    )


def _kwalificatie(crebo: str | None, *, catalogue: Catalogue) -> Kwalificatie | None:
    try:
        return catalogue.kwalificatie(crebo) if crebo else None
    except CatalogueError:
        return None


def _remarks(kwalificatie: Kwalificatie, *, is_whole: bool) -> tuple[Sentence, ...]:
    """Say what is not sure of a kwalificatie, and what its source adds in its own words."""
    found = []
    if not is_whole:
        found.append(
            Sentence(
                "Of dit alle werkprocessen zijn, weten wij niet.",
                "Whether these are all werkprocessen, we do not know.",
            )
        )
    if kwalificatie.note:
        found.append(Sentence(kwalificatie.note, kwalificatie.note))
    return tuple(found)


def _parts_unknown(told: tuple[str, ...]) -> Sentence:
    """Say that the parts are unknown; what a source says that we cannot read stands there as it is."""
    nl, en = "Welke werkprocessen hierbij horen, weten wij niet.", "Which work belongs to it, we do not know."
    if not told:
        return Sentence(nl, en)
    words = "; ".join(told)
    return Sentence(f"{nl} De bron zegt: {words}.", f"{en} The source says: {words}.")
