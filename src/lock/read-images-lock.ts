import type { JsonObject } from '../json/json.ts'
import { isImagesLock } from './images-lock.generated.js'
import type { LockResult } from './images-lock.ts'
import { describeImagesLock } from './images-lock-schema.ts'

/** An item of kind ImagesLock. */
export function readImagesLock(item: JsonObject): LockResult {
  if (!isImagesLock(item)) return { ok: false, problems: describeImagesLock(item) }
  const { images, imageStreams = [] } = item.spec
  return { ok: true, lock: { images, imageStreams } }
}
