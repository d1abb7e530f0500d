/**
 * <ask-find> around the link to Find: Ctrl K (or Cmd K) goes to the search of this page, else to the page Find.
 * "/" does the same where single keys are allowed (see keys.js).
 */
import { singleKeysAllowed } from "./keys.js";

class AskFind extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    document.addEventListener("keydown", (event) => this.#heard(event), { signal: this.#listening.signal });
    this.#nameTheKeys();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** @param {KeyboardEvent} event */
  #heard(event) {
    if (event.defaultPrevented || event.altKey || event.shiftKey) return;
    const both = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const single = event.key === "/" && !event.ctrlKey && !event.metaKey && singleKeysAllowed() && !isWriting(event);
    if (!both && !single) return;
    event.preventDefault();
    this.#open();
  }

  #open() {
    const here = /** @type {HTMLInputElement | null} */ (document.querySelector("main [role='search'] input"));
    if (here) {
      here.focus();
      here.select();
    } else {
      this.querySelector("a")?.click();
    }
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

/**
 * Whether the key was meant for a field.
 * @param {KeyboardEvent} event
 */
function isWriting(event) {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select"));
}

customElements.define("ask-find", AskFind);
