import { useTranslation } from 'react-i18next'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { sheetSchema, LINE_NAMES } from './sheet-schema.ts'
import type { useSheet } from './use-sheet.ts'

type Props = {
  readonly number: number
  readonly keep: ReturnType<typeof useSheet>['keep']
  readonly onBack: () => void
}

/** The eight lines typed from the paper: a sheet that cannot be read is noticed now, and not when it is needed. */
export function ReadBack({ number, keep, onBack }: Props) {
  const { t } = useTranslation('keys')
  const form = useContractForm(
    sheetSchema(t('sheet.lineWrong')),
    Object.fromEntries(LINE_NAMES.map((name) => [name, ''])),
  )
  const save = form.handleSubmit((typed) => keep.run(LINE_NAMES.map((name) => typed[name] ?? '')))
  return (
    <PanelForm
      title={t('sheet.lines', { number })}
      submit={{ label: t('sheet.keep'), run: () => void save(), busy: keep.busy }}
      leave={{ label: t('sheet.back'), run: onBack, unavailable: keep.busy }}
      failure={keep.failure}
    >
      <p>{t('sheet.readBack')}</p>
      <p>{t('sheet.readBackHint')}</p>
      {LINE_NAMES.map((name, at) => (
        <FormText
          key={name}
          control={form.control}
          name={name}
          label={t('sheet.line', { line: at + 1 })}
          maxLength={40}
          dir="ltr"
          {...(at === 0 ? { startHere: true } : {})}
        />
      ))}
    </PanelForm>
  )
}
