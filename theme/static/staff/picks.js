// Products picked for comparison or price cards: kept on this tablet, and in the addresses of both.
(function () {
  "use strict";
  var PICKS = "weizhan-staff-picks";

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(PICKS));
      return Array.isArray(kept) ? kept : [];
    } catch (error) {
      return [];
    }
  }

  function keep(slugs) {
    try {
      localStorage.setItem(PICKS, JSON.stringify(slugs));
    } catch (error) {
      // A private window may refuse; the picks last as long as the page.
    }
    show(slugs);
  }

  function show(slugs) {
    var bar = ws.one("[data-picked]");
    ws.all(".ws-pick input[value]").forEach(function (box) {
      if (box.value !== "on") box.checked = slugs.indexOf(box.value) >= 0;
    });
    if (!bar) return;
    bar.hidden = !slugs.length;
    ws.one("[data-count]").textContent = slugs.length;
    ws.all("[data-to]", bar).forEach(function (link) { link.href = link.dataset.to + "#" + slugs.join(","); });
  }

  document.addEventListener("change", function (event) {
    var box = event.target;
    if (!box.matches(".ws-pick input[value]") || box.hasAttribute("data-differences")) return;
    var others = read().filter(function (slug) { return slug !== box.value; });
    keep(box.checked ? others.concat(box.value) : others);
  });
  if (ws.one("[data-clear]")) ws.one("[data-clear]").addEventListener("click", function () { keep([]); });
  addEventListener("pageshow", function () { show(read()); });
  ws.picks = { read: read, keep: keep, show: function () { show(read()); } };
})();
