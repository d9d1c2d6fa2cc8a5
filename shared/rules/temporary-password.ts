import { z } from 'zod'

/** Letters and digits that cannot be confused when they are read aloud or copied from paper. */
export const PASSWORD_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Half of a temporary password, such as `k7pm-x2ah`. Somebody with power gets the two halves from two people, so that neither of
 * them knows the password; together they are a password as `makePassword` makes it. The database checks the same shape.
 */
export const passwordHalf = z.string().regex(/^[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}$/)

/** The second half of a temporary password that is typed whole. */
export const secondHalf = (password: string): string => password.slice(-9)
