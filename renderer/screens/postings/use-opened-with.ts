import { useEffect } from 'react'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { useGo, useScreenSearch } from '../../app/navigate.ts'
import { showCustomer, fillInAccount, startSlip } from './counter-work.ts'
import { isSlipKind } from './slip-kinds.ts'

/** The palette and other screens open the counter with a customer, an account, and the kind of slip that is wanted. */
export function useOpenedWith() {
  const { customer, account, kind = '' } = useScreenSearch()
  const go = useGo()
  useEffect(() => {
    if (customer === undefined && !isSlipKind(kind)) return
    if (customer !== undefined) showCustomer(customer, account ?? null)
    if (isSlipKind(kind)) {
      startSlip(kind)
      if (account !== undefined) fillInAccount(formatAccountNumber(account))
    }
    // Taken out of the address, so that the same customer can be asked for again.
    go('/counter')
  }, [customer, account, kind, go])
}
