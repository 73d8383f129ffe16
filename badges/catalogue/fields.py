"""Choose the field of a badge picture: its colour and pictogram.

This is our choice and no fact of SBB's; sector boards divide the work in another way.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OTHER: Final = "samenwerken"
"""The field of a kwalificatie that is not in the table, such as one that an import brought."""

_CREBOS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "logistiek": "25743 25774 27042",
        "bakkerij": "25742 25168 25180 25721 25185",
        "zorg": "25960 25656 25655 25696 25697 25779 25780",
        "groen": "25746 25982 25992 27081 27082",
        "techniek": "25744 25745 25747 25668 25737 25761 25894 25919 27038 25798 25800",
        "bouw": "25740 25583 25589 25755 25786 25792 25827 25829 25870",
        "schoonmaak": "25741 25959",
        "winkel": "25748 25808 25880",
        "ict": "25998 25999 27015 27016",
        "sport": "25908 25909 25910 25912 25961",
        "beveiliging": "25690",
        "kantoor": "25725 25726 25727 25728 25877",
        OTHER: "25647 25654 25698 25749",
    }
)

FIELDS: Final = tuple(_CREBOS)
"""The names of all fields; each has a picture."""

_FIELD_OF: Final = MappingProxyType({crebo: field for field, row in _CREBOS.items() for crebo in row.split()})


def field_of(crebo: str | None) -> str:
    """Name the field whose picture a badge on this kwalificatie gets, or one on none."""
    return _FIELD_OF.get(crebo, OTHER) if crebo else OTHER
