"""The ten answers in plain words: a heading and what stands under it, A2, in Dutch and in English.

Names and dates come from the verified facts only. Where the badge is not authentic there are no
facts, and the sentences hold none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from badges.facts import Facts
from badges.wording import Sentence, day_en, day_nl
from verifier.states import State

_HEADINGS = {
    State.VALID: Sentence("Dit bewijs is echt", "This badge is genuine"),
    State.UNLISTED: Sentence(
        "Dit bewijs is echt. Wij kennen de uitgever niet",
        "This badge is genuine. We do not know the issuer",
    ),
    State.STALE: Sentence(
        "Dit bewijs is echt. Wij konden niet zien of het is ingetrokken",
        "This badge is genuine. We could not see whether it was withdrawn",
    ),
    State.EXPIRED: Sentence("Dit bewijs is echt, maar verlopen", "This badge is genuine, but expired"),
    State.EARLY: Sentence(
        "Dit bewijs is echt, maar nog niet geldig", "This badge is genuine, but not valid yet"
    ),
    State.REPLACED: Sentence(
        "Er is een nieuwe versie van dit bewijs", "There is a newer version of this badge"
    ),
    State.REVOKED: Sentence("Dit bewijs is ingetrokken", "This badge was withdrawn"),
    State.FAKE: Sentence(
        "Dit bewijs is niet echt, of het is veranderd",
        "This badge is not genuine, or it was changed",
    ),
    State.UNSIGNED: Sentence("Hier zit geen handtekening op", "There is no signature on this"),
    State.UNSURE: Sentence("Wij kunnen dit bewijs niet controleren", "We cannot check this badge"),
}

_FAKE = Sentence("De handtekening klopt niet.", "The signature is not right.")
_UNSURE = Sentence(
    "Er ontbreekt iets om het te controleren.", "Something that we need to check it is missing."
)
_SOME_ISSUER = Sentence("de uitgever", "the issuer")


def state_heading(state: State) -> Sentence:
    """Give the heading of a state."""
    return _HEADINGS[state]


@dataclass(frozen=True, slots=True)
class Particulars:
    """Hold what the sentences of a state may name.

    Attributes:
        facts: What the verified document says; None where nothing was verified.
        reason: The sentence of the check that decided.
        withdrawn_on: When the issuer withdrew or replaced the badge, if we know.
        list_of: The date of the last status list that we have, if that list is too old.
    """

    facts: Facts | None = None
    reason: Sentence | None = None
    withdrawn_on: datetime | None = None
    list_of: datetime | None = None

    @property
    def issuer(self) -> Sentence:
        """Name the issuer, or speak of "the issuer" where nothing was verified."""
        return Sentence(self.facts.issuer.name, self.facts.issuer.name) if self.facts else _SOME_ISSUER


def state_text(state: State, particulars: Particulars) -> Sentence:
    """Give what stands under the heading, with names and dates filled in."""
    return _TEXTS[state](particulars)


def _valid(said: Particulars) -> Sentence:
    return Sentence(
        f"{_capital(said.issuer.nl)} heeft dit bewijs gegeven. Het is niet veranderd en niet ingetrokken.",
        f"{_capital(said.issuer.en)} gave this badge. It was not changed and not withdrawn.",
    )


def _unlisted(said: Particulars) -> Sentence:
    return Sentence(
        f"Het bewijs is niet veranderd. Maar wij weten niet wie {said.issuer.nl} is. "
        "Vraag het na als dat voor je telt.",
        f"The badge was not changed. But we do not know who {said.issuer.en} is. Ask if that matters to you.",
    )


def _stale(said: Particulars) -> Sentence:
    nl = said.reason.nl if said.reason else f"De lijst van {said.issuer.nl} is nu niet te lezen."
    en = said.reason.en if said.reason else f"The list of {said.issuer.en} cannot be read now."
    if said.list_of is not None:
        nl += f" De laatste die wij hebben is van {day_nl(said.list_of)}."
        en += f" The last one that we have is of {day_en(said.list_of)}."
    return Sentence(f"{nl} Probeer het later nog een keer.", f"{en} Please try again later.")


def _expired(said: Particulars) -> Sentence:
    until = said.facts.valid_until if said.facts else None
    nl = f"Het was geldig tot {day_nl(until)}. " if until else ""
    en = f"It was valid until {day_en(until)}. " if until else ""
    return Sentence(
        f"{nl}Wat deze persoon toen kon, staat er nog.",
        f"{en}What this person could do then still stands.",
    )


def _early(said: Particulars) -> Sentence:
    start = said.facts.valid_from if said.facts else None
    if start is None:
        return Sentence("Het gaat later in.", "It starts later.")
    return Sentence(f"Het gaat in op {day_nl(start)}.", f"It starts on {day_en(start)}.")


def _replaced(said: Particulars) -> Sentence:
    nl = f" op {day_nl(said.withdrawn_on)}" if said.withdrawn_on else ""
    en = f" on {day_en(said.withdrawn_on)}" if said.withdrawn_on else ""
    return Sentence(
        f"{_capital(said.issuer.nl)} heeft iets verbeterd{nl}. Bekijk de nieuwe versie.",
        f"{_capital(said.issuer.en)} improved something{en}. Look at the newer version.",
    )


def _revoked(said: Particulars) -> Sentence:
    nl = f" op {day_nl(said.withdrawn_on)}" if said.withdrawn_on else ""
    en = f" on {day_en(said.withdrawn_on)}" if said.withdrawn_on else ""
    return Sentence(
        f"{_capital(said.issuer.nl)} heeft het ingetrokken{nl}. Ingetrokken is niet vals. "
        "Vraag de uitgever als je meer wilt weten.",
        f"{_capital(said.issuer.en)} withdrew it{en}. Withdrawn does not mean forged. "
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


def _capital(text: str) -> str:
    """Start a sentence with a capital, and leave the rest as the issuer writes it."""
    return text[:1].upper() + text[1:]


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
