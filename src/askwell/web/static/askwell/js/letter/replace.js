import { into } from "./into.js";

/**
 * Put words into a text area in place of others, so that Ctrl Z takes them back and the caret stays where it was.
 * @param {HTMLTextAreaElement} area
 * @param {{ from: number, to: number, words: string }} change
 */
export function replace(area, { from, to, words }) {
  const caret = [area.selectionStart, area.selectionEnd].map((at) => after(at, { from, to, words }));
  into(area);
  area.setSelectionRange(from, to);
  // The one way of editing a text area that its own undo knows, old as it is.
  const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
  if (!done) area.setRangeText(words, from, to, "end");
  area.setSelectionRange(caret[0], caret[1]);
  if (!done) area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * Where a place is after the change; one within it is behind the new words.
 * @param {number} at
 * @param {{ from: number, to: number, words: string }} change
 */
function after(at, { from, to, words }) {
  if (at <= from) return at;
  return at >= to ? at + words.length - (to - from) : from + words.length;
}
