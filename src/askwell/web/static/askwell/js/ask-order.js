/**
 * <ask-order> around a list of buttons "up" and "down": Alt with an arrow moves the row one is in, as its button does.
 * Without script the buttons are all there is.
 */
class AskOrder extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => this.#move(event));
    const told = this.querySelector("[data-keys]");
    if (told instanceof HTMLElement) told.hidden = false;
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const name = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    if (!name || !event.altKey || !(event.target instanceof Element)) return;
    const button = event.target.closest("li")?.querySelector(`button[name="${name}"]`);
    if (!(button instanceof HTMLButtonElement) || button.disabled) return;
    event.preventDefault();
    button.click();
  }
}

customElements.define("ask-order", AskOrder);
