/* Stands in the page of the self-test itself: where the program of the page does not start, for a
   wrong type, a missing file, a wrong path, this says why. It must need nothing else. */
(function () {
  var refused = [];
  var broken = [];
  var seen = {};
  var found = [];
  document.addEventListener('securitypolicyviolation', function (event) {
    refused.push(event.effectiveDirective);
  });
  window.addEventListener('error', function (event) {
    if (event.message) broken.push(nameOf(event.filename || '') + '：' + event.message);
  });

  function nameOf(address) {
    return address.replace(/^.*\/(?=[^/]*\/[^/]*$)/, '').replace(/[?#].*$/, '');
  }
  function tell(cause) {
    if (found.indexOf(cause) < 0) found.push(cause);
  }
  function show() {
    var place = document.querySelector('[data-self-test-cause]');
    if (!place) return;
    if (refused.length > 0) {
      tell(
        '服务器另加了一条 Content-Security-Policy，拦住了 ' +
          refused[0] +
          '：在服务器的设置里对本站去掉，只留包里的那一条。',
      );
    }
    if (found.length === 0 && broken.length > 0) {
      tell(
        '程序读不通（' + broken[0] + '）：文件没有复制完或者改过，把整个网站文件夹重新复制一遍。',
      );
    }
    place.textContent =
      found.length > 0 ? '查到的原因：' + found.join('') : '没有查到原因，请照下面一条一条看。';
  }

  function judge(address, response, bytes) {
    var name = nameOf(address);
    var type = (response.headers.get('content-type') || '').toLowerCase();
    if (!response.ok) {
      tell(
        '程序 ' +
          name +
          ' 没有（服务器答 ' +
          response.status +
          '）：把整个网站文件夹重新复制一遍；复制以后又不见的，是杀毒软件删的，把网站文件夹加进它的信任区。',
      );
    } else if (bytes.length === 0) {
      tell('程序 ' + name + ' 是空的：看服务器的磁盘满了没有，再把整个网站文件夹重新复制一遍。');
    } else if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      tell(
        '程序 ' +
          name +
          ' 压缩了两次：服务器和前面的反向代理只留一处压缩，不要把 .gz 改名盖掉原来的文件。',
      );
    } else if (type.indexOf('javascript') < 0) {
      tell(
        '程序 .js 的类型是 ' +
          (type || '空的') +
          '，应该是 text/javascript：IIS 看 web.config 里 .js 的 <mimeMap>，nginx 看 include 的 fangkong-nginx.conf，' +
          'Apache 看 AllowOverride All 和 .htaccess 里的 AddType，Tomcat 用包里的 .war。',
      );
    }
  }
  function check(address) {
    if (seen[address]) return Promise.resolve();
    seen[address] = true;
    return fetch(address, { cache: 'no-store' })
      .then(function (response) {
        return response.arrayBuffer().then(function (buffer) {
          var bytes = new Uint8Array(buffer);
          judge(address, response, bytes);
          var text = new TextDecoder().decode(bytes);
          var imports = response.ok ? text.match(/(?:from|import)\s*["']\.[^"']+["']/g) || [] : [];
          return Promise.all(
            imports.map(function (one) {
              return check(new URL(one.replace(/^[^"']*["']|["']$/g, ''), address).href);
            }),
          );
        });
      })
      .catch(function () {
        tell(
          '程序 ' + nameOf(address) + ' 没有取到：看网线和网络，或者是中间的防火墙、杀毒软件拦了。',
        );
      });
  }

  function look() {
    if (!document.querySelector('[data-self-test-cause]')) return;
    if (location.protocol === 'file:') {
      tell('这是给服务器用的一份，从文件夹里打开了：放到网站服务器上看；没有服务器的，用单机版。');
      show();
      return;
    }
    var base = document.documentElement.getAttribute('data-base') || '/';
    var home = new URL(base, document.baseURI).pathname;
    if (location.pathname.toLowerCase().indexOf(home.toLowerCase()) !== 0) {
      tell(
        '这个包打包时写了 --base ' +
          home +
          '，现在放在别的路径（' +
          location.pathname +
          '）：放到 ' +
          home +
          ' 下，或者不写 --base 重新打一个放在哪里都能用的包。',
      );
      show();
      return;
    }
    var scripts = document.querySelectorAll('script[src]');
    Promise.all(
      Array.prototype.map.call(scripts, function (script) {
        return check(script.src);
      }),
    ).then(show);
  }
  /* Modules have run by then; what still stands here did not start. */
  window.addEventListener('load', function () {
    setTimeout(look, 500);
  });
})();
