"""The tenant matrix as data: of every route, for whom it is, whose things it names, and what it answers.

A route that is not here fails the build, and so does a line here without a route. To add one, say for whom it
is (`everyone`, `only` some, or the `platform`), which thing each name in the path stands for
(`furnishing.Tenant.things`), and what the form holds. The answer to who may is 200
unless the line says otherwise; to who may not it is 401, 403 or the page to sign in; to who may, but names a
thing of another organisation, it is 404.
"""

from collections.abc import Mapping
from typing import Final

from tests.matrix.promises import Line
from tests.matrix.table_giving import GIVING
from tests.matrix.table_keeping import KEEPING
from tests.matrix.table_learning import LEARNING
from tests.matrix.table_people import PEOPLE

ROUTES: Final[Mapping[str, Line]] = KEEPING | GIVING | LEARNING | PEOPLE
