"""The catalogue is linked data that holds what DCAT-AP asks for, of files that are there."""

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF
from starlette.applications import Starlette
from starlette.testclient import TestClient

from web import edition_files
from web.api.limits import Buckets
from web.api.routes import Api
from web.catalogue_page import catalogue_routes

# Class -> what DCAT-AP 3 has as mandatory, and what it recommends that we hold to.
OBLIGED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset,
                   DCTERMS.license, DCTERMS.language, DCAT.themeTaxonomy, FOAF.homepage),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution,
                   DCAT.theme, DCAT.keyword, DCTERMS.temporal, DCTERMS.spatial, DCAT.contactPoint),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license, DCTERMS.format, DCAT.mediaType,
                        DCAT.byteSize),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL, DCAT.endpointDescription,
                       DCAT.servesDataset),
    FOAF.Agent: (FOAF.name,),
}  # fmt: skip
# What has one value at most.
ONE = {
    DCAT.Catalog: (DCTERMS.publisher, FOAF.homepage, DCTERMS.license),
    DCAT.Dataset: (DCTERMS.publisher, DCTERMS.accessRights),
    DCAT.Distribution: (DCTERMS.license, DCTERMS.format, DCAT.mediaType, DCAT.byteSize),
}


@pytest.fixture
def client(world, tmp_path, monkeypatch):
    (tmp_path / "council_panel_upper.csv").write_text("a\n")
    (tmp_path / "council_panel_upper.dta").write_text("a\n")
    monkeypatch.setattr(edition_files, "DOWNLOADS", tmp_path)
    monkeypatch.setattr(edition_files, "TABLES", world.parent / "edition")
    api = Api(Buckets(burst=1000))
    routes = catalogue_routes(api, "Our Pound", "Whose", "us@pound.example")
    app = Starlette(routes=[*routes, *edition_files.edition_routes()])
    return TestClient(app, base_url="http://pound.example")


@pytest.fixture
def graph(client):
    got = client.get("/catalogue.jsonld")
    assert got.headers["content-type"].startswith("application/ld+json")
    return rdflib.Graph().parse(data=got.content, format="json-ld")


@pytest.mark.parametrize("kind", OBLIGED)
def test_everything_that_dcat_ap_asks_for_is_said(graph, kind):
    subjects = list(graph.subjects(RDF.type, kind))
    assert subjects
    for one in subjects:
        for predicate in OBLIGED[kind]:
            assert graph.value(one, predicate, any=True) is not None, (one, predicate)
        for predicate in ONE.get(kind, ()):
            assert len(list(graph.objects(one, predicate))) <= 1, (one, predicate)


def test_values_are_of_the_kind_that_is_asked_for(graph):
    for predicate in (
        DCAT.accessURL,
        DCAT.downloadURL,
        DCTERMS.license,
        DCAT.theme,
        DCTERMS.source,
    ):
        assert all(isinstance(one, rdflib.URIRef) for one in graph.objects(None, predicate))
    assert all(one.value >= 0 for one in graph.objects(None, DCAT.byteSize))
    start, end = (next(graph.objects(None, name)).value for name in (DCAT.startDate, DCAT.endDate))
    assert start < end
    assert all(title.language == "en" for title in graph.objects(None, DCTERMS.title))
    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert datasets == set(graph.objects(None, DCAT.dataset))
    assert datasets == set(graph.objects(None, DCAT.servesDataset)) and len(datasets) == 2


def test_every_file_it_names_is_there(graph, client):
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(distribution, DCAT.downloadURL))
        got = client.get(address.removeprefix("http://pound.example"))
        assert got.status_code == 200
        assert len(got.content) == graph.value(distribution, DCAT.byteSize).value


def test_it_takes_no_parameters(client):
    assert client.get("/catalogue.jsonld?x=1").status_code == 400
