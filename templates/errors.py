"""The errors of this room.

TemplatesError
├── StaticFileError    there is no static file of this name
└── PictureError       a picture could not be made
"""


class TemplatesError(Exception):
    """Be any error of this room."""

    code = "templates"


class StaticFileError(TemplatesError):
    """Say that a template names a static file that does not exist."""

    code = "static-file"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no static file {name!r}.")
        self.name = name


class PictureError(TemplatesError):
    """Say that a picture could not be made."""

    code = "picture"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The picture could not be made: {reason}")
        self.reason = reason
