/**
 * <ask-job src="/bring/…/progress"> around a progress bar: asks how far the work is, and shows the page anew once there is
 * something else to see. Where nobody answers it says that Askwell has stopped. Without script the page refreshes itself.
 * @typedef {{ going: boolean, words?: string, detail?: string, done?: number, total?: number }} Told
 */
const EACH = 700; // milliseconds between two questions
const HIDDEN = 4000; // while nobody looks
const PATIENCE = 5; // questions without an answer, until that is said
const GONE = [403, 404]; // signed out, or let go in another window: the page says so
const STOPPED = "Askwell has stopped.";
const START = "Start it again; nothing is half done.";

class AskJob extends HTMLElement {
  #timer = 0;
  #unanswered = 0;
  #heading = "";

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
      if (this.#unanswered === PATIENCE) this.#stop();
    }
    this.#again();
  }

  /** Nobody is at work any more: neither the heading nor a moving bar may say that somebody is. */
  #stop() {
    this.#head(STOPPED);
    this.#bar()?.setAttribute("hidden", "");
    this.#words(START);
    this.#detail("");
  }

  /** @param {Told} told */
  #show(told) {
    if (this.#heading) this.#head(this.#heading);
    this.#words(told.words ?? "");
    const bar = this.#bar();
    bar?.removeAttribute("hidden");
    if (bar && told.total) {
      bar.max = told.total;
      bar.value = told.done ?? 0;
    } else bar?.removeAttribute("value");
    this.#detail(told.detail ?? "");
  }

  #bar() {
    return this.querySelector("progress");
  }

  /**
   * The heading of the page; the one it came with is kept in mind.
   * @param {string} text
   */
  #head(text) {
    const heading = document.querySelector("main h1");
    if (!heading) return;
    this.#heading ||= heading.textContent ?? "";
    if (heading.textContent !== text) heading.textContent = text;
  }

  /** @param {string} text */
  #words(text) {
    const words = this.querySelector(".progress__words");
    if (!words || words.textContent === text) return;
    words.textContent = text;
    this.#hear(text === START ? `${STOPPED} ${START}` : text);
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
