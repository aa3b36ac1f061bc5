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

// A box that a button opens stands at the end of the document: whoever opened it by keyboard would
// go through the whole page to reach it. Focus goes to its first field, as after a click it need not.
addEventListener('keydown', ({ key, target }) => {
  const button = target.closest?.('[data-testid="stPopover"] button, [data-testid="stPopoverButton"]');
  if (!button || (key !== 'Enter' && key !== ' ')) return;
  const FIRST = 'input:not([type="hidden"]), select, textarea, button, a[href], [tabindex="0"]';
  const into = (left) => {
    const first = document.querySelector('[data-testid="stPopoverBody"]')?.querySelector(FIRST);
    if (first) first.focus();
    else if (left) setTimeout(into, 100, left - 1);
  };
  setTimeout(into, 100, 15);
});

// Escape among the answers of the search goes back to what was typed.
addEventListener('keydown', ({ key, target }) => {
  if (key !== 'Escape' || !target.closest?.('.st-key-answers')) return;
  const box = document.querySelector('.st-key-searchbar input');
  box?.focus();
  box?.select();
});
