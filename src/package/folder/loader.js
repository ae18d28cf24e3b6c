/* In the folder edition, before every other script. Browsers load no modules from a disc: there each
   is a classic script that tells what it needs and how it runs, see classicScripts.ts. Those that a
   page begins with stand in the page, in their order; others come when import() asks for them. */
(function () {
  var modules = {};
  var coming = {};
  function addressOf(name, from) {
    return new URL(name, from).href;
  }
  function take(address) {
    var one = modules[address];
    if (!one) throw new Error('missing ' + address);
    if (!one.module) {
      one.module = { exports: {} };
      one.run(
        function (name) {
          return take(addressOf(name, address));
        },
        one.module,
        function (name) {
          return bring(addressOf(name, address));
        },
        { url: address },
      );
    }
    return one.module.exports;
  }
  function load(address) {
    if (modules[address]) return Promise.resolve();
    coming[address] =
      coming[address] ||
      new Promise(function (resolve, reject) {
        var script = document.createElement('script');
        script.addEventListener('load', resolve);
        script.addEventListener('error', function () {
          coming[address] = undefined;
          reject(new TypeError('missing ' + address));
        });
        script.src = address;
        document.head.append(script);
      });
    return coming[address];
  }
  function bring(address) {
    return load(address)
      .then(function () {
        var needed = modules[address].needed;
        return Promise.all(
          needed.map(function (name) {
            return load(addressOf(name, address));
          }),
        );
      })
      .then(function () {
        return take(address);
      });
  }
  window.fangkongModule = function (needed, run) {
    var script = document.currentScript;
    modules[script.src] = { needed: needed, run: run, module: undefined };
    if (script.hasAttribute('data-run')) take(script.src);
  };
})();
