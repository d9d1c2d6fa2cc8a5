/** What is refused about workstations, their connection, the codes that enrol them, where people work, and branches as a whole: codes and their facts, part of errors.ts. */
export const ENROLMENT_ERRORS = {
  /** Somebody works at another branch until a day within a year. */
  ASSIGNMENT_DATES: [],
  BRANCH_UNCHANGED: [],
  BRANCH_CLOSED: ['branch'],
  /** `branch` is the one that has it. */
  BRANCH_CODE_TAKEN: ['branch'],
  BRANCH_NAME_TAKEN: [],
  /** `left` is what keeps it open: names of LEFT_IN_BRANCH, with commas. */
  BRANCH_NOT_EMPTY: ['left'],
  BRANCH_NOT_FOUND: [],
  /** `at` is when it ended. */
  CODE_EXPIRED: ['at'],
  CODE_NOT_OPEN: [],
  /** `computer` is the one that the code is for. */
  CODE_OF_OTHER_COMPUTER: ['computer'],
  CODE_TRIED_TOO_OFTEN: [],
  /** By which computer it was used, from which address, and when. */
  CODE_USED: ['computer', 'address', 'at'],
  CODE_WRONG: [],
  /** `fault` is a code of shared/faults.ts. */
  CONNECTION_REFUSED: ['fault'],
  /** Enrolled at another `branch`. */
  COMPUTER_TAKEN: ['branch'],
  OWN_WORKSTATION: [],
  ALREADY_SET_UP: [],
  ROLE_HAS_NO_WORKPLACE: [],
  /** By the policy of this computer. */
  SET_BY_BANK: [],
  /** `branch` is the workstation's, `ownBranch` that of whoever signs in. */
  WORKSTATION_ELSEWHERE: ['branch', 'ownBranch'],
  /** Whoever holds a till does not go to another branch. */
  TILL_TO_CLOSE_FIRST: [],
  WORKSTATION_NOT_FOUND: [],
} as const
