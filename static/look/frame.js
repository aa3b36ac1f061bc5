// A chart keeps the width of the screen in pixels: on paper it is made as narrow as the sheet,
// whole, and afterwards as it was. The foot of each sheet says which edition it is from and where
// the page is found again. Everything else of printing is in frame.css.
(() => {
  const SHEET_PX = 690; // A4 upright, less the margins of frame.css, at 96 to the inch
  const WIDE = '[data-testid="stPlotlyChart"], [data-testid="stIFrame"], [data-testid="stDataFrame"]';
  const changed = [];
  const set = (one, name, value) => {
    changed.push([one, name, one.style[name]]);
    one.style[name] = value;
  };
  const narrow = () => {
    for (const one of document.querySelectorAll(WIDE)) {
      const width = Math.max(one.scrollWidth, one.getBoundingClientRect().width);
      if (width <= SHEET_PX) continue;
      set(one, 'zoom', String(SHEET_PX / width));
      const end = one.closest('[data-testid="stElementContainer"]');
      for (let up = one.parentElement; up && up !== end.parentElement; up = up.parentElement) {
        set(up, 'height', 'auto');
        set(up, 'minHeight', '0');
      }
    }
  };
  const foot = document.createElement('style');
  const say = () => {
    const words = document.querySelector('.on-paper')?.textContent ?? '';
    const quoted = JSON.stringify(words).replaceAll('<', '\\3c ');
    foot.textContent = `@page { @bottom-left { content: ${quoted}; font-size: 7.5pt; color: #333; } }`;
    document.head.append(foot);
  };
  // A dark page has light letters and dark figures; paper is white whatever the screen was.
  const wasDark = () => {
    const ground = getComputedStyle(document.querySelector('.stApp') ?? document.body).backgroundColor;
    const [red, green, blue] = ground.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
    document.documentElement.classList.toggle('was-dark', red + green + blue < 384);
  };
  addEventListener('beforeprint', () => { wasDark(); narrow(); say(); });
  addEventListener('afterprint', () => {
    for (const [one, name, value] of changed.splice(0).reverse()) one.style[name] = value;
    foot.remove();
    document.documentElement.classList.remove('was-dark');
  });
})();

// What stands before a button that copies: the code of an embedded figure.
addEventListener('click', ({ target }) => {
  const button = target.closest?.('button[data-copies]');
  const text = button?.parentElement.querySelector(button.dataset.copies)?.textContent;
  if (!text) return;
  navigator.clipboard.writeText(text).then(
    () => { button.textContent = 'Copied'; },
    () => { button.textContent = 'Select the text and copy it'; },
  );
});
