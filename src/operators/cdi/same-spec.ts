/**
 * Whether two specs of DataImportCrons are equal once Go has read them into its types.
 * Source: k8s.io/apimachinery pkg/api/equality (Semantic.DeepEqual) over CDI's staging/…/core/v1beta1/types.go.
 */

import { equalJson } from '../../json/equal-json.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/json.ts'
import { quantityAmount } from '../../kubernetes/quantity.ts'

/**
 * Fields that are pointers in Go: for them, an empty value is something else than none. Paths are below `spec`.
 * In every other field an absent value, `""`, `false`, `{}` and `[]` are the same.
 */
const pointers = [
  /^(garbageCollect|importsToKeep|retentionPolicy|serviceAccountName)$/,
  /^template\.spec\.(source|sourceRef|pvc|storage|preallocation)$/,
  /^template\.spec\.source\.\w+$/,
  /^template\.spec\.source\.registry\.\w+$/,
  /^template\.spec\.source\.(http|imageio)\.insecureSkipVerify$/,
  /^template\.spec\.sourceRef\.namespace$/,
  /^template\.spec\.(pvc|storage)\.(selector|storageClassName|volumeMode|volumeAttributesClassName)$/,
  /^template\.spec\.(pvc|storage)\.(dataSource|dataSourceRef)$/,
  /^template\.spec\.(pvc|storage)\.(dataSource|dataSourceRef)\.(apiGroup|namespace)$/,
  // Entries of maps are no fields: each of them counts.
  /\.matchLabels\./,
  /\.resources\.(requests|limits)\./,
]
const quantity = /\.resources\.(requests|limits)\./

export function isSameSpec(left: JsonObject, right: JsonObject): boolean {
  return equalJson(typed(left, ''), typed(right, ''))
}

/** The value without the fields that say nothing, and with sizes that compare as numbers do. */
function typed(value: JsonValue, path: string): JsonValue {
  if (Array.isArray(value)) return value.map((entry) => typed(entry, path))
  if (!isJsonObject(value)) return quantity.test(path) ? amount(value) : value
  const entries = Object.entries(value).map(([key, field]) => {
    const fieldPath = path === '' ? key : `${path}.${key}`
    return { key, fieldPath, field: typed(field, fieldPath) }
  })
  const kept = entries.filter(
    ({ field, fieldPath }) => !isZero(field) || pointers.some((pointer) => pointer.test(fieldPath)),
  )
  return Object.fromEntries(kept.map(({ key, field }) => [key, field]))
}

function isZero(value: JsonValue): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return value === '' || value === false || value === 0
}

function amount(value: JsonValue): JsonValue {
  return typeof value === 'string' || typeof value === 'number' ? (quantityAmount(value) ?? value) : value
}
