/**
 * The marks under a letter: drawn from the places the server names, and moved along with what is typed until it has
 * read the new words. Places are UTF-16 units, half-open; from = to is a place where something could go.
 * @typedef {{ from: number, to: number, number: number }} Mark
 */

const HEIGHT = "\u200b"; // gives the last line its height where it is empty

/**
 * Draw the text with its marks into the layer under the text area.
 * @param {HTMLElement} layer
 * @param {string} text
 * @param {Mark[]} marks
 */
export function draw(layer, text, marks) {
  const pieces = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.from - other.from || one.to - other.to)) {
    const from = within(mark.from, at, text);
    const to = within(mark.to, at, text);
    pieces.push(text.slice(at, from), marked(text.slice(from, to), mark.number));
    at = Math.max(at, to);
  }
  layer.replaceChildren(...pieces, text.slice(at), HEIGHT);
}

/**
 * The marks after an edit: those behind it move along, those it went through are gone until they are read again.
 * @param {Mark[]} marks
 * @param {string} before
 * @param {string} after
 * @returns {Mark[]}
 */
export function moved(marks, before, after) {
  const { from, to } = edited(before, after);
  const shift = after.length - before.length;
  return marks
    .filter((mark) => mark.to <= from || mark.from >= to)
    .map((mark) => (mark.to <= from ? mark : { ...mark, from: mark.from + shift, to: mark.to + shift }));
}

/**
 * What was edited, as a place in the text before: all that is not the same at its beginning and its end.
 * @param {string} before
 * @param {string} after
 */
function edited(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same };
}

/**
 * @param {number} place
 * @param {number} least
 * @param {string} text
 */
function within(place, least, text) {
  return Math.min(Math.max(place, least), text.length);
}

/**
 * @param {string} words
 * @param {number} number
 */
function marked(words, number) {
  const mark = document.createElement("mark");
  mark.dataset.number = String(number);
  mark.append(words);
  return mark;
}
