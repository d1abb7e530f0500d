/**
 * <ask-letter look="URL" keep="URL"> around the page of a letter. Its form works by itself; with script the letter is
 * read as it is written (the marks follow the typing), thoughts are used in place so that Ctrl Z takes them back, every
 * word is kept as it is written, and the mail program opens at one click.
 */
import { into } from "./letter/into.js";
import { Keeper } from "./letter/keeper.js";
import { draw, moved } from "./letter/marks.js";
import { Posting } from "./letter/posting.js";
import { Reader } from "./letter/reader.js";
import { replace } from "./letter/replace.js";
import { showOthers } from "./letter/others.js";
import { drawThoughts } from "./letter/thoughts.js";

class AskLetter extends HTMLElement {
  /** @type {HTMLFormElement | null} */
  #form = null;
  /** @type {HTMLTextAreaElement | null} */
  #area = null;
  #text = "";
  /** @type {import("./letter/marks.js").Mark[]} */
  #marks = [];
  /** @type {import("./letter/thoughts.js").Thought[]} */
  #thoughts = [];
  /** @type {Reader | null} */
  #reader = null;
  /** @type {Keeper | null} */
  #keeper = null;
  #listening = new AbortController();

  connectedCallback() {
    this.#form = this.querySelector("form[data-letter]");
    this.#area = this.querySelector("textarea[data-text]");
    if (!this.#form || !this.#area) return;
    const form = this.#form;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#text = this.#area.value;
    this.#reader = new Reader(form, this.getAttribute("look") ?? "", (answer) => this.#told(answer));
    this.#keeper = new Keeper(form, this.getAttribute("keep") ?? "", (trouble, answer) => this.#kept(trouble, answer));
    new Posting(this, form, { area: this.#area, reader: this.#reader, keeper: this.#keeper, signal });
    form.addEventListener("input", (event) => this.#written(event.target), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#leaving(signal);
    this.classList.add("is-live");
    this.#reader.now().catch(() => undefined);
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#reader?.stop();
    this.#keeper?.leave();
  }

  /** @param {EventTarget | null} field */
  #written(field) {
    if (!this.#area || !(field instanceof HTMLElement) || !field.matches("[data-kept-with]")) return;
    const text = this.#area.value;
    this.#marks = moved(this.#marks, this.#text, text);
    this.#text = text;
    this.#draw();
    this.#reader?.soon();
    this.#keeper?.soon();
  }

  /** @param {any} answer what the server says of the letter as it was sent */
  #told(answer) {
    if (!this.#area || answer.length !== this.#area.value.length) return; // of words that have changed meanwhile
    this.#thoughts = answer.thoughts;
    this.#marks = this.#thoughts.map(({ from, to }, place) => ({ from, to, number: place + 1 }));
    this.#text = this.#area.value;
    this.#draw();
    const place = this.querySelector("[data-thoughts]");
    if (place instanceof HTMLElement) drawThoughts(place, answer.heading, this.#thoughts);
    this.#fill("[data-size]", answer.size);
    this.#praise(answer.goods);
  }

  #draw() {
    const layer = this.querySelector("[data-under]");
    if (layer instanceof HTMLElement) draw(layer, this.#text, this.#marks);
  }

  /** @param {string[]} goods */
  #praise(goods) {
    const list = this.querySelector("[data-goods]");
    const template = this.querySelector("template[data-good]");
    if (!list || !(template instanceof HTMLTemplateElement) || list.textContent === goods.join("")) return;
    list.replaceChildren(
      ...goods.map((words) => {
        const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
        made.querySelector("li")?.append(words);
        return made;
      }),
    );
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const thought = button && this.#thoughts.find((one) => one.rule === button.value);
    if (!button || !thought || !this.#area || !["use", "leave"].includes(button.name)) return;
    event.preventDefault();
    if (button.name === "use") {
      replace(this.#area, thought);
      this.#say("It is in your letter. Ctrl Z takes it back.");
    } else {
      this.#leave(thought.rule);
      this.#say("It stays as it is.");
      into(this.#area);
    }
    this.#reader?.now().catch(() => undefined);
  }

  /** @param {string} rule */
  #leave(rule) {
    const left = this.#form?.elements.namedItem("left");
    if (left instanceof HTMLInputElement) left.value = `${left.value} ${rule}`.trim();
  }

  /**
   * @param {string} trouble
   * @param {any} [answer]
   */
  #kept(trouble, answer) {
    if (trouble) {
      this.#fill("[data-kept]", trouble);
      return;
    }
    const revision = this.#form?.elements.namedItem("revision");
    if (revision instanceof HTMLInputElement) revision.value = answer.revision;
    this.#fill("[data-kept]", this.querySelector("[data-kept]")?.getAttribute("data-kept") ?? "");
    const place = this.querySelector("[data-others]");
    if (place instanceof HTMLElement) showOthers(place, answer.others);
  }

  /** @param {string} words */
  #say(words) {
    this.#fill("[data-said]", words);
  }

  /**
   * @param {string} where
   * @param {string} words
   */
  #fill(where, words) {
    const place = this.querySelector(where);
    if (place && place.textContent !== words) place.textContent = words;
  }

  /** @param {AbortSignal} signal */
  #leaving(signal) {
    document.addEventListener("visibilitychange", () => this.#keeper?.now(), { signal }); // back here, it may be taken
    addEventListener("pagehide", () => this.#keeper?.leave(), { signal });
    addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal }); // it has gone on since
    addEventListener("beforeunload", (event) => this.#keeper?.isStuck && event.preventDefault(), { signal });
  }
}

customElements.define("ask-letter", AskLetter);
