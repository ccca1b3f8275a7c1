/** What was found once stays answered well: each input of the folder, through every property. */
import { expect, test } from 'vitest'
import { readFound } from '../../fuzz/found.ts'
import { PROPERTIES } from '../../fuzz/properties/index.ts'

const FOUND = [...readFound()]

test('there are inputs, and each belongs to a property', () => {
  const owners = FOUND.map(([file]) => file.replace(/-[0-9a-f]{8}\.yaml$/, ''))
  expect(owners.length).toBeGreaterThan(0)
  for (const owner of owners) expect(PROPERTIES.map(({ name }) => name)).toContain(owner)
})

for (const { name, missing, check } of PROPERTIES) {
  test.skipIf(missing !== undefined).for(FOUND)(
    `${name} holds of %s${missing === undefined ? '' : ` (skipped: ${missing})`}`,
    ([, input]) => {
      expect(() => check(input)).not.toThrow()
    },
  )
}
