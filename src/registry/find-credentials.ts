/** Where credentials for a registry may stand. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type AuthFile, authKeys, readAuthFile } from './auth-file.ts'
import { askHelper } from './credential-helper.ts'
import type { Credentials, FindCredentials, FoundCredentials } from './credentials.ts'
import { RegistryError } from './registry-error.ts'

/** The files in which podman and Docker look, the first first. */
function usualAuthFiles(environment: NodeJS.ProcessEnv): string[] {
  const { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME, DOCKER_CONFIG } = environment
  const home = homedir()
  return [
    ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
    ...(XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
    join(XDG_CONFIG_HOME || join(home, '.config'), 'containers/auth.json'),
    join(DOCKER_CONFIG || join(home, '.docker'), 'config.json'),
    join(home, '.dockercfg'),
  ]
}

/** Those of the files that are there; the one that somebody named must be. */
export function readAuthFiles(named: string | undefined, environment: NodeJS.ProcessEnv): AuthFile[] {
  const files = named === undefined ? usualAuthFiles(environment) : [named]
  return files.flatMap((file) => {
    const text = readIfThere(file, named !== undefined)
    return text === undefined || text.trim() === '' ? [] : [readAuthFile(text, file)]
  })
}

function readIfThere(file: string, isNamed: boolean): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const isAbsent = error.code === 'ENOENT' || error.code === 'ENOTDIR'
    if (isAbsent && !isNamed) return undefined
    throw new RegistryError('auth-file-unreadable', { file, detail: String(error.code) })
  }
}

/** In the files, the closest name of the first file that has one; each helper is asked once for a host. */
export function credentialsOf(files: readonly AuthFile[]): FindCredentials {
  const asked = new Map<string, Promise<Credentials | undefined>>()
  const ask = (name: string, host: string) => {
    const key = `${name} ${host}`
    const asking = asked.get(key) ?? askHelper(name, host === 'docker.io' ? 'https://index.docker.io/v1/' : host)
    asked.set(key, asking)
    return asking
  }
  return async (host, repository) => {
    for (const file of files) {
      const found = await findIn(file, host, repository, ask)
      if (found) return found
    }
    return undefined
  }
}

async function findIn(
  { file, auths, helpers, store }: AuthFile,
  host: string,
  repository: string,
  ask: (name: string, host: string) => Promise<Credentials | undefined>,
): Promise<FoundCredentials | undefined> {
  const helper = helpers.get(host)
  const key = authKeys(host, repository).find((name) => auths.has(name))
  const written = key === undefined ? undefined : auths.get(key)
  const program = helper ?? (written ? undefined : store)
  const credentials = program === undefined ? written : await ask(program, host)
  return credentials && { credentials, file }
}
