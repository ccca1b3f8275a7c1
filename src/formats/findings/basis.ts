import type { ReleaseOfClusters } from '../../explanation/release.ts'
import { printable } from '../text/printable.ts'
import { tellProductSet, tellRelease, tellWhere } from '../text/release-text.ts'
import { describeFilesRead, type FilesRead } from './files-read.ts'
import { nameFile } from './place.ts'

/** Something that nobody reads, though it stands among what is read. */
export interface LeftOut {
  readonly path: string
  /** The end of a sentence about it. */
  readonly reason: string
}

/** A configuration that counted, one of several. */
export interface ConfigurationUse {
  /** `''` is standard input; absent: what holds without any. */
  readonly file?: string
  /** The files that it extends, the nearest first; absent for none. */
  readonly extends?: readonly string[]
  /** For which it counted; none: for what concerns no cluster alone. */
  readonly clusters: readonly string[]
}

/** What an answer rests on, beside the manifests: whoever reads it must be able to tell. */
export interface Basis {
  /** The file of the configuration that counted for everything; `''` is standard input. Absent: none did. */
  readonly configuration?: string
  /** The files that it extends, the nearest first; absent for none. */
  readonly extends?: readonly string[]
  /** Where more than one counted, or none for some clusters. */
  readonly configurations?: readonly ConfigurationUse[]
  /** The ids of the rules that a configuration switches off. */
  readonly rulesOff?: readonly string[]
  readonly leftOut?: readonly LeftOut[]
  /** The releases that the answer holds for. */
  readonly releases?: readonly ReleaseOfClusters[]
  /** Of folders that were searched. */
  readonly read?: FilesRead
}

/** One thing to say of it: `configuration`, and `golden-images.yaml`. */
interface Remark {
  readonly name: string
  readonly value: string
}

const MOST = 5

/** All that is to be said; a few of many are named. */
export function remarksOn(
  { configuration, configurations = [], rulesOff = [], leftOut = [], releases = [], read, ...basis }: Basis,
  most = read?.isListed ? Number.POSITIVE_INFINITY : MOST,
): Remark[] {
  const few = (words: readonly string[], separator: string) => firstOf(words, separator, most)
  const sets = releases.flatMap((one) => tellProductSet(one).map((set) => tellWhere(one, releases) + set))
  const versions = releases.map((one) => tellWhere(one, releases) + tellRelease(one))
  const uses = configurations.map((use) => tellUse(use, most))
  return [
    ...(versions.length === 0 ? [] : [{ name: 'release', value: few(versions.map(printable), '; ') }]),
    ...(sets.length === 0 ? [] : [{ name: 'common templates', value: few(sets.map(printable), '; ') }]),
    ...(configuration === undefined ? [] : [{ name: 'configuration', value: tellFile(configuration, basis.extends) }]),
    ...(uses.length === 0 ? [] : [{ name: 'configurations', value: few(uses, '; ') }]),
    ...(rulesOff.length === 0 ? [] : [{ name: 'rules off', value: few(rulesOff.map(printable), ', ') }]),
    ...(leftOut.length === 0 ? [] : [{ name: 'left out', value: few(leftOut.map(tell), '; ') }]),
    ...(read ? describeFilesRead(read).map((value) => ({ name: 'read', value })) : []),
  ]
}

/** A line for each of them. */
export function describeBasis(basis: Basis, most?: number): string[] {
  return remarksOn(basis, most).map(({ name, value }) => `${name}: ${value}`)
}

export function printBasis(basis: Basis): string {
  return describeBasis(basis)
    .map((line) => `${line}\n`)
    .join('')
}

/** `clusters/edge/golden-images.yaml, which extends golden-images.yaml` */
function tellFile(file: string, extended: readonly string[] = []): string {
  const [own = '', ...others] = [file, ...extended].map((one) => printable(nameFile(one)))
  return [own, ...others].join(', which extends ')
}

function tellUse({ file, clusters, ...use }: ConfigurationUse, most: number): string {
  const names = clusters.length === 0 ? 'what concerns no cluster alone' : firstOf(clusters.map(printable), ', ', most)
  return `${file === undefined ? 'none' : tellFile(file, use.extends)} for ${names}`
}

function tell({ path, reason }: LeftOut): string {
  return printable(`${path} ${reason}`)
}

function firstOf(words: readonly string[], separator: string, most: number): string {
  const more = words.length - most
  return more > 0 ? [...words.slice(0, most), `and ${more} more`].join(separator) : words.join(separator)
}
