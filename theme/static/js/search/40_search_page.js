// The search page: results while typing, recent words, articles, and a way on where nothing is found.
(function () {
  "use strict";
  var form = wz.find("[data-search]");
  if (!form) return;
  var input = form.elements.q, fold = wz.catalogue.fold;
  var part = function (name) { return wz.find("[data-search-" + name + "]"); };
  var status = part("status"), results = part("results"), none = part("none"), index = part("index");
  var texts = part("texts"), recent = part("recent");
  var STEP = 24, AT_ONCE = 6, SETTLED_MS = 300, composing = false, rows = new Map(), settle;

  function wordsOf(query) { return fold(query).split(/[\s,，。、]+/).filter(Boolean); }

  function showRecent() {
    var words = wz.recent();
    recent.hidden = !words.length || !!input.value.trim();
    var list = wz.find("ul", recent);
    list.textContent = "";
    words.forEach(function (word) {
      var item = wz.make("li"), link = wz.make("a", "", word);
      link.href = "#q=" + encodeURIComponent(word);
      item.append(link);
      list.append(item);
    });
  }

  // Shows the first results; rows that are there already stay, so that a key moves no more than it must.
  function fill(found, wanted, to) {
    var kept = rows, next = results.firstChild;
    rows = new Map();
    found.entries.slice(0, to).forEach(function (entry) {
      var row = kept.get(entry) || wz.catalogue.row(entry, true);
      wz.catalogue.markRow(row, entry, wanted, found.span(entry));
      rows.set(entry, row);
      if (row === next) next = next.nextSibling;
      else results.insertBefore(row, next);
    });
    while (results.children.length > rows.size) results.lastChild.remove();
  }

  function fillUp(found, wanted, to) {
    fill(found, wanted, to);
    wz.catalogue.showPictures(results);
    if (found.entries.length <= to) return;
    var item = wz.make("li", "wz-rows__more");
    var button = wz.make("button", "wz-button wz-button_quiet", "再看 " + Math.min(STEP, found.entries.length - to) + " 款");
    button.type = "button";
    button.onclick = function () {
      fillUp(found, wanted, to + STEP);
      results.children[to].querySelector("a").focus({ preventScroll: true });
    };
    item.append(button);
    results.append(item);
  }

  function clear() {
    clearTimeout(settle);
    rows.clear();
    results.textContent = texts.textContent = status.textContent = "";
    none.hidden = true;
    index.hidden = false;
    keep();
    showRecent();
  }

  // Puts what is looked for into the address: for sharing, and for coming back from a product.
  function keep() {
    var query = input.value.trim();
    if ((wz.hash().get("q") || "") !== query) wz.setHash({ q: query });
  }

  function show(query) {
    var words = wordsOf(query);
    if (!words.length) return clear();
    wz.catalogue.load(function () { if (input.value === query) show(query); }).then(function (all) {
      if (input.value !== query) return;
      var found = wz.catalogue.find(all, query), count = found.entries.length;
      var wanted = wz.catalogue.patterns(words);
      fill(found, wanted, AT_ONCE); // what is in view at once; the rest, and pictures, when no further key comes
      status.textContent = (count ? "找到 " + count + " 款" : all.whole ? "没有找到“" + query.trim() + "”" : "")
        + (all.whole ? "" : " 还在找…");
      none.hidden = count > 0 || !all.whole;
      index.hidden = count > 0;
      recent.hidden = true;
      clearTimeout(settle);
      settle = setTimeout(function () {
        fillUp(found, wanted, STEP);
        settled(query, count);
      }, SETTLED_MS);
    }, function () {
      status.textContent = "网络不太通，先从下面的目录里找。";
      index.hidden = false;
    });
  }

  // Texts are looked up, and the word remembered, when the typing has paused.
  function settled(query, count) {
    if (input.value !== query) return;
    keep();
    wz.note(query.trim(), count);
    wz.texts(query).then(function (found) {
      if (input.value !== query) return;
      texts.textContent = "";
      if (!found.length) return;
      var list = wz.make("ul", "wz-index");
      found.slice(0, 8).forEach(function (each) {
        var item = wz.make("li"), link = wz.make("a");
        link.href = each[1];
        link.append(wz.make("span", "", each[0]), wz.make("small", "", each[2]));
        item.append(link);
        list.append(item);
      });
      texts.append(wz.make("h2", "", "文章与说明"), list);
    }, function () {});
  }

  function changed() {
    if (!composing) show(input.value);
  }

  function restore() {
    var query = wz.hash().get("q") || new URLSearchParams(location.search).get("q") || "";
    if (!query && input.value) return changed(); // typed while this file was on its way
    input.value = query;
    show(query);
  }

  input.addEventListener("compositionstart", function () { composing = true; });
  input.addEventListener("compositionend", function () { composing = false; changed(); });
  input.addEventListener("input", changed);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    changed();
    keep();
    input.blur();
  });
  results.addEventListener("click", keep);
  addEventListener("pageshow", function (event) { if (event.persisted) restore(); });
  addEventListener("hashchange", restore);
  wz.catalogue.load().then(function (all) {
    setTimeout(wz.catalogue.warm, SETTLED_MS, all);
    all.rest.then(function () { wz.catalogue.warm(all); });
  }).catch(function () {});
  part("forget").addEventListener("click", function () { wz.forget(); showRecent(); });
  restore();
})();
