// How long ago somebody counted, and a warning once that is too long.
(function () {
  "use strict";
  ws.all("[data-checked]").forEach(function (stamp) {
    var days = Math.floor((Date.now() - Date.parse(stamp.dataset.checked + "T00:00:00+08:00")) / 864e5);
    if (!(days >= 0)) return;
    stamp.append(days ? "（" + days + " 天前）" : "（今天）");
    if (days > Number(document.body.dataset.staleDays)) {
      stamp.classList.add("ws-stamps__old");
      stamp.append("，请再看一眼");
    }
  });
})();
