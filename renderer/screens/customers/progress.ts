import type { CustomerView, DocumentView } from '../../../shared/contract/customers.ts'

export type DocumentKind = 'identity' | 'address'
type DocumentType = DocumentView['documentType']

export const KINDS: Readonly<Record<DocumentKind, readonly DocumentType[]>> = {
  identity: ['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'],
  address: ['UTILITY_BILL', 'BANK_STATEMENT'],
}

export const kindOf = (type: DocumentType): DocumentKind =>
  KINDS.identity.includes(type) ? 'identity' : 'address'

type Held = Pick<DocumentView, 'documentType' | 'status'>

/** The kinds of which nothing stands: what was rejected or has expired does not count. One of each is the bank's rule. */
export function missingKinds(documents: readonly Held[]): readonly DocumentKind[] {
  const stands = documents.filter(({ status }) => status === 'PENDING' || status === 'APPROVED')
  return (['identity', 'address'] as const).filter(
    (kind) => !stands.some(({ documentType }) => kindOf(documentType) === kind),
  )
}

export type Step = 'registered' | 'documents' | 'verified' | 'account'
export type StepState = 'done' | 'now' | 'later'

type Onboarding = { readonly documents: readonly Held[] } & Pick<CustomerView, 'kycStatus'> & {
    readonly accounts: readonly unknown[]
  }

/** How far a new customer has come; the first step that is not done is the one to do now. */
export function stepsOf({ documents, kycStatus, accounts }: Onboarding): readonly {
  readonly step: Step
  readonly state: StepState
}[] {
  const verified = kycStatus === 'APPROVED'
  const done: Readonly<Record<Step, boolean>> = {
    registered: true,
    documents: verified || missingKinds(documents).length === 0,
    verified,
    account: accounts.length > 0,
  }
  const steps = ['registered', 'documents', 'verified', 'account'] as const
  const now = steps.find((step) => !done[step])
  return steps.map((step) => ({ step, state: done[step] ? 'done' : step === now ? 'now' : 'later' }))
}
