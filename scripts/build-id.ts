/** By which a build is known: the version, and a hash of all that it is made from. Equal sources have equal ids. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { globSync } from 'glob'
import packageFile from '../package.json' with { type: 'json' }

const SOURCES = ['{src,functions,scripts}/**/*.{ts,cjs,rs,toml,lock}', 'schemas/**/*.json', 'package{,-lock}.json']
const LENGTH = 12

export function buildId(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { ignore: '**/*.generated.*', posix: true }).sort())
    hash.update(JSON.stringify([file, readFileSync(file, 'utf8')]))
  return `${packageFile.version}+${hash.digest('hex').slice(0, LENGTH)}`
}

/** For esbuild: what `src/cli/describe-failure.ts` says. */
export function definedBuild(): { GOLDEN_IMAGES_BUILD: string } {
  return { GOLDEN_IMAGES_BUILD: JSON.stringify(buildId()) }
}
