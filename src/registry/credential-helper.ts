/** Credential helpers as Docker and podman call them. Source: docker/docker-credential-helpers client. */
import { spawn } from 'node:child_process'
import { stringAt } from '../json/json.ts'
import type { Credentials } from './credentials.ts'
import { parseJsonObject } from './parse-json.ts'
import { RegistryError } from './registry-error.ts'

const LONGEST_RUN = 30_000
const LONGEST_ANSWER = 1 << 20

/** What `docker-credential-NAME get` knows of a host. What it prints is shown to nobody. */
export async function askHelper(name: string, host: string): Promise<Credentials | undefined> {
  // It becomes the name of a program.
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) throw failed(host, 'its name is none of a program')
  const { status, output } = await run(`docker-credential-${name}`, host)
  if (status !== 0 && /credentials not found/.test(output)) return undefined
  if (status !== 0) throw failed(host, status === undefined ? 'it did not run' : `it ended with status ${status}`)
  const answer = parseJsonObject(output)
  const user = stringAt(answer, 'Username')
  const password = stringAt(answer, 'Secret')
  if (user === undefined || password === undefined) throw failed(host, 'its answer is no login')
  return user === '<token>' ? { kind: 'identity', token: password } : { kind: 'password', user, password }
}

function run(program: string, input: string): Promise<{ status: number | undefined; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], timeout: LONGEST_RUN })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.length > LONGEST_ANSWER) child.kill()
    })
    child.on('error', () => resolve({ status: undefined, output: '' }))
    child.on('close', (status) => resolve({ status: status ?? undefined, output }))
    // One that does not listen says so by its status.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

function failed(host: string, detail: string): RegistryError {
  return new RegistryError('credential-helper-failed', { host, detail })
}
