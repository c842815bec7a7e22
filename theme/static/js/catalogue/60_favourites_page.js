// Favourites and what was seen last: kept on this phone, shared by an address that names them.
(function () {
  "use strict";
  var page = wz.find("[data-favourites]");
  if (!page) return;
  var grid = wz.find("[data-favourites-list]", page), empty = wz.find("[data-favourites-empty]", page);
  var seen = wz.find("[data-seen-list]", page), shared = wz.find("[data-favourites-shared]", page);
  var actions = wz.find("[data-favourites-actions]", page), link = wz.find("[data-copy]", page);

  function named() {
    return (wz.hash().get("p") || "").split(",").filter(function (slug) { return /^[a-z0-9-]+$/.test(slug); });
  }

  function pick(all, slugs) {
    var by = {};
    all.entries.forEach(function (entry) { by[entry.slug] = entry; });
    return slugs.map(function (slug) { return by[slug]; }).filter(Boolean);
  }

  function show() {
    var given = named(), own = wz.shelf.read("favourites"), slugs = given.length ? given : own;
    wz.catalogue.load(show).then(function (all) {
      var found = pick(all, slugs);
      grid.textContent = seen.textContent = "";
      found.forEach(function (entry) { grid.append(wz.catalogue.card(entry, all.head.badges)); });
      pick(all, wz.shelf.read("seen")).slice(0, 12).forEach(function (entry) { seen.append(wz.catalogue.row(entry)); });
      empty.hidden = found.length > 0 || !all.whole;
      shared.hidden = !given.length;
      actions.hidden = !found.length;
      seen.parentNode.hidden = !seen.children.length;
      link.dataset.copy = location.origin + location.pathname + "#p=" + found.map(function (each) { return each.slug; }).join(",");
      page.removeAttribute("aria-busy");
      wz.shelf.show();
    }, function () { wz.find("[data-favourites-busy]", page).textContent = "网络不太通，请稍后再打开。"; });
  }

  wz.find("[data-favourites-keep]", page).addEventListener("click", function () {
    var own = wz.shelf.read("favourites");
    wz.shelf.write("favourites", own.concat(named().filter(function (slug) { return own.indexOf(slug) < 0; })));
    wz.setHash({});
    show();
  });
  addEventListener("pageshow", function (event) { if (event.persisted) show(); });
  addEventListener("hashchange", show);
  show();
})();
