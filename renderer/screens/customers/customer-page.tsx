import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { AccountSection } from '../accounts/account-section.tsx'
import { OpenAccountPanel } from '../accounts/open-account-panel.tsx'
import { KycBadge, PartyBadge } from './badges.tsx'
import { ContactForm } from './contact-form.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { DocumentSection } from '../documents/document-section.tsx'
import { DocumentView } from '../documents/document-view.tsx'
import { Progress } from './progress-steps.tsx'
import { UploadView } from '../documents/upload-view.tsx'
import { useCustomerKeys } from './use-customer-keys.ts'
import { usePanel } from './use-panel.ts'

type Props = {
  readonly customer: CustomerView
  readonly justRegistered: boolean
  readonly onBack: () => void
}

/** The customer: the place where work starts. Accounts and papers in the middle, the person at the side. */
export function CustomerPage({ customer, justRegistered, onBack }: Props) {
  const { t } = useTranslation('customers')
  const { panel, open, close, page, said } = usePanel()
  const [chosen, setChosen] = useState<string | null>(null)
  const name = `${customer.firstName} ${customer.lastName}`
  const { mayWork, work } = useCustomerKeys(customer, panel, open)
  // Whoever came here by Enter goes on by keys from the top of the page.
  useEffect(() => page.current?.focus(), [page])

  if (panel.kind === 'upload') return <UploadView customer={customer} onClose={close} />
  const document =
    panel.kind === 'document' ? customer.documents.find(({ id }) => id === panel.id) : undefined
  if (document !== undefined) return <DocumentView document={document} holder={name} onClose={close} />

  const welcome = justRegistered ? t('registered', { name, number: customer.customerNumber }) : null
  const message = said ?? (customer.documents.length === 0 ? welcome : null)
  return (
    <Columns layout="list-detail">
      <Column label={name}>
        <PageHeader
          title={<bdi>{name}</bdi>}
          detail={
            <span className="row">
              <Identifier>{customer.customerNumber}</Identifier>
              <KycBadge value={customer.kycStatus} />
              <PartyBadge value={customer.status} />
            </span>
          }
        >
          <BusyButton variant="default" keys="Escape" onClick={onBack}>
            {t('back')}
          </BusyButton>
        </PageHeader>
        <div className="scroll customer-page" ref={page} {...STARTS_HERE} aria-label={name}>
          {message !== null && <Note tone="ok">{message}</Note>}
          <Progress customer={customer} onUpload={work('upload')} onOpenAccount={work('account')} />
          <AccountSection
            customer={customer}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={work('account')}
            panel={panel}
            onPanel={open}
            onClose={close}
          />
          <DocumentSection
            documents={customer.documents}
            onUpload={work('upload')}
            onOpen={(id) => open({ kind: 'document', id })}
          />
        </div>
      </Column>
      <Column label={t('details')} tone="sunken">
        {panel.kind === 'contact' && <ContactForm customer={customer} onClose={close} />}
        {panel.kind === 'account' && (
          <OpenAccountPanel
            customerId={customer.id}
            onClose={close}
            onOpened={(id, text) => {
              setChosen(id)
              close(text)
            }}
          />
        )}
        {(panel.kind === 'details' || panel.kind === 'change') && (
          <ContactPanel
            customer={customer}
            {...(mayWork ? { onChange: () => open({ kind: 'contact' }) } : {})}
          />
        )}
      </Column>
    </Columns>
  )
}

/** Scrolled by keys, and where the focus begins. */
const STARTS_HERE = { tabIndex: 0, role: 'group' } as const
