/** Nothing that is elsewhere is fetched, wherever a kustomization names it. */
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildFound } from '../../../src/cli/sources/build-found.ts'
import { findManifests } from '../../../src/cli/sources/find-manifests.ts'
import { build } from '../../../src/cli/sources/kustomize/builder.ts'
import { KUSTOMIZES, orSkip } from '../../examples/tools.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { BUILDERS } from './builders.ts'

let folder: Folder
let server: Server
let requests: string[]

beforeAll(async () => {
  folder = makeFolder()
  requests = []
  server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => {
  server.close()
  rmSync(folder.path, { recursive: true, force: true })
})

const TRANSFORMER = (field: string) => `transformers:
- |-
  apiVersion: builtin
  kind: PatchTransformer
  metadata: {name: patch}
  target: {kind: HyperConverged}
  ${field}
`

function kustomizations(): string[] {
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/x.yaml`
  return [
    ...['resources', 'bases', 'components', 'generators', 'transformers', 'validators'].flatMap((list) => [
      `${list}: ["${url}"]`,
      `${list}: ["${url.replace('/x.yaml', '//clusters?ref=main')}"]`,
      `${list}: [github.com/example/clusters//base?ref=main]`,
      `${list}: ["git@127.0.0.1:example/clusters.git"]`,
    ]),
    `Resources: ["${url}"]`,
    `patches: [{path: "${url}"}]`,
    `patchesStrategicMerge: ["${url}"]`,
    `patchesJson6902: [{path: "${url}", target: {kind: HyperConverged, version: v1beta1, name: x}}]`,
    `replacements: [{path: "${url}"}]`,
    `configurations: ["${url}"]`,
    `crds: ["${url}"]`,
    `openapi: {path: "${url}"}`,
    `configMapGenerator: [{name: x, files: ["a=${url}"]}]`,
    `configMapGenerator: [{name: x, envs: ["${url}"]}]`,
    `secretGenerator: [{name: x, env: "${url}"}]`,
    TRANSFORMER(`path: "${url}"`),
    'helmCharts: [{name: x, repo: "https://charts.example.com", version: 1.0.0}]',
  ]
}

test('what is elsewhere is an error', async () => {
  const all = kustomizations()
  for (const [index, text] of all.entries()) {
    folder.write(`${index}/kustomization.yaml`, `${text}\nnamePrefix: x-HyperConverged\n`)
  }
  const { items, problems } = await buildFound(
    await findManifests([folder.path]),
    KUSTOMIZES[0]?.folder().concat('/kustomize'),
  )
  expect(items).toEqual([])
  expect(problems.map(({ cause }) => cause)).toEqual(all.map(() => 'kustomization-not-built'))
  expect(requests).toEqual([])
})

test.for(BUILDERS)('should one be overlooked, $name gets no answer', async ({ missing, program }, { skip }) => {
  if (missing !== undefined) skip(missing)
  const builder = orSkip(program, skip)
  const { port } = server.address() as AddressInfo
  for (const [index, entry] of [`http://127.0.0.1:${port}/x.yaml`, 'git::http://127.0.0.1:1/x.git'].entries()) {
    folder.write(`over/${index}/kustomization.yaml`, `resources: ["${entry}"]\n`)
    const words = builder === 'kubectl' ? ['kustomize'] : ['build']
    const built = await build({ program: builder, words }, folder.at(`over/${index}`))
    expect(built.ok).toBe(false)
  }
})
