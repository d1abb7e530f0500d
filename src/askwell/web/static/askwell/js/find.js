/**
 * <ask-find> around the link to Find: Ctrl K (or Cmd K) goes to the search of this page, else to the page Find.
 * "/" does the same where single keys are allowed (see keys.js). What was pressed before this is there early.js has
 * remembered.
 */
import { singleKeysAllowed } from "./keys.js";

class AskFind extends HTMLElement {
  connectedCallback() {
    this.#nameTheKeys();
  }

  /** The keys are named only where they do something. */
  #nameTheKeys() {
    const link = this.querySelector("a");
    if (!link || link.querySelector("kbd")) return;
    const keys = document.createElement("kbd");
    keys.textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ K" : "Ctrl K";
    keys.setAttribute("aria-hidden", "true");
    link.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    link.append(keys);
  }
}

/** @param {KeyboardEvent} event */
function heard(event) {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return;
  const both = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  const single = event.key === "/" && !event.ctrlKey && !event.metaKey && singleKeysAllowed() && !isWriting(event);
  if (!both && !single) return;
  event.preventDefault();
  goToSearch();
}

function goToSearch() {
  const here = /** @type {HTMLInputElement | null} */ (document.querySelector("main [role='search'] input[type='search']"));
  if (here) {
    here.focus();
    here.select();
  } else {
    /** @type {HTMLAnchorElement | null} */ (document.querySelector("ask-find a"))?.click();
  }
}

/**
 * Whether the key was meant for a field.
 * @param {KeyboardEvent} event
 */
function isWriting(event) {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select"));
}

document.addEventListener("keydown", heard);
customElements.define("ask-find", AskFind);
if (document.documentElement.hasAttribute("data-find")) {
  document.documentElement.removeAttribute("data-find");
  goToSearch();
}
