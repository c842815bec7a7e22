// The search page: results while typing, recent words, articles, and a way on where nothing is found.
(function () {
  "use strict";
  var form = wz.find("[data-search]");
  if (!form) return;
  var input = form.elements.q, fold = wz.catalogue.fold;
  var part = function (name) { return wz.find("[data-search-" + name + "]"); };
  var status = part("status"), results = part("results"), none = part("none"), index = part("index");
  var texts = part("texts"), recent = part("recent");
  var STEP = 24, AT_ONCE = 8, composing = false, later, settle;

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

  function fill(found, wanted, from, to) {
    found.slice(from, to).forEach(function (each) { results.append(wz.catalogue.row(each.entry, wanted, each.span)); });
  }

  function fillUp(found, wanted, from, to) {
    fill(found, wanted, from, to);
    if (found.length <= to) return;
    var item = wz.make("li", "wz-rows__more");
    var button = wz.make("button", "wz-button wz-button_quiet", "再看 " + Math.min(STEP, found.length - to) + " 款");
    button.type = "button";
    button.onclick = function () {
      item.remove();
      fillUp(found, wanted, to, to + STEP);
      results.children[to].querySelector("a").focus({ preventScroll: true });
    };
    item.append(button);
    results.append(item);
  }

  function clear() {
    clearTimeout(later);
    results.textContent = texts.textContent = status.textContent = "";
    none.hidden = true;
    index.hidden = false;
    showRecent();
  }

  function show(query) {
    var words = wordsOf(query);
    if (!words.length) return clear();
    wz.catalogue.load(function () { if (input.value === query) show(query); }).then(function (all) {
      if (input.value !== query) return;
      var found = wz.catalogue.find(all, query);
      var wanted = wz.catalogue.patterns(words);
      results.textContent = "";
      fill(found, wanted, 0, AT_ONCE); // what is in view at once, the rest when the key has had its answer
      clearTimeout(later);
      later = setTimeout(function () { fillUp(found, wanted, AT_ONCE, STEP); }, 60);
      status.textContent = (found.length ? "找到 " + found.length + " 款" : all.whole ? "没有找到“" + query.trim() + "”" : "")
        + (all.whole ? "" : " 还在找…");
      none.hidden = found.length > 0 || !all.whole;
      index.hidden = found.length > 0;
      recent.hidden = true;
      clearTimeout(settle);
      settle = setTimeout(function () { settled(query, found.length); }, 350);
    }, function () {
      status.textContent = "网络不太通，先从下面的目录里找。";
      index.hidden = false;
    });
  }

  // Texts are looked up, and the word remembered, when the typing has paused.
  function settled(query, count) {
    if (input.value !== query) return;
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
    if (composing) return;
    wz.setHash({ q: input.value.trim() });
    show(input.value);
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
    input.blur();
  });
  addEventListener("pageshow", function (event) { if (event.persisted) restore(); });
  addEventListener("hashchange", restore);
  wz.catalogue.load().then(function (all) { setTimeout(function () { wz.catalogue.warm(all); }, 600); }, function () {});
  part("forget").addEventListener("click", function () { wz.forget(); showRecent(); });
  restore();
})();
