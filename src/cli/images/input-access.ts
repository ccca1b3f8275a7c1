/** What the input itself says of how its registries are to be asked. */
import { isJsonObject, listAt, objectAt, stringAt, stringMapAt } from '../../json/json.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { AuthFile } from '../../registry/auth-file.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'
import type { CollectedImage } from './collect-images.ts'

/** `insecureRegistries` of the HyperConvergeds, of either version. */
export function insecureRegistries(clusters: readonly ClusterPrediction[]): string[] {
  return clusters.flatMap(({ hyperConverged }) =>
    [
      ...listAt(hyperConverged, 'spec', 'storageImport', 'insecureRegistries'),
      ...listAt(hyperConverged, 'spec', 'storage', 'storageImport', 'insecureRegistries'),
    ].filter((host) => typeof host === 'string'),
  )
}

/** The certificates of the ConfigMaps that `certConfigMap` names, by host. */
export function authoritiesByHost(
  images: readonly CollectedImage[],
  items: readonly Item[],
): ReadonlyMap<string, readonly string[]> {
  const configMaps = items.filter(({ kind, apiVersion }) => kind === 'ConfigMap' && apiVersion === 'v1')
  const byHost = new Map<string, string[]>()
  for (const { host, certConfigMaps } of images) {
    const named = configMaps.filter((item) => certConfigMaps.has(stringAt(item.value(), 'metadata', 'name') ?? ''))
    const certificates = named.flatMap((item) => [...stringMapAt(item.value(), 'data').values()])
    if (certificates.length > 0) byHost.set(host, [...new Set([...(byHost.get(host) ?? []), ...certificates])])
  }
  return byHost
}

/** The logins of the Secrets that `secretRef` names, and those of a pull secret. */
export function secretLogins(images: readonly CollectedImage[], items: readonly Item[]): AuthFile[] {
  const secrets = items.filter(({ kind, apiVersion }) => kind === 'Secret' && apiVersion === 'v1')
  return secrets.flatMap((item): AuthFile[] => {
    const name = stringAt(item.value(), 'metadata', 'name') ?? ''
    const data = secretData(item)
    const user = data.get('accessKeyId')
    const password = data.get('secretKey')
    if (user === undefined || password === undefined) return []
    const hosts = images.filter((image) => image.secrets.has(name)).map(({ host }) => host)
    const credentials = { kind: 'password', user, password } as const
    return [
      {
        file: `Secret "${name}"`,
        auths: new Map(hosts.map((host) => [host, credentials])),
        helpers: new Map(),
        store: undefined,
      },
    ]
  })
}

/** The texts of Secrets of type `kubernetes.io/dockerconfigjson`, with their names. */
export function pullSecrets(items: readonly Item[]): { readonly file: string; readonly text: string }[] {
  return items.flatMap((item) => {
    const text = item.kind === 'Secret' ? secretData(item).get('.dockerconfigjson') : undefined
    return text === undefined ? [] : [{ file: `Secret "${stringAt(item.value(), 'metadata', 'name') ?? ''}"`, text }]
  })
}

function secretData(item: Item): Map<string, string> {
  const written = [...stringMapAt(item.value(), 'data')].map(
    ([key, value]) => [key, Buffer.from(value, 'base64').toString()] as const,
  )
  return new Map([...written, ...stringMapAt(item.value(), 'stringData')])
}

/** Mirror sets of OpenShift among items. */
export function mirrorSets(items: readonly Item[]) {
  const groups = ['config.openshift.io/v1', 'operator.openshift.io/v1alpha1']
  return items
    .filter(({ apiVersion }) => apiVersion !== undefined && groups.includes(apiVersion))
    .map((item) => item.value())
    .filter((value) => isJsonObject(objectAt(value, 'spec')))
}
