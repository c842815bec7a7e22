// A form is sent once: a second tap waits for the first, and the receiver knows both as one.
(function () {
  "use strict";
  document.querySelectorAll("[data-form]").forEach(function (form) {
    var send = form.querySelector("[type=submit]");
    function wait(on) {
      send.disabled = on;
    }
    form.addEventListener("submit", function () {
      form.once.value = form.once.value || Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
      setTimeout(wait, 0, true);
      setTimeout(wait, 15000, false);
    });
    addEventListener("pageshow", function () { wait(false); });
  });
})();
