import type { Problem } from '../../findings/finding.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import { quote } from './wording.ts'

type Known = Pick<ClusterPrediction, 'commonTemplates'>

/**
 * The problem, with what it rests on when its template is one that OpenShift Virtualization ships: the product does not
 * publish them, and whoever reads of an error must be able to tell how much is known.
 */
export function withProvenance(problem: Problem, { commonTemplates: { product, byName } }: Known): Problem {
  const { template, message } = problem
  if (!product || template === undefined || !byName.has(template)) return problem
  return { ...problem, message: addSentence(message, shipped(product, quote(template))) }
}

/** The message, with what it rests on when all templates of the cluster are those that the product ships. */
export function withProvenanceOfAll(message: string, { commonTemplates: { product } }: Known): string {
  return product ? addSentence(message, shipped(product, 'the common templates that count here')) : message
}

function shipped(
  { release, ratings }: NonNullable<ClusterPrediction['commonTemplates']['product']>,
  what: string,
): string {
  return `OpenShift Virtualization ${release} ships ${what}, ${ratings.set}`
}

function addSentence(message: string, sentence: string): string {
  return message.endsWith('.') ? `${message} ${sentence}.` : `${message}; ${sentence}`
}
