import { Reader } from "./letter/reader.js";

/**
 * <ask-preview form="ID" src="/goal/preview">: says how a form reads while it is filled in. The server makes the
 * sentences, as it does for letters; without script they are there once the form is kept.
 */
class AskPreview extends HTMLElement {
  #listening = new AbortController();
  /** @type {Reader | undefined} */
  #reader;

  connectedCallback() {
    const form = document.getElementById(this.getAttribute("form") ?? "");
    const source = this.getAttribute("src");
    if (!(form instanceof HTMLFormElement) || !source) return;
    this.#listening = new AbortController();
    const reader = new Reader(form, source, (answer) => this.#tell(form, answer));
    this.#reader = reader;
    form.addEventListener("input", () => reader.soon(), { signal: this.#listening.signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#reader?.stop();
  }

  /**
   * @param {HTMLFormElement} form
   * @param {{ says: string[], status_line: string }} answer
   */
  #tell(form, { says, status_line: line }) {
    const paragraphs = says.map((said) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = said;
      return paragraph;
    });
    this.querySelector("div")?.replaceChildren(...paragraphs);
    const field = form.elements.namedItem("status_line");
    if (field instanceof HTMLInputElement) field.placeholder = line;
  }
}

customElements.define("ask-preview", AskPreview);
