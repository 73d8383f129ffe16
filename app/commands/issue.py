"""`praktijkbewijs issue`: give one badge from the command line, in the same steps as the form."""

import sys
from pathlib import Path
from secrets import token_urlsafe
from typing import Annotated

import typer

from app.commands.printing import say
from app.commands.writing import write_badge
from app.settings import Mode, Settings, SettingsError, read_settings
from app.worlds import open_own_desk
from badges.judgement import Judgement, SkillReference
from issuers.desk import IssuingDesk
from issuers.errors import JudgementError
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import issue
from issuers.issuing.judging import TypedJudgement, read_judgement
from issuers.organisations.demo import demo_praktijkopleider

INVALID = 64


def run(
    werkproces: Annotated[str, typer.Argument(help="Crebo en code: 25774/B1-K2-W1.")] = "",
    zin: Annotated[str, typer.Option(help="Wat de deelnemer deed, in één of twee zinnen.")] = "",
    van: Annotated[str, typer.Option(help="De eerste dag: 2026-01-05 of 5 januari 2026.")] = "",
    tot: Annotated[str, typer.Option(help="De laatste dag.")] = "",
    naam: Annotated[str, typer.Option(help="Hoe de deelnemer genoemd wil worden; leeg is zonder naam.")] = "",
    zelfstandigheid: Annotated[
        str, typer.Option(help="met hulp, zelfstandig of kan het anderen uitleggen.")
    ] = "",
    rol: Annotated[str, typer.Option(help="stagiair, werknemer, vrijwilliger, bijbaan ...")] = "",
    output: Annotated[
        Path | None, typer.Option(help="De map voor JSON, PNG en SVG; bij één bewijs is dat deze map.")
    ] = None,
    sleutel: Annotated[
        str, typer.Option(help="Dezelfde sleutel geeft altijd hetzelfde bewijs, ook na een storing.")
    ] = "",
    batch: Annotated[
        Path | None,
        typer.Option(help="Een XLSX of CSV met een rij voor elk bewijs, in plaats van één bewijs."),
    ] = None,
    organisation: Annotated[
        str, typer.Option(metavar="CODE", help="Bij --batch: welke organisatie geeft; anders de enige.")
    ] = "",
) -> int:
    """Geef één bewijs, of met --batch een hele groep, als een praktijkopleider van de demo.

    Elders doet een mens het, of een API-sleutel.
    """
    settings = read_settings()
    if settings.mode is not Mode.DEMO:
        raise SettingsError(
            "Uitreiken met een opdracht kan alleen in de demo: zet PRAKTIJKBEWIJS_MODE op demo. "
            "Buiten de demo geeft iemand het op /uitreiken, of een systeem met een API-sleutel."
        )
    if batch is not None:
        from app.commands.batch import issue_batch  # noqa: PLC0415 - one badge needs none of it

        return issue_batch(settings, batch, output=output, organisation=organisation)
    if not werkproces:
        raise typer.BadParameter("noem een werkproces, of met --batch een bestand.")
    typed = TypedJudgement(naam=naam, zin=zin, van=van, tot=tot, zelfstandigheid=zelfstandigheid, rol=rol)
    return _issue_one(settings, typed, werkproces=werkproces, key=sleutel or token_urlsafe(16), output=output)


def _issue_one(
    settings: Settings, typed: TypedJudgement, *, werkproces: str, key: str, output: Path | None
) -> int:
    """Give one badge and write it down; what is wrong with the options is told all at once."""
    crebo, _, code = werkproces.partition("/")
    desk = open_own_desk(settings)
    try:
        judgement = _read(desk, typed, crebo=crebo, code=code)
        badge = issue(desk, judgement, actor=demo_praktijkopleider(desk), idempotency_key=key)
    except JudgementError as error:
        print("\n".join(f"{each.field}: {each.nl}" for each in error.problems), file=sys.stderr)
        return INVALID
    finally:
        desk.register.close()
    for path in write_badge(badge.raw, folder=output or Path(), name=f"{crebo}-{code}"):
        say(str(path))
    say(desk.addresses.badge(badge.token))
    return 0


def _read(desk: IssuingDesk, typed: TypedJudgement, *, crebo: str, code: str) -> Judgement:
    """Read the options against the werkproces, as the form does.

    Raises:
        CatalogueError: there is no such kwalificatie.
        UnknownWerkprocesError: it has no such werkproces.
        JudgementError: with every problem of every option.
    """
    kwalificatie = desk.catalogue.kwalificatie(crebo)
    return read_judgement(
        typed,
        werkproces=werkproces_reference(desk, crebo, code=code),
        skills={each.uri: SkillReference(each.uri, each.label) for each in kwalificatie.suggested_skills},
        today=desk.clock.today(),
    )
