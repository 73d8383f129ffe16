"""What the page about the API says."""

from app.apidocs import operations_of
from app.main import create_api
from app.openapi import describe
from app.settings import Settings
from templates import labels
from templates.views.public import ApiOperation


def operations() -> tuple[ApiOperation, ...]:
    """List what our own API does."""
    return operations_of(describe(create_api(Settings())), base_url="https://bewijs.voorbeeld")


class TestOperationsOf:
    """`operations_of`."""

    def test_says_nothing_without_a_translation(self) -> None:
        """A word that was changed in the description is changed among the labels too."""
        said = {
            text
            for each in operations()
            for text in (
                each.summary,
                each.description,
                *(parameter.description for parameter in each.parameters),
            )
        }
        assert labels.API.keys() == said

    def test_shows_how_to_check_a_file_and_a_link(self) -> None:
        """Most people have either; both are one line to copy."""
        examples = {each.path: each.examples for each in operations()}
        address = "https://bewijs.voorbeeld/api/v1"
        assert examples["/api/v1/verificaties"] == (
            f'curl --data-binary @bewijs.json "{address}/verificaties"',
            f'curl --data "https://bewijs.voorbeeld/b/..." "{address}/verificaties"',
        )
        assert examples["/api/v1/werkprocessen"] == (f'curl "{address}/werkprocessen?zoek=brood"',)
