/** <ask-more> around a menu behind three dots: closes it on Escape, on a click elsewhere, and when another opens. */
class AskMore extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const menu = this.querySelector("details");
    if (!menu) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("keydown", (event) => this.#heard(event, menu), { signal });
    document.addEventListener("pointerdown", (event) => this.#left(event.target, menu), { signal });
    this.addEventListener("focusout", (event) => event.relatedTarget && this.#left(event.relatedTarget, menu), {
      signal,
    });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLDetailsElement} menu
   */
  #heard(event, menu) {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }

  /**
   * @param {EventTarget | null} to
   * @param {HTMLDetailsElement} menu
   */
  #left(to, menu) {
    if (!(to instanceof Node) || !this.contains(to)) menu.open = false;
  }
}

customElements.define("ask-more", AskMore);
