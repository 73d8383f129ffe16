"""What can go wrong with a table that somebody sends."""

from typing import Final

from issuers.errors.root import IssuersError


class SpreadsheetError(IssuersError):
    """Refuse a table that somebody sent; the sentence says what to do instead."""

    def __init__(self, code: str, *, row: int | None = None, most_rows: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.row = row
        nl, en = _TABLES[code]
        nl, en = nl.format(rows=f"{most_rows:,}".replace(",", ".")), en.format(rows=f"{most_rows:,}")
        self.nl = nl if row is None else f"Rij {row}: {nl}"
        self.en = en if row is None else f"Row {row}: {en}"


_TABLES: Final = {
    "table-empty": ("Er staat niets in dit bestand.", "There is nothing in this file."),
    "table-kind": (
        "Dit bestand kunnen wij niet lezen. Bewaar het als XLSX of CSV en probeer het nog een keer.",
        "We cannot read this file. Save it as XLSX or CSV and try again.",
    ),
    "table-password": (
        "Dit is een oud Excel-bestand, of er zit een wachtwoord op. Bewaar het als XLSX zonder wachtwoord.",
        "This is an old Excel file, or it has a password. Save it as XLSX without a password.",
    ),
    "table-hidden": (
        "Alle bladen in dit bestand zijn verborgen. Maak zichtbaar wat wij moeten lezen.",
        "All sheets of this file are hidden. Show the one that we are to read.",
    ),
    "table-too-large": (
        "Dit bestand is te groot: er passen {rows} rijen en 30 kolommen. Maak er 2 van.",
        "This file is too large: {rows} rows and 30 columns fit. Make two of it.",
    ),
    "table-too-full": (
        "Er staat te veel in dit bestand. Plak alleen de kolommen die hierboven staan in een nieuw blad.",
        "There is too much in this file. Paste only the columns named above into a new sheet.",
    ),
    "table-number": (
        "Er staat een getal dat geen getal is, of dat te groot is. Typ het opnieuw.",
        "There is a number that is none, or that is too large. Type it again.",
    ),
    "table-formula": (
        "Er staat een formule in. Plak alleen de waarden in een nieuw blad en stuur dat.",
        "There is a formula in it. Paste the values only into a new sheet and send that.",
    ),
    "table-error": (
        "Er staat een fout van Excel in, zoals #N/B of #VERW!. Typ daar wat er moet staan.",
        "There is an error of Excel, such as #N/A or #REF!. Type there what should be there.",
    ),
    "table-merged": (
        "Er zijn cellen samengevoegd. Splits ze, zodat elke rij bij elke kolom 1 cel heeft.",
        "Cells are merged. Split them, so that each row has one cell in each column.",
    ),
}
