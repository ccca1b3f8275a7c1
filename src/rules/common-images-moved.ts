import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterRule } from './rule.ts'
import { few, quote } from './support/wording.ts'

export const commonImagesMoved: ClusterRule = {
  id: 'common-images-moved',
  severity: 'warning',
  scope: 'made',
  summary: 'The common images are made in a namespace of their own, and the DataSources that VMs use are not.',
  why: 'HCO puts `commonBootImageNamespace` into the common templates, and CDI fills the DataSources there. With the switch off SSP makes the DataSources of its VM templates in the golden-images namespace all the same, for volumes of their names there, which nobody imports: a VM that names one finds no disk. What was imported before stays behind.',
  remediation:
    'Name the DataSources of the other namespace in VMs and templates, or leave `commonBootImageNamespace` out.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, GetDataImportCronTemplates',
    'ssp-operator, internal/operands/data-sources/reconcile.go, getDataSourceInfos',
  ],
  check: ({ prediction, goldenImagesNamespace }) => {
    const { commonBootImageNamespace: namespace, paths } = prediction.hyperConverged
    if (prediction.multiArch || namespace === '' || namespace === goldenImagesNamespace) return []
    const handed = handedCrons(prediction.crons)
    const filledIn = (one: string) =>
      new Set(
        handed.filter(({ cron }) => cron.metadata.namespace === one).map(({ cron }) => cron.spec.managedDataSource),
      )
    const [moved, here] = [filledIn(namespace), filledIn(goldenImagesNamespace)]
    const behind = prediction.dataSources.map(({ name }) => name).filter((name) => moved.has(name) && !here.has(name))
    const [first] = behind
    if (first === undefined) return []
    return [
      {
        path: paths.commonBootImageNamespace,
        currentValue: namespace,
        message: `the images are made in ${quote(namespace)}, and the DataSources ${few(behind.map((name) => `${goldenImagesNamespace}/${name}`))}, by which VMs and templates ask for them, find none; name ${quote(`${namespace}/${first}`)} there, or leave this field out`,
      },
    ]
  },
}
