/** How often a registry is asked: what a run costs. */
import { expect, test } from 'vitest'
import { askImage } from '../../src/registry/ask-image.ts'
import { limiter } from '../../src/registry/limiter.ts'
import { catalogue } from '../fixtures/registry/server/catalogue.mjs'
import { startRegistry } from '../fixtures/registry/server/server.mjs'
import { asReader, registries, TLS, tokens } from './loopback.ts'

const IMAGES = 20
const JOBS = 8

test('a refresh is one HEAD for an image and one token for a repository, once somebody has been challenged', async () => {
  const store = catalogue({ fleet: IMAGES })
  const server = await startRegistry({ store, tls: TLS, auth: 'bearer', tokens: tokens() })
  const all = registries(asReader)
  const inTurn = limiter(JOBS)
  const answers = await Promise.all(
    Array.from({ length: IMAGES }, (_, n) => {
      const digest = store.tags.get(`fleet/image-${n}:latest`) ?? ''
      const request = {
        host: server.address,
        repository: `fleet/image-${n}`,
        reference: 'latest',
        asked: [],
        known: { digest },
      }
      return inTurn(() => askImage(all, [], request, {}))
    }),
  )
  await server.close()
  expect(answers.map(({ kind }) => kind)).toEqual(Array(IMAGES).fill('unchanged'))
  const heads = server.requests.filter(({ method }) => method === 'HEAD').length
  expect(heads).toBeLessThanOrEqual(IMAGES + JOBS)
  expect(server.requests.length - heads).toBe(IMAGES)
  expect(server.requests.some(({ url }) => url.includes('/blobs/'))).toBe(false)
})
