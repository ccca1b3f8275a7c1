/** What is wrong with one field. `path` is as people write it: `spec.template.spec.containers[3].image`. */
export interface PathProblem {
  path: string
  message: string
}
