import type { Severity } from '../../findings/severity.ts'

/** How the parts of a text look on a terminal. */
export type Style = { readonly [part in Severity | 'place' | 'gutter' | 'fix']: (text: string) => string }

const same = (text: string) => text
const painted = (codes: string) => (text: string) => `\u001b[${codes}m${text}\u001b[0m`

export const PLAIN: Style = { error: same, warning: same, info: same, place: same, gutter: same, fix: same }

export const COLOURED: Style = {
  error: painted('1;31'),
  warning: painted('1;33'),
  info: painted('1;36'),
  place: painted('1'),
  gutter: painted('34'),
  fix: painted('32'),
}
