"""Set badges together on paper: a skillspaspoort of a few sheets, or one page with lines to write on."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final, Protocol

from badges.catalogue import Catalogue
from badges.facts import Facts
from templates.documents.foot import Link
from templates.documents.onepage import OnePage, onepage_of
from templates.documents.passport import Passport, newest, passport_of
from templates.documents.pdf import set_in
from templates.rendering import Language


class Write(Protocol):
    """Write what stands on the sheets."""

    def __call__(
        self, badges: Sequence[Facts], *, link: Link, catalogue: Catalogue, language: Language
    ) -> Passport | OnePage:
        """Write it."""
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """Hold how badges are set together: what is written of them, and in which layout."""

    layout: str
    write: Write

    def pdf(
        self,
        badges: Sequence[Facts],
        *,
        presentation: bytes,
        link: Link,
        catalogue: Catalogue,
        language: Language,
    ) -> bytes:
        """Give a PDF that shows badges together and holds all of them; the same badges give the same file.

        Args:
            badges: What each says.
            presentation: All of them, as they were signed.
            link: Where they are, for the QR code.
            catalogue: For our plain sentences.
            language: The language of our words; what was signed stays as it was.

        Raises:
            PictureError: it could not be set.
        """
        sheet = self.write(badges, link=link, catalogue=catalogue, language=language)
        return set_in(self.layout, asdict(sheet), credential=presentation, moment=newest(badges))


PASSPORT: Final = Paper("passport.typ", passport_of)
ONE_PAGE: Final = Paper("onepage.typ", onepage_of)
