/**
 * The thoughts beside the letter, drawn from what the server says of it.
 * @typedef {{ rule: string, from: number, to: number, words: string, out: boolean, why: string, line: string, about: string }} Thought
 */

/**
 * Draw the thoughts into their list, each from the template of the page; a list that says the same is left alone, so
 * that nothing moves under the hand.
 * @param {HTMLElement} place the section that holds a heading, a list and the template
 * @param {string} heading
 * @param {Thought[]} thoughts
 */
export function drawThoughts(place, heading, thoughts) {
  const list = place.querySelector("ol");
  const template = place.querySelector("template");
  const title = place.querySelector("h2");
  if (!list || !template || !title) return;
  place.hidden = thoughts.length === 0;
  if (title.textContent !== heading) title.textContent = heading;
  const now = JSON.stringify(thoughts.map(({ rule, why, line, words, out }) => [rule, why, line, words !== "", out]));
  if (list.dataset.drawn === now) return;
  list.dataset.drawn = now;
  list.replaceChildren(...thoughts.map((one, place) => drawn(template, one, place + 1)));
}

/**
 * @param {HTMLTemplateElement} template
 * @param {Thought} thought
 * @param {number} number
 */
function drawn(template, thought, number) {
  const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  fill(made, "[data-number]", String(number));
  fill(made, "[data-why]", thought.why);
  fill(made, "[data-line]", thought.line);
  if (thought.out) fill(made, "[data-verb]", "Leave it out");
  for (const button of made.querySelectorAll("button")) {
    button.value = thought.rule;
    if (button.name === "use" && !thought.words && !thought.out) button.remove();
  }
  for (const about of made.querySelectorAll("[data-about]")) about.append(thought.about);
  return made;
}

/**
 * @param {DocumentFragment} made
 * @param {string} where
 * @param {string} words
 */
function fill(made, where, words) {
  const place = made.querySelector(where);
  if (place) place.textContent = words;
}
