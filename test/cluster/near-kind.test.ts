import { expect, test } from 'vitest'
import { findMeantKind } from '../../src/cluster/near-kind.ts'

test.each([
  ['hco.kubevirt.io/v1beta1', 'HyperConverge', 'hco.kubevirt.io/v1beta1', 'HyperConverged'],
  ['hco.kubevirt.io/v1beta1', 'Hyperconverged', 'hco.kubevirt.io/v1beta1', 'HyperConverged'],
  ['hco.kubevirt.io/v1', 'hyperconverged', 'hco.kubevirt.io/v1', 'HyperConverged'],
  ['hco.kubevirt.io/v1beta1', 'HyperConvegred', 'hco.kubevirt.io/v1beta1', 'HyperConverged'],
  ['hco.kubevirt.com/v1beta1', 'HyperConverged', 'hco.kubevirt.io/v1beta1', 'HyperConverged'],
  ['hco.kubevirt.com/v1', 'HyperConverge', 'hco.kubevirt.io/v1', 'HyperConverged'],
  ['hco.kubevirt.io', 'HyperConverged', 'hco.kubevirt.io/v1beta1', 'HyperConverged'],
  ['kubevirt.io/v1', 'HyperConverged', 'hco.kubevirt.io/v1', 'HyperConverged'],
  ['v1', 'HyperConverged', 'hco.kubevirt.io/v1', 'HyperConverged'],
  ['cdi.kubevirt.io/v1beta1', 'DataImportCorn', 'cdi.kubevirt.io/v1beta1', 'DataImportCron'],
  ['cdi.kubevirt.io/v1beta1', 'DataImportCrons', 'cdi.kubevirt.io/v1beta1', 'DataImportCron'],
  ['cdi.kubevirt.io/v1beta1', 'Datasource', 'cdi.kubevirt.io/v1beta1', 'DataSource'],
  ['golden-images.dev/v1alpha1', 'CommonBootImage', 'golden-images.dev/v1alpha1', 'CommonBootImages'],
  ['golden-image.dev/v1alpha1', 'CommonBootImages', 'golden-images.dev/v1alpha1', 'CommonBootImages'],
  ['golden-images.dev/v1alpha1', 'GoldenImage', 'golden-images.dev/v1alpha1', 'GoldenImages'],
  ['image.openshift.io/v1', 'Imagestream', 'image.openshift.io/v1', 'ImageStream'],
  ['images.openshift.io/v1', 'ImageStream', 'image.openshift.io/v1', 'ImageStream'],
  ['v1', 'node', 'v1', 'Node'],
  ['v1', 'Nodes', 'v1', 'Node'],
  ['core/v1', 'Node', 'v1', 'Node'],
  ['v1beta1', 'Node', 'v1', 'Node'],
])('%s %s is meant to be %s %s', (apiVersion, kind, meantVersion, meant) => {
  expect(findMeantKind(apiVersion, kind)).toEqual({ apiVersion: meantVersion, kind: meant })
})

test.each([
  ['hco.kubevirt.io/v1beta1', 'HyperConverged'],
  ['hco.kubevirt.io/v1beta1', 'HyperConvergedList'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['cdi.kubevirt.io/v1beta1', 'CDI'],
  ['cdi.kubevirt.io/v1beta1', 'DataVolume'],
  ['cdi.kubevirt.io/v1beta1', 'StorageProfile'],
  ['cdi.kubevirt.io/v1beta1', 'DataImportCronList'],
  ['grafana.integreatly.org/v1beta1', 'GrafanaDatasource'],
  ['datasources.example.com/v1', 'DataSource'],
  ['image.openshift.io/v1', 'ImageStreamTag'],
  ['image.openshift.io/v1', 'ImageStreamImport'],
  ['v1', 'ImageStream'],
  ['longhorn.io/v1beta2', 'Node'],
  ['management.cattle.io/v3', 'Node'],
  ['v1', 'Pod'],
  ['v1', 'NodeList'],
  ['example.com/v1', 'HyperConverged'],
  ['nutanix.example.com/v1', 'Hyperconverge'],
  ['kubevirt.io/v1', 'KubeVirt'],
  ['ssp.kubevirt.io/v1beta2', 'SSP'],
  ['golden-images.dev/v1alpha1', 'Report'],
  [undefined, undefined],
])('%s %s is what it is', (apiVersion, kind) => {
  expect(findMeantKind(apiVersion, kind)).toBeUndefined()
})
