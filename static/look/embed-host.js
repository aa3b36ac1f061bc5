// For the page that shows a figure in a frame: each frame becomes as high as its figure says.
addEventListener('message', ({ data, source }) => {
  if (!data || typeof data.figure !== 'string' || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, 10000)}px`;
  }
});
