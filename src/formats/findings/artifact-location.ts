import { wellFormed } from '../text/well-formed.ts'
import { repositoryPath } from './place.ts'

/** A file as SARIF addresses it: relative to the root of the sources, unless its path is absolute. */
export function artifactLocation(file: string): { uri: string; uriBaseId?: string } {
  const uri = wellFormed(repositoryPath(file)).split('/').map(encodeURIComponent).join('/')
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' }
}
