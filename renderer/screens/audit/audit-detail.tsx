import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { Identifier } from '../../components/bidi.tsx'
import { ExactTime } from './exact-time.tsx'
import { differences, readable, type Difference, type ReadContext } from './readable.ts'
import { deedWord, fieldWord, thingWord } from './words.ts'

type Props = {
  readonly row: AuditRow
  readonly names: ReadonlyMap<string, string>
  readonly branchCurrency: string
  readonly onClose: () => void
  readonly onOnlyThing: () => void
  readonly onOnlyPerson: () => void
}

/** It may be longer than the window, so the keys must be able to scroll it. */
const REACHABLE = { tabIndex: 0 }

/** One entry: who, when, what; then the row before and after, or the facts of the event. */
export function AuditDetail({ row, names, branchCurrency, onClose, onOnlyThing, onOnlyPerson }: Props) {
  const { t } = useTranslation('audit')
  const own = row.after?.['currency'] ?? row.before?.['currency']
  const context: ReadContext = { names, currency: typeof own === 'string' ? own : branchCurrency }
  return (
    <>
      <header className="head">
        <h2>{deedWord(row)}</h2>
        <span className="grow" />
        <ActionIcon aria-label={t('close')} onClick={onClose}>
          <IconX size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </header>
      <section className="scroll" aria-label={t('entry')} {...REACHABLE}>
        <dl className="facts pad audit-facts">
          <div>
            <dt>{t('at')}</dt>
            <dd>
              <ExactTime value={row.at} />
            </dd>
          </div>
          <div>
            <dt>{t('person')}</dt>
            <dd>{row.userId === null ? t('nobody') : (names.get(row.userId) ?? row.username)}</dd>
          </div>
          <div>
            <dt>{t('resourceType')}</dt>
            <dd>{thingWord(row.resourceType)}</dd>
          </div>
        </dl>
        <div className="pad row audit-only">
          {row.resourceId !== null && (
            <button type="button" className="link" onClick={onOnlyThing}>
              {t('onlyThis')}
            </button>
          )}
          {row.userId !== null && (
            <button type="button" className="link" onClick={onOnlyPerson}>
              {t('onlyPerson')}
            </button>
          )}
        </div>
        <Recorded row={row} context={context} />
        <dl className="facts facts-lines pad">
          <div>
            <dt>{t('resourceId')}</dt>
            <dd className="t2">
              {row.resourceId === null ? t('noValue') : <Identifier>{row.resourceId}</Identifier>}
            </dd>
          </div>
        </dl>
      </section>
    </>
  )
}

function Recorded({ row, context }: { readonly row: AuditRow; readonly context: ReadContext }) {
  const { t } = useTranslation('audit')
  const { before, after, facts } = row
  const one = after ?? before
  if (before !== null && after !== null)
    return <Comparison differences={differences(before, after)} context={context} />
  if (one !== null)
    return <Listing label={after === null ? t('removed') : t('recorded')} facts={one} context={context} />
  if (facts !== null) return <Listing label={t('facts')} facts={facts} context={context} />
  return <p className="pad dim">{t('nothingMore')}</p>
}

function Comparison({
  differences: all,
  context,
}: {
  readonly differences: readonly Difference[]
  readonly context: ReadContext
}) {
  const { t } = useTranslation('audit')
  const count = all.filter(({ changed }) => changed).length
  return (
    <table className="compare">
      <caption>{t('changedCount', { count })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ field, before, after, changed }) => (
          <tr key={field} data-changed={changed || undefined}>
            <th scope="row">
              {fieldWord(field)}
              {changed && <span className="unseen"> {t('changed')}</span>}
            </th>
            <td>
              <Value field={field} value={before} context={context} />
            </td>
            <td>
              <Value field={field} value={after} context={context} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Listing({
  label,
  facts,
  context,
}: {
  readonly label: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly context: ReadContext
}) {
  const { t } = useTranslation('audit')
  return (
    <table className="compare">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('value')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(facts).map(([field, value]) => (
          <tr key={field}>
            <th scope="row">{fieldWord(field)}</th>
            <td>
              <Value field={field} value={value} context={context} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ValueProps = { readonly field: string; readonly value: unknown; readonly context: ReadContext }

function Value({ field, value, context }: ValueProps) {
  const { t } = useTranslation('audit')
  const read = readable(field, value, context)
  if (read.kind === 'empty') return <span className="dim">{t('noValue')}</span>
  if (read.kind === 'yes' || read.kind === 'no') return t(read.kind)
  if (read.kind === 'amount') return <span className="num">{read.text}</span>
  if (read.kind === 'id')
    return (
      <bdi className="t2" dir="ltr">
        {read.text}
      </bdi>
    )
  return <bdi>{read.text}</bdi>
}
