import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { select } from '../../app/selection.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { AccountSection } from '../accounts/account-section.tsx'
import { AskedFor } from '../documents/asked-for.tsx'
import { DocumentSection } from '../documents/document-section.tsx'
import { Standing } from '../documents/standing.tsx'
import { UploadView } from '../documents/upload-view.tsx'
import { PartySection } from '../mandates/party-section.tsx'
import { CustomerDocument } from './customer-document.tsx'
import { CustomerHeader } from './customer-header.tsx'
import { CustomerSide } from './customer-side.tsx'
import { Progress } from './progress-steps.tsx'
import { TimelineView } from './timeline-view.tsx'
import { useCustomerKeys } from './use-customer-keys.ts'
import { usePanel } from './use-panel.ts'
import { WaitingCorrections } from './waiting-corrections.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './customer-page.module.css'

type Props = {
  readonly customer: CustomerView
  readonly justRegistered: boolean
  readonly onBack: () => void
}

/** Takes the focus first, and is scrolled by keys. */
const STARTS_HERE = { tabIndex: 0, role: 'group' } as const

/** A customer: accounts and documents in the middle, the person at the side. A document takes the whole page. */
export function CustomerPage({ customer, justRegistered, onBack }: Props) {
  const { t } = useTranslation('customers')
  const { panel, open, close, page, said } = usePanel()
  const name = fullName(customer)
  const work = useCustomerKeys(customer, panel, open)
  // A user who opened the customer by Enter continues by keys from the top of the page.
  useEffect(() => page.current?.focus(), [page])

  if (panel.kind === 'timeline') return <TimelineView customer={customer} onClose={() => close()} />
  if (panel.kind === 'upload') return <UploadView customer={customer} onClose={close} />
  const document =
    panel.kind === 'document' ? customer.documents.find(({ id }) => id === panel.id) : undefined
  if (document !== undefined)
    return <CustomerDocument customer={customer} document={document} onClose={close} />

  const welcome = justRegistered ? t('registered', { name, number: customer.customerNumber }) : null
  const message = said ?? (customer.documents.length === 0 ? welcome : null)
  return (
    <Columns layout="list-detail">
      <Column label={name}>
        <CustomerHeader customer={customer} formOpen={panel.kind !== 'details'} onBack={onBack}>
          <BusyButton variant="default" keys="T" onClick={() => open({ kind: 'timeline' })}>
            {t('timeline.action')}
          </BusyButton>
        </CustomerHeader>
        <div className={classes(layout.scroll, styles.page)} ref={page} {...STARTS_HERE} aria-label={name}>
          {message !== null && <Note tone="ok">{message}</Note>}
          <AskedFor customerId={customer.id} />
          <WaitingCorrections
            customerId={customer.id}
            documents={customer.documents}
            onDocument={(id) => open({ kind: 'document', id })}
          />
          <Progress customer={customer} onUpload={work.upload} onOpenAccount={work.account} />
          <AccountSection
            customer={customer}
            onOpen={work.account}
            panel={panel}
            onPanel={open}
            onClose={close}
          />
          <PartySection customer={customer} onPanel={open} />
          <DocumentSection
            documents={customer.documents}
            onUpload={work.upload}
            onOpen={(id) => open({ kind: 'document', id })}
          />
          <Standing
            customerId={customer.id}
            formOpen={panel.kind !== 'details'}
            onForm={(form) => open({ kind: 'standing', form })}
          />
        </div>
      </Column>
      <Column label={t('details')} tone="sunken">
        <CustomerSide
          customer={customer}
          panel={panel}
          onClose={close}
          onAccountOpened={(accountNumber, text) => {
            select(customer.id, accountNumber)
            close(text)
          }}
          onChangeContact={work.contact}
          onPanel={open}
        />
      </Column>
    </Columns>
  )
}
