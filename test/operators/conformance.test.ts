import { describe, expect, test } from 'vitest'
import { readNode } from '../../src/cluster/node.ts'
import { findRelease, NEWEST_RELEASE } from '../../src/cluster/release.ts'
import { readTemplate } from '../../src/cluster/typed-template.ts'
import { UPSTREAM_TEMPLATES } from '../../src/cluster/upstream-templates.ts'
import { templateStatus } from '../../src/operators/hco/template-status.ts'
import { UPSTREAM_DATA_SOURCES } from '../../src/operators/ssp/common-data-sources.ts'
import { isPointer, type PlannedDataSource } from '../../src/operators/ssp/data-sources.ts'
import { handedCrons } from '../../src/prediction/cron-outcomes.ts'
import { type Circumstances, predict } from '../../src/prediction/predict.ts'
import type { Made } from '../../src/prediction/prediction.ts'
import { asSet, type ConformanceCase, readCases } from '../conformance-case.ts'

describe.for(['named', 'operators', 'releases', 'placement'] as const)('what the operators answered: %s', (file) => {
  test.for(readCases(file).map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const goldenImagesNamespace = input.goldenImagesNamespace ?? 'kubevirt-os-images'
    const prediction = predict(input.hyperConverged, circumstancesOf(input, goldenImagesNamespace))
    expect(prediction.outcome === 'unreadable' || prediction.outcome === 'refused').toBe(!expected.accepted)
    if (prediction.outcome === 'unreadable' || prediction.outcome === 'refused') {
      expect(prediction.refusals).not.toEqual([])
      return
    }

    if (prediction.outcome === 'nodes-unknown') throw new Error('the nodes of every case are known')
    expect(prediction.nodeInformation).toEqual(expected.nodeInfo)
    if (file === 'placement') return
    expect(prediction.multiArch).toBe(expected.multiArch)
    expect(prediction.templates.flatMap(({ effective }) => (effective ? [templateStatus(effective)] : []))).toEqual(
      expected.templates,
    )
    expect(asSet(prediction.alerts.map(({ alert, labels }) => ({ alert, labels })))).toEqual(asSet(expected.alerts))

    expect({
      accepted: prediction.outcome !== 'ssp-refused',
      ...(prediction.outcome === 'ssp-refused' && { message: prediction.message }),
    }).toEqual({
      accepted: expected.ssp?.accepted,
      ...(expected.ssp?.message && { message: expected.ssp.message }),
    })
    expect(prediction.outcome === 'made').toBe(expected.ssp?.accepted === true && expected.ssp.error === undefined)
    if (prediction.outcome === 'made') expectImages(prediction, expected, goldenImagesNamespace)
  })
})

function expectImages({ crons, dataSources }: Made, expected: ConformanceCase['expected'], namespace: string): void {
  const handed = handedCrons(crons)
  const clashing = handed.filter(({ outcome }) => outcome === 'clashing')
  const names = clashing.map(({ cron: { metadata } }) => `${metadata.namespace}/${metadata.name}`)
  expect(asSet([...new Set(names)])).toEqual(asSet(expected.nondeterministic ? expected.nameClashes : []))
  if (expected.nondeterministic) return
  expect(handed.map(({ cron }) => cron)).toEqual(expected.dataImportCrons)
  expect(asSet(dataSources.map((dataSource) => asRecorded(dataSource, namespace)))).toEqual(asSet(expected.dataSources))
  expect(
    handed.map(({ cron: { metadata }, cause }) => ({
      name: metadata.name,
      namespace: metadata.namespace,
      admitted: cause === undefined,
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
    commonDataSources: UPSTREAM_DATA_SOURCES,
  }
}

function asRecorded(dataSource: PlannedDataSource, namespace: string): object {
  const { name } = dataSource
  if (isPointer(dataSource)) return { namespace, name, pointsTo: dataSource.pointsTo }
  return { namespace, name, ...(dataSource.cron === undefined ? { pvc: name } : { cron: dataSource.cron }) }
}
