// The catalogue as one search index: columns of text, a row a product. See plugins/search/README.md.
(function () {
  "use strict";
  var loading;

  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function bare(text) {
    return fold(text).replace(/[\s\-\/_.]+/g, "");
  }

  function get(url) {
    return fetch(url).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
  }

  // "an安鞍,bai白" as a mapping of characters to their syllables.
  function readings(text) {
    var found = {};
    text.split(",").forEach(function (group) {
      var syllable = /^[a-z]*/.exec(group)[0];
      Array.from(group.slice(syllable.length)).forEach(function (each) { (found[each] = found[each] || []).push(syllable); });
    });
    return found;
  }

  // What a value is called: "#新茶", "@春系列" and "材质=玻璃" without what stands before.
  function nameOf(key) {
    return key.slice(/^[#@]/.test(key) ? 1 : key.indexOf("=") + 1);
  }

  function pictureOf(text, slug) {
    if (!text) return "";
    var parts = text.replace("*", "products/" + slug).split("|");
    return "/images/" + parts[0] + "-" + (parts[2] || 360) + "." + parts[1] + ".webp";
  }

  function entriesOf(part, head) {
    var columns = {};
    ["title", "model", "slug", "price", "was", "picture", "words", "values"].forEach(function (name) {
      columns[name] = part[name].split("\n");
    });
    return columns.title.map(function (title, at) {
      var model = columns.model[at];
      var slug = columns.slug[at] || fold(model).replace(/[^a-z0-9]+/g, "-");
      var keys = columns.values[at].split(".").filter(Boolean).map(function (number) { return part.keys[parseInt(number, 36)]; });
      var above = [];
      for (var place = part.category[at]; place >= 0; place = head.categories[place][2]) above.push(head.categories[place]);
      var names = keys.map(nameOf).concat(above.map(function (each) { return each[1]; }));
      return {
        slug: slug, title: title, model: model, url: "/p/" + slug + "/",
        price: columns.price[at], was: columns.was[at], unit: part.units[part.unit[at]],
        yuan: columns.price[at] ? parseFloat(columns.price[at]) : null, stock: +part.stock[at],
        picture: pictureOf(columns.picture[at], slug), keys: keys, scopes: above.map(function (each) { return each[0]; }),
        name: fold(title), code: bare(model), rest: fold(columns.words[at] + " " + names.join(" ")), names: fold(names.join(" "))
      };
    });
  }

  // Keeps a promise of everything; calls `arrived` after each further part of a large catalogue.
  function load(arrived) {
    loading = loading || get("/search/products.json").then(function (head) {
      var all = { head: head, readings: readings(head.pinyin), entries: entriesOf(head, head), whole: !head.parts.length };
      all.rest = head.parts.reduce(function (before, url) {
        return before.then(function () { return get(url); }).then(function (part) {
          all.entries = all.entries.concat(entriesOf(part, head));
        });
      }, Promise.resolve()).then(function () { all.whole = true; });
      return all;
    });
    loading.catch(function () { loading = null; });
    return loading.then(function (all) {
      if (!all.whole && arrived) all.rest.then(arrived, function () {});
      return all;
    });
  }

  wz.catalogue = { load: load, fold: fold, bare: bare, get: get };
})();
