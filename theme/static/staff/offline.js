// What the offline store is doing; the store itself is sw.js.
(function () {
  "use strict";
  var state = ws.one("[data-offline]"), said = state.textContent;

  function report(text, name) {
    state.className = "ws-state" + (name ? " ws-state_" + name : "");
    state.textContent = text;
  }

  var worker = navigator.serviceWorker;
  if (!worker || /MicroMessenger/i.test(navigator.userAgent)) {
    if (/MicroMessenger/i.test(navigator.userAgent)) report(said + " · 微信里不能离线", "");
    return;
  }
  worker.addEventListener("message", function (event) {
    var done = event.data.done, total = event.data.total;
    if (done < total) report("正在存下 " + done + " / " + total, "busy");
    else report(said + " · 可离线", "ready");
  });
  worker.register(ws.root + "sw.js", { scope: ws.root || "./" }).then(function (kept) {
    if (kept && kept.active && !kept.installing) report(said + " · 可离线", "ready");
  }, function () {});
})();
