import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrinterView, PrintTold } from '../../../shared/contract/printers.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { wayText } from './way-text.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from '../../components/device-list.module.css'

type Props = {
  readonly printers: readonly PrinterView[]
  /** The bank sets them: none is removed here. */
  readonly isFixed: boolean
}

/** Each printer with its address; a test page says that it is the right one. */
export function PrinterList({ printers, isFixed }: Props) {
  const { t } = useTranslation('printers')
  const test = useCall('printers.test')
  const remove = useCall('printers.remove')
  const [tested, setTested] = useState<PrinterView | null>(null)
  const [told, setTold] = useState<PrintTold | null>(null)
  // One that was added here gets its test page next.
  const [before] = useState(() => new Set(printers.map(({ id }) => id)))
  const print = async (printer: PrinterView) => {
    setTested(printer)
    remove.reset()
    const printed = await test.run({ printerId: printer.id })
    setTold(printed?.ok === true ? printed.value.told : null)
  }
  if (printers.length === 0) return <NoPrinter isFixed={isFixed} />
  return (
    <>
      <ul className={styles.list} aria-label={t('known')}>
        {printers.map((printer) => (
          <li key={printer.id}>
            <div className={layout.grow}>
              <bdi className={typography.strong}>{printer.name}</bdi>
              <PrinterWay printer={printer} />
            </div>
            <BusyButton
              variant="default"
              startHere={!before.has(printer.id)}
              busy={test.busy && tested?.id === printer.id}
              unavailable={test.busy && tested?.id !== printer.id}
              aria-label={t('testOne', { name: printer.name })}
              onClick={() => void print(printer)}
            >
              {t('test')}
            </BusyButton>
            {!isFixed && (
              <BusyButton
                variant="default"
                unavailable={test.busy || remove.busy}
                aria-label={t('removeOne', { name: printer.name })}
                onClick={() => void remove.run({ printerId: printer.id })}
              >
                {t('remove')}
              </BusyButton>
            )}
          </li>
        ))}
      </ul>
      <FailureNote failure={test.failure ?? remove.failure} />
      {tested !== null && told !== null && !test.busy && test.failure === null && (
        <Note tone="ok">{t(told === 'TAKEN' ? 'testTaken' : 'tested', { printer: tested.name })}</Note>
      )}
    </>
  )
}

function NoPrinter({ isFixed }: Pick<Props, 'isFixed'>) {
  const { t } = useTranslation('printers')
  return <EmptyState title={t(isFixed ? 'noneSet' : 'none')} hint={t(isFixed ? 'noneSetHint' : 'noneHint')} />
}

function PrinterWay({ printer }: { readonly printer: PrinterView }) {
  const { t } = useTranslation('printers')
  const { kind, place } = wayText(printer.way, t)
  return (
    <div className={classes(typography.secondary, layout.apart)}>
      <span>{kind}</span>
      <span dir="ltr">{place}</span>
    </div>
  )
}
