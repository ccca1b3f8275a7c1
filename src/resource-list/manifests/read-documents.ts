import type { ParsedDocument } from './parsed-document.ts'
import { readJsonManifests } from './read-json-manifests.ts'
import { readYamlManifests, type YamlManifests } from './read-yaml-manifests.ts'

/** The documents of a text, JSON or YAML; all of them, or what is wrong with the first bad one. */
export function readDocuments(text: string): YamlManifests {
  const documents: ParsedDocument[] | undefined = readJsonManifests(text)
  return documents ? { ok: true, documents } : readYamlManifests(text)
}
