/**
 * <ask-count for="ID" limit="300" unit="characters">: how much room is left in a field, said kindly as one types.
 * Without a limit it counts: <ask-count for="ID" unit="words">. What the server wrote in it stands until then.
 */
class AskCount extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const field = document.getElementById(this.getAttribute("for") ?? "");
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    this.#listening = new AbortController();
    field.addEventListener("input", () => this.#tell(field.value), { signal: this.#listening.signal });
    this.#tell(field.value);
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** @param {string} text */
  #tell(text) {
    const unit = this.getAttribute("unit") ?? "characters";
    const limit = Number(this.getAttribute("limit") ?? 0);
    const size = unit === "words" ? words(text) : [...text].length;
    const over = limit > 0 && size > limit;
    this.textContent = limit
      ? `${over ? size - limit : limit - size} ${unit} ${over ? "too many" : "left"}`
      : `${size} ${unit}`;
    this.classList.toggle("is-over", over);
  }
}

/**
 * @param {string} text
 * @returns {number}
 */
function words(text) {
  return text.trim() ? text.trim().split(/\s+/u).length : 0;
}

customElements.define("ask-count", AskCount);
