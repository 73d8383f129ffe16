"""Samples of the pages of a badge that a holder got elsewhere."""

from dataclasses import replace

from templates import views
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    frame, back = replace(FRAME, signed_in=None), "/mijn-bewijzen"
    form = views.elsewhere.ImportForm(frame=frame, action="/mijn-bewijzen/elders", back_href=back)
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("bestand", "tekst")
    )
    one = views.elsewhere.ForeignBadge(
        frame=frame,
        title="Teamwork in a warehouse",
        issuer="School Elders",
        state=views.pieces.State.UNLISTED,
        heading="Dit bewijs is echt. Wij kennen de uitgever niet",
        checked=MOMENT.date(),
        file_href="/mijn-bewijzen/elders/1/bestand",
        kind="PNG",
        again_action="/mijn-bewijzen/elders/1/na",
        drop_action="/mijn-bewijzen/elders/1/weg",
        back_href=back,
        done="Dit bewijs staat nu bij je bewijzen.",
    )
    borrowed = replace(one, again_action=None, drop_action=None, state=views.pieces.State.REVOKED, done=None)
    return {
        "van-elders-erbij": ("van-elders-erbij", form),
        "van-elders-erbij-fout": ("van-elders-erbij", replace(form, tekst="geen link", problems=wrong)),
        "van-elders": ("van-elders", one),
        "van-elders-geleend": ("van-elders", borrowed),
    }
