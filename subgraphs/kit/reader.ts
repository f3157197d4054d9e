import type { OperationContext } from './context.ts'
import { notAvailable } from './errors.ts'

/** The student's own circle and school; to everybody else an empty group and a closed one must look alike. */
const INSIDERS = new Set(['OWNER', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR'])

/** Whether this reader stands outside the student's own circle and school. */
export const isOutsider = ({ relation }: { relation: string | null }): boolean =>
  relation === null || !INSIDERS.has(relation)

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/**
 * A group's content as this reader may know it: to an outsider "there is nothing" is the same answer as
 * "it is closed" (the same null, the same error), so that nothing can be read from the difference.
 */
export async function forReader<Value>(
  context: OperationContext,
  dossierId: string,
  group: string,
  value: Value | null,
): Promise<Value | null> {
  if (!isEmpty(value)) return value
  if (isOutsider(await context.judgements.may(dossierId, group))) throw notAvailable()
  return value
}
