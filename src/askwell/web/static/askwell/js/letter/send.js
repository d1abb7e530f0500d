/** What was sent is not done: `said` is the server's sentence, or that it gave none. */
export class NotDone extends Error {
  /**
   * @param {number} status 0 where nothing came back
   * @param {string} [said]
   */
  constructor(status, said = "") {
    super(said || `not done: ${status}`);
    this.status = status;
    this.said = said || (this.isFinal ? NOT_SO : SILENT);
  }

  /** Whether it was heard and is not taken as it is, so that sending it once more by itself would be for nothing. */
  get isFinal() {
    return this.status >= 400 && this.status < 500;
  }
}

/**
 * Send what stands in a form, and read the answer. Throws NotDone.
 * @param {HTMLFormElement} form
 * @param {string} url
 * @param {{ leaving?: boolean, more?: Record<string, string> }} [how] leaving: the page may be gone before the answer
 * @returns {Promise<any>}
 */
export async function send(form, url, { leaving = false, more = {} } = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    keepalive: leaving && body.toString().length < KEPT_ALIVE,
  }).catch(() => undefined);
  const told = await answer?.json().catch(() => undefined);
  if (!answer?.ok || !told) throw new NotDone(answer?.ok ? 0 : (answer?.status ?? 0), told?.said);
  return told;
}

const KEPT_ALIVE = 60_000; // a browser sends no more than 64 KB for a page that is gone
const SILENT = "Askwell does not answer.";
const NOT_SO = "Askwell can't take it as it is. Copy your words, and open this page again.";
