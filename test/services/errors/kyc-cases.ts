import { MAX_FILE_BYTES } from '../../../shared/contract/kyc.ts'
import { pngPicture } from '../../support/png.ts'
import { type Bench, newId } from './bench.ts'
import type { Cases } from './cases.ts'

const picture = new Uint8Array(pngPicture(8, 8))

async function paper({ customer }: Bench) {
  return {
    id: newId(),
    customerId: await customer(),
    documentType: 'PASSPORT' as const,
    documentNumber: newId(),
    expiresAt: '2999-01-01',
    content: picture,
  }
}

async function waiting(bench: Bench, who: 'teller' | 'supervisor' = 'teller') {
  const document = await paper(bench)
  await bench.as(who).call('kyc.uploadDocument', document)
  const { documents } = await bench.as('supervisor').call('kyc.listQueue', {})
  const { shownHash } = documents.find(({ id }) => id === document.id) ?? { shownHash: '' }
  return { document, decision: { documentId: document.id, shownHash } }
}

const OTHER_HASH = '0'.repeat(64)

export const kycCases = {
  'kyc.uploadDocument': {
    CUSTOMER_NOT_FOUND: async (bench) =>
      bench.as('teller').ask('kyc.uploadDocument', { ...(await paper(bench)), customerId: newId() }),
    DOCUMENT_EXPIRED: async (bench) =>
      bench.as('teller').ask('kyc.uploadDocument', { ...(await paper(bench)), expiresAt: '2020-01-01' }),
    DOCUMENT_NUMBER_TAKEN: async (bench) => {
      const { document } = await waiting(bench)
      return bench.as('teller').ask('kyc.uploadDocument', { ...document, id: newId() })
    },
    FILE_EMPTY: async (bench) =>
      bench.as('teller').ask('kyc.uploadDocument', { ...(await paper(bench)), content: new Uint8Array() }),
    FILE_TOO_LARGE: async (bench) =>
      bench
        .as('teller')
        .ask('kyc.uploadDocument', { ...(await paper(bench)), content: new Uint8Array(MAX_FILE_BYTES + 1) }),
    FILE_TYPE_NOT_ALLOWED: async (bench) => {
      const content = new TextEncoder().encode('MZ this is no picture, whatever its name says')
      return bench.as('teller').ask('kyc.uploadDocument', { ...(await paper(bench)), content })
    },
    KEY_REUSED: async (bench) => {
      const { document } = await waiting(bench)
      return bench.as('teller').ask('kyc.uploadDocument', { ...(await paper(bench)), id: document.id })
    },
  },
  'kyc.readFile': {
    DOCUMENT_NOT_FOUND: ({ as }) => as('teller').ask('kyc.readFile', { documentId: newId() }),
    FILE_UNREADABLE: async (bench) => {
      const { document } = await waiting(bench)
      const desk = bench.as('teller')
      if (desk.workplace.session !== null) {
        desk.workplace.session = { ...desk.workplace.session, documentKey: Buffer.alloc(32) } // another branch's key
      }
      return desk.ask('kyc.readFile', { documentId: document.id })
    },
  },
  'kyc.approveDocument': {
    DOCUMENT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('kyc.approveDocument', { documentId: newId(), shownHash: OTHER_HASH }),
    ALREADY_DECIDED: async (bench) => {
      const { decision } = await waiting(bench)
      await bench.as('supervisor').call('kyc.approveDocument', decision)
      return bench.as('supervisor2').ask('kyc.approveDocument', decision)
    },
    OWN_UPLOAD: async (bench) => {
      const { decision } = await waiting(bench, 'supervisor')
      return bench.as('supervisor').ask('kyc.approveDocument', decision)
    },
    DOCUMENT_EXPIRED: async (bench) => {
      const { decision } = await waiting(bench)
      await bench.database.superuser.query(
        "UPDATE kyc_documents SET expires_at = '2020-01-01' WHERE id = $1",
        [decision.documentId],
      )
      return bench.as('supervisor').ask('kyc.approveDocument', decision)
    },
    CHANGED_MEANWHILE: async (bench) => {
      const { decision } = await waiting(bench)
      return bench.as('supervisor').ask('kyc.approveDocument', { ...decision, shownHash: OTHER_HASH })
    },
  },
  'kyc.rejectDocument': {
    DOCUMENT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('kyc.rejectDocument', {
        documentId: newId(),
        shownHash: OTHER_HASH,
        reason: 'Blurred',
      }),
    ALREADY_DECIDED: async (bench) => {
      const { decision } = await waiting(bench)
      await bench.as('supervisor').call('kyc.rejectDocument', { ...decision, reason: 'Blurred' })
      return bench.as('supervisor').ask('kyc.rejectDocument', { ...decision, reason: 'Blurred' })
    },
    OWN_UPLOAD: async (bench) => {
      const { decision } = await waiting(bench, 'supervisor')
      return bench.as('supervisor').ask('kyc.rejectDocument', { ...decision, reason: 'Blurred' })
    },
    CHANGED_MEANWHILE: async (bench) => {
      const { decision } = await waiting(bench)
      return bench
        .as('supervisor')
        .ask('kyc.rejectDocument', { ...decision, shownHash: OTHER_HASH, reason: 'Blurred' })
    },
  },
} satisfies Partial<Cases>
