import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { filePath } from '../../src/cluster/item-location.ts'
import type { Candidate } from '../../src/emission/candidate.ts'
import type { Item } from '../../src/resource-list/read-resource-list.ts'
import { evaluateText } from '../rules/cases.ts'

const CASES = 'test/fixtures/emission'

test.for(readdirSync(CASES).sort())('%s', async (name) => {
  const { emission } = evaluateText(readFileSync(`${CASES}/${name}/input.yaml`, 'utf8'))
  const outline = {
    emitted: emission.emitted,
    dropped: [...emission.dropped].map(nameItem),
    orphaned: emission.orphaned.map(nameItem),
    taken: emission.taken.map(({ candidate, by }) => `${nameCandidate(candidate)}, by ${nameItem(by)}`),
    collisions: emission.collisions.map((group) => group.map(nameCandidate)),
  }
  await expect(stringify(outline, { lineWidth: 0 })).toMatchFileSnapshot(`../../${CASES}/${name}/expected.yaml`)
})

function nameItem(item: Item): string {
  const { namespace, name } = Object(item.metadata())
  const path = filePath(item)
  return `${item.apiVersion} ${item.kind} ${namespace}/${name}${path === undefined ? '' : ` in ${path}`}`
}

function nameCandidate({ cluster, item: { kind, metadata } }: Candidate): string {
  return `${kind} ${metadata.namespace}/${metadata.name} of ${JSON.stringify(cluster.items.name)}`
}
