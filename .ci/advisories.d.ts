export interface Component {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  readonly use: string;
}

export function installed(lockFile?: string, jarsFile?: string): Promise<Component[]>;

/** What is to be said, and how the program ends. */
export function report(
  database: string | undefined,
  components: readonly Component[],
): Promise<{ readonly lines: string[]; readonly code: number }>;
