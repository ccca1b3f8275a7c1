/** What is run: the function as it is built here, its peers, and a Node that does nothing. */
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import type { Attempt } from './build.ts'
import { BARE_NODE, type Contender, NATIVE, NODE } from './contender.ts'
import { EXECUTABLE, NODE_BUILD, ROOT } from './paths.ts'
import { buildPeers } from './peers.ts'

export function findOurs(): readonly Attempt<Contender>[] {
  return [
    ours(NATIVE, EXECUTABLE, [], 'npm run build:executable'),
    ours(NODE, process.execPath, [NODE_BUILD], 'npm run build'),
  ]
}

export function findContenders(): readonly Attempt<Contender>[] {
  const bare: Contender = { name: BARE_NODE, command: { program: process.execPath, args: ['-e', '0'] } }
  return [...findOurs(), ...buildPeers(), { ok: true, value: bare }]
}

function ours(name: string, program: string, args: readonly string[], script: string): Attempt<Contender> {
  const [file = program] = args
  if (existsSync(file)) return { ok: true, value: { name, command: { program, args } } }
  return { ok: false, reason: `${name}: no ${relative(ROOT, file)}; \`${script}\` makes it` }
}
