// Staff mode: what its other files share. Addresses are relative to `ws.root`.
var ws = {
  root: document.body.dataset.root,
  all: function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); },
  one: function (selector) { return document.querySelector(selector); },
  make: function (tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  },
  // The products that stand behind #.
  named: function () {
    try {
      return decodeURIComponent(location.hash.slice(1)).split(",").filter(Boolean);
    } catch (error) {
      return [];
    }
  },
  // Keeps a promise of a file of data.
  read: function (path) {
    return fetch(ws.root + path).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
  },
  // Keeps a promise of the facts of some products by slug; they are spread over a number of files.
  facts: function (slugs, parts) {
    var numbers = Array.from(new Set(slugs.map(function (slug) {
      var sum = 0;
      for (var at = 0; at < slug.length; at++) sum = (sum * 31 + slug.charCodeAt(at)) % 65521;
      return sum % parts;
    })));
    return Promise.all(numbers.map(function (number) { return ws.read("facts/" + number + ".json"); })).then(function (found) {
      return Object.assign.apply(null, [Object.create(null)].concat(found));
    });
  }
};
document.documentElement.classList.add("wz-js");
