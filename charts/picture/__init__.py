"""A plotly figure as an SVG file, drawn here and in no browser.

Plotly's own way to a file starts a Chromium. What these charts use of plotly is little: lines,
marks, bars, areas, a treemap, a map, words at places. That much is drawn from the same figure.
"""
