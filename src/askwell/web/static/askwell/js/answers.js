/**
 * <ask-answers> around the answers to one question: where single keys are allowed, y, n and l press them.
 * The note that names the keys is hidden by the page and shows itself then.
 */
import { singleKeysAllowed } from "./keys.js";

const KEYS = ["y", "n", "l"];

class AskAnswers extends HTMLElement {
  connectedCallback() {
    if (!singleKeysAllowed()) return;
    const note = this.querySelector("p[hidden]");
    if (note instanceof HTMLElement) note.hidden = false;
    document.addEventListener("keydown", this.press);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.press);
  }

  /** @param {KeyboardEvent} event */
  press = (event) => {
    const place = KEYS.indexOf(event.key.toLowerCase());
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (place < 0 || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    event.preventDefault();
    this.querySelectorAll("button")[place]?.click();
  };
}

customElements.define("ask-answers", AskAnswers);
