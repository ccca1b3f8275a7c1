import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import { templateName } from '../operators/hco/template.ts'

/** `amd64, arm64`; `none` for nothing. */
export function list(words: readonly string[]): string {
  return words.length > 0 ? words.join(', ') : 'none'
}

/** The first few of many, quoted, and how many more there are. */
export function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(quote).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
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
  if (registry?.url?.startsWith('docker://')) {
    return `Look them up with \`podman manifest inspect ${registry.url.slice('docker://'.length)}\`.`
  }
  if (registry?.imageStream !== undefined) {
    return `Look them up with \`oc get imagestream ${registry.imageStream} -o yaml\`.`
  }
  if (pvc) return `Ask for which architecture the volume "${pvc.namespace}/${pvc.name}" was made.`
  return 'Look them up in the image.'
}
