import { send } from "./send.js";

const PAUSE = 700; // milliseconds without a key, after which the letter is kept
const LONGEST = 2500; // of typing without a pause
const AGAIN = 3000; // after the server did not answer

/** Keeps the letter on this computer while it is written: one message at a time, in order, none left out. */
export class Keeper {
  #form;
  #url;
  #told;
  #timer = 0;
  #since = 0;
  /** @type {Promise<void> | null} */
  #underWay = null;
  #waits = false;
  #stopped = false;
  #failed = false;

  /**
   * @param {HTMLFormElement} form
   * @param {string} url
   * @param {(state: "kept" | "failed", answer?: any) => void} told
   */
  constructor(form, url, told) {
    this.#form = form;
    this.#url = url;
    this.#told = told;
  }

  /** Whether words are on their way, or about to be. */
  get waits() {
    return this.#waits || this.#underWay !== null;
  }

  /** Whether words could not be kept, so that the page is not to be left without a question. */
  get isStuck() {
    return this.#waits && this.#failed;
  }

  /** Something was written. */
  soon() {
    if (this.#stopped) return;
    if (!this.#waits) this.#since = Date.now();
    this.#waits = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), Math.min(PAUSE, Math.max(0, this.#since + LONGEST - Date.now())));
  }

  /** Keep it now; ends once all that was written is kept, or could not be. */
  async now() {
    clearTimeout(this.#timer);
    while (this.#underWay) await this.#underWay;
    if (!this.#waits) return;
    this.#underWay = this.#keep();
    await this.#underWay;
  }

  /** The page goes away: send what there is, without waiting for what is under way. */
  leave() {
    clearTimeout(this.#timer);
    if (!this.#waits || this.#stopped) return;
    this.#waits = false;
    send(this.#form, this.#url, { leaving: true }).catch(() => (this.#waits = true));
  }

  /** The form goes to the server by itself. */
  stop() {
    clearTimeout(this.#timer);
    this.#stopped = true;
    this.#waits = false;
  }

  async #keep() {
    this.#waits = false;
    try {
      const answer = await send(this.#form, this.#url);
      this.#failed = false;
      this.#told("kept", answer);
    } catch {
      this.#failed = true;
      this.#waits = true;
      this.#told("failed");
      this.#timer = setTimeout(() => this.now(), AGAIN);
    } finally {
      this.#underWay = null;
    }
  }
}
