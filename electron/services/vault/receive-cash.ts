import { parsePositive } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { postVaultReceipt } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/** Books cash that was brought to the branch into its vault, against suspense until head office settles it. */
export const receiveCash: UseCase<'vault', 'receiveCash'> = async ({ key, amount, description }, { db }) => {
  const currency = await branchCurrency(db)
  const parsed = parsePositive(amount, currency)
  if (!parsed.ok) return parsed
  const { reference, legs } = await postVaultReceipt(db, key, parsed.value, description)
  const vault = legs.find(({ label }) => label === 'VAULT')
  return ok({ reference, vaultBalance: vault?.ledgerAfter ?? '0', currency })
}
