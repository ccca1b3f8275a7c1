import { roleOf } from '../../cluster/kinds.ts'
import { groupBy } from '../../json/group-by.ts'
import { identifyFile, identifyOpen } from '../sources/file-identity.ts'
import type { Input } from '../sources/read-input.ts'
import { STDIN, STDOUT } from '../standard-streams.ts'
import { UsageError } from '../usage-error.ts'

/** Throws a UsageError when two reports would go to one file; undefined is stdout. */
export function refuseSharedOutputs(files: readonly (string | undefined)[]): void {
  const taken = new Map<string, string>()
  for (const file of files) {
    const identity = file === undefined ? identifyOpen(STDOUT) : identifyFile(file)
    if (identity === undefined) continue
    const words = file === undefined ? 'stdout' : JSON.stringify(file)
    const other = taken.get(identity)
    if (other !== undefined) throw new UsageError(`two reports must not go to one file, as to ${other} and ${words}`)
    taken.set(identity, words)
  }
}

/** Throws a UsageError when a report would go over a file that is read, or over the configuration. */
export function refuseOverwriting(outputs: readonly string[], input: Input): void {
  if (outputs.length === 0) return
  const files = [...filesRead(input), ...configurationFiles(input)]
  const read = new Map(files.map((file) => [file === '' ? identifyOpen(STDIN) : identifyFile(file), file]))
  for (const file of outputs) {
    const identity = identifyFile(file)
    const other = identity === undefined ? undefined : read.get(identity)
    if (other === undefined) continue
    const what = other === '' ? 'stdin' : JSON.stringify(other)
    throw new UsageError(`--output ${JSON.stringify(file)} must not be a file that is read: it is ${what}`)
  }
}

function configurationFiles({ configurations: { counted } }: Input): string[] {
  return counted.flatMap(({ configuration }) => (configuration ? [configuration.file, ...configuration.extended] : []))
}

/** But not reports of earlier runs, which lie among the manifests and can be written anew. */
function filesRead({ items, texts }: Input): string[] {
  const itemsOf = groupBy(items, ({ source }) => source.file)
  return [...texts.keys()].filter((file) => !itemsOf.get(file)?.every((item) => roleOf(item) === 'report'))
}
