import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { parseNotNegative } from '../../../shared/money.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { MoneyInput } from '../../components/money-input.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { messageForCode } from '../../feedback/messages.ts'

type Props = {
  readonly tills: CallOutput<'tills.list'> | undefined
  readonly opening: PostingCommand<'tills.open'>
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** Takes a closed till with a float from the vault. */
export function OpenTill({ tills, opening, chosen, onChoose }: Props) {
  const { t } = useTranslation('tills')
  const { branch, serverConnected } = useSession()
  const [float, setFloat] = useState('')
  const [pressed, setPressed] = useState(false)
  const free = (tills?.tills ?? []).filter(({ holder }) => holder === null)
  const till = tills?.tills.find(({ id }) => id === chosen) ?? free[0]
  const currency = tills?.currency ?? branch?.currency ?? 'USD'
  const amount = parseNotNegative(float, currency)
  const floatProblem =
    pressed && !amount.ok
      ? messageForCode(float === '' ? 'AMOUNT_ZERO' : amount.error.code, amount.error.details)
      : null
  const unavailable = !serverConnected || branch?.dayOpen !== true || till?.holder !== null

  const open = () => {
    setPressed(true)
    if (amount.ok && !unavailable && till !== undefined) opening.post({ tillId: till.id, float })
  }
  useKeys({ 'Ctrl+Enter': { label: t('open.action'), run: open, disabled: unavailable || opening.frozen } })

  if (tills !== undefined && tills.tills.length > 0 && free.length === 0)
    return (
      <Shell>
        <Note tone="info">{t('open.noneFree')}</Note>
      </Shell>
    )
  return (
    <Shell>
      {branch?.dayOpen === false && <Note tone="warn">{t('dayClosed')}</Note>}
      <form className="stack" onKeyDown={enterMovesOn} onSubmit={(event) => event.preventDefault()}>
        <Select
          label={t('open.till')}
          data={free.map(({ id, name }) => ({ value: id, label: name }))}
          value={till?.holder === null ? till.id : null}
          onChange={(id) => id !== null && onChoose(id)}
          error={till !== undefined && till.holder !== null ? t('open.alreadyHeld') : null}
          allowDeselect={false}
          readOnly={opening.frozen}
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
        <MoneyInput
          large
          autoFocus
          label={t('open.float')}
          description={t('open.floatHint')}
          currency={currency}
          value={float}
          onChange={setFloat}
          readOnly={opening.frozen}
          error={floatProblem === null ? null : <FieldErrorText message={floatProblem} />}
        />
      </form>
      <OutcomeNote posting={opening} />
      <BusyButton
        size="lg"
        fullWidth
        keys="Ctrl+Enter"
        busy={opening.phase === 'sending'}
        unavailable={unavailable}
        onClick={open}
      >
        {t('open.action')}
      </BusyButton>
    </Shell>
  )
}

function Shell({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation('tills')
  return (
    <>
      <header className="head">
        <h2>{t('open.title')}</h2>
      </header>
      <div className="scroll pad stack till-slip">{children}</div>
    </>
  )
}
