/** Reports the progress of one phase. */
export type Progress = (phase: string, done: number, total: number) => void;
