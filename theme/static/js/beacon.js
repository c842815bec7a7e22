// The beacon: a line in the shop's own log for each thing a visitor does, once a page. Off unless <body> names its
// address; no cookie, nothing stored, nothing personal: event, path, channel. See plugins/beacon. It weighs at most
// 400 bytes, so names are short: d what <body> tells (address, event of opening, channel), s sent, n name, t tapped.
(function (d, s) {
  function send(n, u) {
    u = d.beacon + "?e=" + n + "&p=" + location.pathname + "&c=" + (d.ch || "");
    if (!s[n]) s[n] = navigator.sendBeacon && navigator.sendBeacon(u) || (new Image().src = u);
  }
  function tap(t) {
    t = t.target.closest("[data-track],[data-toggle],.wz-coupon,[href^=tel],[href*='map.']");
    if (t) send(t.dataset.track || t.dataset.toggle || (t.href ? t.href[0] > "s" ? "tel" : "map" : "coupon"));
  }
  if (!d.beacon || navigator.globalPrivacyControl) return;
  send(d.opened);
  addEventListener("click", tap);
  addEventListener("copy", tap);
  addEventListener("submit", function (t) { if (t.target.method > "h") send("form") });
  addEventListener("wz-event", function (t) { send(t.detail.name) });
})(document.body.dataset, {});
