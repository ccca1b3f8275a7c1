/** On what was measured, and which versions. */
import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { versionOf } from './build.ts'
import { BENCH } from './paths.ts'

export function describeMachine(): readonly string[] {
  const [first] = cpus()
  return [
    `${cpus().length} × ${first?.model ?? 'unknown processor'}, ${(totalmem() / 1e9).toFixed(0)} GB`,
    `${platform()} ${release()} ${arch()}; load average ${loadavg()
      .map((load) => load.toFixed(2))
      .join(', ')} at the start`,
  ]
}

export function listVersions(): readonly string[] {
  return [
    `kubevirt-golden-images ${versionIn('../package.json')}, commit ${versionOf('git', 'rev-parse', '--short', 'HEAD') ?? 'unknown'}`,
    `Node ${process.versions.node}`,
    ...known('', versionOf('cargo', '--version')),
    ...known('cc: ', versionOf('cc', '--version')),
    ...known('', versionOf('go', 'version')),
    `sigs.k8s.io/kustomize/kyaml ${kyamlVersion()}`,
    `kpt-functions ${lockedVersion('kpt-functions')}, yaml ${lockedVersion('yaml')}`,
  ]
}

function known(prefix: string, version: string | undefined): string[] {
  return version === undefined ? [] : [`${prefix}${version}`]
}

function versionIn(file: string): string {
  return /"version": "(.*)"/.exec(readFileSync(resolve(BENCH, file), 'utf8'))?.[1] ?? 'unknown'
}

function lockedVersion(name: string): string {
  const lock = readFileSync(resolve(BENCH, 'package-lock.json'), 'utf8')
  return new RegExp(`"node_modules/${name}": \\{\\s*"version": "(.*)"`).exec(lock)?.[1] ?? 'unknown'
}

function kyamlVersion(): string {
  return /kyaml (v\S+)/.exec(readFileSync(resolve(BENCH, 'peers/go-identity/go.mod'), 'utf8'))?.[1] ?? 'unknown'
}
