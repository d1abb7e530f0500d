import { replace } from "./replace.js";

/**
 * What another window wrote of the same letter: shown below, so that nothing is lost; one click takes it over.
 * @param {HTMLElement} place holds a template for one of them
 * @param {{ when: string, text: string, revision: number }[]} others
 * @param {HTMLTextAreaElement} area
 */
export function showOthers(place, others, area) {
  const list = place.querySelector("ul");
  const template = place.querySelector("template");
  if (!list || !template) return;
  place.hidden = others.length === 0;
  list.replaceChildren(
    ...others.map((one) => {
      const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      const [when, text] = ["[data-when]", "[data-other]"].map((where) => made.querySelector(where));
      if (when) when.textContent = one.when;
      if (text) text.textContent = one.text;
      for (const button of made.querySelectorAll("button")) {
        button.value = String(one.revision);
        if (button.name === "take") button.addEventListener("click", (event) => take(event, one.text));
      }
      return made;
    }),
  );

  /**
   * @param {MouseEvent} event
   * @param {string} text
   */
  function take(event, text) {
    event.preventDefault();
    replace(area, { from: 0, to: area.value.length, words: text });
  }
}
