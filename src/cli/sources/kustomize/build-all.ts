import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../../json/json.ts'
import { type Builder, type Built, build } from './builder.ts'
import { failureWords } from './failure-words.ts'
import type { Forest } from './forest.ts'
import { writeCopy } from './write-copy.ts'

const MOST_AT_ONCE = 8

/** The copied tree, as an overlay beside it names it. */
export const COPY = '../../tree'

/**
 * Builds roots from a copy in a folder for temporary files, which is gone afterwards. Each is the only resource of an
 * overlay that asks for every item's file. `values` are the kustomizations as they are copied.
 */
export async function buildAll(
  builder: Builder,
  roots: readonly string[],
  forest: Forest,
  values: ReadonlyMap<string, JsonObject>,
  show: (path: string) => string,
): Promise<Map<string, Built>> {
  const built = new Map<string, Built>()
  if (roots.length === 0) return built
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'golden-images-'))
  try {
    writeCopy(forest, values, join(copy, 'tree'))
    const results = await inTurn(roots, async (root, index) => {
      const overlay = join(copy, 'overlays', String(index))
      mkdirSync(overlay, { recursive: true })
      const value = { resources: [root === '' ? COPY : `${COPY}/${root}`], buildMetadata: ['originAnnotations'] }
      writeFileSync(join(overlay, 'kustomization.yaml'), JSON.stringify(value))
      const result = await build(builder, overlay)
      return result.ok ? result : { ok: false as const, words: failureWords(result.words, copy, show) }
    })
    for (const [index, root] of roots.entries()) {
      const result = results[index]
      if (result) built.set(root, result)
    }
    return built
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** A few at once; the results in the order of what they are of. */
async function inTurn<T, R>(all: readonly T[], act: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const waiting = all.entries()
  const work = async () => {
    for (const [index, one] of waiting) results[index] = await act(one, index)
  }
  const workers = Math.min(all.length, availableParallelism(), MOST_AT_ONCE)
  await Promise.all(Array.from({ length: workers }, work))
  return results
}
