/**
 * <ask-giving most="4294967296" large="…"> around a form with files: says so where they are too large together, before
 * they are sent; says that they are being taken in; and takes whole folders that are dropped on it.
 * Without script the form works as it is.
 */
const TAKING = "Taking them in …";
const LOST = "They could not be taken in. Choose them again; nothing was changed.";

class AskGiving extends HTMLElement {
  connectedCallback() {
    this.#form?.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("drop", (event) => this.#dropped(event), { capture: true });
    window.addEventListener("pageshow", () => this.#rest());
  }

  get #form() {
    return this.querySelector("form");
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const files = [...this.querySelectorAll("input[type=file]")].flatMap((input) => [.../** @type {HTMLInputElement} */ (input).files ?? []]);
    if (this.#isTooLarge(files)) event.preventDefault();
    else if (files.length) window.setTimeout(() => this.#busy());
  }

  /** @param {File[]} files */
  #isTooLarge(files) {
    const large = files.reduce((sum, file) => sum + file.size, 0) > Number(this.getAttribute("most"));
    if (large) this.#say(this.getAttribute("large") ?? LOST);
    return large;
  }

  /** @param {DragEvent} event */
  async #dropped(event) {
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry);
    if (!entries.some((entry) => entry?.isDirectory)) return;
    event.preventDefault();
    event.stopPropagation();
    this.querySelector(".is-over")?.classList.remove("is-over");
    this.#busy();
    try {
      await this.#send(await gathered(/** @type {FileSystemEntry[]} */ (entries)));
    } catch {
      this.#rest();
      this.#say(LOST);
    }
  }

  /**
   * Sent under their places in the folder, which a form can tell of a folder that was chosen, but not of one that was dropped.
   * @param {[string, File][]} files
   */
  async #send(files) {
    if (this.#isTooLarge(files.map(([, file]) => file))) return this.#rest();
    const token = /** @type {HTMLInputElement} */ (this.querySelector("[name=csrfmiddlewaretoken]"));
    const told = new FormData();
    told.append(token.name, token.value);
    for (const [place, file] of files) told.append("files", file, place);
    const answer = await fetch(this.#form?.action ?? "", { method: "POST", body: told });
    if (answer.redirected) return window.location.assign(answer.url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    this.#rest();
    this.#say(page.querySelector(".field__fault, .title__lede")?.textContent?.trim() ?? LOST); // of the form, or of the door
  }

  #busy() {
    const button = this.querySelector("button.button--pen");
    if (button instanceof HTMLButtonElement) button.disabled = true;
    this.#say(TAKING);
  }

  #rest() {
    const button = this.querySelector("button.button--pen");
    if (button instanceof HTMLButtonElement) button.disabled = false;
    this.#say("");
  }

  /** @param {string} text */
  #say(text) {
    const line = this.querySelector("[data-said]");
    if (line) line.textContent = text;
  }
}

/**
 * All files in these folders and theirs, each with its place.
 * @param {FileSystemEntry[]} entries
 * @returns {Promise<[string, File][]>}
 */
async function gathered(entries) {
  /** @type {[string, File][]} */
  const found = [];
  const ahead = [...entries];
  for (let entry = ahead.shift(); entry; entry = ahead.shift()) {
    if (entry.isDirectory) ahead.push(...(await inside(/** @type {FileSystemDirectoryEntry} */ (entry))));
    else found.push([entry.fullPath.slice(1), await opened(/** @type {FileSystemFileEntry} */ (entry))]);
  }
  return found;
}

/**
 * What lies in a folder; the browser tells a hundred at a time.
 * @param {FileSystemDirectoryEntry} folder
 */
async function inside(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const found = [];
  for (;;) {
    const more = /** @type {FileSystemEntry[]} */ (await new Promise((done, lost) => reader.readEntries(done, lost)));
    if (!more.length) return found;
    found.push(...more);
  }
}

/**
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File>}
 */
function opened(entry) {
  return new Promise((done, lost) => entry.file(done, lost));
}

customElements.define("ask-giving", AskGiving);
