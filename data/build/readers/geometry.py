"""Area files (GeoJSON, TopoJSON, GeoPackage) as rows of properties and GeoJSON text."""

from pathlib import Path

import polars as pl

from data.build.records import Reading


def of_areas(path: Path, reading: Reading) -> pl.DataFrame:
    """Read a layer: the columns declared, plus ``geojson`` (WGS84, rings clockwise, 4 decimals).

    Clockwise exterior rings are what map libraries built on d3 need; the layer's name is
    ``reading.sheet``.
    """
    # Imported here: half a second that only this reader needs.
    import geopandas
    import shapely

    source = f"/vsigzip/{path}" if path.suffix == ".gz" else path
    areas = geopandas.read_file(source, layer=reading.sheet or None)
    if areas.crs is not None:
        areas = areas.to_crs(4326)
    # By structure, or a shape that touches itself would come back with loose lines in it.
    valid = shapely.make_valid(areas.geometry.values, method="structure", keep_collapsed=False)
    shapes = shapely.set_precision(valid, 0.0001, mode="valid_output")
    shapes = shapely.orient_polygons(shapes, exterior_cw=True)
    columns = reading.columns or {name: name for name in areas.columns if name != "geometry"}
    data = {
        ours: [None if value is None or value != value else str(value) for value in areas[theirs]]
        for ours, theirs in columns.items()
    }
    frame = pl.DataFrame({**data, "geojson": list(shapely.to_geojson(shapes))})
    constants = [pl.lit(text).alias(name) for name, text in reading.constants.items()]
    return frame.with_columns(constants).with_row_index("source_row", offset=1)
