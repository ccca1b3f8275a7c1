import type { JsonObject, JsonValue, PathStep } from '../json/json.ts'
import type { Fields } from '../yaml/fields.ts'
import type { KrmResult } from './krm-result.ts'
import type { Origin } from './origin.ts'
import type { TextScan } from './text-scan.ts'

/** A text that was read. */
export interface Source {
  /** `''` for standard input. */
  readonly file: string
  readonly text: string
}

/** An item as far as all are alike, whatever its kind: where it stands, and what it is called. */
export interface NamedItem {
  readonly source: Source
  /** Place among the items of its source, from 0. */
  readonly index: number
  /** Undefined where it is absent or not a string. */
  readonly apiVersion: string | undefined
  readonly kind: string | undefined
  /**
   * The item's part of the source as it stands. By itself it is a YAML document (or JSON): the object, or a list of this one
   * object (`- apiVersion: …`, with the comment directly above it).
   */
  readonly text: string
  /** Where `text` starts in the source. */
  readonly offset: number
  /** Where it stands in a document that holds it, as a Policy does; undefined for a document, or an item of a ResourceList. */
  readonly within?: readonly PathStep[] | undefined
  /** How it came about, when its value is not what its text says. */
  readonly origin?: Origin
  /** As it is written; throws as `value` of an item does. */
  metadata(): JsonValue | undefined
}

export interface Item extends NamedItem {
  /**
   * The parsed value, parsed on the first call only; anchors, aliases and merge keys are resolved.
   * Throws an InputError for an item that the reader was not told to need and whose text is broken.
   */
  value(): JsonObject
}

export interface Output {
  readonly dropped: ReadonlySet<Item>
  /** Members that are undefined are not there. */
  readonly emitted: readonly object[]
  readonly results: readonly KrmResult[]
}

export interface ResourceList {
  /** As written: `config.kubernetes.io/v1`, `…/v1beta1` or `…/v1alpha1`. */
  readonly apiVersion: string
  readonly items: readonly Item[]
  /** Those of the items that somebody asked for. */
  readonly needed: readonly Item[]
  readonly functionConfig: JsonObject | undefined
  /** The output ResourceList as text: what is neither dropped nor replaced stays as it was written. */
  write(output: Output): string
}

export type ReadResult = { ok: true; list: ResourceList } | { ok: false; message: string }

/**
 * Tells by its header what somebody will ask of an item's value; such items are parsed while reading. Their value may
 * have other fields, or not; what is not asked for is not validated.
 */
export type Needs = (apiVersion: string | undefined, kind: string | undefined) => Fields | false

export interface ReadOptions {
  /** Items that hold this word are needed, too, whatever they are. */
  readonly mention?: string
  /** Without it the text is scanned as by `scanText`. */
  readonly scan?: TextScan
}
