import { FileButton } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormText, FormTextarea } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { i18n } from '../../i18n/i18n.ts'

// An empty field says nothing wrong when it is left: whoever tests it is told.
const isServerUrl = (text: string) => text === '' || /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')
const isPem = (text: string) => text === '' || /-----BEGIN CERTIFICATE-----[\s\S]+-----END/.test(text)

const schema = z.object({
  url: z
    .string()
    .trim()
    .refine(isServerUrl, { error: () => i18n.t('database:urlRule') }),
  authority: z
    .string()
    .trim()
    .refine(isPem, { error: () => i18n.t('database:authorityRule') }),
})

type Report = CallOutput<'database.testConnection'>

const inputOf = ({ url, authority }: z.output<typeof schema>) => ({
  url,
  certificateAuthority: authority === '' ? null : authority,
})

/** A server is tested first; what was tested, letter for letter, is what can be saved. */
export function ServerForm({ onSaved }: { readonly onSaved: () => void }) {
  const { t } = useTranslation('database')
  const form = useContractForm(schema, { url: '', authority: '' })
  const test = useCall('database.testConnection')
  const save = useCall('database.useServer')
  const [tested, setTested] = useState<{ readonly text: string; readonly report: Report } | null>(null)
  const typed = JSON.stringify(useWatch({ control: form.control }))
  const report = tested?.text === typed ? tested.report : null
  const usable = report !== null && (report.login === 'administrator' || report.schema === 'current')

  const runTest = form.handleSubmit(async (values) => {
    const answer = await test.run(inputOf(values))
    if (answer?.ok === true) setTested({ text: typed, report: answer.value })
  })
  const runSave = form.handleSubmit(async (values) => {
    const answer = await save.run(inputOf(values))
    if (answer?.ok !== true) return
    form.reset() // an administrator's password does not stay on a screen
    setTested(null)
    onSaved()
  })
  const readFile = async (file: File | null) => {
    if (file !== null) form.setValue('authority', await file.text(), { shouldValidate: true })
  }

  return (
    <form className="stack" onSubmit={(event) => void (usable ? runSave(event) : runTest(event))} noValidate>
      <FormText
        control={form.control}
        name="url"
        label={t('url')}
        description={t('urlHint')}
        dir="ltr"
        startHere
      />
      <FormTextarea
        control={form.control}
        name="authority"
        label={t('authority')}
        description={t('authorityHint')}
      />
      <FileButton onChange={(file) => void readFile(file)} accept=".pem,.crt,.cer">
        {(props) => (
          <button type="button" className="link" onClick={props.onClick}>
            {t('authorityFile')}
          </button>
        )}
      </FileButton>
      <FailureNote failure={test.failure ?? save.failure} />
      {report !== null && <TestReport report={report} usable={usable} />}
      <div className="two">
        {/* Enter tests until the test was passed, then it saves: only one of the two submits. */}
        <BusyButton
          variant="default"
          size="lg"
          type={usable ? 'button' : 'submit'}
          busy={test.busy}
          {...(usable ? { onClick: () => void runTest() } : {})}
        >
          {test.busy ? t('testing') : t('test')}
        </BusyButton>
        <BusyButton type={usable ? 'submit' : 'button'} size="lg" busy={save.busy} unavailable={!usable}>
          {t('saveServer')}
        </BusyButton>
      </div>
    </form>
  )
}

const SCHEMA = { absent: 'schemaAbsent', older: 'schemaOlder', current: 'schemaCurrent' } as const
const LOGIN = { administrator: 'loginAdministrator', workstation: 'loginWorkstation' } as const

function TestReport({ report, usable }: { readonly report: Report; readonly usable: boolean }) {
  const { t } = useTranslation('database')
  const rows = [
    [t('serverVersion'), report.serverVersion],
    [t('encryption'), t(report.encrypted ? 'encrypted' : 'notEncrypted')],
    [t('login'), t(`${LOGIN[report.login]}`)],
    [t('schema'), t(`${SCHEMA[report.schema]}`)],
  ] as const
  return (
    <Note tone={usable ? 'ok' : 'warn'}>
      <p>
        <b>{usable ? t('works') : t('cannotSetUp')}</b>
      </p>
      <dl className="report">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Note>
  )
}
