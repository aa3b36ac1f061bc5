"""What the figures are (sources, measures, the contract) and, in ``data.build``, their making."""
