import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { PaymentFile } from '../../shared/contract/payments.ts'
import { accountNumberOf, openNewCustomersAccount } from './accounts.ts'
import type { TestBranch } from './branch.ts'
import type { TestWorkplace } from './workplace.ts'

type Begin = CallInput<'payments.begin'>

/** A payer with so much on the account, and accounts to be paid on with their numbers. */
export async function payerAndPayees(branch: TestBranch, balance = '1000.00', payees = 2) {
  const payer = await openNewCustomersAccount(branch, { balance })
  const ids = await Promise.all(Array.from({ length: payees }, () => openNewCustomersAccount(branch)))
  const numbers = await Promise.all(ids.map((id) => accountNumberOf(branch, id)))
  return { payer, payerNumber: await accountNumberOf(branch, payer), ids, numbers }
}

export const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A CSV file of salaries. */
export const csvOf = (lines: readonly (readonly [account: string, amount: string])[]): string =>
  [
    'Account,Name,Amount,Reference',
    ...lines.map(([account, amount], at) => `${account},Person ${at + 1},"${amount}",Salary ${at + 1}`),
  ].join('\r\n')

type Pain = {
  readonly debtor: string
  readonly payments: readonly (readonly [account: string, amount: string])[]
  readonly version?: '03' | '09'
  readonly messageId?: string
  readonly count?: string
  readonly sum?: string
  readonly currency?: string
  readonly date?: string
  readonly head?: string
}

const account = (number: string) => `<Id><Othr><Id>${number}</Id></Othr></Id>`

/** A pain.001 message of one batch. */
export function painOf({ debtor, payments, version = '09', ...said }: Pain): string {
  const count = said.count ?? String(payments.length)
  const sum =
    said.sum ??
    (payments.reduce((total, [, amount]) => total + Math.round(Number(amount) * 100), 0) / 100).toFixed(2)
  const day = said.date ?? '2020-01-31'
  const transfers = payments.map(
    ([number, amount], at) => `<CdtTrfTxInf><PmtId><EndToEndId>E${at}</EndToEndId></PmtId>
      <Amt><InstdAmt Ccy="${said.currency ?? 'USD'}">${amount}</InstdAmt></Amt><Cdtr><Nm>Person &amp; Co ${at + 1}</Nm></Cdtr>
      <CdtrAcct>${account(number)}</CdtrAcct><RmtInf><Ustrd>Salary ${at + 1}</Ustrd></RmtInf></CdtTrfTxInf>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>${said.head ?? ''}
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}"><CstmrCdtTrfInitn>
  <GrpHdr><MsgId>${said.messageId ?? randomUUID().slice(0, 30)}</MsgId><CreDtTm>2020-01-30T10:00:00</CreDtTm><NbOfTxs>${count}</NbOfTxs>
    <CtrlSum>${sum}</CtrlSum><InitgPty><Nm>Employer</Nm></InitgPty></GrpHdr>
  <PmtInf><PmtInfId>B1</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>${count}</NbOfTxs>
    <ReqdExctnDt>${version === '09' ? `<Dt>${day}</Dt>` : day}</ReqdExctnDt><Dbtr><Nm>Employer</Nm></Dbtr>
    <DbtrAcct>${account(debtor)}</DbtrAcct>${transfers.join('')}</PmtInf>
</CstmrCdtTrfInitn></Document>`
}

/** A file as it is begun after its preview, with what that showed. */
export async function previewed(
  workplace: TestWorkplace,
  accountId: string,
  text: string,
  changes: Partial<Begin> = {},
): Promise<Begin> {
  const chosen = { accountId, fileName: 'salaries.csv', content: asBytes(text) }
  const { payments, total, fee } = await workplace.as('teller').call('payments.preview', chosen)
  return { ...chosen, key: randomUUID(), description: 'Salary', payments, total, fee, ...changes }
}

/** Previews, begins and posts a whole file as the teller. */
export async function postFile(
  workplace: TestWorkplace,
  accountId: string,
  text: string,
): Promise<PaymentFile> {
  const begun = await workplace
    .as('teller')
    .call('payments.begin', await previewed(workplace, accountId, text))
  return finish(workplace, begun)
}

/** Goes on with a file until it is not under way any more. */
export async function finish(workplace: TestWorkplace, file: PaymentFile): Promise<PaymentFile> {
  let at = file
  for (let step = 0; at.status === 'RUNNING' && step < 100; step += 1)
    at = await workplace.as('teller').call('payments.goOn', { id: file.id })
  return at
}
