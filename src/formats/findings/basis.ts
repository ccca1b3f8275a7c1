import type { ReleaseOfClusters } from '../../explanation/release.ts'
import { printable } from '../text/printable.ts'
import { tellProductSet, tellRelease, tellWhere } from '../text/release-text.ts'
import { nameFile } from './place.ts'

/** Something that nobody reads, though it stands among what is read. */
export interface LeftOut {
  readonly path: string
  /** The end of a sentence about it. */
  readonly reason: string
}

/** What an answer rests on, beside the manifests: whoever reads it must be able to tell. */
export interface Basis {
  /** The file of the configuration that counted; `''` is standard input. Absent: none did. */
  readonly configuration?: string
  /** The ids of the rules that it switches off. */
  readonly rulesOff?: readonly string[]
  readonly leftOut?: readonly LeftOut[]
  /** The releases that the answer holds for. */
  readonly releases?: readonly ReleaseOfClusters[]
}

/** One thing to say of it: `configuration`, and `golden-images.yaml`. */
interface Remark {
  readonly name: string
  readonly value: string
}

const MOST = 5

/** All that is to be said; a few of many are named. */
export function remarksOn({ configuration, rulesOff = [], leftOut = [], releases = [] }: Basis): Remark[] {
  const sets = releases.flatMap((one) => tellProductSet(one).map((set) => tellWhere(one, releases) + set))
  const versions = releases.map((one) => tellWhere(one, releases) + tellRelease(one))
  return [
    ...(versions.length === 0 ? [] : [{ name: 'release', value: few(versions.map(printable), '; ') }]),
    ...(sets.length === 0 ? [] : [{ name: 'common templates', value: few(sets.map(printable), '; ') }]),
    ...(configuration === undefined ? [] : [{ name: 'configuration', value: printable(nameFile(configuration)) }]),
    ...(rulesOff.length === 0 ? [] : [{ name: 'rules off', value: few(rulesOff.map(printable), ', ') }]),
    ...(leftOut.length === 0 ? [] : [{ name: 'left out', value: few(leftOut.map(tell), '; ') }]),
  ]
}

/** A line for each of them. */
export function describeBasis(basis: Basis): string[] {
  return remarksOn(basis).map(({ name, value }) => `${name}: ${value}`)
}

export function printBasis(basis: Basis): string {
  return describeBasis(basis)
    .map((line) => `${line}\n`)
    .join('')
}

function tell({ path, reason }: LeftOut): string {
  return printable(`${path} ${reason}`)
}

function few(words: readonly string[], separator: string): string {
  const more = words.length - MOST
  return more > 0 ? [...words.slice(0, MOST), `and ${more} more`].join(separator) : words.join(separator)
}
