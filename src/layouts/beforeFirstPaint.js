/* Runs before the first paint, so that a reader who chose dark or large text never sees a flash.
   It only reads; the switches write through src/browser/choices.ts in the envelope of
   src/model/kept/envelope.ts: schema|time|sum|JSON. Versions before it kept the bare JSON. */
(function () {
  var root = document.documentElement;
  root.setAttribute('data-scripts', '');
  function kept(area, key) {
    try {
      /* Before the key: what keeps bureaus apart in folders, see src/browser/edition.ts. */
      var text = window[area].getItem((root.dataset.edition || '') + key);
      return text && JSON.parse(text.slice(text.indexOf('{')));
    } catch {
      /* Storage is blocked or its content damaged: the page keeps the defaults. */
    }
  }
  var key = 'fangkong:preferences:-:choice';
  var saved =
    kept('sessionStorage', key) ||
    kept('localStorage', key) ||
    kept('localStorage', 'fangkong.preferences') ||
    {};
  if (saved.theme === 'dark' || saved.theme === 'light') {
    root.setAttribute('data-theme', saved.theme);
  }
  if (saved.textSize === 'large') root.setAttribute('data-text-size', 'large');
  /* A wall is read beside its chart where the browser's own search still finds what is folded away. */
  if (saved.wallView !== 'text' && 'onbeforematch' in HTMLElement.prototype) {
    root.setAttribute('data-wall-view', 'board');
    if (location.hash === '') root.setAttribute('data-wall-from', 'top');
  }
})();
