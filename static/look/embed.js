// The figure of an embedded page at the width of its frame, and the frame told how high it is.
(() => {
  const say = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ figure: location.href, height }, '*');
  };
  const drawn = document.getElementById('drawing');
  const told = document.getElementById('figure');
  if (drawn && told && window.Plotly) {
    const { data, layout } = JSON.parse(told.textContent);
    const config = { displayModeBar: false, responsive: true, scrollZoom: false };
    // Beside the drawing and then in its place: a figure that fails leaves the drawing.
    const place = document.createElement('div');
    drawn.before(place);
    Plotly.newPlot(place, data, layout, config).then(() => {
      place.setAttribute('role', 'img');
      place.setAttribute('aria-label', drawn.getAttribute('aria-label'));
      drawn.remove();
      say();
    }, () => place.remove());
  }
  new ResizeObserver(say).observe(document.body);
  addEventListener('load', say);
})();
