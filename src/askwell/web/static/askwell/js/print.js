/**
 * <ask-print hidden> around a button: opens the browser's own window for printing. Without script the button could do
 * nothing, so it is hidden until it can; the page says how one prints by the keys.
 */
class AskPrint extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => window.print());
    this.hidden = false;
  }
}

customElements.define("ask-print", AskPrint);
