"""What OpenAPI says is what is answered: schemathesis asks every address, rightly and wrongly."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode
from starlette.applications import Starlette

from tests.web.api.calling import patient
from web.api.resources import RESOURCES
from web.api.routes import ROOT, api_routes

# Of each kind, for each address: some hundreds of requests in all.
EXAMPLES = 8


@pytest.fixture
def contract(world):
    app = Starlette(routes=api_routes(patient()))
    schema = schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", app)
    # The document's own server is ".", where it lies itself; schemathesis takes no such address.
    schema.config.update(base_url=f"http://testserver{ROOT}")
    return schema


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("one", RESOURCES, ids=lambda one: one.path)
def test_every_address_keeps_its_contract(one, mode, contract):
    operation = contract[f"/{one.path}"]["GET"]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        # A failure is told as it was found: to make it small would ask hundreds of times more.
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def asked(case):
        response = case.call()
        # Too long to be read is refused before anything else, and schemathesis knows no such no.
        if response.status_code != 414:
            case.validate_response(response)

    asked()
