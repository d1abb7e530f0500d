/**
 * The one script that a page waits for, so that no Ctrl K (or Cmd K) is lost, or goes to the browser, before the modules
 * are there: it only remembers the key, and find.js answers it.
 */
document.addEventListener("keydown", (event) => {
  const pressed = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  if (!pressed || customElements.get("ask-find")) return;
  event.preventDefault();
  document.documentElement.setAttribute("data-find", "");
});
