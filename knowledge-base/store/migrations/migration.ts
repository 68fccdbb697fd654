// One step of the schema.
export interface Migration {
  /** The `user_version` after this step. */
  readonly version: number;
  readonly name: string;
  apply(exec: (sql: string) => void): void;
}
