// Copy buttons: the text is selectable beside them, so that a refused clipboard costs nothing.
(function () {
  "use strict";

  function copyBySelection(text) {
    var box = document.createElement("textarea");
    box.value = text;
    box.setAttribute("readonly", "");
    box.style.position = "fixed";
    box.style.opacity = "0";
    document.body.appendChild(box);
    box.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    box.remove();
    return done;
  }

  function say(button, text) {
    var words = button.firstChild;
    words.data = text;
    clearTimeout(button.reset);
    button.reset = setTimeout(function () { words.data = "复制"; }, 2000);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) return;
    var text = button.dataset.copy;
    var fallback = function () { say(button, copyBySelection(text) ? "已复制" : "请长按"); };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { say(button, "已复制"); }, fallback);
    } else {
      fallback();
    }
  });
})();
