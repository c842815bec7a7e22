// Live search over /search.json, rows of [slug, title, model, price, picture, words]; loaded on first use.
(function () {
  "use strict";
  var form = document.querySelector("[data-search]");
  if (!form) return;
  var input = form.elements.q;
  var find = function (name) { return document.querySelector("[data-search-" + name + "]"); };
  var status = find("status"), results = find("results"), none = find("none"), index = find("index");
  var SHOWN = 30;
  var loading = null;
  var composing = false;

  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function bare(text) {
    return fold(text).replace(/[\s\-\/_.]+/g, "");
  }

  function load() {
    if (!loading) {
      loading = fetch(form.dataset.search).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }).then(function (rows) {
        return rows.map(function (row) {
          return { row: row, title: fold(row[1]), model: bare(row[2]), rest: fold(row[5]) };
        });
      });
      loading.catch(function () { loading = null; });
    }
    return loading;
  }

  function score(entry, word) {
    var model = bare(word);
    var points = 0;
    if (model) {
      var place = entry.model.indexOf(model);
      points = place === 0 ? 50 : place > 0 && model.length > 1 ? 30 : 0;
    }
    if (entry.title.indexOf(word) >= 0) points += entry.title.indexOf(word) === 0 ? 22 : 20;
    if (entry.rest.indexOf(word) >= 0) points += 5;
    return points;
  }

  function search(entries, words) {
    return entries.map(function (entry) {
      var total = 0;
      for (var i = 0; i < words.length; i++) {
        var points = score(entry, words[i]);
        if (!points) return null;
        total += points;
      }
      return { row: entry.row, points: total };
    }).filter(Boolean).sort(function (a, b) { return b.points - a.points; });
  }

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // Marks the words inside a text; texts whose folding changes their length stay unmarked.
  function marked(tag, name, text, words) {
    var made = element(tag, name);
    var folded = fold(text);
    var at = 0;
    while (folded.length === text.length && at < text.length) {
      var next = -1, length = 0;
      words.forEach(function (word) {
        var place = folded.indexOf(word, at);
        if (place >= 0 && (next < 0 || place < next)) { next = place; length = word.length; }
      });
      if (next < 0) break;
      made.append(text.slice(at, next), element("mark", "", text.slice(next, next + length)));
      at = next + length;
    }
    made.append(text.slice(at));
    return made;
  }

  // "¥268 起" in the form of partials/price.html.
  function price(text) {
    var asked = text.charAt(0) !== "¥";
    var made = element("span", "wz-price" + (asked ? " wz-price_asked" : ""));
    var parts = text.split(" ");
    made.append(asked ? text : element("b", "", parts[0]));
    if (!asked && parts[1]) made.append(element("small", "", " " + parts[1]));
    return made;
  }

  function item(row, words) {
    var link = element("a");
    link.href = "/p/" + row[0] + "/";
    var frame = element("span", "wz-row__picture");
    if (row[4]) {
      var picture = element("img");
      picture.src = row[4];
      picture.alt = "";
      picture.width = picture.height = 88;
      picture.loading = "lazy";
      frame.append(picture);
    } else {
      frame.append(element("span", "wz-plate"));
    }
    var text = element("span", "wz-row__text");
    text.append(marked("span", "wz-card__title", row[1], words), marked("span", "wz-card__model", row[2], words),
      price(row[3]));
    link.append(frame, text);
    var made = element("li", "wz-row");
    made.append(link);
    return made;
  }

  function show(query) {
    var words = fold(query).split(/\s+/).filter(Boolean);
    if (!words.length) {
      results.textContent = status.textContent = "";
      none.hidden = true;
      index.hidden = false;
      return;
    }
    load().then(function (entries) {
      if (input.value !== query) return;
      var found = search(entries, words);
      results.textContent = "";
      found.slice(0, SHOWN).forEach(function (each) { results.append(item(each.row, words)); });
      status.textContent = found.length
        ? "找到 " + found.length + " 款" + (found.length > SHOWN ? "，先列出 " + SHOWN + " 款" : "")
        : "没有找到“" + query.trim() + "”";
      none.hidden = found.length > 0;
      index.hidden = found.length > 0;
    }, function () {
      status.textContent = "网络不太通，先从下面的目录里找。";
      index.hidden = false;
    });
  }

  function remember(query) {
    try {
      history.replaceState(null, "", location.pathname + (query.trim() ? "#q=" + encodeURIComponent(query.trim()) : ""));
    } catch (error) {
      // A browser may refuse; the search goes on.
    }
  }

  function changed() {
    if (composing) return;
    remember(input.value);
    show(input.value);
  }

  function asked() {
    var named = /[#&]q=([^&]*)/.exec(location.hash);
    if (!named) return new URLSearchParams(location.search).get("q") || "";
    try {
      return decodeURIComponent(named[1]);
    } catch (error) {
      return "";
    }
  }

  function restore() {
    var query = asked();
    if (query) input.value = query;
    if (input.value) show(input.value);
  }

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("compositionstart", function () { composing = true; });
  input.addEventListener("compositionend", function () { composing = false; changed(); });
  input.addEventListener("input", changed);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    changed();
    input.blur();
  });
  addEventListener("pageshow", restore);
})();
