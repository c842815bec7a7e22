// A promotion's clock: counts to its start or end and moves the page to the next phase by itself.
(function () {
  "use strict";
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
    var now = Date.now();
    var phase = now < starts ? "before" : now <= ends ? "during" : "after";
    if (page.dataset.phase !== phase) page.dataset.phase = phase;
    if (clock && phase !== "after") clock.textContent = left((phase === "before" ? starts : ends) - now);
  }

  tick();
  setInterval(tick, 1000);
  addEventListener("pageshow", tick);
})();
