/**
 * <ask-job src="/bring/…/progress"> around a progress bar: asks how far the work is, and shows the page anew once there is
 * something else to see. Without script the page refreshes itself.
 * @typedef {{ going: boolean, words?: string, detail?: string, done?: number, total?: number }} Told
 */
const EACH = 700; // milliseconds between two questions
const HIDDEN = 4000; // while nobody looks
const PATIENCE = 5; // questions without an answer, until that is said
const GONE = [403, 404]; // signed out, or let go in another window: the page says so
const LOST = "Askwell does not answer just now. If it was closed, start it again: nothing is lost.";

class AskJob extends HTMLElement {
  #timer = 0;
  #unanswered = 0;

  connectedCallback() {
    this.#again();
  }

  disconnectedCallback() {
    window.clearTimeout(this.#timer);
  }

  #again() {
    this.#timer = window.setTimeout(() => this.#ask(), document.hidden ? HIDDEN : EACH);
  }

  async #ask() {
    try {
      const answer = await fetch(this.getAttribute("src") ?? "", { headers: { Accept: "application/json" } });
      if (GONE.includes(answer.status)) return window.location.reload();
      if (!answer.ok) throw new Error("no answer");
      this.#unanswered = 0;
      const told = /** @type {Told} */ (await answer.json());
      if (!told.going) return window.location.reload();
      this.#show(told);
    } catch {
      this.#unanswered += 1;
      if (this.#unanswered === PATIENCE) this.#detail(LOST);
    }
    this.#again();
  }

  /** @param {Told} told */
  #show(told) {
    const words = this.querySelector(".progress__words");
    if (words && words.textContent !== told.words) {
      words.textContent = told.words ?? "";
      this.#hear(told.words ?? "");
    }
    const bar = this.querySelector("progress");
    if (bar && told.total) {
      bar.max = told.total;
      bar.value = told.done ?? 0;
    } else bar?.removeAttribute("value");
    this.#detail(told.detail ?? "");
  }

  /**
   * Each stage is heard once; the figures under it are only seen, for they change all the time.
   * @param {string} words
   */
  #hear(words) {
    const line = this.querySelector("[data-heard]");
    if (line) line.textContent = words;
  }

  /** @param {string} text */
  #detail(text) {
    let line = this.querySelector(".note");
    if (!line) {
      line = document.createElement("p");
      line.className = "note";
      this.querySelector(".progress")?.append(line);
    }
    if (line.textContent !== text) line.textContent = text;
  }
}

customElements.define("ask-job", AskJob);
