/** Reports how much of a phase of a long piece of work is done. */
export type Progress = (phase: string, done: number, total: number) => void;
