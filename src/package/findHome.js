/* In 404.html of a site that works under any path. Servers answer with it whatever the depth of the
   address, so its own way home is not known: from here up, the first folder that gives a data file of
   this same publication is the home page's. It has to be known before the style sheets are asked for. */
(function () {
  var version = document.documentElement.getAttribute('data-site-version');
  var folders = location.pathname.split('/').slice(0, -1);
  for (var count = folders.length; count > 0; count -= 1) {
    var home = folders.slice(0, count).join('/') + '/';
    var request = new XMLHttpRequest();
    try {
      request.open('GET', home + 'data/printed.json', false);
      request.send();
    } catch {
      /* Not to be had there. */
      continue;
    }
    if (request.status === 200 && request.responseText.indexOf('"' + version + '"') > 0) {
      var base = document.createElement('base');
      base.href = home;
      document.head.appendChild(base);
      return;
    }
  }
})();
