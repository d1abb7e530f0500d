import { NotDone, send } from "./send.js";

const PAUSE = 700; // milliseconds without a key, after which the letter is kept
const LONGEST = 2500; // of typing without a pause
const AGAIN = 3000; // after the server did not answer

/** Keeps the letter while it is written: one message at a time, in order, none left out. */
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
  #trouble = "";

  /**
   * @param {HTMLFormElement} form
   * @param {string} url
   * @param {(trouble: string, answer?: any) => void} told in words why it is not kept, or "" and the server's answer
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
    return this.#waits && this.#trouble !== "";
  }

  /** Why not, in words; "" where all is well. */
  get trouble() {
    return this.#trouble;
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
      this.#trouble = "";
      this.#told("", answer);
    } catch (fault) {
      const { isFinal, said } = fault instanceof NotDone ? fault : new NotDone(0);
      this.#waits = true;
      this.#trouble = `${isFinal ? "Not kept" : "Not kept yet"}. ${said} Your words are still here.`;
      this.#told(this.#trouble);
      if (!isFinal) this.#timer = setTimeout(() => this.now(), AGAIN);
    } finally {
      this.#underWay = null;
    }
  }
}
