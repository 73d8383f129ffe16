"""From a report of the verifier, and all that is inside it, to what was taken in."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from badges.composing import PHOTO_GENRE
from badges.facts import Facts
from badges.judgement import Independence
from badges.members import at, objects, part, text, texts
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence
from schools.evidence.evidence import Evidence, Identity, Obstacle, SetAside, Taken
from schools.evidence.saying import statements_of
from verifier.needs import KnownIssuer
from verifier.recognition import Recognised
from verifier.report import Part, Report
from verifier.states import HOLDERS, Answer, Kind, Standing, State, Verdict

SCHOOL: Final = "school"
"""How a register says that an issuer is a school."""

MOST_OF_A_STORY: Final = 2_000
MOST_STORIES: Final = 10

_WEB: Final = re.compile(r"https?://[!-~]{1,300}", re.ASCII)
_BADGES: Final = frozenset({Kind.BADGE, Kind.OPEN_BADGES_2})
_OBSTACLES: Final = MappingProxyType(
    {
        State.STALE: Obstacle.STALE,
        State.EXPIRED: Obstacle.EXPIRED,
        State.EARLY: Obstacle.EARLY,
        State.REPLACED: Obstacle.REPLACED,
        State.REVOKED: Obstacle.REVOKED,
        State.FAKE: Obstacle.FAKE,
        State.UNSIGNED: Obstacle.UNSIGNED,
        State.UNSURE: Obstacle.UNSURE,
    }
)


def take_in(checked: Part, *, file: str) -> Iterator[Taken]:
    """Give what is in one file: a badge, or each badge in a zip, a presentation or a CLR."""
    if checked.report is None:
        yield _unread(checked, file=file)
    elif checked.report.kind in HOLDERS:
        for inside in checked.report.inside:
            yield from take_in(inside, file=f"{file}/{inside.name}" if inside.name else file)
    else:
        yield _taken(checked.report, file=file)


def _unread(checked: Part, *, file: str) -> SetAside:
    unread = checked.unread
    return SetAside(
        file=file,
        obstacle=Obstacle.NO_BADGE if checked.is_no_badge else Obstacle.UNREADABLE,
        detail=Sentence(unread.nl, unread.en) if unread else None,
    )


def _taken(report: Report, *, file: str) -> Taken:
    """Make evidence of a valid badge; of all else say what is the matter."""
    facts, document = report.facts, report.document
    obstacle = _obstacle(report)
    if obstacle is None and facts is not None and document is not None:
        return _evidence(report, facts, document, file=file)
    return SetAside(
        file=file,
        obstacle=obstacle or Obstacle.UNSURE,
        identity=_identity(facts) if facts and report.authentic is Answer.YES else None,
        title=facts.title if facts else None,
        name=facts.name if facts else None,
        detail=report.reason,
    )


def _obstacle(report: Report) -> Obstacle | None:
    """Say what keeps a badge from counting; a doubt keeps it too."""
    if report.kind not in _BADGES:
        return Obstacle.NO_BADGE
    if report.verdict is Verdict.VALID and report.authentic is Answer.YES:
        return _OBSTACLES.get(report.state)
    return _OBSTACLES.get(report.state, Obstacle.UNSURE)


def _evidence(report: Report, facts: Facts, document: JsonObject, *, file: str) -> Evidence:
    verklaring = facts.verklaring
    found = report.recognition
    return Evidence(
        file=file,
        identity=_identity(facts),
        title=facts.title,
        issuer=facts.issuer.name,
        judged_by=verklaring.judged_by if verklaring else facts.issuer.name,
        is_known=report.issuer is Standing.KNOWN,
        is_declared=_is_declared(report.known_issuer),
        is_of_school=_is_school(report.known_issuer),
        is_own=at(document, "credentialSubject", "id") == facts.issuer.id,
        name=facts.name,
        statements=statements_of(document),
        independence=_independence(facts.independence),
        recognised=found.status if found else Recognised.UNKNOWN,
        confirmed_by=_confirmed_by(report, facts),
        rests_on=frozenset(
            id_ for each in objects(document, "relatedResource") if (id_ := text(each.get("id")))
        ),
        achievement=_achievement(document),
        awarded=facts.awarded or facts.valid_from,
        judged=facts.awarded or facts.activity_end,
        starts=facts.activity_start,
        ends=facts.activity_end,
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        did=_did(document),
        photos=_photos(document),
    )


def _identity(facts: Facts) -> Identity:
    return Identity.of(facts.issuer.id, facts.credential_id)


def _is_declared(known: KnownIssuer | None) -> bool:
    """Tell whether nobody looked up what kind of organisation it is, and it only says so itself."""
    return known is not None and known.declared is not None and known.declared == known.kind


def _is_school(known: KnownIssuer | None) -> bool:
    """Tell whether a register says that it is a school, and not only by its own word."""
    if known is None:
        return False
    return SCHOOL in _words(known.kind) and SCHOOL not in _words(known.declared)


def _words(kinds: str | None) -> list[str]:
    return [each.strip() for each in (kinds or "").split(",")]


def _independence(said: str | None) -> Independence | None:
    """Read how independently it went; another scale than ours says nothing that we can compare."""
    return next((each for each in Independence if each.value == said), None)


def _achievement(document: JsonObject) -> str | None:
    subject = part(document.get("credentialSubject"))
    found: Json = subject.get("achievement") if subject else document.get("badge")
    return text(found) or text(part(found).get("id"))


def _did(document: JsonObject) -> tuple[str, ...]:
    """Give what is told of what the person did, at most so much (OB 3.0 Evidence)."""
    told = (text(each.get("narrative")) for each in objects(document, "evidence"))
    return tuple(each[:MOST_OF_A_STORY] for each in told if each)[:MOST_STORIES]


def _photos(document: JsonObject) -> tuple[str, ...]:
    """Give where photos are that go along; an address of the web, and nothing else that a browser opens."""
    found = (
        text(each.get("id")) for each in objects(document, "evidence") if each.get("genre") == PHOTO_GENRE
    )
    return tuple(each for each in found if each and _WEB.fullmatch(each))[:MOST_STORIES]


def _confirmed_by(report: Report, facts: Facts) -> tuple[str, ...]:
    """Name who confirmed this badge: by our register, or in an endorsement by somebody known."""
    names = [each.by for each in report.confirmations]
    for endorsing in report.endorsements:
        said = endorsing.report
        if said is None or said.state is not State.VALID or said.kind is not Kind.ENDORSEMENT:
            continue
        about = texts(at(said.document, "credentialSubject", "id"))
        if said.facts is not None and about == (facts.credential_id,) and said.facts.issuer != facts.issuer:
            names.append(said.facts.issuer.name)
    return tuple(dict.fromkeys(names))
