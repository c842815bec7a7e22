// Stores: open or not at the reader's clock, in Beijing time; by distance, but only after a tap.
(function () {
  "use strict";
  var all = document.querySelectorAll.bind(document);

  function tell() {
    var now = Date.parse(document.body.dataset.now) || Date.now();
    all("[data-hours]").forEach(function (each) {
      for (var ahead = -1; ahead < 8; ahead++) {
        var day = new Date(now + 288e5 + ahead * 864e5); // its UTC fields tell Beijing's time
        var date = day.toISOString().slice(0, 10);
        var weekday = (day.getUTCDay() + 6) % 7;
        var days = each.dataset.hours.split(date + "="); // special days stand behind the week
        var span = (days[1] === undefined ? days[0].split(",")[weekday] : days[1].split(",")[0]).split("-");
        var opens = Date.parse(date + "T" + span[0] + "+08:00");
        var closes = Date.parse(date + "T" + span[1] + "+08:00");
        if (closes <= opens) closes += 864e5;
        if (closes > now) break;
      }
      each.classList.toggle("wz-open_yes", opens <= now);
      each.textContent = opens <= now ? "营业中 · " + span[1] + " 关门"
        : "休息中 · " + (["今天", "明天"][ahead] || "周" + "一二三四五六日"[weekday]) + " " + span[0] + " 开门";
    });
  }

  tell();
  addEventListener("pageshow", tell);

  all("[data-near]").forEach(function (near) {
    near.onclick = function () {
      navigator.geolocation.getCurrentPosition(function (found) {
        var here = found.coords;
        Array.from(all("[data-at]"), function (card) {
          var at = card.dataset.at.split(",");
          card.km = 111 * Math.hypot(at[0] - here.latitude, (at[1] - here.longitude) * Math.cos(at[0] / 57.3));
          card.querySelector("[data-km]").textContent = card.km.toFixed(1) + " 公里";
          return card;
        }).sort(function (a, b) { return a.km - b.km; }).forEach(function (card) { all(".wz-stores")[0].append(card); });
        all(".wz-section h2").forEach(function (each, place) { each.textContent = place ? "" : "由近到远"; });
      }, function () { near.nextElementSibling.textContent = "没有拿到位置，请按城市找。"; });
    };
  });
})();
