/** The element that names the account which the buttons beneath it are about: each is described by it. */
export const ACTIONS_OF = 'actions-of-account'
