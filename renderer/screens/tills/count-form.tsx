import { SegmentedControl } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../components/money-input.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import type { CountDraft } from './count-draft.ts'
import { CountTable } from './count-table.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './count-form.module.css'

type Props = {
  readonly ref: Ref<HTMLFormElement>
  readonly currency: string
  readonly draft: CountDraft
  readonly readOnly: boolean
  readonly onChange: (part: Partial<CountDraft>) => void
}

/** The count itself: by pieces of each denomination, or as one total. */
export function CountForm({ ref, ...count }: Props) {
  return (
    <form
      ref={ref}
      className={classes(layout.scroll, styles.form)}
      onKeyDown={enterMovesOn}
      onSubmit={(event) => event.preventDefault()}
    >
      <CountedBy {...count} />
      {count.draft.by === 'pieces' ? <Pieces {...count} /> : <Total {...count} />}
    </form>
  )
}

function CountedBy({ draft, readOnly, onChange }: Omit<Props, 'ref'>) {
  const { t } = useTranslation('tills')
  return (
    <div data-step="skip" className={styles.countBy}>
      <SegmentedControl
        fullWidth
        aria-label={t('count.by')}
        value={draft.by}
        readOnly={readOnly}
        onChange={(value) => onChange({ by: value === 'total' ? 'total' : 'pieces' })}
        data={[
          { value: 'pieces', label: t('count.pieces') },
          { value: 'total', label: t('count.total') },
        ]}
      />
    </div>
  )
}

function Pieces({ currency, draft, readOnly, onChange }: Omit<Props, 'ref'>) {
  return (
    <CountTable
      currency={currency}
      counts={draft.counts}
      readOnly={readOnly}
      onCount={(piece, count) => onChange({ counts: { ...draft.counts, [piece]: count } })}
    />
  )
}

function Total({ currency, draft, readOnly, onChange }: Omit<Props, 'ref'>) {
  const { t } = useTranslation('tills')
  return (
    <div className={layout.padded}>
      <MoneyInput
        large
        autoFocus
        label={t('count.counted')}
        currency={currency}
        value={draft.typed}
        readOnly={readOnly}
        onChange={(typed) => onChange({ typed })}
      />
    </div>
  )
}
