import type { Input } from './property.ts'

/**
 * The input with as few lines, then members in brackets, then characters as still fail; one that is compared with another
 * stays whole.
 */
export function reduce(input: Input, fails: (input: Input) => boolean): Input {
  if (input.undisturbed !== undefined) return input
  const stillFails = (text: string) => fails({ text })
  const lines = withoutParts(input.text.split(/(?<=\n)/), stillFails).join('')
  const text = withoutParts(lines.split(/(?<=[,[\]{}\n])/), stillFails).join('')
  return { text: text.length > LONGEST_BY_CHARACTER ? text : withoutParts([...text], stillFails).join('') }
}

const LONGEST_BY_CHARACTER = 3000

/** Leaves out halves, quarters and so on to single parts, as long as that fails, too. */
function withoutParts(parts: readonly string[], fails: (text: string) => boolean): readonly string[] {
  let kept = parts
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length; ) {
      const fewer = kept.toSpliced(start, size)
      if (fails(fewer.join(''))) kept = fewer
      else start += size
    }
  }
  return kept
}
