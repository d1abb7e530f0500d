const SEEN = 96; // pixels of the letter that are enough to see where one is, with what lies over the edge of the window

/**
 * The hand goes on in the letter. The page stays where it is, unless the letter is out of sight.
 * @param {HTMLTextAreaElement} area
 */
export function into(area) {
  area.focus({ preventScroll: true });
  const { top, bottom } = area.getBoundingClientRect();
  if (bottom < SEEN || top > innerHeight - SEEN) area.scrollIntoView({ block: "nearest" });
}
