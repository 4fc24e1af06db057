// The browser script of the sandbox's window. It speaks the vendor script's interface: window.MergeLink with initialize, update,
// openLink and closeLink, an iframe with the id merge-link-iframe, and the same messages between page and iframe. Unlike the
// vendor's it checks where a message comes from, calls onExit also after onSuccess, and gives the focus back.
(function () {
  "use strict";
  var ORIGIN = "__SANDBOX_ORIGIN__";
  if (window.MergeLink && window.MergeLink.sandboxOrigin === ORIGIN) return;

  var iframe = null;
  var ready = false; // the page in the iframe listens
  var loadedFor = null; // the link token that the iframe was made with
  var config = {};
  var isOpen = false;
  var heldToken = null; // waits for the close when shouldSendTokenOnSuccessfulLink is false
  var focusBefore = null;
  var bodyBefore = null;

  function call(name) {
    var handler = config[name];
    if (typeof handler === "function") handler.apply(null, Array.prototype.slice.call(arguments, 1));
  }

  function post(message) {
    if (iframe && iframe.contentWindow) iframe.contentWindow.postMessage(message, ORIGIN);
  }

  // The host page's own theme decides; an iframe cannot see it.
  function theme() {
    var scheme = getComputedStyle(document.documentElement).colorScheme || "normal";
    if (scheme === "normal") {
      var meta = document.querySelector('meta[name="color-scheme"]');
      scheme = (meta && meta.content) || "light";
    }
    if (scheme.indexOf("dark") < 0) return "light";
    if (scheme.indexOf("light") < 0) return "dark";
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  function sendInfo() {
    post({ messageType: "SEND_INFO_TO_IFRAME", linkToken: config.linkToken || "0", theme: theme(), open: isOpen });
  }

  function createIframe() {
    iframe = document.createElement("iframe");
    iframe.id = "merge-link-iframe";
    iframe.title = "Connect an app";
    iframe.setAttribute("height", "100%");
    iframe.setAttribute("width", "100%");
    Object.assign(iframe.style, {
      display: "none", position: "fixed", top: "0", left: "0", right: "0", bottom: "0", zIndex: "9999999999", borderWidth: "0",
      overflowX: "hidden", overflowY: "auto", backgroundColor: "transparent", colorScheme: "light",
    });
    iframe.addEventListener("load", function () {
      sendInfo();
      call("onReady");
    });
    loadedFor = config.linkToken;
    // The token in the address lets a test hold back the window of one organisation.
    iframe.src = ORIGIN + "/index.html" + (config.linkToken ? "?link_token=" + encodeURIComponent(config.linkToken) : "");
    var parent = config.parentContainerID && document.getElementById(config.parentContainerID);
    (parent || document.body).appendChild(iframe);
  }

  function whenBody(then) {
    if (document.body) then();
    else document.addEventListener("DOMContentLoaded", then, { once: true });
  }

  function initialize(next) {
    config = Object.assign({}, next);
    whenBody(function () {
      if (iframe && iframe.isConnected && ready) {
        sendInfo();
        call("onReady");
      } else if (!iframe || !iframe.isConnected || loadedFor !== config.linkToken) {
        // Also when a window that never came holds up the next attempt.
        if (iframe) iframe.remove();
        ready = false;
        createIframe();
      }
    });
  }

  function update(next) {
    config = Object.assign({}, config, next);
    if (ready) sendInfo();
  }

  function openLink(next) {
    if (next) config = Object.assign({}, config, next);
    if (!iframe) return;
    heldToken = null;
    if (isOpen) {
      sendInfo();
      return;
    }
    isOpen = true;
    focusBefore = document.activeElement;
    bodyBefore = { overflow: document.body.style.overflow, height: document.body.style.height };
    document.body.style.overflow = "hidden";
    document.body.style.height = "100%";
    iframe.style.display = "block";
    sendInfo();
    iframe.focus();
  }

  function hide() {
    isOpen = false;
    if (bodyBefore) Object.assign(document.body.style, bodyBefore);
    bodyBefore = null;
    iframe.style.display = "none";
    if (focusBefore && focusBefore.isConnected && typeof focusBefore.focus === "function") focusBefore.focus();
    focusBefore = null;
  }

  function finish() {
    if (!isOpen) return;
    hide();
    var held = heldToken;
    heldToken = null;
    if (held) call("onSuccess", held.publicToken, held.info);
    call("onExit");
  }

  function closeLink() {
    post({ messageType: "EXIT_MERGE_LINK" });
    finish();
  }

  window.addEventListener("message", function (event) {
    if (event.origin !== ORIGIN || !iframe || event.source !== iframe.contentWindow) return;
    var message = event.data || {};
    switch (message.messageType) {
      case "LINKING_FLOW_READY_FOR_LINK_TOKEN":
        ready = true;
        sendInfo();
        call("onReady");
        break;
      case "INTEGRATIONS_LOADED":
        call("onReady");
        break;
      case "SEND_PUBLIC_TOKEN_TO_PARENT":
        if (config.shouldSendTokenOnSuccessfulLink) call("onSuccess", message.publicToken, message.additionalInfo);
        else heldToken = { publicToken: message.publicToken, info: message.additionalInfo };
        break;
      case "SEND_VALIDATION_ERRORS_TO_PARENT":
        call("onValidationError", message.validationErrors);
        break;
      case "CLOSE_LINKING_FLOW":
        // The end of an attempt that was replaced meanwhile is not the end of this one.
        if (message.linkToken === config.linkToken) finish();
        break;
    }
  });

  window.MergeLink = { initialize: initialize, update: update, openLink: openLink, closeLink: closeLink, sandboxOrigin: ORIGIN };
})();
