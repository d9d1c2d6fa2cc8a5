export type Step = 'SEAL' | 'COPY' | 'READ' | 'REPLAY' | 'CHECK'
/** How far a long piece of work is: of its present step so much is done. */
export type OnStep = (step: Step, done: number, of: number) => void
