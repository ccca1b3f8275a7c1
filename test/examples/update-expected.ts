import { copyFileSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExampleCase, readExpected } from './example-case.ts'
import { runCase } from './run-case.ts'
import type { WorkingCopy } from './working-copy.ts'

/** As in kpt's runner: with the value `true` the expectations are written anew. `config.yaml` is left as it is. */
export const UPDATING = process.env.KPT_E2E_UPDATE_EXPECTED?.toLowerCase() === 'true'

/** What a run makes is kept in the example itself, where people can read it. */
const KEPT = ['rendered/*', '**/golden-images.generated.yaml']

/** Look at the difference before you keep it. */
export function updateExpected(example: ExampleCase, path: string): void {
  runCase(example, path, (copy) => keepRendered(example, copy))
  // With the new files in the example, a further run shows what is left to be said by the other expectations.
  const { results, diff } = runCase(example, path)
  if (readExpected(example.expected, 'results.yaml') !== '' && results !== '') write(example, 'results.yaml', results)
  if (diff !== '') write(example, 'diff.patch', diff)
}

function keepRendered({ folder }: ExampleCase, copy: WorkingCopy): void {
  for (const file of KEPT.flatMap((pattern) => globSync(pattern, { cwd: copy.folder }))) {
    copyFileSync(join(copy.folder, file), join(folder, file))
  }
}

function write({ expected }: ExampleCase, file: string, text: string): void {
  writeFileSync(join(expected, file), `${text}\n`)
}
