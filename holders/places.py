"""Where "Mijn bewijzen" is: the pages of every wing stand under it, and lead back to it."""

from typing import Final

WALLET: Final = "/mijn-bewijzen"
