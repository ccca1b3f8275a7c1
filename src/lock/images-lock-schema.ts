import * as z from 'zod'
import { OWN_API_VERSION } from '../cluster/kinds.ts'
import type { JsonObject } from '../json/json.ts'
import type { LockProblem } from './images-lock.ts'

const imageProblem = z.strictObject({
  code: z
    .enum([
      'not-found',
      'not-an-image',
      'unreadable',
      'too-large',
      'digest-mismatch',
      'config-contradicts',
      'variant-unusable',
      'platform-unreadable',
      'bootc',
    ])
    .describe('Why an architecture, or the whole image, can not be imported.'),
  architecture: z.string().optional().describe('The one that is concerned; absent: all.'),
  config: z.string().optional().describe("What the image's configuration says instead; empty: nothing."),
})

const lockedImage = z.strictObject({
  url: z
    .string()
    .regex(/^docker:/, 'must be an address that begins with `docker:`')
    .describe('As the template has it, letter by letter: the key.'),
  digest: z
    .string()
    .regex(/^sha(256|384|512):[0-9a-f]{64,128}$/, 'must be a digest: `sha256:` and 64 hexadecimal digits')
    .optional()
    .describe('Of the bytes that the address led to. Absent when there is no such image.'),
  mediaType: z
    .enum([
      'application/vnd.oci.image.index.v1+json',
      'application/vnd.docker.distribution.manifest.list.v2+json',
      'application/vnd.oci.image.manifest.v1+json',
      'application/vnd.docker.distribution.manifest.v2+json',
    ])
    .optional()
    .describe('Whether it is a list or one image.'),
  architectures: z
    .array(z.string().regex(/^[A-Za-z0-9_]{1,32}$/, 'must be the name of an architecture'))
    .describe('What CDI could import, sorted.'),
  since: z
    .string()
    .regex(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
      'must be a date and a time as in `2026-11-27T12:00:00Z`',
    )
    .describe('When this digest was first seen. Stays while the digest stays.'),
  via: z.string().optional().describe('The mirror that answered, when it was not the host of the address.'),
  problems: z.array(imageProblem).max(20).optional(),
})

const lockedStream = z.strictObject({
  namespace: z.string(),
  name: z.string(),
  tag: z.string(),
  url: z.string(),
  importMode: z.enum(['Legacy', 'PreserveOriginal']).optional(),
})

/** What the registries had for each address, when somebody last asked. */
export const imagesLockSchema = z
  .strictObject({
    apiVersion: z.literal(OWN_API_VERSION),
    kind: z.literal('ImagesLock'),
    metadata: z.looseObject({ name: z.string().optional() }).optional(),
    spec: z.strictObject({
      images: z.array(lockedImage).describe('Sorted by address.'),
      imageStreams: z.array(lockedStream).optional().describe('Where the tags of ImageStreams of the input lead.'),
    }),
  })
  .describe('What the registries had for the images of a package: written by `golden-images images lock`.')

/** Where an item is none, by path within it. */
export function describeImagesLock(item: JsonObject): LockProblem[] {
  const issues = imagesLockSchema.safeParse(item).error?.issues ?? []
  return issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), message }))
}
