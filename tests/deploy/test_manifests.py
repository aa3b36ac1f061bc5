"""What containers and clusters are told says what the server needs, and can be read by them.

The whole schema is tried where kubernetes-validate is installed (22 MB, so not among the pins).
"""

import re

import pytest
import yaml

from tests.own_code import MODULES, ROOT

DEPLOY = ROOT / "deploy"
MANIFESTS = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8")))
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
IMAGE = (DEPLOY / "Containerfile").read_text("utf-8")

NOT_OF_THE_SERVER = {"benchmarks", "data", "deploy"}


def of_kind(kind: str) -> dict:
    (found,) = [one for one in MANIFESTS if one["kind"] == kind]
    return found


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda one: one["kind"])
def test_a_manifest_follows_the_schema_of_its_kind(manifest):
    checker = pytest.importorskip("kubernetes_validate")
    checker.validate(manifest, checker.latest_version(), strict=True)


def test_everything_selects_the_same_replicas():
    labels = of_kind("Deployment")["spec"]["template"]["metadata"]["labels"]
    assert of_kind("Deployment")["spec"]["selector"]["matchLabels"] == labels
    assert of_kind("Service")["spec"]["selector"] == labels
    assert of_kind("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert of_kind("NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == labels


def test_a_change_of_edition_takes_no_replica_away_before_another_answers():
    spec = of_kind("Deployment")["spec"]
    assert spec["replicas"] >= 2
    assert spec["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    (server,) = spec["template"]["spec"]["containers"]
    assert server["readinessProbe"]["httpGet"]["path"] == "/health"
    assert server["resources"].keys() == {"requests", "limits"}


def test_replicas_write_nothing_and_are_nobody():
    (server,) = of_kind("Deployment")["spec"]["template"]["spec"]["containers"]
    assert server["securityContext"]["readOnlyRootFilesystem"] is True
    user = of_kind("Deployment")["spec"]["template"]["spec"]["securityContext"]["runAsUser"]
    assert re.findall(r"^USER (\d+)$", IMAGE, re.M) == [str(user)]
    replicas = [one for name, one in COMPOSE["services"].items() if name.startswith("replica")]
    assert all(one["read_only"] and one["cap_drop"] == ["ALL"] for one in replicas)


def test_the_composed_replicas_are_those_of_the_proxy():
    """They share its network: nginx.conf stands there unchanged."""
    behind = re.findall(r"server 127\.0\.0\.1:(\d+) ", (DEPLOY / "nginx.conf").read_text("utf-8"))
    services = COMPOSE["services"]
    ports = [
        services[name]["environment"]["PUBLIC_POUND_PORT"]
        for name in services
        if name.startswith("replica")
    ]
    assert ports == behind
    assert all(
        one["network_mode"] == "service:proxy" for name, one in services.items() if name != "proxy"
    )


def test_every_part_that_the_server_imports_is_compiled_into_the_image():
    """Compiled once: a replica with a root that can't be written would do it at every start."""
    compiled = re.search(r"compileall -q (.+?) \\", IMAGE)
    assert compiled
    folders = {module.part for module in MODULES if (ROOT / module.part).is_dir()}
    assert set(compiled[1].split()) == {"*.py", *folders - NOT_OF_THE_SERVER}
