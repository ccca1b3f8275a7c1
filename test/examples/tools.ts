/** The programs that the examples run with, and where they come from. */
import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { delimiter, relative, resolve } from 'node:path'
import { runProcess, succeeds } from './run-process.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
const CACHE = resolve(ROOT, 'node_modules/.cache/kubevirt-golden-images')

export const EXAMPLES = resolve(ROOT, 'examples')
export const PROGRAM = resolve(ROOT, 'dist/golden-images.cjs')

/** A release of kustomize. */
export interface Kustomize {
  readonly name: string
  /** Why it can't be run here; undefined when it can, as far as it is known before it is installed. */
  readonly missing: string | undefined
  /** The folder that has it, after it was installed if need be. Throws when it can't be had after all. */
  readonly folder: () => string
}

export const KUSTOMIZES: readonly Kustomize[] = [
  { name: 'kustomize 4.5.4', missing: undefined, folder: () => resolve(ROOT, 'node_modules/.bin') },
  goKustomize('5.8.2'),
]

export const KPT_MISSING = succeeds('kpt', 'version') ? undefined : 'no kpt on the PATH'

/** What the image holds, as the Dockerfile finds it: containers run Linux, whatever runs here. */
export const IMAGE_EXECUTABLE = `dist/golden-images-fn-linux-${process.arch}`

export const CONTAINER_MISSING = whyNoContainer()

export const KUBECTL_MISSING = succeeds('kubectl', 'version', '--client') ? undefined : 'no kubectl on the PATH'

/** The name of a test, with the reason why it is skipped. */
export function nameWith(name: string, missing: string | undefined): string {
  return missing === undefined ? name : `${name} (skipped: ${missing})`
}

/** Where Go is there and the network is not, kustomize can't be built. */
export function orSkip(folder: () => string, skip: (note: string) => never): string {
  try {
    return folder()
  } catch (error) {
    return skip(error instanceof Error ? error.message : String(error))
  }
}

/** A PATH on which `golden-images` is this build, before whatever else is there. */
export function pathWith(...folders: string[]): string {
  return [functionFolder(), ...folders, process.env.PATH ?? ''].join(delimiter)
}

function whyNoContainer(): string | undefined {
  if (!succeeds('docker', 'info')) return 'no container engine'
  if (existsSync(resolve(ROOT, IMAGE_EXECUTABLE))) return undefined
  return `no ${IMAGE_EXECUTABLE}; \`npm run build:executable\` makes it`
}

function functionFolder(): string {
  if (!existsSync(PROGRAM)) throw new Error('dist/golden-images.cjs must be there: npm run build')
  const folder = resolve(CACHE, 'bin')
  mkdirSync(folder, { recursive: true })
  try {
    // Relative, so that it still fits when the checkout moves.
    symlinkSync(relative(folder, PROGRAM), resolve(folder, 'golden-images'))
  } catch {
    // An earlier run, or another test at this moment, has made it.
  }
  return folder
}

function goKustomize(version: string): Kustomize {
  const folder = resolve(CACHE, `kustomize-${version}`)
  const isThere = () => existsSync(resolve(folder, 'kustomize'))
  let failure: unknown
  return {
    name: `kustomize ${version}`,
    missing: isThere() || succeeds('go', 'version') ? undefined : 'no Go on the PATH to build it with',
    folder: () => {
      // Without a network each attempt would fail anew, after a while.
      if (failure) throw failure
      try {
        if (!isThere()) installWithGo(version, folder)
        return folder
      } catch (error) {
        failure = error
        throw error
      }
    },
  }
}

/** Several tests may do so at once: each builds in a folder of its own, and the first to end gives it the name. */
function installWithGo(version: string, folder: string): void {
  const building = `${folder}.${process.pid}`
  const { exitCode, stderr } = runProcess('go', ['install', `sigs.k8s.io/kustomize/kustomize/v5@v${version}`], {
    env: { GOBIN: building, GOFLAGS: '' },
  })
  if (exitCode !== 0) throw new Error(`go install of kustomize ${version} failed: ${stderr.trim()}`)
  try {
    renameSync(building, folder)
  } catch {
    // Another test was faster; its build is as good.
  }
}
