// The catalogue as one search index: columns of text, a row a product. See plugins/search/README.md.
(function () {
  "use strict";
  var SLICE = 100; // products made ready at a time: a key that is pressed meanwhile waits for no more than these
  var loading;

  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function bare(text) {
    return fold(text).replace(/[\s\-\/_.]+/g, "");
  }

  function get(url) {
    return read(fetch(url));
  }

  function read(asked) {
    return asked.then(function (answer) {
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

  // What a slug is made of where it is not sent: the model, or (">", ">2") the title in pinyin, numbered.
  function slugOf(given, model, name, read) {
    if (given && given[0] !== ">") return given;
    var text = given ? Array.from(name, function (each) { return read[each] ? " " + read[each][0] + " " : each; }).join("") : model;
    return text.replace(/[^a-z0-9]+/g, "-").replace(given ? /^-|-$/g : "", "") + (given.length > 1 ? "-" + given.slice(1) : "");
  }

  function pictureOf(text, slug) {
    if (!text) return "";
    var parts = text.replace("*", "products/" + slug).split("|");
    return "/images/" + parts[0] + "-" + (parts[2] || 360) + "." + parts[1] + ".webp";
  }

  // Categories with what stands above them, the nearest first.
  function above(head, place) {
    var found = [];
    for (; place >= 0; place = head.categories[place][2]) found.push(head.categories[place]);
    return { slugs: found.map(function (each) { return each[0]; }), names: fold(found.map(function (each) { return each[1]; }).join(" ")) };
  }

  // A function that makes the entry of a row of a part; what rows share is worked out once.
  function maker(part, all) {
    var columns = {}, shared = all.head.categories.map(function (_, place) { return above(all.head, place); });
    ["title", "model", "slug", "price", "was", "picture", "words", "values"].forEach(function (name) { columns[name] = part[name].split("\n"); });
    var names = fold(part.title).split("\n"), models = fold(part.model).split("\n"), words = fold(part.words).split("\n");
    var called = part.keys.map(function (key) { return fold(nameOf(key)); });
    return function (at) {
      var values = columns.values[at] ? columns.values[at].split(".").map(function (number) { return parseInt(number, 36); }) : [];
      var slug = slugOf(columns.slug[at], models[at], names[at], all.readings), scope = shared[part.category[at]];
      var also = values.map(function (value) { return called[value]; }).concat(scope.names).join(" ");
      return {
        number: all.entries.length, slug: slug, title: columns.title[at], model: columns.model[at], url: "/p/" + slug + "/",
        price: columns.price[at], was: columns.was[at], unit: part.units[part.unit[at]],
        yuan: columns.price[at] ? parseFloat(columns.price[at]) : null, stock: +part.stock[at],
        picture: pictureOf(columns.picture[at], slug), keys: values.map(function (value) { return part.keys[value]; }), scopes: scope.slugs,
        name: names[at], code: bare(models[at]), rest: words[at] + " " + also, names: also
      };
    };
  }

  // Adds the entries of a part: at once, or in slices with room for keys between them.
  function add(all, part, slice) {
    var make = maker(part, all), count = part.stock.length;
    return new Promise(function (done) {
      (function next(at) {
        var end = Math.min(count, at + slice);
        for (; at < end; at++) all.entries.push(make(at));
        if (wz.catalogue.ready) wz.catalogue.ready(all);
        if (at < count) setTimeout(next, 0, at);
        else done();
      })(0);
    });
  }

  // Keeps a promise of everything; calls `arrived` when the further parts of a large catalogue have come.
  function load(arrived) {
    loading = loading || read(wz.index || fetch("/search/products.json")).then(function (head) {
      var all = { head: head, readings: readings(head.pinyin), entries: [], whole: !head.parts.length };
      add(all, head, Infinity);
      var parts = head.parts.map(get);
      all.rest = parts.reduce(function (before, part) {
        return before.then(function () { return part; }).then(function (part) { return add(all, part, SLICE); });
      }, Promise.resolve()).then(function () { all.whole = true; });
      all.rest.catch(function () { loading = wz.index = null; });
      return all;
    });
    loading.catch(function () { loading = wz.index = null; });
    return loading.then(function (all) {
      if (!all.whole && arrived) all.rest.then(arrived, function () {});
      return all;
    });
  }

  wz.catalogue = { load: load, fold: fold, bare: bare, get: get };
})();
