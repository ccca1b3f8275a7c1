import fc from 'fast-check'

const SURPRISES = [
  '',
  ' ',
  '\n',
  'x',
  'off',
  '1.20',
  0,
  1.2,
  true,
  null,
  [],
  [''],
  ['x'],
  [1],
  {},
  { x: 'y' },
  { x: 1 },
]

/** The JSON text with one value replaced, or one member taken away, added or renamed, wherever that is. */
export function withOneChange(text: string): fc.Arbitrary<unknown> {
  const places: string[][] = []
  const visit = (value: unknown, path: string[]): void => {
    places.push(path)
    if (typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value)) visit(child, [...path, key])
  }
  visit(JSON.parse(text), [])
  const change = fc.oneof(
    fc.record({ act: fc.constant('set' as const), value: fc.constantFrom(...SURPRISES) }),
    fc.record({ act: fc.constant('delete' as const), value: fc.constant(undefined) }),
    fc.record({ act: fc.constant('add' as const), value: fc.constantFrom(...SURPRISES) }),
  )
  return fc.tuple(fc.constantFrom(...places), change).map(([path, { act, value }]) => {
    const changed = (here: unknown, depth: number): unknown => {
      if (depth === path.length && act === 'set') return value
      if (typeof here !== 'object' || here === null) return here
      const key = path[depth]
      if (depth === path.length) return Array.isArray(here) ? [...here, value] : { ...here, added: value }
      const entries = Object.entries(here).flatMap(([name, child]) => {
        if (name !== key) return [[name, child] as const]
        return act === 'delete' && depth === path.length - 1 ? [] : [[name, changed(child, depth + 1)] as const]
      })
      return Array.isArray(here) ? entries.map(([, child]) => child) : Object.fromEntries(entries)
    }
    return changed(JSON.parse(text), 0)
  })
}
