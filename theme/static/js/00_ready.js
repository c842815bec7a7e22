// Marks that the script runs, so that what needs it may show; wz holds what the other files share.
document.documentElement.classList.add("wz-js");
var wz = {
  find: function (selector, inside) { return (inside || document).querySelector(selector); },
  all: function (selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); },
  make: function (tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  },
  // Loads a file of ours once; what it adds to wz may be used when the promise is kept.
  use: function (url) {
    wz.used = wz.used || {};
    return wz.used[url] || (wz.used[url] = new Promise(function (done, failed) {
      var script = wz.make("script");
      script.src = url;
      script.async = false; // two of them run in the order they were asked for
      script.onload = done;
      script.onerror = function () { delete wz.used[url]; failed(); };
      document.head.append(script);
    }));
  },
  // What stands behind # as names and values.
  hash: function () {
    try {
      return new URLSearchParams(location.hash.slice(1));
    } catch (error) {
      return new URLSearchParams();
    }
  },
  // Puts names and values behind # without a step in the history.
  setHash: function (values) {
    var text = Object.keys(values).filter(function (name) { return values[name]; }).map(function (name) {
      return name + "=" + encodeURIComponent(values[name]).replace(/%2C/g, ",");
    }).join("&");
    try {
      history.replaceState(null, "", location.pathname + (text ? "#" + text : ""));
    } catch (error) {
      // A browser may refuse; the page goes on.
    }
  }
};
