/** Where a command writes. Results go to `stdout`, everything said about them to `stderr`. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The program's own file, for threads to run; absent, everything is done in one. */
  readonly script?: string;
  /** Let the command end with status 1 although it printed a result. */
  readonly fail?: () => void;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}
