import { RegistryError } from './registry-error.ts'
import { headerOf, type Transport, type TransportAnswer } from './transport.ts'

const TRIES = 3
const FIRST_PAUSE = 500
/** What a registry asks for beyond that is not waited for. */
const LONGEST_PAUSE = 30_000

/** Until when a registry wants to be left alone, in the transport's time. */
export interface Pause {
  until: number
}

interface Retried {
  /** How often silence is met with another try. */
  readonly patience: number
  readonly pause: Pause
}

/**
 * Sends again what failed for the moment: cut off, 5xx or 429 up to three times in all, silence once more where there is
 * `patience`. A 429 makes everything else of the registry wait, too.
 */
export async function withRetries(
  transport: Transport,
  { patience, pause }: Retried,
  send: () => Promise<TransportAnswer>,
): Promise<TransportAnswer> {
  for (let tried = 1; ; tried++) {
    if (pause.until > transport.now()) await transport.wait(pause.until - transport.now())
    const outcome = await attempt(send)
    const isSilence = outcome instanceof RegistryError && outcome.code === 'timed-out'
    const tries = isSilence ? 1 + patience : TRIES
    if (tried >= tries || !isForTheMoment(outcome)) return orThrow(outcome)
    const asked = outcome instanceof RegistryError ? undefined : retryAfter(outcome)
    if (asked !== undefined && asked > LONGEST_PAUSE) return orThrow(outcome)
    const duration = asked ?? FIRST_PAUSE * 2 ** (tried - 1) * (0.75 + transport.random() / 2)
    if (!(outcome instanceof RegistryError) && outcome.status === 429) pause.until = transport.now() + duration
    if (!isSilence) await transport.wait(duration)
  }
}

async function attempt(send: () => Promise<TransportAnswer>): Promise<TransportAnswer | RegistryError> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
}

function orThrow(outcome: TransportAnswer | RegistryError): TransportAnswer {
  if (outcome instanceof RegistryError) throw outcome
  return outcome
}

function isForTheMoment(outcome: TransportAnswer | RegistryError): boolean {
  if (outcome instanceof RegistryError) return outcome.code === 'timed-out' || outcome.code === 'cut-off'
  return outcome.status === 429 || outcome.status >= 500
}

/** Milliseconds that an answer asks to wait, by seconds or by a date; undefined when it says nothing that can be meant. */
export function retryAfter(answer: TransportAnswer): number | undefined {
  const header = headerOf(answer, 'retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = /^[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
