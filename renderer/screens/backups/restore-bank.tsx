import { useTranslation } from 'react-i18next'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { BackupWork, Restorable } from '../../../shared/contract/backups.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { LINE_NAMES, sheetSchema } from '../keys/sheet-schema.ts'
import { sizeText } from './size.ts'
import { momentTyped, typedMoment } from './typed-moment.ts'
import { useBackupWork, type useRestore } from './use-restore.ts'
import { WordsFields } from './words-fields.tsx'
import { WorkProgress } from './work-progress.tsx'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly banks: readonly Restorable[]
  readonly restore: ReturnType<typeof useRestore>
  readonly onLeave?: () => void
}

/** From the press on, also before the main process says how far it is. */
const BEGUN: BackupWork = { what: 'RESTORE', step: 'SEAL', done: 0, of: 1 }

type Typed = Record<string, string>

const idOf = ({ system, timeline }: Restorable) => `${system}/${timeline}`

/** Which bank, up to which second, and the words that open it. The newest is proposed. */
export function RestoreBank({ banks, restore, onLeave }: Props) {
  const { t } = useTranslation('backups')
  const work = useBackupWork()
  const newest = banks.toSorted((a, b) => a.upTo.localeCompare(b.upTo)).at(-1)
  const schema: z.ZodType<Typed, Typed> = sheetSchema(t('words.wrong')).extend({
    bank: z.string(),
    until: z.string().refine((typed) => momentTyped(typed) !== null, { message: t('restore.untilWrong') }),
  })
  const form = useContractForm(schema, {
    ...Object.fromEntries(LINE_NAMES.map((name) => [name, ''])),
    bank: newest === undefined ? '' : idOf(newest),
    until: newest === undefined ? '' : typedMoment(newest.upTo),
  })
  const chosen = useWatch({ control: form.control, name: 'bank' })
  const bank = banks.find((one) => idOf(one) === chosen) ?? newest
  const send = form.handleSubmit((typed) => {
    if (bank === undefined) return
    const { until: second = '' } = typed
    const isNewest = second === typedMoment(bank.upTo)
    const until = isNewest ? null : momentTyped(second)
    const lines = LINE_NAMES.map((name) => typed[name] ?? '')
    restore.start({ system: bank.system, until, lines })
  })
  // What was typed stays for another attempt.
  if (restore.busy)
    return (
      <div className={layout.padded}>
        <WorkProgress work={work ?? BEGUN} />
      </div>
    )
  return (
    <PanelForm
      title={t('restore.title')}
      isPage={onLeave === undefined}
      buttons="flow"
      submit={{ label: t('restore.start'), run: () => void send() }}
      {...(onLeave === undefined ? {} : { leave: { label: t('words.leave'), run: onLeave } })}
      failure={restore.failure}
    >
      {restore.done !== null && (
        <Note tone="ok">
          <p>{t('restore.done', { ...restore.done, upTo: typedMoment(restore.done.upTo) })}</p>
          {restore.done.setAside !== null && <p>{t('restore.aside', { folder: restore.done.setAside })}</p>}
          {restore.done.damaged.map((place) => (
            <p key={place}>{t('restore.damaged', { place })}</p>
          ))}
        </Note>
      )}
      {banks.length > 1 && (
        <FormSelect
          control={form.control}
          name="bank"
          label={t('restore.which')}
          options={banks.map((one) => ({ value: idOf(one), label: labelOf(one) }))}
        />
      )}
      {bank !== undefined && <p>{labelOf(bank)}</p>}
      <FormText
        control={form.control}
        name="until"
        label={t('restore.until')}
        description={t('restore.untilHint')}
        dir="ltr"
        maxLength={19}
        startHere
      />
      <p>{t('words.what')}</p>
      <WordsFields control={form.control} names={LINE_NAMES} />
    </PanelForm>
  )

  function labelOf({ from, upTo, bytes }: Restorable): string {
    return t('restore.bank', { from: typedMoment(from), upTo: typedMoment(upTo), size: sizeText(bytes) })
  }
}
