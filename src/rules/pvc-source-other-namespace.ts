import type { CronRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const pvcSourceOtherNamespace: CronRule = {
  id: 'pvc-source-other-namespace',
  severity: 'warning',
  scope: 'cron',
  summary: 'A volume of another namespace is cloned, which needs a permission there.',
  why: "CDI asks whether the service account of the DataImportCron, `default` when it names none, may clone volumes of the other namespace: create `datavolumes/source` there. As long as it may not, nothing is imported, and the DataImportCron's conditions say NotAuthorized.",
  remediation:
    'Give the service account the permission in the namespace of the volume, by a RoleBinding, or keep the volume in the same namespace.',
  sources: ['containerized-data-importer, pkg/controller/dataimportcron-controller.go, authorizeCloneDataVolume'],
  check: ({ name, spec, at, namespace }) => {
    const pvc = spec.template.spec.source?.pvc
    if (!pvc || pvc.namespace === '' || pvc.namespace === namespace) return []
    return [
      {
        path: at('spec.template.spec.source.pvc.namespace'),
        currentValue: pvc.namespace,
        message: `${name} clones a volume of ${quote(pvc.namespace)}: the service account ${quote(`${namespace}/${spec.serviceAccountName ?? 'default'}`)} must be allowed to create \`datavolumes/source\` there, or nothing is imported`,
      },
    ]
  },
}
