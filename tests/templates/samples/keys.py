"""Samples of the pages about keys, and about who did what."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.pieces import AFTER_POST, FRAME, MOMENT, STOPPED, Sample


def _of_systems() -> dict[str, Sample]:
    """Give the pages about the keys of systems."""
    row = views.keys.ApiKeyRow(
        name="Leerlingvolgsysteem",
        ending="4jTQ",
        maker="Karim Visser",
        actions=("issue", "read", "revoke"),
        works_for=("issue", "read", "revoke"),
        created=MOMENT.date(),
        expires=date(2027, 6, 26),
        withdrawn=None,
        used=MOMENT.date(),
        withdraw_action="/api-sleutels/1/intrekken",
    )
    over = replace(row, works_for=(), withdrawn=MOMENT.date(), withdraw_action=None)
    keys = views.keys.ApiKeys(
        frame=FRAME,
        organisation="Magazijn De Maas",
        rows=(row, replace(row, works_for=("read",), used=None), replace(row, works_for=())),
        over=(over, replace(over, withdrawn=None, used=None)),
        make_href="/api-sleutels/nieuw",
        docs_href="/api",
        done="De sleutel is ingetrokken. Hij opent niets meer.",
    )
    form = views.keys.ApiKeyForm(
        frame=FRAME,
        actions=("issue", "read", "revoke"),
        lifetimes=("3-maanden", "1-jaar", "2-jaar"),
        may_issue=True,
        people_href="/mensen",
        action="/api-sleutels/nieuw",
        back_href="/api-sleutels",
        typed={"naam": "", "duur": "1-jaar"},
    )
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Vul {each} in.") for each in ("naam", "mag", "duur")
    )
    made = views.keys.ApiKeyMade(
        frame=FRAME,
        name="Leerlingvolgsysteem",
        secret="pb_voorbeeldvoorbeeldvoorbeeldvoorbeeldvoorbee4jTQyo",
        until=date(2027, 6, 26),
        back_href="/api-sleutels",
    )
    return {
        "api-sleutels": ("api-sleutels", keys),
        "api-sleutels-leeg": ("api-sleutels", replace(keys, rows=(), over=(), done=None)),
        "api-sleutels-gestopt": ("api-sleutels", replace(keys, hindrance=STOPPED)),
        "api-sleutel-nieuw": ("api-sleutel-nieuw", form),
        "api-sleutel-gestopt": ("api-sleutel-nieuw", replace(form, hindrance=STOPPED)),
        "api-sleutel-geweigerd": ("api-sleutel-nieuw", replace(form, frame=AFTER_POST, hindrance=STOPPED)),
        "api-sleutel-nieuw-fout": (
            "api-sleutel-nieuw",
            replace(form, actions=("read", "revoke"), may_issue=False, chosen=("read",), problems=wrong),
        ),
        "api-sleutel-gemaakt": ("api-sleutel-gemaakt", made),
    }


def pages() -> dict[str, Sample]:
    """Give the pages about keys and about who did what."""
    row = views.keys.KeyRow(
        name="6LJ8hsZq",
        since=MOMENT,
        until=None,
        compromised=None,
        to_reissue=0,
        lost_href="/sleutels/1/kwijt",
        reissue_href=None,
    )
    stolen = replace(
        row, compromised=MOMENT, to_reissue=2, lost_href=None, reissue_href="/sleutels/1/opnieuw"
    )
    groups = tuple(
        views.keys.KeyGroup(
            purpose=purpose, rows=(row, replace(row, until=MOMENT), stolen), replace_href="/a"
        )
        for purpose in ("assertion", "token", "list")
    )
    keys = views.keys.Keys(frame=FRAME, organisation="Magazijn De Maas", groups=groups, is_sealed=False)
    replacing = views.keys.KeyReplace(frame=FRAME, purpose="token", action="/a", back_href="/sleutels")
    lost = views.keys.KeyLost(
        frame=FRAME,
        purpose="assertion",
        name="6LJ8hsZq",
        created=MOMENT,
        earliest="2026-01-01T10:00",
        latest="2026-06-26T16:05",
        since="",
        action="/a",
        back_href="/sleutels",
    )
    wrong = tuple(views.pieces.Problem(field=field, message="Kijk dit na.") for field in ("sinds", "zeker"))
    again = views.keys.Reissue(
        frame=FRAME, action="/a", done=0, left=2, is_stuck=False, back_href="/sleutels"
    )
    rows = (
        views.keys.TrailRow(at=MOMENT, kind="member-invited", who="Noor Bakker", whom="Tom Ros"),
        views.keys.TrailRow(at=MOMENT, kind="key-created", who=None, purpose="assertion"),
        views.keys.TrailRow(at=MOMENT, kind="key-retired", who=None, purpose="token", was_lost=True),
        views.keys.TrailRow(at=MOMENT, kind="badge-signed", who="Noor Bakker", by_key="Leerlingvolgsysteem"),
    )
    trail = views.keys.Trail(
        frame=FRAME,
        organisation="De Maas",
        rows=rows,
        older_href="/w?pagina=2",
        newer_href="/w?pagina=0",
    )
    return {
        "sleutels": ("sleutels", keys),
        "sleutels-verzegeld": ("sleutels", replace(keys, is_sealed=True)),
        "sleutels-gestopt": (
            "sleutels",
            replace(keys, hindrance=STOPPED, groups=(replace(groups[0], replace_href=None), groups[2])),
        ),
        "sleutel-nieuw": ("sleutel-nieuw", replacing),
        "sleutel-kwijt": ("sleutel-kwijt", lost),
        "sleutel-kwijt-fout": ("sleutel-kwijt", replace(lost, since="gisteren", problems=wrong)),
        "sleutel-opnieuw": ("sleutel-opnieuw", again),
        "sleutel-opnieuw-bezig": ("sleutel-opnieuw", replace(again, done=100)),
        "sleutel-opnieuw-klaar": ("sleutel-opnieuw", replace(again, done=2, left=0)),
        "sleutel-opnieuw-niets": ("sleutel-opnieuw", replace(again, left=0)),
        "sleutel-opnieuw-blijft": ("sleutel-opnieuw", replace(again, is_stuck=True)),
        "wie-deed-wat": ("wie-deed-wat", trail),
        **_of_systems(),
        "wie-deed-wat-kort": ("wie-deed-wat", replace(trail, rows=(), older_href=None, newer_href=None)),
    }
