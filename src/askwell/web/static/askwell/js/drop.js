/**
 * <ask-drop> around a label with a file input: files may be dropped anywhere on it, and their names are shown.
 * Without script the input works as it is.
 */
class AskDrop extends HTMLElement {
  #depth = 0;

  connectedCallback() {
    const input = this.querySelector("input");
    if (!(input instanceof HTMLInputElement) || this.classList.contains("is-ready")) return;
    this.classList.add("is-ready");
    this.addEventListener("dragenter", (event) => this.#over(event, 1));
    this.addEventListener("dragleave", (event) => this.#over(event, -1));
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => this.#dropped(event, input));
    input.addEventListener("change", () => this.#name(input));
  }

  /**
   * @param {DragEvent} event
   * @param {1 | -1} step
   */
  #over(event, step) {
    event.preventDefault();
    this.#depth = Math.max(0, this.#depth + step);
    this.classList.toggle("is-over", this.#depth > 0);
  }

  /**
   * @param {DragEvent} event
   * @param {HTMLInputElement} input
   */
  #dropped(event, input) {
    event.preventDefault();
    this.#depth = 0;
    this.classList.remove("is-over");
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    input.files = files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /**
   * The browser itself tells the name of one file; of several it tells only how many there are.
   * @param {HTMLInputElement} input
   */
  #name(input) {
    const line = this.querySelector("[data-chosen]");
    if (!line) return;
    const names = [...(input.files ?? [])].map((file) => file.name);
    const first = names.slice(0, 3).join(", ");
    line.textContent = names.length > 3 ? `${first} and ${names.length - 3} more` : names.length > 1 ? first : "";
  }
}

customElements.define("ask-drop", AskDrop);
