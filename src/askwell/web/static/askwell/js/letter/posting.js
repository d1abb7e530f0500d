import { copied } from "./copied.js";
import { NotDone } from "./send.js";

/**
 * The buttons of the letter: the mail program opens and the text is copied in place; whatever goes to the server waits
 * for what is being kept, so that a letter never meets itself there.
 */
export class Posting {
  #root;
  #form;
  #area;
  #reader;
  #keeper;
  #plainly = false;

  /**
   * @param {HTMLElement} root
   * @param {HTMLFormElement} form
   * @param {{ area: HTMLTextAreaElement, reader: import("./reader.js").Reader, keeper: import("./keeper.js").Keeper, signal: AbortSignal }} at
   */
  constructor(root, form, { area, reader, keeper, signal }) {
    this.#root = root;
    this.#form = form;
    this.#area = area;
    this.#reader = reader;
    this.#keeper = keeper;
    form.addEventListener("submit", (event) => this.#submitted(event), { signal });
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    const add = button?.value === "keep" ? document.activeElement?.closest("[data-gap]")?.querySelector("button") : null;
    if (add) {
      event.preventDefault(); // the enter key in a line of hers means the button beside it
      setTimeout(() => this.#form.requestSubmit(add)); // a form that is being sent is not sent anew
      return;
    }
    const here = { mail: () => this.#mail(), copy: () => this.#copy(), keep: () => this.#keeper.now() }[button?.value ?? ""];
    if (here && !this.#plainly) {
      event.preventDefault();
      here().catch((fault) => this.#notDone(fault, button));
    } else if (this.#keeper.waits && !this.#plainly) {
      event.preventDefault();
      this.#keptThen(() => this.#go(button));
    } else {
      this.#keeper.stop();
    }
  }

  /**
   * On once the words are kept; where they could not be, the page stays, and says so.
   * @param {() => void} go
   */
  async #keptThen(go) {
    await this.#keeper.now();
    if (this.#keeper.isStuck) this.#say(this.#keeper.trouble);
    else go();
  }

  /**
   * What the server does not do is said here, for a page in its place would not hold her words; of a fault in a script
   * nothing is known, and the form goes by itself.
   * @param {unknown} fault
   * @param {HTMLButtonElement | null} button
   */
  #notDone(fault, button) {
    if (fault instanceof NotDone) this.#say(`${fault.said} ${COPY}`);
    else this.#go(button);
  }

  async #mail() {
    this.#keeper.now();
    const { mail } = await this.#reader.now();
    if (mail.whole) this.#say("It opens in your mail. Nothing there? Copy the text instead.");
    else this.#say((await copied(this.#area)) ? TOO_LONG : MARKED);
    location.href = mail.href;
    this.#next();
  }

  async #copy() {
    this.#keeper.now();
    this.#say((await copied(this.#area)) ? "The text is copied." : MARKED);
    this.#next();
  }

  /** Once it is out, saying so is the next thing to do, and the one inked button. */
  #next() {
    const sent = this.#root.querySelector("[data-sent]");
    if (!sent) return;
    for (const one of this.#root.querySelectorAll(".button--pen")) one.classList.remove("button--pen");
    sent.classList.remove("button--plain");
    sent.classList.add("button--pen", "button--large");
  }

  /** @param {HTMLButtonElement | null} button */
  #go(button) {
    this.#plainly = true;
    this.#form.requestSubmit(button);
  }

  /** @param {string} words */
  #say(words) {
    const place = this.#root.querySelector("[data-out]");
    if (place) place.textContent = words;
  }
}

const COPY = "Your words are still here: you can copy the text, and paste it into a mail.";
const MARKED = "The text is marked. Press Ctrl C to copy it.";
const TOO_LONG = "It is too long for a link, so it is copied. Paste it into the mail that opens.";
