import { MAX_FILE_BYTES } from '../../shared/contract/documents.ts'
import { pngPicture } from '../support/png.ts'
import { type Bench, newId } from '../contract/bench.ts'
import type { Cases } from '../contract/cases.ts'

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
  await bench.as(who).call('documents.upload', document)
  const { documents } = await bench.as('supervisor').call('documents.listQueue', {})
  const { shownHash } = documents.find(({ id }) => id === document.id) ?? { shownHash: '' }
  return { document, decision: { documentId: document.id, shownHash } }
}

const OTHER_HASH = '0'.repeat(64)

export const kycCases = {
  'documents.upload': {
    CUSTOMER_NOT_FOUND: async (bench) =>
      bench.as('teller').ask('documents.upload', { ...(await paper(bench)), customerId: newId() }),
    DOCUMENT_EXPIRED: async (bench) =>
      bench.as('teller').ask('documents.upload', { ...(await paper(bench)), expiresAt: '2020-01-01' }),
    DOCUMENT_NUMBER_TAKEN: async (bench) => {
      const { document } = await waiting(bench)
      return bench.as('teller').ask('documents.upload', { ...document, id: newId() })
    },
    FILE_EMPTY: async (bench) =>
      bench.as('teller').ask('documents.upload', { ...(await paper(bench)), content: new Uint8Array() }),
    FILE_TOO_LARGE: async (bench) =>
      bench
        .as('teller')
        .ask('documents.upload', { ...(await paper(bench)), content: new Uint8Array(MAX_FILE_BYTES + 1) }),
    FILE_TYPE_NOT_ALLOWED: async (bench) => {
      const content = new TextEncoder().encode('MZ this is no picture, whatever its name says')
      return bench.as('teller').ask('documents.upload', { ...(await paper(bench)), content })
    },
    KEY_REUSED: async (bench) => {
      const { document } = await waiting(bench)
      return bench.as('teller').ask('documents.upload', { ...(await paper(bench)), id: document.id })
    },
  },
  'documents.readFile': {
    DOCUMENT_NOT_FOUND: ({ as }) => as('teller').ask('documents.readFile', { documentId: newId() }),
    FILE_UNREADABLE: async (bench) => {
      const { document } = await waiting(bench)
      const desk = bench.as('teller')
      if (desk.workplace.session !== null) {
        desk.workplace.session = { ...desk.workplace.session, documentKey: Buffer.alloc(32) } // another branch's key
      }
      return desk.ask('documents.readFile', { documentId: document.id })
    },
  },
  'documents.approve': {
    DOCUMENT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('documents.approve', { documentId: newId(), shownHash: OTHER_HASH }),
    ALREADY_DECIDED: async (bench) => {
      const { decision } = await waiting(bench)
      await bench.as('supervisor').call('documents.approve', decision)
      return bench.as('supervisor2').ask('documents.approve', decision)
    },
    OWN_UPLOAD: async (bench) => {
      const { decision } = await waiting(bench, 'supervisor')
      return bench.as('supervisor').ask('documents.approve', decision)
    },
    DOCUMENT_EXPIRED: async (bench) => {
      const { decision } = await waiting(bench)
      await bench.database.superuser.query(
        "UPDATE kyc_documents SET expires_at = '2020-01-01' WHERE id = $1",
        [decision.documentId],
      )
      return bench.as('supervisor').ask('documents.approve', decision)
    },
    CHANGED_MEANWHILE: async (bench) => {
      const { decision } = await waiting(bench)
      return bench.as('supervisor').ask('documents.approve', { ...decision, shownHash: OTHER_HASH })
    },
  },
  'documents.reject': {
    DOCUMENT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('documents.reject', {
        documentId: newId(),
        shownHash: OTHER_HASH,
        reason: 'Blurred',
      }),
    ALREADY_DECIDED: async (bench) => {
      const { decision } = await waiting(bench)
      await bench.as('supervisor').call('documents.reject', { ...decision, reason: 'Blurred' })
      return bench.as('supervisor').ask('documents.reject', { ...decision, reason: 'Blurred' })
    },
    OWN_UPLOAD: async (bench) => {
      const { decision } = await waiting(bench, 'supervisor')
      return bench.as('supervisor').ask('documents.reject', { ...decision, reason: 'Blurred' })
    },
    CHANGED_MEANWHILE: async (bench) => {
      const { decision } = await waiting(bench)
      return bench
        .as('supervisor')
        .ask('documents.reject', { ...decision, shownHash: OTHER_HASH, reason: 'Blurred' })
    },
  },
} satisfies Partial<Cases>
