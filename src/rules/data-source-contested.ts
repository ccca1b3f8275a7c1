import type { Problem } from '../findings/finding.ts'
import { groupBy } from '../json/group-by.ts'
import { isPointer } from '../operators/ssp/data-sources.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ExistingCron } from '../prediction/existing-crons.ts'
import { isMade } from '../prediction/predict-cluster.ts'
import type { PackageRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'
import { nameExisting, ownCrons } from './support/written-crons.ts'

export const dataSourceContested: PackageRule = {
  id: 'data-source-contested',
  severity: 'error',
  scope: 'package',
  summary: 'A DataImportCron of the input manages a DataSource that another one, or SSP, has.',
  why: 'CDI serves the DataImportCron that it sees first and leaves the other one alone, with the event ErrDataSourceAlreadyManaged: nothing is imported for it. SSP takes the label of the DataImportCron from a DataSource that is a pointer, or a volume of its name, and writes its own source over what CDI put there; that is a warning where SSP makes no pointer, since it runs on OpenShift and OKD alone.',
  remediation: 'Give every DataImportCron a `managedDataSource` of its own, for each architecture with its suffix.',
  sources: [
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, shouldReconcileCron',
    'ssp-operator, internal/operands/data-sources/reconcile.go, reconcileDataSource',
  ],
  check: ({ clusters, existingCrons }) => {
    const own = ownCrons(clusters, existingCrons).filter(({ template }) => template.spec?.managedDataSource)
    return [
      ...groupBy(own, (cron) => JSON.stringify([cron.cluster ?? null, namespaceOf(cron), dataSourceOf(cron)])).values(),
    ].flatMap(([first, ...others]) => [...contestedBySsp(first), ...others.flatMap((cron) => contestedBy(cron, first))])
  },
}

/** Two of one name are one object. */
function contestedBy(cron: ExistingCron, first: ExistingCron): Problem[] {
  const { name } = cron.template.metadata
  if (name === first.template.metadata.name) return []
  return [
    {
      ...whereIs(cron),
      message: `${nameExisting(cron)} manages a DataSource that ${nameExisting(first)} manages as well: CDI serves the first of them that it sees, and nothing is imported for the other; ${advise(cron, first)}`,
    },
  ]
}

/** One for each architecture wants a DataSource for each. */
function advise(cron: ExistingCron, first: ExistingCron): string {
  const [one, other] = [first, cron].map(
    ({ template }) => template.spec?.template.spec.source?.registry?.platform?.architecture,
  )
  const name = dataSourceOf(cron)
  return one && other && one !== other
    ? `write ${quote(`${name}-${one}`)} for one and ${quote(`${name}-${other}`)} for the other`
    : 'give one of them another `managedDataSource`'
}

function contestedBySsp(cron: ExistingCron): Problem[] {
  const { owner } = cron
  if (!owner || !isMade(owner)) return []
  const { prediction, goldenImagesNamespace } = owner
  const [namespace, name] = [namespaceOf(cron), dataSourceOf(cron)]
  const rival = handedCrons(prediction.crons).find(
    (made) => made.cron.metadata.namespace === namespace && made.cron.spec.managedDataSource === name,
  )
  if (rival) {
    // What has the name of one that is emitted is told by itself.
    if (rival.cron.metadata.name === cron.template.metadata.name) return []
    return [
      {
        ...whereIs(cron),
        message: `${nameExisting(cron)} manages a DataSource that ${quote(rival.cron.metadata.name)} of ${nameTemplate(rival.source.template)} manages as well: CDI serves the first of them that it sees, and nothing is imported for the other; give this one another \`managedDataSource\`, or remove it`,
      },
    ]
  }
  const made = namespace === goldenImagesNamespace && prediction.dataSources.find((one) => one.name === name)
  if (!made) return []
  return [
    {
      ...whereIs(cron),
      ...(!isPointer(made) && { severity: 'warning' }),
      message: `${nameExisting(cron)} manages a DataSource that SSP makes ${
        isPointer(made) ? `a pointer to ${quote(made.pointsTo)}` : 'for a volume of that name'
      } where it runs: each writes over what the other wrote; give this one another \`managedDataSource\`, or another namespace`,
    },
  ]
}

function whereIs(cron: ExistingCron) {
  const { item, cluster } = cron
  const currentValue = dataSourceOf(cron)
  return { item, path: 'spec.managedDataSource', currentValue, ...(cluster !== undefined && { cluster }) }
}

function namespaceOf({ template }: ExistingCron): string {
  return template.metadata.namespace ?? 'default'
}

function dataSourceOf({ template }: ExistingCron): string {
  return template.spec?.managedDataSource ?? ''
}
