import { isPrintableAscii } from '../../yaml/scan/ascii.ts'

const NO_COLUMN = /[\p{Mn}\p{Me}\p{Cf}]/u

// East Asian wide and full-width characters, and the blocks of emoji.
const TWO_COLUMNS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** How many columns of a terminal the text takes. It must be printable already. */
export function displayWidth(text: string): number {
  // Nearly all of it is ASCII.
  if (isPrintableAscii(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (TWO_COLUMNS.test(character)) columns += 2
    else if (!NO_COLUMN.test(character)) columns += 1
  }
  return columns
}
