/** An example that is a test, in the format of kpt's own end-to-end runner (kptdev/kpt, pkg/test/runner). */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

const configSchema = z.strictObject({
  exitCode: z.int().default(0),
  stdOut: z.string().default(''),
  stdErr: z.string().default(''),
  stdErrRegEx: z.string().default(''),
  stdErrStripLines: z.array(z.string()).default([]),
  actualStripLines: z.array(z.string()).default([]),
  diffStripRegEx: z.string().default(''),
  testType: z.enum(['render', 'eval']).default('render'),
  skip: z.boolean().default(false),
  env: z.record(z.string(), z.string()).default({}),
  allowExec: z.boolean().default(false),
  disableOutputTruncate: z.boolean().default(false),
  execPath: z.string().optional(),
  args: z.record(z.string(), z.string()).default({}),
  fnConfig: z.string().optional(),
  includeMetaResources: z.boolean().default(false),
})

export interface ExampleCase {
  /** As it is shown: relative to the folder of the examples. */
  readonly name: string
  readonly folder: string
  /** The folder `.expected`. */
  readonly expected: string
  readonly config: z.infer<typeof configSchema>
  /** A script that is run in place of kpt. */
  readonly script: string | undefined
  /** Run in the copy before the command. */
  readonly setup: string | undefined
}

/** Every folder below the one given that has a `.expected`. */
export function findCases(examples: string): ExampleCase[] {
  return globSync('**/.expected', { cwd: examples })
    .sort()
    .map((found) => readCase(examples, join(examples, found)))
}

function readCase(examples: string, expected: string): ExampleCase {
  const folder = dirname(expected)
  const written: unknown = parse(readExpected(expected, 'config.yaml')) ?? {}
  return {
    name: relative(examples, folder),
    folder,
    expected,
    config: configSchema.parse(written),
    script: existing(join(expected, 'exec.sh')),
    setup: existing(join(expected, 'setup.sh')),
  }
}

/** What an expectation says; empty when there is none. */
export function readExpected(expected: string, file: string): string {
  const path = join(expected, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined
}
