import { findForbiddenCharacter } from '../yaml/full/find-forbidden-character.ts'
import { findShallowLines, type ShallowLines, USUAL_DEPTH } from './block/shallow-lines.ts'

/** What the readers ask of a text as a whole. A host may be faster at that than the engine that runs this. */
export interface TextScan {
  /** No character is in it that YAML forbids. */
  isAllowed(): boolean
  /** Its lines that are indented by less than `USUAL_DEPTH`, from the one at `from` on; those before may be among them. */
  shallowLines(from: number): ShallowLines
  /** Quotes before this place leave no line open (see ClosedCheck). */
  doubtfulFrom(quote: '"' | "'"): number
  /** Where the word stands first; the text's length when it does not. */
  firstPlace(word: string): number
}

/** The answers, found out when somebody asks. */
export function scanText(text: string): TextScan {
  const firstPlace = (word: string) => {
    const at = text.indexOf(word)
    return at === -1 ? text.length : at
  }
  return {
    isAllowed: () => findForbiddenCharacter(text) === undefined,
    shallowLines: (from) => findShallowLines(text, from, USUAL_DEPTH),
    doubtfulFrom: firstPlace,
    firstPlace,
  }
}
