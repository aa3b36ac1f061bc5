"""Frame to figure: one module a chart kind; pure, without streamlit and without a database.

`draw...` takes a polars frame whose columns its module names and gives a plotly figure, or None
when the frame holds nothing to draw; it raises ValueError when a column is missing. `alt...` takes
the same frame and says the finding in words, also when there is nothing to draw. Show a figure
with `theme=None` and `config=charts.layout.CONFIG` (`MAP_CONFIG` for the map of real boundaries).
"""
