import type { CronRule } from './rule.ts'
import { list } from './support/wording.ts'

export const platformMissing: CronRule = {
  id: 'platform-missing',
  severity: 'warning',
  scope: 'cron',
  summary: 'A DataImportCron of the input names no architecture, and VMs run on several.',
  why: "Of an image of several architectures CDI imports that of the node on which its importer happens to run. A VM that gets another architecture's node does not boot.",
  remediation:
    'Write one DataImportCron for each architecture, with `platform.architecture`, a `managedDataSource` of its own, and the label `template.kubevirt.io/architecture`, by which VMs take the architecture.',
  sources: [
    'containerized-data-importer, pkg/importer/transport.go, readImageSource',
    'kubevirt, pkg/defaults/defaults.go, setDefaultArchitectureFromDataSource',
  ],
  check: ({ name, spec, at, existing, workloadArchitectures = [] }) => {
    const registry = spec.template.spec.source?.registry
    if (!existing || !registry || registry.platform?.architecture || workloadArchitectures.length < 2) return []
    return [
      {
        path: at('spec.template.spec.source.registry'),
        message: `${name} imports the image of whatever node its importer runs on, and VMs run on ${list(workloadArchitectures)}; write \`platform: {architecture: ${workloadArchitectures[0]}}\` here, and a DataImportCron with a \`managedDataSource\` of its own for each other architecture`,
      },
    ]
  },
}
