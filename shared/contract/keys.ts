import { z } from 'zod'
import { command, query, WORK } from './define.ts'
import { id, idempotencyKey, isoTime, lines, nothing, text, work } from './fields.ts'

/** A change that somebody proposed: `approved` when the second person agreed, and it is to be done. */
const keyChange = z.object({ approvalId: id, approved: z.boolean(), proposedBy: z.string() })

const keyState = z.object({
  /** How often the key was changed, plus one. */
  generation: z.number(),
  since: isoTime,
  madeBy: z.string().nullable(),
  files: z.number(),
  /** Files whose keys are still under the key before this one. */
  left: z.number(),
  /** Files whose key did not open when it was to be wrapped anew; they are as they were. */
  unreadable: z.number(),
  /** Whether the key before this one is still needed. */
  underWay: z.boolean(),
  /** Active people who could not be given another key: they need a new temporary password afterwards. */
  leftOut: z.array(z.string()),
  sheet: z.object({ number: z.number(), madeAt: isoTime, madeBy: z.string() }).nullable(),
  /** Whether one person alone makes a sheet, because there is nobody else yet. */
  firstSheet: z.boolean(),
  /** The number of the next sheet. */
  nextSheet: z.number(),
  rotation: keyChange.nullable(),
  newSheet: keyChange.nullable(),
})
export type KeyState = z.infer<typeof keyState>

export const keys = {
  'keys.read': query({ input: nothing, output: keyState, roles: ['ADMIN'], errors: [] }),
  /** Puts another vault key, or another recovery sheet, before a second person. */
  'keys.propose': command({
    input: z.object({ key: idempotencyKey, kind: z.enum(['KEY_ROTATION', 'KEY_SHEET']), reason: lines(300) }),
    output: z.object({ approvalId: id }),
    roles: ['ADMIN'],
    errors: ['KEY_CHANGE_WAITS', 'KEY_REUSED'],
  }),
  /**
   * Changes the vault key as it was approved, and wraps the key of each file anew; without an approval goes on with a change that was
   * interrupted.
   */
  'keys.rotate': command({
    large: WORK,
    input: z.object({ work: work.optional(), approvalId: id.nullable() }),
    output: keyState,
    roles: ['ADMIN'],
    errors: ['KEY_CHANGE_NOT_APPROVED', 'KEY_CHANGE_RUNS'],
  }),
  /** Makes a sheet: eight lines of three words, which are never written to a disk. It is in force when it was read back, and only then is the one before void. */
  'keys.makeSheet': command({
    input: z.object({ approvalId: id.nullable() }),
    output: z.object({ number: z.number(), lines: z.array(z.string()) }),
    roles: ['ADMIN'],
    errors: ['KEY_CHANGE_NOT_APPROVED'],
  }),
  /** Puts the sheet that this session made last in force: its lines are typed from the paper. */
  'keys.keepSheet': command({
    input: z.object({ lines: z.array(text(40)).length(8) }),
    output: z.object({ number: z.number() }),
    roles: ['ADMIN'],
    errors: ['KEY_CHANGE_NOT_APPROVED', 'SHEET_LINE_WRONG', 'SHEET_NOT_MADE', 'SHEET_OTHER'],
  }),
}
