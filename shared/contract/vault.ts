import { z } from 'zod'
import { command } from './define.ts'
import { amountText, balanceText, currency, idempotencyKey, text } from './fields.ts'
import { AMOUNT_ERRORS } from './postings.ts'

export const vault = {
  /** Cash delivered to the branch: debits the vault and credits suspense until head office settles it. */
  'vault.receiveCash': command({
    input: z.object({ key: idempotencyKey, amount: amountText, description: text(200) }),
    output: z.object({ reference: z.string(), vaultBalance: balanceText, currency }),
    roles: ['SUPERVISOR'],
    errors: [...AMOUNT_ERRORS, 'BRANCH_DAY_CLOSED', 'BALANCE_TOO_LARGE', 'KEY_REUSED'],
  }),
}
