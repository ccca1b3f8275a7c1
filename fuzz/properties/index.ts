import type { Property } from '../property.ts'
import { blockAndWhole } from './block-and-whole.ts'
import { bothBuilds } from './both-builds.ts'
import { disturbed } from './disturbed.ts'
import { reports } from './reports.ts'
import { secondRun } from './second-run.ts'

/** By the names that `--property` knows. */
export const PROPERTIES: readonly Property[] = [bothBuilds, disturbed, blockAndWhole, secondRun, reports]
