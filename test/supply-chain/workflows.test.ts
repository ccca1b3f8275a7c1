/** What the workflows run of others is named by what it is: an action by its commit, a base image by its digest. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'

const FOLDER = '.github/workflows'
const FILES = readdirSync(FOLDER)
const PINNED = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/
const OWN = /uses: \.\//

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const workflowSchema = z.looseObject({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({ permissions: z.record(z.string(), z.string()).optional(), steps: z.array(stepSchema).default([]) }),
  ),
})

test.for(FILES)('%s names each action by its commit, with the version that it is', (file) => {
  const lines = read(file)
    .split('\n')
    .filter((line) => /\buses:/.test(line) && !OWN.test(line))
  expect(lines).not.toEqual([])
  for (const line of lines) expect(line).toMatch(PINNED)
})

test('one action has one commit everywhere', () => {
  const commits = new Map<string, Set<string>>()
  for (const [, name = '', commit = ''] of FILES.flatMap((file) => [...read(file).matchAll(/uses: ([^@\s]+)@(.*)/g)]))
    commits.set(name, (commits.get(name) ?? new Set()).add(commit))
  for (const [name, of] of commits) expect([name, ...of]).toHaveLength(2)
})

test.for(FILES)('%s may only read, but for jobs that say more; nothing keeps the credentials of a checkout', (file) => {
  const { permissions, jobs } = workflowSchema.parse(parse(read(file)))
  expect(permissions).toEqual({ contents: 'read' })
  const steps = Object.values(jobs).flatMap((job) => job.steps)
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts).not.toEqual([])
  for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false })
  const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'))
  // Only a tag starts these.
  expect(writing.map(([name]) => name)).toEqual(file === 'release.yaml' ? ['image', 'npm', 'release'] : [])
})

test.for(FILES)('%s downloads nothing but by a package manager or against a checksum', (file) => {
  const { jobs } = workflowSchema.parse(parse(read(file)))
  const scripts = Object.values(jobs).flatMap((job) => job.steps.flatMap(({ run }) => run ?? []))
  for (const script of scripts.filter((text) => /\b(?:curl|wget)\b/.test(text))) {
    expect(script).toMatch(/sha256sum --check/)
  }
  for (const version of scripts.flatMap((text) => [...text.matchAll(/go install .*@(.*)/g)].map(([, name]) => name))) {
    expect(version).not.toMatch(/^(?:latest|main|master)\b/)
  }
})

test("the image's base is nothing, or held by its digest", () => {
  const bases = [...readFileSync('functions/golden-images/Dockerfile', 'utf8').matchAll(/^FROM (.*)$/gm)]
  expect(bases).not.toEqual([])
  for (const [, base] of bases) expect(base).toMatch(/^scratch$|@sha256:[0-9a-f]{64}/)
})

function read(file: string): string {
  return readFileSync(`${FOLDER}/${file}`, 'utf8')
}
