/** <ask-toast role="status">: says its line once more after the page has loaded, so that it is read aloud. */
class AskToast extends HTMLElement {
  connectedCallback() {
    const line = this.querySelector("span");
    const said = line?.textContent;
    if (!line || !said) return;
    setTimeout(() => {
      line.textContent = "";
      requestAnimationFrame(() => (line.textContent = said));
    }, 300);
  }
}

customElements.define("ask-toast", AskToast);
