// Narrows and sorts a list on the spot. What is chosen stands behind #, so that it can be shared and survives going back.
(function () {
  "use strict";
  var sheet = wz.find("[data-filters]"), grid = wz.find("[data-list]");
  if (!sheet || !grid) return;
  var scope = grid.dataset.list, sort = wz.find("[data-sort]", sheet), count = wz.find("[data-list-count]");
  var paging = wz.find("[data-list-paging]"), clear = wz.find("[data-clear]", sheet), chosen = wz.find("[data-chosen]", sheet);
  var chips = wz.all("[data-key]", sheet), shipped = Array.from(grid.children), shippedCount = count.textContent;
  var given = chips.filter(function (chip) { return chip.getAttribute("aria-current"); }).map(keyOf);
  var STEP = 24, shown = STEP;

  function keyOf(chip) { return chip.dataset.key; }

  function groupOf(chip) { return chip.closest("[role=group]"); }

  // The chosen keys: what the address says, else what the page itself is narrowed by.
  function choice() {
    var values = wz.hash();
    var asked = values.has("f") || values.has("sort");
    return { keys: asked ? (values.get("f") || "").split("~").filter(Boolean) : given, sort: values.get("sort") || "" };
  }

  function fits(entry, key) {
    var band = /^price:(\d+)-(\d*)$/.exec(key);
    if (band) return entry.yuan !== null && entry.yuan >= +band[1] && (!band[2] || entry.yuan < +band[2]);
    return key === "stock:in" ? entry.stock === 0 : entry.keys.indexOf(key) >= 0;
  }

  function inScope(entry) {
    return !scope || (/^[#@]/.test(scope) ? entry.keys : entry.scopes).indexOf(scope) >= 0;
  }

  // Values of one group widen each other, groups narrow each other.
  function narrowed(entries, keys) {
    var groups = new Map();
    chips.forEach(function (chip) {
      if (keys.indexOf(keyOf(chip)) < 0) return;
      groups.set(groupOf(chip), (groups.get(groupOf(chip)) || []).concat(keyOf(chip)));
    });
    return entries.filter(function (entry) {
      return inScope(entry) && Array.from(groups.values()).every(function (some) {
        return some.some(function (key) { return fits(entry, key); });
      });
    });
  }

  function sorted(entries, order) {
    if (!order) return entries;
    var sign = order[0] === "-" ? -1 : 1;
    return entries.slice().sort(function (a, b) {
      return (a.yuan === null) - (b.yuan === null) || sign * (a.yuan - b.yuan);
    });
  }

  function fill(all, entries) {
    grid.textContent = "";
    entries.slice(0, shown).forEach(function (entry) { grid.append(wz.catalogue.card(entry, all.head.badges)); });
    count.textContent = (entries.length ? "共 " + entries.length + " 款" : all.whole ? "没有同时符合的，去掉一个条件试试" : "")
      + (all.whole ? "" : " 还在找…");
    if (entries.length > shown) grid.append(more(all, entries));
    wz.shelf.show();
  }

  function more(all, entries) {
    var item = wz.make("li", "wz-grid__more");
    var button = wz.make("button", "wz-button wz-button_quiet", "再看 " + Math.min(STEP, entries.length - shown) + " 款");
    button.type = "button";
    button.onclick = function () {
      var at = shown;
      shown += STEP;
      fill(all, entries);
      grid.children[at].querySelector("a").focus({ preventScroll: true });
    };
    item.append(button);
    return item;
  }

  function restore() {
    grid.textContent = "";
    shipped.forEach(function (each) { grid.append(each); });
    count.textContent = shippedCount;
    wz.shelf.show();
  }

  function apply() {
    var now = choice();
    var own = now.keys === given && !now.sort;
    sort.value = now.sort;
    chips.forEach(function (chip) {
      var on = now.keys.indexOf(keyOf(chip)) >= 0;
      chip.setAttribute("role", "button");
      chip.setAttribute("aria-pressed", on);
      chip.removeAttribute("aria-current");
    });
    chosen.textContent = chips.filter(function (chip) { return now.keys.indexOf(keyOf(chip)) >= 0; })
      .map(function (chip) { return chip.firstChild.data; }).join("、");
    clear.hidden = !now.keys.length && !now.sort;
    paging.hidden = !own;
    if (own) return restore();
    grid.setAttribute("aria-busy", "true");
    wz.catalogue.load(apply).then(function (all) {
      grid.removeAttribute("aria-busy");
      fill(all, sorted(narrowed(all.entries, now.keys), now.sort));
    }, function () { count.textContent = "网络不太通，稍后再筛选"; });
  }

  function choose(keys, order) {
    shown = STEP;
    wz.setHash({ f: keys.join("~") || (given.length || order ? "~" : ""), sort: order });
    if (!keys.length && !order && !given.length) wz.setHash({});
    apply();
  }

  sheet.addEventListener("click", function (event) {
    var chip = event.target.closest("[data-key]");
    if (!chip) return;
    event.preventDefault();
    var keys = choice().keys.slice(), at = keys.indexOf(keyOf(chip));
    if (at < 0) keys.push(keyOf(chip)); else keys.splice(at, 1);
    choose(keys, sort.value);
  });
  sheet.addEventListener("keydown", function (event) {
    if (event.key === " " && event.target.dataset.key) {
      event.preventDefault();
      event.target.click();
    }
  });
  sort.addEventListener("change", function () { choose(choice().keys, sort.value); });
  clear.addEventListener("click", function () { choose([], ""); });
  addEventListener("hashchange", apply);
  addEventListener("pageshow", function (event) { if (event.persisted) apply(); });
  apply();
})();
