import { Kbd } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView, DetailName, TaxResidence } from '../../../shared/contract/customers.ts'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { useMay } from '../../calls/use-may.ts'
import { Fact } from '../../components/fact.tsx'
import { DETAILS, detailWord, statedDetail } from './customer-details.ts'
import { FACT_NAMES } from './detail-order.ts'
import type { Panel } from './use-panel.ts'
import { spokenPhone } from './phone.ts'
import { residenceInWords } from './residences.ts'
import { useDetailWords } from './use-detail-words.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import facts from '../../components/facts.module.css'
import panel from '../../components/panel.module.css'

/** It may be longer than the window, so the keys must be able to scroll it. */
const REACHABLE = { tabIndex: 0 }

type Props = {
  readonly customer: CustomerView
  /** Absent where the role may not change it. */
  readonly onChange?: () => void
  readonly onPanel: (panel: Panel) => void
}

/** Who the customer is and how to reach them. */
export function ContactPanel({ customer, onChange, onPanel }: Props) {
  const { t } = useTranslation('customers')
  return (
    <>
      <div className={panel.head}>
        <h2>{t('details')}</h2>
        <span className={layout.grow} />
        {onChange !== undefined && (
          <button type="button" className={buttons.link} onClick={onChange}>
            {t('changeContact')}
            <Kbd aria-hidden>E</Kbd>
          </button>
        )}
      </div>
      <ContactFacts customer={customer} />
      <Corrections customer={customer} onPanel={onPanel} />
    </>
  )
}

/** What is changed for a reason: name, birth and nationality by two people, the state by a supervisor. */
function Corrections({ customer, onPanel }: Pick<Props, 'customer' | 'onPanel'>) {
  const { t } = useTranslation('customers')
  const mayCorrect = useMay('customers.proposeCorrection')
  const maySet = useMay('customers.setStatus')
  if (!mayCorrect) return null
  return (
    <div className={classes(layout.apart, panel.foot)}>
      <button type="button" className={buttons.link} onClick={() => onPanel({ kind: 'correction' })}>
        {t(customer.kind === 'COMPANY' ? 'correction.titleOfCompany' : 'correction.title')}
      </button>
      {maySet && (
        <button type="button" className={buttons.link} onClick={() => onPanel({ kind: 'status' })}>
          {t('statusForm.title')}
        </button>
      )}
    </div>
  )
}

function ContactFacts({ customer }: Pick<Props, 'customer'>) {
  const { t } = useTranslation('customers')
  return (
    <dl
      className={classes(layout.scroll, layout.padded, layout.alignedTop, facts.facts, facts.onePerLine)}
      {...REACHABLE}
    >
      {customer.registrationNumber !== null && (
        <Fact label={t('registrationNumber')}>
          <Identifier>{customer.registrationNumber}</Identifier>
        </Fact>
      )}
      <StatedFact
        label={t(customer.kind === 'COMPANY' ? 'founded' : 'born')}
        value={customer.dateOfBirth}
        show={(day) => <DateText value={day} />}
      />
      {FACT_NAMES.map((name) => (
        <StatedFact
          key={name}
          label={t(detailWord(name, customer.kind === 'COMPANY'))}
          value={statedDetail(name, customer[name])}
          show={(value) => <DetailValue name={name} value={value} />}
        />
      ))}
      <StatedFact
        label={t('detail.taxResidences')}
        value={customer.taxResidences}
        show={(residences) => residences.map((one) => <Residence key={one.country} residence={one} />)}
      />
      {customer.statusReason !== null && (
        <Fact label={t('statusReason')}>
          <bdi>{customer.statusReason}</bdi>
        </Fact>
      )}
      <Fact label={t('since')}>
        <TimeText value={customer.createdAt} />
      </Fact>
    </dl>
  )
}

/** A detail as its kind is written: numbers to be read aloud, and text in its own direction. */
function DetailValue({ name, value }: { readonly name: DetailName; readonly value: string }) {
  const words = useDetailWords()
  const { kind } = DETAILS[name]
  if (kind === 'phone') return <Identifier>{spokenPhone(value)}</Identifier>
  return kind === 'text' || kind === 'email' ? <bdi>{value}</bdi> : words(name, value)
}

function Residence({ residence }: { readonly residence: TaxResidence }) {
  return (
    <div>
      <bdi>{residenceInWords(residence)}</bdi>
    </div>
  )
}

type StatedProps<V> = {
  readonly label: string
  readonly value: V | null
  readonly show: (value: V) => ReactNode
}

/** A missing fact is shown as not stated. */
function StatedFact<V>({ label, value, show }: StatedProps<V>) {
  const { t } = useTranslation('components')
  return (
    <Fact label={label}>
      {value === null ? <span className={typography.subdued}>{t('notStated')}</span> : show(value)}
    </Fact>
  )
}
