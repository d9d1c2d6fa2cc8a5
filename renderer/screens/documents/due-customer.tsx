import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KycDue } from '../../../shared/contract/kyc.ts'
import { Note } from '../../components/failure-note.tsx'
import { useFocusIfLost } from '../../components/use-focus-if-lost.ts'
import { Standing } from './standing.tsx'
import { StandingForm, type StandingFormKind } from './standing-form.tsx'
import { AskedFor } from './asked-for.tsx'
import { CustomerHead } from './customer-head.tsx'
import { OpenCustomer } from './open-customer.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './review.module.css'

/** In a low window it is longer than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** The customer of a line: risk, what is asked, and the review. Rating and reviewing take the column meanwhile. */
export function DueCustomer({ due }: { readonly due: KycDue }) {
  const [form, setForm] = useState<StandingFormKind | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const open = (kind: StandingFormKind) => {
    setSaid(null)
    setForm(kind)
  }
  const close = (message: string | null = null) => {
    setSaid(message)
    setForm(null)
  }
  if (form !== null) return <StandingForm kind={form} customerId={due.customerId} onClose={close} />
  return <Shown due={due} said={said} onForm={open} />
}

type ShownProps = {
  readonly due: KycDue
  readonly said: string | null
  readonly onForm: (form: StandingFormKind) => void
}

function Shown({ due: { customerId, customerName, customerNumber }, said, onForm }: ShownProps) {
  const { t } = useTranslation('kyc')
  const body = useFocusIfLost<HTMLElement>()
  return (
    <>
      <CustomerHead name={customerName} number={customerNumber} />
      <section className={layout.scroll} aria-label={customerName} ref={body} {...SCROLLED_BY_KEYS}>
        <div className={classes(styles.notes, styles.dueNotes)}>
          {said !== null && <Note tone="ok">{said}</Note>}
          <AskedFor customerId={customerId} />
        </div>
        <Standing customerId={customerId} formOpen={false} onForm={onForm} />
        <p className={styles.dueOpen}>
          <OpenCustomer customerId={customerId} label={t('due.openCustomer')} />
        </p>
      </section>
    </>
  )
}
