"""Frame to figure: one module a chart kind, each with `draw` and `alt`; pure.

`draw` takes a polars frame whose columns its docstring names and gives a plotly figure, or None
when the frame holds nothing to draw; it raises ValueError when a column is missing. `alt` takes
the same frame and says the finding in words, also when there is nothing to draw. Show a figure
with `theme=None` and `config=charts.layout.CONFIG`.
"""
