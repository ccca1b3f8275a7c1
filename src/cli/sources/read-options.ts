/** What the command line says of which files are read, and how. */
export interface ReadOptions {
  /** The configuration: no other one counts then. */
  readonly config?: string
  /** What builds kustomizations; `off` for nothing. */
  readonly kustomize?: string
  /** Patterns, in the words of a `.gitignore`. */
  readonly exclude?: readonly string[]
  /** False: what git ignores is read as well. */
  readonly ignore?: boolean
}
