/**
 * What another window wrote of the same letter: shown below, so that nothing is lost; the buttons are those of the form.
 * @param {HTMLElement} place holds a template for one of them
 * @param {{ when: string, text: string, revision: number }[]} others
 */
export function showOthers(place, others) {
  const list = place.querySelector("ul");
  const template = place.querySelector("template");
  if (!list || !template) return;
  place.hidden = others.length === 0;
  list.replaceChildren(...others.map((one) => shown(template, one)));
}

/**
 * @param {HTMLTemplateElement} template
 * @param {{ when: string, text: string, revision: number }} one
 */
function shown(template, one) {
  const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const [when, text] = ["[data-when]", "[data-other]"].map((where) => made.querySelector(where));
  if (when) when.textContent = one.when;
  if (text) text.textContent = one.text;
  for (const button of made.querySelectorAll("button")) button.value = String(one.revision);
  return made;
}
