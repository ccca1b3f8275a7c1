/** The program as it is shipped, started as orchestrators start it: without arguments, a ResourceList on stdin. */
import { type ProcessResult, runProcess } from './run-process.ts'
import { PROGRAM } from './tools.ts'

export function runFunction(input: string | Uint8Array, nodeOptions = ''): ProcessResult {
  return runProcess(process.execPath, [PROGRAM], { input, env: { NODE_OPTIONS: nodeOptions } })
}

/** A ResourceList of items in flow style, one a line. */
export function resourceList(items: readonly string[], functionConfig?: string): string {
  return [
    'apiVersion: config.kubernetes.io/v1',
    'kind: ResourceList',
    items.length > 0 ? 'items:' : 'items: []',
    ...items.map((item) => `- ${item}`),
    ...(functionConfig === undefined ? [] : [`functionConfig: ${functionConfig}`]),
    '',
  ].join('\n')
}

export function goldenImages(spec: string): string {
  return `{apiVersion: golden-images.dev/v1alpha1, kind: GoldenImages, spec: ${spec}}`
}

/** With the switch on. */
export function hyperConverged(spec: string): string {
  const metadata = '{name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}'
  return `{apiVersion: hco.kubevirt.io/v1beta1, kind: HyperConverged, metadata: ${metadata}, spec: ${spec}}`
}

/** Marked, so that nobody applies them. */
export const NODES: readonly string[] = ['amd64', 'arm64'].map((architecture) => {
  const annotations = '{config.kubernetes.io/local-config: "true"}'
  const metadata = `{name: ${architecture}, labels: {node-role.kubernetes.io/worker: ""}, annotations: ${annotations}}`
  return `{apiVersion: v1, kind: Node, metadata: ${metadata}, status: {nodeInfo: {architecture: ${architecture}}}}`
})

export const MULTI_ARCH = 'featureGates: {enableMultiArchBootImageImport: true}'

/** What must never be read on stderr. */
export const STACK_TRACE = /^\s+at .*[(:]|Error:/m
