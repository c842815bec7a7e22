// A form is sent once: a second tap waits for the first, and the receiver knows both as one.
document.querySelectorAll("[data-form]").forEach(function (form) {
  function wait(on) {
    form.querySelector("[type=submit]").disabled = on;
  }
  form.addEventListener("submit", function () {
    form.once.value = form.once.value || Math.random().toString(36).slice(2);
    setTimeout(wait, 0, true);
    setTimeout(wait, 15000, false);
  });
  addEventListener("pageshow", function () { wait(false); });
});
