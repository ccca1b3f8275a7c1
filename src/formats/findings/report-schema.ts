import * as z from 'zod'
import { OWN_API_VERSION } from '../../cluster/kinds.ts'

const place = z.int().min(1)

const position = z
  .strictObject({
    file: z.string().describe('As it was named or found; empty for standard input.'),
    line: place,
    column: place.describe('From 1, in UTF-16 code units.'),
    endLine: place,
    endColumn: place.describe('The column after the last character.'),
  })
  .describe('Where the value stands in its file, when the source is at hand.')

const resource = z
  .strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    name: z.string(),
    namespace: z.string().optional(),
    file: z
      .strictObject({ path: z.string(), index: z.int().optional() })
      .optional()
      .describe("The file that it came from, and its place among the file's documents, from 0."),
  })
  .describe('The object that the finding is about.')

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  cluster: z.string().optional().describe('When there are several.'),
  template: z.string().optional().describe('Name of the DataImportCronTemplate, when one is concerned.'),
  resource: resource.optional(),
  path: z.string().optional().describe('The path of the value within the resource.'),
  position: position.optional(),
  currentValue: z.unknown().optional(),
  proposedValue: z.unknown().optional().describe('Only where one is certain.'),
  reference: z.string().optional().describe('Address that tells more.'),
  causedBy: z
    .strictObject({ rule: z.string(), template: z.string().optional(), path: z.string().optional() })
    .optional()
    .describe('The finding from which this one follows: it is in none of the counts; absent when it stands by itself.'),
  ignored: z.strictObject({ reason: z.string() }).optional().describe('Why it does not count; absent when it does.'),
})

const configurationFile = z.string().describe('As it was named or found; empty for standard input.')

const extended = z.array(z.string()).optional().describe('The files that it extends, the nearest first.')

const configurationUse = z.strictObject({
  file: configurationFile.optional().describe('Absent: what holds without any configuration.'),
  extends: extended,
  clusters: z.array(z.string()).describe('For which it counted; empty for what concerns no cluster alone.'),
})

const leftOut = z.strictObject({
  path: z.string(),
  reason: z.string().describe('The end of a sentence about it.'),
})

const release = z.strictObject({
  hyperconvergedVersion: z.string().describe('Of HyperConverged Cluster Operator.'),
  openshiftVirtualization: z.string().optional().describe("The product's own number, on clusters of it."),
  source: z
    .enum(['configuration', 'status', 'newest'])
    .describe('Who says it: `newest` is nobody, and the newest one known was taken.'),
  written: z.string().optional().describe('The version as it was written.'),
  nearest: z.literal(true).optional().describe('What was written is no known release: it is the nearest one.'),
  commonTemplatesRestOn: z
    .string()
    .optional()
    .describe('How the common templates of the product are known; absent when the input or upstream has them.'),
  clusters: z.array(z.string()),
})

const count = z.int().min(0)

/** What `check --format json` prints. */
export const reportSchema = z
  .strictObject({
    apiVersion: z.literal(OWN_API_VERSION),
    kind: z.literal('Report'),
    version: z.string().describe('Version of the program.'),
    summary: z.strictObject({
      error: count,
      warning: count,
      info: count,
      ignored: count.describe('These are in none of the other counts.'),
      dataImportCrons: count.describe('How many would be made, in all clusters.'),
      ownDataImportCrons: count
        .optional()
        .describe('How many stand in the input and are made of no template; absent for none.'),
      refusedSilently: count
        .optional()
        .describe('HyperConvergeds that would be refused for a reason whose rule is off; absent for none.'),
      architectures: z.array(z.string()).describe('On which VMs run, in all clusters.'),
      rulesOff: z.array(z.string()).optional().describe('That the configuration switches off; absent for none.'),
    }),
    configuration: z
      .strictObject({ file: configurationFile, extends: extended })
      .optional()
      .describe('The one that counted for everything; absent when none did, or several.'),
    configurations: z
      .array(configurationUse)
      .optional()
      .describe('Where more than one counted, or none for some clusters.'),
    releases: z.array(release).optional().describe('That the answer holds for; absent without a HyperConverged.'),
    leftOut: z
      .array(leftOut)
      .optional()
      .describe('What was not read, though it was named or stands among what was; absent for nothing.'),
    read: z
      .strictObject({
        clusters: count,
        files: z.array(z.string()).describe('That speak of golden images, or were named.'),
        seen: count.describe('How many files were looked at.'),
        skipped: z.array(leftOut).describe('What git ignores, and what is excluded.'),
      })
      .optional()
      .describe('Of folders that were searched; absent for single files and standard input.'),
    findings: z.array(finding).describe('The most severe first; ignored ones are among them.'),
  })
  .describe('What kubevirt-golden-images found.')

export type JsonReport = z.infer<typeof reportSchema>
