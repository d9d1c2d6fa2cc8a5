import { randomUUID } from 'node:crypto'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { openStudio } from '../../electron/studio/open-studio.ts'
import type { StudioProcess } from '../../electron/studio/studio-process.ts'
import { MAX_FILE_BYTES } from '../../shared/rules/uploaded-file.ts'
import type { Cases } from '../contract/cases.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { pdfFile } from '../support/pdf.ts'
import { pngHeaderOf, pngPicture } from '../support/png.ts'
import { ago, deleteDue, former } from '../support/retention.ts'
import type { TestWorkplace } from '../support/workplace.ts'
import { claimByOther, elsewhere, passport, shown, waiting } from './waiting-documents.ts'

/** The workplace with a studio whose process ends over whatever it is given, as one does that takes too much memory. */
function withoutStudio(workplace: TestWorkplace): TestWorkplace {
  const ending: StudioProcess = {
    send: () => {},
    onMessage: () => {},
    onExit: (listener) => void setImmediate(listener),
    kill: () => {},
  }
  const { state } = workplace.as('teller')
  return {
    ...workplace,
    ask: (name, input) => dispatch({ ...state, studio: openStudio(() => ending) }, name, input),
  }
}

const bomb = () => Buffer.concat([pngHeaderOf(20_000, 20_000), pngPicture(8, 8).subarray(33)])

type AskWithFile<T> = (workplace: TestWorkplace, content: Uint8Array<ArrayBuffer>, id?: string) => Promise<T>

/** What is refused of a file, whichever call it is given to. */
const fileCases = <T>(ask: AskWithFile<T>) => {
  const given = (workplace: TestWorkplace, content: Uint8Array) =>
    ask(workplace.as('teller'), new Uint8Array(content))
  return {
    FILE_CANCELLED: async (workplace: TestWorkplace) => {
      const id = randomUUID()
      const asked = ask(workplace.as('teller'), new Uint8Array(await pdfFile({ pages: 20 })), id)
      await workplace.call('documents.cancelPrepare', { id })
      return asked
    },
    FILE_DAMAGED: (workplace: TestWorkplace) => given(workplace, pngPicture(8, 8).subarray(0, 60)),
    FILE_EMPTY: (workplace: TestWorkplace) => given(workplace, new Uint8Array()),
    FILE_HAS_PASSWORD: async (workplace: TestWorkplace) =>
      given(workplace, await pdfFile({ userPassword: 'secret' })),
    FILE_TOO_DEMANDING: (workplace: TestWorkplace) =>
      ask(withoutStudio(workplace), new Uint8Array(pngPicture(9, 9))),
    FILE_TOO_LARGE: (workplace: TestWorkplace) => given(workplace, new Uint8Array(MAX_FILE_BYTES + 1)),
    FILE_TOO_MANY_PAGES: async (workplace: TestWorkplace) => given(workplace, await pdfFile({ pages: 51 })),
    FILE_TOO_MANY_PIXELS: (workplace: TestWorkplace) => given(workplace, bomb()),
    FILE_TYPE_NOT_ALLOWED: (workplace: TestWorkplace) =>
      given(workplace, Buffer.from('MZ this is no picture')),
  }
}

const OTHER_HASH = '0'.repeat(64)

export const documentCases = {
  'documents.prepare': fileCases((workplace, content, id = randomUUID()) =>
    workplace.ask('documents.prepare', { id, content }),
  ),
  'documents.adjust': fileCases((workplace, content, id = randomUUID()) =>
    workplace.ask('documents.adjust', { id, content, corners: null, quarters: 1 }),
  ),
  'documents.upload': {
    CUSTOMER_NOT_FOUND: async (workplace) =>
      workplace.as('teller').ask('documents.upload', await passport(workplace, { customerId: randomUUID() })),
    DOCUMENT_EXPIRED: async (workplace) =>
      workplace.as('teller').ask('documents.upload', await passport(workplace, { expiresAt: '2020-01-01' })),
    DOCUMENT_NUMBER_TAKEN: async (workplace) => {
      const { document } = await waiting(workplace)
      const customerId = await approvedCustomer(workplace.branch)
      return workplace.as('teller').ask('documents.upload', { ...document, id: randomUUID(), customerId })
    },
    FILE_DAMAGED: async (workplace) => {
      const content = new Uint8Array(pngPicture(8, 8).subarray(0, 60))
      return workplace.as('teller').ask('documents.upload', await passport(workplace, { content }))
    },
    FILE_HAS_PASSWORD: async (workplace) => {
      const content = new Uint8Array(await pdfFile({ userPassword: 'secret' }))
      return workplace.as('teller').ask('documents.upload', await passport(workplace, { content }))
    },
    FILE_TOO_MANY_PAGES: async (workplace) => {
      const content = new Uint8Array(await pdfFile({ pages: 51 }))
      return workplace.as('teller').ask('documents.upload', await passport(workplace, { content }))
    },
    FILE_TOO_DEMANDING: async (workplace) => {
      const document = await passport(workplace, { content: new Uint8Array(pngPicture(10, 9)) })
      return withoutStudio(workplace).ask('documents.upload', document)
    },
    FILE_TOO_MANY_PIXELS: async (workplace) => {
      const content = new Uint8Array(bomb())
      return workplace.as('teller').ask('documents.upload', await passport(workplace, { content }))
    },
    FILE_EMPTY: async (workplace) =>
      workplace
        .as('teller')
        .ask('documents.upload', await passport(workplace, { content: new Uint8Array() })),
    FILE_TOO_LARGE: async (workplace) =>
      workplace
        .as('teller')
        .ask('documents.upload', await passport(workplace, { content: new Uint8Array(MAX_FILE_BYTES + 1) })),
    FILE_TYPE_NOT_ALLOWED: async (workplace) => {
      const content = new TextEncoder().encode('MZ this is no picture, whatever its name says')
      return workplace.as('teller').ask('documents.upload', await passport(workplace, { content }))
    },
    KEY_REUSED: async (workplace) => {
      const { document } = await waiting(workplace)
      return workplace.as('teller').ask('documents.upload', await passport(workplace, { id: document.id }))
    },
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return withoutCrossing(workplace.branch.database, 'DOCUMENT_UPLOAD', () =>
        workplace.as('teller').ask('documents.upload', { ...document, id: randomUUID() }),
      )
    },
  },
  'documents.readFile': {
    DOCUMENT_DELETED: async (workplace) => {
      const { branch } = workplace
      await openDate(branch)
      const { passport: documentId } = await former(branch, await ago(branch, 5))
      await deleteDue(branch)
      return workplace.as('supervisor').ask('documents.readFile', { documentId })
    },
    DOCUMENT_NOT_FOUND: ({ as }) => as('teller').ask('documents.readFile', { documentId: randomUUID() }),
    FILE_UNREADABLE: async (workplace) => {
      const { document } = await waiting(workplace)
      const { state, ask } = workplace.as('teller')
      const keys = { generation: 1, key: Buffer.alloc(32), older: new Map(), hashKey: Buffer.alloc(32) } // another bank's
      if (state.session !== null) state.session = { ...state.session, vault: { secret: null, keys } }
      return ask('documents.readFile', { documentId: document.id })
    },
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return workplace.as('supervisor').ask('documents.readFile', { documentId: document.id })
    },
  },
  'documents.listTwins': {
    DOCUMENT_NOT_FOUND: ({ as }) => as('teller').ask('documents.listTwins', { documentId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return workplace.as('supervisor').ask('documents.listTwins', { documentId: document.id })
    },
  },
  'documents.noteShown': {
    NOT_SHOWN: ({ as }) => as('supervisor').ask('documents.noteShown', { ticket: randomUUID() }),
  },
  'documents.approve': {
    PROOF_TOO_OLD: async (workplace) => {
      const old = { documentType: 'UTILITY_BILL', issuingCountry: null, issuedOn: '2020-01-01' } as const
      const { decision } = await shown(workplace, old)
      return workplace.as('supervisor').ask('documents.approve', decision)
    },
    CASE_CLAIMED: async (workplace) => {
      const { document, decision } = await shown(workplace)
      await claimByOther(workplace, document.customerId)
      return workplace.as('supervisor').ask('documents.approve', decision)
    },
    DOCUMENT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('documents.approve', { documentId: randomUUID(), shownHash: OTHER_HASH }),
    ALREADY_DECIDED: async (workplace) => {
      const { decision } = await shown(workplace)
      await workplace.as('supervisor').call('documents.approve', decision)
      return workplace.as('supervisor2').ask('documents.approve', decision)
    },
    OWN_UPLOAD: async (workplace) => {
      const { decision } = await waiting(workplace, 'supervisor')
      return workplace.as('supervisor').ask('documents.approve', decision)
    },
    DOCUMENT_EXPIRED: async (workplace) => {
      const { decision } = await waiting(workplace)
      await workplace.branch.database.superuser.query(
        "UPDATE kyc_documents SET expires_at = '2020-01-01' WHERE id = $1",
        [decision.documentId],
      )
      return workplace.as('supervisor').ask('documents.approve', decision)
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { decision } = await waiting(workplace)
      return workplace.as('supervisor').ask('documents.approve', { ...decision, shownHash: OTHER_HASH })
    },
    NOT_SHOWN: async (workplace) => {
      const { decision } = await waiting(workplace)
      return workplace.as('supervisor').ask('documents.approve', decision)
    },
    OTHER_BRANCH: async (workplace) => {
      const { decision } = await elsewhere(workplace)
      return workplace.as('supervisor').ask('documents.approve', decision)
    },
  },
  'documents.reject': {
    CASE_CLAIMED: async (workplace) => {
      const { document, decision } = await waiting(workplace)
      await claimByOther(workplace, document.customerId)
      return workplace
        .as('supervisor')
        .ask('documents.reject', { ...decision, reasonCode: 'UNREADABLE', reason: 'Blurred' })
    },
    DOCUMENT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('documents.reject', {
        documentId: randomUUID(),
        shownHash: OTHER_HASH,
        reasonCode: 'UNREADABLE',
        reason: 'Blurred',
      }),
    ALREADY_DECIDED: async (workplace) => {
      const { decision } = await waiting(workplace)
      await workplace
        .as('supervisor')
        .call('documents.reject', { ...decision, reasonCode: 'UNREADABLE', reason: 'Blurred' })
      return workplace
        .as('supervisor')
        .ask('documents.reject', { ...decision, reasonCode: 'UNREADABLE', reason: 'Blurred' })
    },
    OWN_UPLOAD: async (workplace) => {
      const { decision } = await waiting(workplace, 'supervisor')
      return workplace
        .as('supervisor')
        .ask('documents.reject', { ...decision, reasonCode: 'UNREADABLE', reason: 'Blurred' })
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { decision } = await waiting(workplace)
      return workplace.as('supervisor').ask('documents.reject', {
        ...decision,
        shownHash: OTHER_HASH,
        reasonCode: 'UNREADABLE',
        reason: 'Blurred',
      })
    },
    OTHER_BRANCH: async (workplace) => {
      const { decision } = await elsewhere(workplace)
      return workplace
        .as('supervisor')
        .ask('documents.reject', { ...decision, reasonCode: 'UNREADABLE', reason: 'Blurred' })
    },
  },
} satisfies Partial<Cases>
