import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { answer } from '../../test/metamorphic/answer.ts'
import { disturb, disturbances } from '../../test/metamorphic/disturb.ts'
import { wholeText } from '../inputs/any-text.ts'
import type { Property } from '../property.ts'

/** Comments, blank lines, line breaks, a byte order mark and the final line break change no answer. */
export const disturbed: Property = {
  name: 'disturbed',
  inputs: fc
    // In JSON a comment is an error.
    .tuple(
      wholeText.filter((text) => !text.startsWith('{')),
      disturbances,
    )
    .map(([text, change]) => ({ text: disturb(text, change), undisturbed: text })),
  check: ({ text, undisturbed }) => {
    if (undisturbed !== undefined) deepStrictEqual(answer(text), answer(undisturbed))
  },
}
