/**
 * Copy the text of a text area.
 * @param {HTMLTextAreaElement} area
 * @returns {Promise<boolean>} whether it is on the clipboard; else it is selected, for her own hand
 */
export async function copied(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.focus();
    area.select();
    return false;
  }
}
