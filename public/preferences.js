/* Runs before the first paint, so that a reader who chose dark or large text never sees a flash.
   It only reads; the switches write through src/browser/storage.ts under the same key. */
(function () {
  var root = document.documentElement;
  root.setAttribute('data-scripts', '');
  try {
    var saved = JSON.parse(localStorage.getItem('fangkong.preferences') || '{}');
    if (saved.theme === 'dark' || saved.theme === 'light') {
      root.setAttribute('data-theme', saved.theme);
    }
    if (saved.textSize === 'large') root.setAttribute('data-text-size', 'large');
  } catch (error) {
    /* Storage is blocked or its content damaged: the page keeps the defaults. */
  }
})();
