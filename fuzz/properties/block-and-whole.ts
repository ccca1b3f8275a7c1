import { checkReading, wholeParse } from '../../test/resource-list/check-reading.ts'
import { anyText } from '../inputs/any-text.ts'
import type { Property } from '../property.ts'

/** What is cut into items is what a full parse of the text finds, and is written as such. */
export const blockAndWhole: Property = {
  name: 'block-and-whole',
  inputs: anyText,
  check: ({ text }) => checkReading(text, wholeParse),
}
