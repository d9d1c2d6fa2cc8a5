import { call } from '../../calls/api.ts'
import { useSteps } from '../../calls/use-steps.ts'
import type { PaymentFile } from '../../../shared/contract/payments.ts'

/** Posts a file call by call while it is looked at. `begins` goes on at once: for whoever has just brought it. */
export function usePaymentJob({ id, status }: PaymentFile, begins: boolean) {
  const { stop, ...job } = useSteps<PaymentFile>({
    status,
    begins,
    next: () => call('payments.goOn', { id }),
  })
  return { ...job, stop: () => stop(() => call('payments.cancel', { id })) }
}
