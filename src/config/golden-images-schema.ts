import * as z from 'zod'
import { OWN_API_VERSION } from '../cluster/kinds.ts'
import { RELEASE_VERSIONS } from '../cluster/release.ts'
import { RULES } from '../rules/index.ts'

const ruleId = z.enum(RULES.map(({ id }) => id))
const words = z.array(z.string().min(1))
const stringMap = z.record(z.string(), z.string())

const architectures = z
  .strictObject({ workload: words.optional(), controlPlane: words.optional() })
  .describe("The architectures of the cluster's nodes, instead of Nodes. An empty list is a known, empty inventory.")

const emit = z
  .strictObject({
    dataSources: z.boolean().optional().describe('Also emit the pointer DataSources that SSP would make.'),
    prune: z.boolean().optional().describe('Remove what was made for a HyperConverged that is gone.'),
    localConfig: z
      .boolean()
      .optional()
      .describe('Mark what is emitted with `config.kubernetes.io/local-config: "true"`: a preview, never applied.'),
    labels: stringMap.optional().describe('Added to everything that is emitted.'),
    annotations: stringMap.optional().describe('Added to everything that is emitted.'),
  })
  .describe('How what is emitted looks.')

const ignore = z.strictObject({
  rule: ruleId,
  reason: z
    .string()
    .regex(/\S/, 'must not be empty')
    .describe('Why it is all right. Without a reason nothing is ignored.'),
  template: z.string().optional().describe('Only for the template of that name.'),
  cluster: z.string().optional().describe('Only in the cluster of that name.'),
})

const spec = z
  .strictObject({
    extends: z
      .string()
      .min(1)
      .optional()
      .describe('Another file of this kind, relative to this one: what is written here goes over what that one says.'),
    exclude: words
      .optional()
      .describe('What the commands leave out below the folder of this file: patterns, as in a `.gitignore`.'),
    mode: z.enum(['generate', 'validate']).optional().describe('`validate` emits no resources, only results.'),
    failOn: z
      .enum(['error', 'warning', 'never'])
      .optional()
      .describe('The least severity that makes the exit code 1. Default: error.'),
    returnItems: z
      .enum(['all', 'none'])
      .optional()
      .describe('`none` is only for `validators:` of kustomize; anywhere else it deletes everything.'),
    hyperconvergedVersion: z
      .enum(RELEASE_VERSIONS)
      .optional()
      .describe(
        "The release of HyperConverged Cluster Operator that the cluster runs, or OpenShift Virtualization's. Default: the HyperConverged's `status.versions`, else the newest known.",
      ),
    goldenImagesNamespace: z
      .string()
      .min(1)
      .optional()
      .describe('Where SSP keeps golden images. Default: by the namespace of the HyperConverged.'),
    commonBootImages: z
      .array(z.looseObject({}))
      .optional()
      .describe("The cluster's own common DataImportCronTemplates; an empty list for none."),
    architectures: architectures.optional(),
    emit: emit.optional(),
    rules: z
      .partialRecord(ruleId, z.enum(['error', 'warning', 'info', 'off']))
      .optional()
      .describe('Severity by rule.'),
    ignore: z.array(ignore).optional().describe('Known findings: counted, never silent.'),
  })
  .describe('What the function does.')

/** The functionConfig, and the file `golden-images.yaml`. */
export const goldenImagesSchema = z
  .strictObject({
    apiVersion: z.literal(OWN_API_VERSION),
    kind: z.literal('GoldenImages'),
    // Orchestrators add annotations and labels of their own.
    metadata: z.looseObject({ name: z.string().optional() }).optional(),
    spec: spec.optional(),
  })
  .describe('Configuration of kubevirt-golden-images.')

export type GoldenImagesSpec = z.infer<typeof spec>
