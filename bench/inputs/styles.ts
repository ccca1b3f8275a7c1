import { parse, stringify } from 'yaml'
import { deployment } from './deployment.ts'
import { hyperConverged } from './hyperconverged.ts'
import { slimNode } from './node.ts'
import { listOf, many } from './resource-list.ts'

/** A way in which people and tools write Nodes and HyperConvergeds. */
export interface Style {
  readonly name: string
  readonly file: string
  /** An item of a block list, from one in plain block style. */
  readonly item: (plain: string) => string
  /** The whole text; undefined: as it is. */
  readonly text?: (plain: string) => string
}

/** What stands in most manifests, and has each style's own form. */
const NOTES = {
  'example.com/owner': 'Plattform-Gruppe „Bücher“',
  'example.com/note': 'first line of a note\nsecond line, a bit longer than the first\n\na paragraph\n',
  'example.com/query': 'a "quoted" word\tand a tab',
}

export const PLAIN: Style = { name: 'plain block style', file: 'plain', item: (plain) => plain }

export const STYLES: readonly Style[] = [
  { name: 'flow style on one line', file: 'flow', item: printed({ collectionStyle: 'flow', lineWidth: 0 }) },
  {
    name: 'flow style on several lines',
    file: 'flow-lines',
    item: printed({ collectionStyle: 'flow', lineWidth: 60 }),
  },
  { name: 'JSON on one line', file: 'json-items', item: (plain) => `- ${JSON.stringify(manifestOf(plain))}\n` },
  { name: 'comments on lines of their own', file: 'own-comments', item: commented },
  {
    name: 'comments behind values',
    file: 'trailing-comments',
    item: (plain) => plain.replaceAll(/(: \S.*)$/gm, '$1 # as agreed'),
  },
  {
    name: "kpt's setters",
    file: 'setters',
    item: (plain) => plain.replaceAll(/(: \S.*)$/gm, `$1 # kpt-set: \${value}`),
  },
  {
    name: 'quotes with escapes',
    file: 'quotes',
    item: withNotes({ defaultStringType: 'QUOTE_DOUBLE', blockQuote: false, lineWidth: 0 }),
  },
  { name: 'literal block scalars', file: 'literal', item: withNotes({ blockQuote: 'literal' }) },
  { name: 'folded block scalars', file: 'folded', item: withNotes({ blockQuote: 'folded' }) },
  { name: 'scalars over several lines', file: 'folded-plain', item: withNotes({ blockQuote: false, lineWidth: 30 }) },
  { name: 'anchors and aliases', file: 'anchors', item: anchored },
  { name: 'indentation of 4', file: 'indent-4', item: printed({ indent: 4 }) },
  { name: 'indentation of 8', file: 'indent-8', item: printed({ indent: 8 }) },
  { name: 'carriage returns', file: 'crlf', item: (plain) => plain, text: (plain) => plain.replaceAll('\n', '\r\n') },
  { name: 'document markers', file: 'markers', item: (plain) => plain, text: (plain) => `---\n${plain}...\n` },
]

/** One Deployment, so many Nodes and a HyperConverged; the Deployment stays plain. */
export function inStyle({ item, text }: Style, nodes: number): string {
  const plain = listOf([deployment(0), many(nodes, (index) => item(slimNode(index))), item(hyperConverged(1))])
  return text === undefined ? plain : text(plain)
}

type PrintOptions = Parameters<typeof stringify>[2] & object

function printed(options: PrintOptions): (plain: string) => string {
  return (plain) => entry(stringify(manifestOf(plain), options))
}

/** A value as an entry of a list. */
function entry(text: string): string {
  return `- ${text.trimEnd().replaceAll(/\n(?=.)/g, '\n  ')}\n`
}

function withNotes(options: PrintOptions): (plain: string) => string {
  return (plain) => {
    const { metadata, ...rest } = manifestOf(plain)
    const annotations = { ...metadata.annotations, ...NOTES }
    return entry(stringify({ ...rest, metadata: { ...metadata, annotations } }, options))
  }
}

function commented(plain: string): string {
  return plain
    .replaceAll(/^( +)(?=\S)/gm, '$1# why this is so\n$1')
    .replaceAll('\n  metadata', '\n# once: other\n\n  metadata')
}

function anchored(plain: string): string {
  return plain
    .replace(/(\n +name: )(\S+)\n/, '$1&name $2\n')
    .replace(/(\n {2}(?:status|spec):\n)/, '$1    example: *name\n')
}

interface Manifest {
  readonly metadata: { readonly annotations?: { readonly [name: string]: string } }
}

function manifestOf(plain: string): Manifest {
  const [item]: Manifest[] = parse(plain)
  if (item === undefined) throw new Error('an item must be one')
  return item
}
