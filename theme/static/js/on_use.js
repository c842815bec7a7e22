// Fetches a further script when its part of the page is first used, or when the address asks for it.
(function () {
  "use strict";
  wz.all("[data-load]").forEach(function (place) {
    function load() {
      wz.use(place.dataset.load);
      if (place.dataset.also) wz.use(place.dataset.also);
      if (/catalogue/.test(place.dataset.load)) wz.index = wz.index || fetch("/search/products.json"); // with its script, not after it
    }
    function asked() { return location.hash.indexOf("=") > 0; }
    if (place.dataset.now !== undefined || asked() || location.search && wz.find("[type=search]", place)) return load();
    ["focusin", "pointerdown", "toggle"].forEach(function (name) { place.addEventListener(name, load, { once: true }); });
    addEventListener("hashchange", function () { if (asked()) load(); });
  });
})();
