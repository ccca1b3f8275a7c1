import { describe, expect, test } from 'vitest'
import { readNode } from '../../src/cluster/node.ts'
import { findRelease, NEWEST_RELEASE } from '../../src/cluster/release.ts'
import { readTemplate } from '../../src/cluster/typed-template.ts'
import { UPSTREAM_TEMPLATES } from '../../src/cluster/upstream-templates.ts'
import { templateStatus } from '../../src/operators/hco/template-status.ts'
import { isPointer, type PlannedDataSource } from '../../src/operators/ssp/data-sources.ts'
import { type Circumstances, type Prediction, predict } from '../../src/prediction/predict.ts'
import { asSet, type ConformanceCase, readCases } from '../conformance-case.ts'

describe.for(['named', 'operators', 'releases', 'placement'] as const)('what the operators answered: %s', (file) => {
  test.for(readCases(file).map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const goldenImagesNamespace = input.goldenImagesNamespace ?? 'kubevirt-os-images'
    const prediction = predict(input.hyperConverged, circumstancesOf(input, goldenImagesNamespace))
    expect(prediction.refusals.map(({ cause }) => cause)).toEqual(
      expected.accepted ? [] : expect.arrayContaining([expect.any(String)]),
    )
    if (!expected.accepted) return

    const { operation } = prediction
    expect(operation?.nodeInformation).toEqual(expected.nodeInfo)
    if (file === 'placement') return
    expect(operation?.multiArch).toBe(expected.multiArch)
    expect(operation?.templates.map(templateStatus)).toEqual(expected.templates)
    expect(asSet(operation?.alerts.map(({ alert, labels }) => ({ alert, labels })))).toEqual(asSet(expected.alerts))

    const refusal = operation?.ssp.refusal
    expect({ accepted: refusal === undefined, ...(refusal && { message: refusal }) }).toEqual({
      accepted: expected.ssp?.accepted,
      ...(expected.ssp?.message && { message: expected.ssp.message }),
    })
    if (expected.ssp?.error !== undefined) {
      expect(operation?.ssp.images).toBeUndefined()
      return
    }
    expectImages(prediction, expected, goldenImagesNamespace)
  })
})

function expectImages({ operation }: Prediction, expected: ConformanceCase['expected'], namespace: string): void {
  const images = operation?.ssp.images
  if (!expected.ssp?.accepted) return
  if (expected.nondeterministic) {
    const clashes = images?.nameClashes.map(
      ([first]) => `${first?.cron.metadata.namespace}/${first?.cron.metadata.name}`,
    )
    expect(asSet(clashes)).toEqual(asSet(expected.nameClashes))
    return
  }
  expect(images?.nameClashes).toEqual([])
  expect(images?.crons.map(({ cron }) => cron)).toEqual(expected.dataImportCrons)
  expect(asSet(images?.dataSources.map((dataSource) => asRecorded(dataSource, namespace)))).toEqual(
    asSet(expected.dataSources),
  )
  expect(
    images?.crons.map(({ cron: { metadata }, admission }) => ({
      name: metadata.name,
      namespace: metadata.namespace,
      admitted: admission.admitted,
    })),
  ).toEqual(expected.admission?.map(({ name, namespace: at, admitted }) => ({ name, namespace: at, admitted })))
}

function circumstancesOf(input: ConformanceCase['input'], goldenImagesNamespace: string): Circumstances {
  const nodes = input.nodes.map(readNode)
  return {
    release: findRelease(input.hyperconvergedVersion ?? '') ?? NEWEST_RELEASE,
    inventory:
      nodes.length > 0
        ? { source: 'nodes', nodes }
        : { source: 'configuration', architectures: { workload: [], controlPlane: [] } },
    commonTemplates: input.commonTemplates?.map(readTemplate) ?? UPSTREAM_TEMPLATES,
    goldenImagesNamespace,
  }
}

function asRecorded(dataSource: PlannedDataSource, namespace: string): object {
  if (!isPointer(dataSource)) return { namespace, ...dataSource }
  return { namespace, name: dataSource.name, pointsTo: dataSource.pointsTo }
}
