"""What the figures are (sources, measures, contract) and, in ``data.build``, how an edition is made."""
