"""The ten answers in plain words: what stands under the heading, A2, in Dutch and in English.

Names and dates come from the verified facts only. Where the badge is not authentic there are no
facts, and the sentences hold none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from badges.facts import Facts
from badges.wording import Sentence, day_en, day_nl
from verifier.headings import capital, thing_of
from verifier.states import Kind, State, Status

LIST_AWAY = Sentence(
    "De lijst van wat is ingetrokken is nu niet te lezen.",
    "The list of what was withdrawn cannot be read now.",
)
"""The only finding about a list that may be another one later."""
_FAKE = Sentence("De handtekening klopt niet.", "The signature is not right.")
_UNSURE = Sentence(
    "Er ontbreekt iets om het te controleren.", "Something that we need to check it is missing."
)
_OVER_NOW = Sentence("Het is niet meer geldig.", "It is no longer valid.")
_LATER = Sentence("Het gaat later in.", "It starts later.")
_SOME_ISSUER = Sentence("de uitgever", "the issuer")


@dataclass(frozen=True, slots=True)
class Particulars:
    """Hold what the sentences of a state may name.

    Attributes:
        kind: What kind of thing it is about.
        facts: What the verified document says; None where nothing was verified.
        status: What the issuer says of it today.
        reason: The sentence of the check that decided.
        withdrawn_on: When the issuer withdrew or replaced the badge, if we know.
        list_of: The date of the last status list that we have, if that list is too old.
        leads_on: Whether the answer leads to the better version.
        by_mistake: Whether the issuer gave it by mistake, and withdrew it for that.
    """

    kind: Kind = Kind.BADGE
    facts: Facts | None = None
    status: Status = Status.ACTIVE
    reason: Sentence | None = None
    withdrawn_on: datetime | None = None
    list_of: datetime | None = None
    leads_on: bool = False
    by_mistake: bool = False

    @property
    def thing(self) -> Sentence:
        """Name the thing: this badge, this confirmation."""
        return thing_of(self.kind)

    @property
    def issuer(self) -> Sentence:
        """Name the issuer, or speak of "the issuer" where nothing was verified."""
        return Sentence(self.facts.issuer.name, self.facts.issuer.name) if self.facts else _SOME_ISSUER


def badly_made(reason: Sentence) -> Sentence:
    """Say of what its issuer signed that it is no good badge all the same, and why."""
    return Sentence(
        f"De handtekening klopt, maar het bewijs is niet goed gemaakt. {reason.nl}",
        f"The signature is right, but the badge was not made well. {reason.en}",
    )


def state_text(state: State, particulars: Particulars) -> Sentence:
    """Give what stands under the heading, with names and dates filled in."""
    return _TEXTS[state](particulars)


def _valid(said: Particulars) -> Sentence:
    if said.status is Status.NONE:
        return Sentence(
            f"{capital(said.issuer.nl)} heeft {said.thing.nl} gegeven. Het is niet veranderd. "
            "De uitgever houdt geen lijst bij van wat is ingetrokken.",
            f"{capital(said.issuer.en)} gave {said.thing.en}. It was not changed. "
            "The issuer keeps no list of what was withdrawn.",
        )
    return Sentence(
        f"{capital(said.issuer.nl)} heeft {said.thing.nl} gegeven. "
        "Het is niet veranderd en niet ingetrokken.",
        f"{capital(said.issuer.en)} gave {said.thing.en}. It was not changed and not withdrawn.",
    )


def _unlisted(said: Particulars) -> Sentence:
    return Sentence(
        f"{capital(said.thing.nl)} is niet veranderd. Maar wij weten niet wie {said.issuer.nl} is. "
        "Vraag het na als dat voor je telt.",
        f"{capital(said.thing.en)} was not changed. But we do not know who {said.issuer.en} is. "
        "Ask if that matters to you.",
    )


def _stale(said: Particulars) -> Sentence:
    nl = said.reason.nl if said.reason else f"De lijst van {said.issuer.nl} is nu niet te lezen."
    en = said.reason.en if said.reason else f"The list of {said.issuer.en} cannot be read now."
    if said.list_of is not None:
        nl += f" De laatste die wij hebben is van {day_nl(said.list_of)}."
        en += f" The last one that we have is of {day_en(said.list_of)}."
    if said.reason in (None, LIST_AWAY):
        return Sentence(f"{nl} Probeer het later nog een keer.", f"{en} Please try again later.")
    return Sentence(f"{nl} Vraag het na bij {said.issuer.nl}.", f"{en} Please ask {said.issuer.en}.")


def _expired(said: Particulars) -> Sentence:
    reason = said.reason or _OVER_NOW
    return Sentence(
        f"{reason.nl} Wat deze persoon toen kon, staat er nog.",
        f"{reason.en} What this person could do then still stands.",
    )


def _early(said: Particulars) -> Sentence:
    return said.reason or _LATER


_LOOK: Final = Sentence("Bekijk de nieuwe versie.", "Look at the newer version.")
_ASK: Final = Sentence(
    "Vraag de nieuwe versie aan wie je dit gaf.", "Ask whoever gave you this for the newer version."
)
"""Where the better one is for its keeper to show."""


def _replaced(said: Particulars) -> Sentence:
    nl = f" op {day_nl(said.withdrawn_on)}" if said.withdrawn_on else ""
    en = f" on {day_en(said.withdrawn_on)}" if said.withdrawn_on else ""
    ask = _LOOK if said.leads_on else _ASK
    return Sentence(
        f"{capital(said.issuer.nl)} heeft iets verbeterd{nl}. {ask.nl}",
        f"{capital(said.issuer.en)} improved something{en}. {ask.en}",
    )


_MISTAKE: Final = Sentence("Het was een vergissing van de uitgever. ", "It was a mistake of the issuer. ")
_UNTOLD: Final = Sentence("", "")


def _revoked(said: Particulars) -> Sentence:
    if said.status is Status.SUSPENDED:
        return Sentence(
            f"{capital(said.issuer.nl)} heeft het voor nu ingetrokken. Het kan later weer gelden. "
            "Vraag de uitgever als je meer wilt weten.",
            f"{capital(said.issuer.en)} withdrew it for now. It may count again later. "
            "Ask the issuer if you want to know more.",
        )
    nl = f" op {day_nl(said.withdrawn_on)}" if said.withdrawn_on else ""
    en = f" on {day_en(said.withdrawn_on)}" if said.withdrawn_on else ""
    why = _MISTAKE if said.by_mistake else _UNTOLD
    return Sentence(
        f"{capital(said.issuer.nl)} heeft het ingetrokken{nl}. {why.nl}Ingetrokken is niet vals. "
        "Vraag de uitgever als je meer wilt weten.",
        f"{capital(said.issuer.en)} withdrew it{en}. {why.en}Withdrawn does not mean forged. "
        "Ask the issuer if you want to know more.",
    )


def _fake(said: Particulars) -> Sentence:
    reason = said.reason or _FAKE
    return Sentence(
        f"{reason.nl} Vertrouw niet op wat erin staat. Vraag de persoon om het bewijs zelf te openen.",
        f"{reason.en} Do not rely on what it says. Ask the person to open the badge themselves.",
    )


def _unsigned(_: Particulars) -> Sentence:
    return Sentence(
        "Dit kan iedereen gemaakt hebben. Vraag om het bewijs met de QR-code.",
        "Anyone could have made this. Ask for the badge with the QR code.",
    )


def _unsure(said: Particulars) -> Sentence:
    reason = said.reason or _UNSURE
    return Sentence(
        f"{reason.nl} Dat zegt niet dat het vals is.",
        f"{reason.en} That does not mean that it is forged.",
    )


NOT_WHAT_IS_SEEN = Sentence(
    "Wat je op het plaatje of op het papier ziet, hoort niet bij de handtekening. Alleen de tekst hier wel.",
    "What you see on the picture or the paper is not part of the signature. Only the text here is.",
)


SHAKEN = Sentence(
    "Een bewijs waar deze verklaring op rust, is ingetrokken. Vraag de school wat dat betekent.",
    "A badge on which this verklaring rests was withdrawn. Ask the school what that means.",
)


def beside_badges(count: int) -> Sentence:
    """Say that there is something else in a zip."""
    if count == 1:
        return Sentence(
            "Er zit ook een bestand in dat geen bewijs is. Daarover zeggen wij niets.",
            "There is also a file in it that is no badge. We say nothing about that.",
        )
    return Sentence(
        f"Er zitten ook {count} bestanden in die geen bewijs zijn. Daarover zeggen wij niets.",
        f"There are also {count} files in it that are no badges. We say nothing about those.",
    )


def brought_by(site: str) -> Sentence:
    """Say where a link led."""
    return Sentence(
        f"Wij hebben dit opgehaald bij {site}.",
        f"We fetched this from {site}.",
    )


def asked_of(sites: Sequence[str]) -> Sentence:
    """Say who was asked about a badge that is not signed, but stands on a site (OB 2.0 hosted)."""
    nl, en = " en ".join(sites), " and ".join(sites)
    return Sentence(
        f"Er zit geen handtekening op. Wij vroegen aan {nl} wat erop staat. Daar is te zien dat wij keken.",
        f"There is no signature on it. We asked {en} what it says. There they can see that we looked.",
    )


_TEXTS: dict[State, Callable[[Particulars], Sentence]] = {
    State.VALID: _valid,
    State.UNLISTED: _unlisted,
    State.STALE: _stale,
    State.EXPIRED: _expired,
    State.EARLY: _early,
    State.REPLACED: _replaced,
    State.REVOKED: _revoked,
    State.FAKE: _fake,
    State.UNSIGNED: _unsigned,
    State.UNSURE: _unsure,
}
