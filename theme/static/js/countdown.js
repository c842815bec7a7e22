// A promotion's clock: counts to its start or end and moves the page to the next phase by itself. What other pages
// show of promotions goes when they are over.
(function () {
  "use strict";
  var shown = document.body.dataset.now;
  var ahead = shown ? Date.parse(shown) - Date.now() : 0;
  document.querySelectorAll("[data-until]").forEach(function (each) {
    if (Date.parse(each.dataset.until) < Date.now() + ahead) each.hidden = true;
  });
  var page = document.querySelector("[data-ends]");
  if (!page) return;
  var starts = Date.parse(page.dataset.starts);
  var ends = Date.parse(page.dataset.ends);
  var clock = page.querySelector("[data-countdown]");

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function left(ms) {
    var seconds = Math.max(0, Math.ceil(ms / 1000));
    var days = Math.floor(seconds / 86400);
    var time = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
    return (days ? days + " 天 " : "") + time;
  }

  function tick() {
    var now = Date.now() + ahead;
    var phase = now < starts ? "before" : now <= ends ? "during" : "after";
    if (page.dataset.phase !== phase) page.dataset.phase = phase;
    if (!clock || phase === "after") return;
    var ms = (phase === "before" ? starts : ends) - now;
    clock.textContent = left(ms);
    clock.parentNode.hidden = ms > 100 * 864e5; // nobody counts years
  }

  tick();
  setInterval(tick, 1000);
  addEventListener("pageshow", tick);
})();
