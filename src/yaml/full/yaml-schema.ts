import { type ScalarTag, Schema, type Tags } from 'yaml'
import { chooseStringStyle, escapeForOldReaders } from '../print/choose-string-style.ts'

/** YAML 1.2's core schema and merge keys, whatever a `%YAML` directive says: what Kubernetes' users write. */
export const READING = new Schema({ schema: 'core', merge: true, customTags: keepSource })

/** Without merge keys: a key that really is the string `<<` must not be printed as one. */
export const PRINTING = new Schema({ schema: 'core', customTags: keepSource })

function keepSource(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === 'string' || tag.collection !== undefined) return tag
    if (tag.tag === 'tag:yaml.org,2002:str') return printedForAllReaders(tag)
    const isNumber = tag.tag === 'tag:yaml.org,2002:int' || tag.tag === 'tag:yaml.org,2002:float'
    return isNumber ? printedAsRead(tag) : tag
  })
}

/** Numbers that were read are printed as they were written: `1.0`, `0x1F`, `12345678901234567890`. */
function printedAsRead(tag: ScalarTag): ScalarTag {
  return {
    ...tag,
    stringify: (item, ctx, onComment, onChompKeep) =>
      item.source ?? tag.stringify?.(item, ctx, onComment, onChompKeep) ?? String(item.value),
  }
}

/** Strings that were read keep their style; all others get one that YAML 1.1 and 1.2 read alike. */
function printedForAllReaders(tag: ScalarTag): ScalarTag {
  return {
    ...tag,
    stringify: (item, ctx, onComment, onChompKeep) => {
      const text = String(item.value)
      if (item.type === undefined) item.type = chooseStringStyle(text, ctx.options.blockQuote === 'literal')
      const printed = tag.stringify?.(item, ctx, onComment, onChompKeep) ?? JSON.stringify(text)
      return printed.startsWith('"') ? escapeForOldReaders(printed) : printed
    },
  }
}
