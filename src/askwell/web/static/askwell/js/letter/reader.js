import { send } from "./send.js";

const PAUSE = 200; // milliseconds without a key, after which the letter is read

/** Has the server read the letter while it is written; only what is said of the newest words is told. */
export class Reader {
  #form;
  #url;
  #told;
  #timer = 0;
  #turn = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {string} url
   * @param {(answer: any) => void} told
   */
  constructor(form, url, told) {
    this.#form = form;
    this.#url = url;
    this.#told = told;
  }

  /** Read it once the keys rest. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now().catch(() => undefined), PAUSE);
  }

  /**
   * Read it as it stands, and tell what is said of it.
   * @returns {Promise<any>}
   */
  async now() {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const answer = await send(this.#form, this.#url);
    if (turn === this.#turn) this.#told(answer);
    return answer;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }
}
