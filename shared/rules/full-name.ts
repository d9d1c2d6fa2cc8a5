/** First and last name of a person; somebody with one name has only the last. */
export const fullName = (person: { readonly firstName: string | null; readonly lastName: string }): string =>
  person.firstName === null ? person.lastName : `${person.firstName} ${person.lastName}`
