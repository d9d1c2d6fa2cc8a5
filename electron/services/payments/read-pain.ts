import type { FileFault, PaymentPreview } from '../../../shared/contract/payments.ts'
import { parsePositive, toDecimal } from '../../../shared/money.ts'
import { readAccountNumber } from '../../../shared/check-digit.ts'
import {
  fault,
  problem,
  readPayee,
  type PaymentSource,
  type ReadLine,
  type ReadPayments,
} from './payment-file.ts'
import { childrenOf, findIn, readXml, textIn, type XmlNode } from '../../xml/xml-tree.ts'

const VERSIONS: Readonly<Record<string, PaymentPreview['format']>> = {
  'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03': 'PAIN_001_03',
  'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09': 'PAIN_001_09',
}

/** Credit transfers of ISO 20022, pain.001.001.03 or .09; every payment has to be from the account that pays. */
export function readPain(text: string, source: PaymentSource): ReadPayments {
  const nothing = { format: 'PAIN_001_09', separator: null, messageId: null, lines: [] } as const
  const document = readXml(text)
  if (document === null) return { ...nothing, faults: [fault(/<!DOCTYPE/i.test(text) ? 'XML_TYPE' : 'XML')] }
  const format = VERSIONS[document.namespace]
  const initiation = findIn(document, 'CstmrCdtTrfInitn')
  if (format === undefined || document.name !== 'Document' || initiation === undefined)
    return { ...nothing, faults: [fault('VERSION', document.namespace)] }
  const twice = saidTwice(document)
  if (twice !== null) return { ...nothing, faults: [fault('XML_TWICE', twice)] }
  const header = findIn(initiation, 'GrpHdr')
  const messageId = textIn(header, 'MsgId')
  const batches = childrenOf(initiation, 'PmtInf')
  const transfers = batches.flatMap((batch) => childrenOf(batch, 'CdtTrfTxInf'))
  return {
    ...nothing,
    format,
    messageId,
    faults: [
      ...(messageId === '' || messageId.length > 35 ? [fault('MESSAGE', messageId)] : []),
      ...controlFaults(header, transfers, true),
      ...batches.flatMap((batch) => [
        ...controlFaults(batch, childrenOf(batch, 'CdtTrfTxInf'), false),
        ...batchFaults(batch, source),
      ]),
    ],
    lines: transfers.map((transfer, at) => lineOf(transfer, at + 1, source)),
  }
}

/** What may stand once beneath an element, but for the batches and payments themselves, and is read once. */
const ONCE: readonly (readonly [within: string, ...names: string[]])[] = [
  ['Document', 'CstmrCdtTrfInitn'],
  ['CstmrCdtTrfInitn', 'GrpHdr'],
  ['PmtInf', 'DbtrAcct', 'PmtMtd', 'ReqdExctnDt'],
  ['CdtTrfTxInf', 'Amt', 'Cdtr', 'CdtrAcct'],
  ['Amt', 'InstdAmt'],
  ['DbtrAcct', 'Id'],
  ['CdtrAcct', 'Id'],
  ['Id', 'IBAN', 'Othr'],
]

/** The name of an element that stands twice where one can be meant: another reader could take the other one. */
function saidTwice(node: XmlNode): string | null {
  const names = ONCE.find(([within]) => within === node.name)?.slice(1) ?? []
  const twice = names.find((name) => childrenOf(node, name).length > 1)
  if (twice !== undefined) return twice
  return node.children.reduce((found: string | null, child) => found ?? saidTwice(child), null)
}

/** Number and sum of the payments against what the file says they are. A sum is optional, and so is a number in a batch. */
function controlFaults(
  node: XmlNode | undefined,
  transfers: readonly XmlNode[],
  countNeeded: boolean,
): readonly FileFault[] {
  const count = textIn(node, 'NbOfTxs')
  const sum = textIn(node, 'CtrlSum')
  const found = transfers.map((transfer) => unitsOf(textIn(transfer, 'Amt', 'InstdAmt')))
  return [
    ...((count !== '' || countNeeded) && count !== String(transfers.length)
      ? [fault('COUNT', `${count || '–'} / ${transfers.length}`)]
      : []),
    ...(sum !== '' && unitsOf(sum) !== found.reduce((total, units) => total + units, 0n)
      ? [fault('SUM', sum)]
      : []),
  ]
}

/** A decimal of ISO 20022, which has at most 17 decimals, in the smallest of them; zero for what is none. */
function unitsOf(text: string): bigint {
  const [, whole = '0', decimals = ''] = /^\+?(\d{1,18})(?:\.(\d{1,17}))?$/.exec(text) ?? []
  return BigInt(whole + decimals.padEnd(17, '0'))
}

/** A batch is a transfer, from the account that was chosen, and not for a later day. */
function batchFaults(batch: XmlNode, { accountNumber, businessDate }: PaymentSource): readonly FileFault[] {
  const method = textIn(batch, 'PmtMtd')
  const debtor = accountIn(findIn(batch, 'DbtrAcct'))
  const date = textIn(batch, 'ReqdExctnDt', 'Dt') || textIn(batch, 'ReqdExctnDt')
  return [
    ...(method === 'TRF' ? [] : [fault('METHOD', method)]),
    ...(readAccountNumber(debtor) === accountNumber ? [] : [fault('DEBTOR', debtor)]),
    ...(date.slice(0, 10) > businessDate ? [fault('LATER', date.slice(0, 10))] : []),
  ]
}

const accountIn = (node: XmlNode | undefined): string =>
  textIn(node, 'Id', 'IBAN') || textIn(node, 'Id', 'Othr', 'Id')

function lineOf(transfer: XmlNode, line: number, { currency }: PaymentSource): ReadLine {
  const payee = readPayee(accountIn(findIn(transfer, 'CdtrAcct')))
  const instructed = findIn(transfer, 'Amt', 'InstdAmt')
  const named = instructed?.attributes['Ccy'] ?? ''
  const amount = parsePositive(textIn(instructed), currency)
  const other =
    instructed !== undefined && named !== currency ? problem('OTHER_CURRENCY', { currency: named }) : null
  const reference = textIn(transfer, 'RmtInf', 'Ustrd')
  return {
    line,
    account: payee.account,
    name: textIn(transfer, 'Cdtr', 'Nm'),
    amount: amount.ok ? toDecimal(amount.value) : null,
    reference,
    problem:
      payee.problem ?? other ?? (amount.ok ? null : problem(amount.error.code, amount.error.details ?? {})),
  }
}
