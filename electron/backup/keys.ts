import { bech32 } from '@scure/base'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { derived } from '../crypto.ts'

/** What opens backups (`AGE-SECRET-KEY-1…`), as the program `age` takes it too, and what only encrypts (`age1…`). */
export type Identity = string
export type Recipient = string

const PREFIX = 'AGE-SECRET-KEY-'

/** The identity that follows from the secret of a recovery sheet: its words open every backup. */
export const identityOfSheet = (secret: Buffer): Identity =>
  bech32.encodeFromBytes(PREFIX, derived(secret, 'corex: open backups')).toUpperCase()

export const recipientOf = (identity: Identity): Promise<Recipient> => identityToRecipient(identity)

/** A key for the drills of one chain; it is forgotten when the chain ends. */
export const newChainIdentity = (): Promise<Identity> => generateX25519Identity()
