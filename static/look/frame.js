// A chart keeps the width of the screen in pixels: on paper it is made as narrow as the sheet,
// whole, and afterwards as it was. Everything else of printing is in frame.css.
(() => {
  const SHEET_PX = 690; // A4 upright, less the margins of frame.css, at 96 to the inch
  const WIDE = '[data-testid="stPlotlyChart"], [data-testid="stIFrame"], [data-testid="stDataFrame"]';
  const narrow = () => {
    for (const one of document.querySelectorAll(WIDE)) {
      const width = Math.max(one.scrollWidth, one.getBoundingClientRect().width);
      if (width > SHEET_PX) one.style.zoom = String(SHEET_PX / width);
    }
  };
  const back = () => {
    for (const one of document.querySelectorAll(WIDE)) one.style.zoom = '';
  };
  addEventListener('beforeprint', narrow);
  addEventListener('afterprint', back);
})();
