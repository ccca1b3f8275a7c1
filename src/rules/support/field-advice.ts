import { nearestWords } from '../../words/nearest.ts'

/** What somebody likely meant by a field that is not known where it stands. */
export type FieldAdvice =
  /** Another name, in the same place. */
  | { readonly kind: 'name'; readonly place: string; readonly name: string }
  /** The same name, in another place. */
  | { readonly kind: 'place'; readonly place: string; readonly name: string }

/** The names of fields by the path of what has them. */
type Fields = ReadonlyMap<string, readonly string[]>

/** Undefined when nothing is near. `isThere` tells whether a path is written already: of several places that one counts. */
export function adviseField(
  fields: Fields,
  { place, name }: { readonly place: string; readonly name: string },
  isThere: (path: string) => boolean,
): FieldAdvice | undefined {
  const here = fields.get(place) ?? []
  const elsewhere = [...fields].flatMap(([other, names]) =>
    names.includes(name) ? [{ kind: 'place', place: other, name } as const] : [],
  )
  const right = elsewhere.find((advice) => isThere(advice.place)) ?? elsewhere[0]
  const near = nearestWords(name, here, 1)[0] ?? here.find((known) => isBegun(name, known))
  return right ?? (near === undefined ? undefined : { kind: 'name', place, name: near })
}

const SHORTEST_START = 8

/** Whether somebody left the rest of a long name out. */
function isBegun(name: string, known: string): boolean {
  return name.length >= SHORTEST_START && known.toLowerCase().startsWith(name.toLowerCase())
}

/** `did you mean "a"?`, or where it belongs; `prefix` goes before a place. */
export function tellAdvice({ kind, place, name }: FieldAdvice, prefix = ''): string {
  return kind === 'name'
    ? `did you mean "${name}"?`
    : `its place is \`${prefix}${place === '' ? '' : `${place}.`}${name}\``
}

/** A path's last name, and what comes before it. */
export function splitField(path: string): { place: string; name: string } {
  const dot = path.lastIndexOf('.')
  return { place: path.slice(0, Math.max(dot, 0)), name: path.slice(dot + 1) }
}
