import { missingAsks } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { DocumentView } from '../../../shared/contract/document-views.ts'

export type Step = 'registered' | 'documents' | 'verified' | 'account'
export type StepState = 'done' | 'now' | 'later'

type Held = Pick<DocumentView, 'documentType' | 'status' | 'issuingCountry' | 'deletion'>
type Onboarding = { readonly documents: readonly Held[] } & Pick<CustomerView, 'kycStatus' | 'asks'> & {
    readonly accounts: readonly unknown[]
  }

/** The progress of a new customer; the first step that is not done is the one to do now. */
export function stepsOf({ documents, asks, kycStatus, accounts }: Onboarding): readonly {
  readonly step: Step
  readonly state: StepState
}[] {
  const verified = kycStatus === 'APPROVED' || kycStatus === 'EXPIRED'
  const done: Readonly<Record<Step, boolean>> = {
    registered: true,
    documents: verified || missingAsks(documents, asks).length === 0,
    verified,
    account: accounts.length > 0,
  }
  const steps = ['registered', 'documents', 'verified', 'account'] as const
  const now = steps.find((step) => !done[step])
  return steps.map((step) => ({ step, state: done[step] ? 'done' : step === now ? 'now' : 'later' }))
}
