/**
 * <ask-copy from="ID" said="The text is copied."> around a button: copies the text of the element with that id, and
 * says so in a status line. Without script, or where the browser refuses, the text is selected by hand; the button is
 * hidden until it can do something: <ask-copy hidden …>.
 */
class AskCopy extends HTMLElement {
  /** @type {HTMLElement | null} */
  #line = null;

  connectedCallback() {
    const button = this.querySelector("button");
    if (!button || this.#line) return;
    this.#line = document.createElement("span");
    this.#line.className = "note";
    this.#line.setAttribute("role", "status");
    this.append(this.#line);
    button.addEventListener("click", () => this.#copy());
    this.hidden = false;
  }

  async #copy() {
    const source = document.getElementById(this.getAttribute("from") ?? "");
    if (!source) return;
    try {
      await navigator.clipboard.writeText(textOf(source));
      this.#say(this.getAttribute("said") ?? "Copied.");
      this.dispatchEvent(new CustomEvent("copied", { bubbles: true }));
    } catch {
      select(source);
      this.#say("The text is marked. Press Ctrl C to copy it.");
    }
  }

  /** @param {string} words */
  #say(words) {
    if (this.#line) this.#line.textContent = words;
  }
}

/**
 * @param {HTMLElement} source
 * @returns {string}
 */
function textOf(source) {
  return source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement ? source.value : source.innerText;
}

/** @param {HTMLElement} source */
function select(source) {
  if (source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement) {
    source.focus();
    source.select();
    return;
  }
  getSelection()?.selectAllChildren(source);
}

customElements.define("ask-copy", AskCopy);
