"""Write what was taken in as JSON, and read it back to the same: for the database."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from badges import moments
from badges.judgement import Independence
from badges.members import items, part, text, texts
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence
from schools.evidence.evidence import Evidence, Identity, Obstacle, SetAside, Taken
from schools.mapping.statements import (
    CodeSaid,
    ProgrammeSaid,
    SkillSaid,
    Statement,
    TargetSaid,
    WerkprocesSaid,
)
from verifier.recognition import Recognised


def dump_taken(taken: Taken) -> JsonObject:
    """Write one thing that was taken in; a link by hand is kept apart."""
    return _evidence_json(taken) if isinstance(taken, Evidence) else _aside_json(taken)


def load_taken(written: JsonObject) -> Taken:
    """Read it back."""
    return _aside(written) if "obstacle" in written else _evidence(written)


def _evidence_json(of: Evidence) -> JsonObject:
    return {
        "file": of.file,
        "issuerId": of.identity.issuer,
        "id": of.identity.id,
        "title": of.title,
        "issuer": of.issuer,
        "judgedBy": of.judged_by,
        "known": of.is_known,
        "declared": of.is_declared,
        "school": of.is_of_school,
        "own": of.is_own,
        "name": of.name,
        "statements": [_statement_json(each) for each in of.statements],
        "independence": of.independence.value if of.independence else None,
        "recognised": of.recognised.value,
        "confirmedBy": list(of.confirmed_by),
        "restsOn": [*sorted(of.rests_on)],
        "achievement": of.achievement,
        "did": list(of.did),
        "photos": list(of.photos),
        **{name: _written(getattr(of, name)) for name in _MOMENTS},
    }


def _evidence(written: JsonObject) -> Evidence:
    said = {name: moments.read(written.get(name)) for name in _MOMENTS}
    independence = text(written.get("independence"))
    return Evidence(
        file=_words(written, "file"),
        identity=Identity(_words(written, "issuerId"), _words(written, "id")),
        title=text(written.get("title")),
        issuer=_words(written, "issuer"),
        judged_by=_words(written, "judgedBy"),
        is_known=written.get("known") is True,
        is_declared=written.get("declared") is True,
        is_of_school=written.get("school") is True,
        is_own=written.get("own") is True,
        name=text(written.get("name")),
        statements=tuple(_statement(part(each)) for each in items(written.get("statements"))),
        independence=Independence(independence) if independence else None,
        recognised=Recognised(_words(written, "recognised")),
        confirmed_by=texts(written.get("confirmedBy")),
        rests_on=frozenset(texts(written.get("restsOn"))),
        achievement=text(written.get("achievement")),
        did=texts(written.get("did")),
        photos=texts(written.get("photos")),
        is_shaken=False,
        **said,
    )


def _aside_json(of: SetAside) -> JsonObject:
    return {
        "file": of.file,
        "obstacle": of.obstacle.value,
        "issuerId": of.identity.issuer if of.identity else None,
        "id": of.identity.id if of.identity else None,
        "title": of.title,
        "name": of.name,
        "detail": of.detail.as_json() if of.detail else None,
    }


def _aside(written: JsonObject) -> SetAside:
    issuer, credential_id = written.get("issuerId"), written.get("id")
    known = isinstance(issuer, str) and isinstance(credential_id, str)
    detail = part(written.get("detail"))
    return SetAside(
        file=_words(written, "file"),
        obstacle=Obstacle(_words(written, "obstacle")),
        identity=Identity(str(issuer), str(credential_id)) if known else None,
        title=text(written.get("title")),
        name=text(written.get("name")),
        detail=Sentence(_words(detail, "nl"), _words(detail, "en")) if detail else None,
    )


def _statement_json(said: Statement) -> JsonObject:
    match said:
        case WerkprocesSaid(crebo, code, digest, title):
            return {"kind": "werkproces", "crebo": crebo, "code": code, "digest": digest, "title": title}
        case CodeSaid(code, programmes, title):
            return {"kind": "code", "code": code, "programmes": list(programmes), "title": title}
        case ProgrammeSaid(crebo):
            return {"kind": "programme", "crebo": crebo}
        case SkillSaid(uri):
            return {"kind": "skill", "uri": uri}
        case TargetSaid(code):
            return {"kind": "target", "code": code}
    raise ValueError("a link by hand is kept apart")


def _statement(written: JsonObject) -> Statement:
    return _READ[_words(written, "kind")](written)


_READ: Final[Mapping[str, Callable[[JsonObject], Statement]]] = MappingProxyType(
    {
        "werkproces": lambda said: WerkprocesSaid(
            _words(said, "crebo"), _words(said, "code"), text(said.get("digest")), text(said.get("title"))
        ),
        "code": lambda said: CodeSaid(
            _words(said, "code"), texts(said.get("programmes")), text(said.get("title"))
        ),
        "programme": lambda said: ProgrammeSaid(_words(said, "crebo")),
        "skill": lambda said: SkillSaid(_words(said, "uri")),
        "target": lambda said: TargetSaid(_words(said, "code")),
    }
)
_MOMENTS: Final = ("awarded", "judged", "starts", "ends", "valid_from", "valid_until")


def _written(moment: datetime | None) -> Json:
    return moments.write(moment) if moment else None


def _words(written: JsonObject, name: str) -> str:
    """Take a text that we wrote ourselves; it may be empty."""
    found = written.get(name)
    if not isinstance(found, str):
        raise ValueError(f"{name} is missing in what was taken in")  # noqa: TRY004 - a mistake of ours
    return found
