import { z } from 'zod'
import { command } from './define.ts'
import { movesCash } from './intent-words.ts'
import { amountText, id, idempotencyKey, text } from './fields.ts'
import { AMOUNT_ERRORS } from './postings.ts'

export const vault = {
  /**
   * Proposes cash that came into the vault from outside or is to leave it, against suspense until head office settles it. It is
   * posted when a second person counts the same and approves.
   */
  'vault.moveCash': command({
    input: z.object({
      key: idempotencyKey,
      direction: z.enum(['IN', 'OUT']),
      counted: amountText,
      description: text(200),
    }),
    moves: ({ direction, counted }) => movesCash(`VAULT_${direction}`, counted),
    output: z.object({ approvalId: id }),
    roles: ['SUPERVISOR'],
    errors: [...AMOUNT_ERRORS, 'BRANCH_DAY_CLOSED', 'VAULT_SHORT_OF_CASH', 'KEY_REUSED'],
  }),
}
