"""Whether a school sees what was collected, and who may say so: pure."""

from issuers.evidence.collectors import Collector
from issuers.evidence.tables import Evidence
from issuers.werkplekprofiel.tables import AgreedBy, Werkplekprofiel


def is_shown(row: Evidence, profiel: Werkplekprofiel) -> bool:
    """Tell whether the recipient lets the school that takes part now see it."""
    return row.shown_to is not None and row.shown_to == profiel.school_id


def may_show(row: Evidence, profiel: Werkplekprofiel, *, by: Collector) -> bool:
    """Tell whether he may let the school see it; over a no of the recipient himself, nobody else says yes."""
    said_no_himself = row.shown_to is None and row.shown_said is AgreedBy.PHONE
    return (
        profiel.school_id is not None
        and profiel.ended is None
        and not is_shown(row, profiel)
        and (by.person_id is None or not said_no_himself)
    )
