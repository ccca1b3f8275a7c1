import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { parseRegistryUrl } from '../../operators/cdi/registry-reference.ts'
import { templateName } from '../../operators/hco/template.ts'

/** Nobody reads more of them, and there can be as many findings as words. */
const MOST_WORDS = 10
/** Kubernetes' longest name, in quotes. */
const LONGEST_WORD = 255

/** `amd64, arm64`; `none` for nothing; of many the first ones, and how many more there are. */
export function list(words: readonly string[], most = MOST_WORDS): string {
  return words.length === 0 ? 'none' : firstOf(words, most, shorten)
}

/** The first three, quoted, and how many more there are. */
export function some(names: readonly string[]): string {
  return list(names.map(quote), 3)
}

/** `"a", "b" and "c"`; of many the first ones, and how many more there are. */
export function few(names: readonly string[], most = 3): string {
  return names.length > most ? firstOf(names, most, quote) : enumerate(names.map(quote))
}

function firstOf(words: readonly string[], most: number, show: (word: string) => string): string {
  const shown = words.slice(0, most).map(show).join(', ')
  return words.length > most ? `${shown} and ${words.length - most} more` : shown
}

/** `a, b and c` */
export function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** `1 node`, `2 nodes` */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`
}

function shorten(word: string): string {
  return word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word
}

/** `this cluster runs VMs on amd64, arm64` */
export function whereVmsRun(architectures: readonly string[]): string {
  return architectures.length > 0
    ? `this cluster runs VMs on ${list(architectures)}`
    : 'this cluster has no node of a known architecture for VMs'
}

export function quote(value: string): string {
  return JSON.stringify(value)
}

/** `template "a" (DataSource "b")` */
export function nameTemplate(template: DataImportCronTemplate): string {
  return `template ${quote(templateName(template))} (DataSource ${quote(template.spec?.managedDataSource ?? '')})`
}

/** How to find out which architectures the template's image has. */
export function howToLookUp(template: DataImportCronTemplate): string {
  const { registry, pvc } = template.spec?.template.spec.source ?? {}
  if (registry?.url !== undefined && parseRegistryUrl(registry.url).ok) {
    return `Look them up with \`podman manifest inspect ${registry.url.slice('docker://'.length)}\`.`
  }
  if (registry?.imageStream !== undefined) {
    return `Look them up with \`oc get imagestream ${registry.imageStream} -o yaml\`.`
  }
  if (pvc) return `Ask for which architecture the volume "${pvc.namespace}/${pvc.name}" was made.`
  return 'Look them up in the image.'
}
