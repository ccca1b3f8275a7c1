/**
 * Files among which configurations are looked for: on disk, or in a revision of git. A place is the path of a file or a
 * folder, whole and without `.` or `..`.
 */
export interface ConfigurationFiles {
  /** The folders in which a configuration for a manifest's file is looked for, the nearest first. */
  readonly foldersFor: (file: string) => readonly string[]
  readonly placeOf: (file: string) => string
  /** The place of a name that is written in the file at a place; a reason where that leads out of the repository. */
  readonly resolve: (place: string, name: string) => { readonly place: string } | { readonly reason: string }
  /** What stands at a place; undefined when nothing does. */
  readonly read: (place: string) => FoundText | undefined
  /** A place as people know it. */
  readonly show: (place: string) => string
}

export type FoundText = { readonly text: string } | { readonly reason: string }

export const CONFIGURATION_FILE = 'golden-images.yaml'
