/**
 * <ask-keys> around a tick: whether single keys may do something. Kept in this browser; off until it is ticked.
 * The element is hidden by the page and shows itself, for without script there are no such keys.
 */
const PLACE = "askwell-single-keys";

/** @returns {boolean} */
export function singleKeysAllowed() {
  try {
    return localStorage.getItem(PLACE) === "yes";
  } catch {
    return false; // a browser that keeps nothing
  }
}

class AskKeys extends HTMLElement {
  connectedCallback() {
    const tick = this.querySelector("input");
    if (!tick) return;
    tick.checked = singleKeysAllowed();
    tick.addEventListener("change", () => {
      try {
        localStorage.setItem(PLACE, tick.checked ? "yes" : "no");
      } catch {
        tick.checked = false;
      }
    });
    this.hidden = false;
  }
}

customElements.define("ask-keys", AskKeys);
