/**
 * Send what stands in a form, and read the answer.
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
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

const KEPT_ALIVE = 60_000; // a browser sends no more than 64 KB for a page that is gone
